// Priority groups in the settings: members by pseudonym or pasted once, counted when unknown, and nothing taken away unasked.
import { act, screen, waitFor, within } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { describe, expect, test } from 'vitest'
import { openSettings } from '../../../src/renderer/screens/settings/state.ts'
import { answersWith, madeAnswers } from '../made-answers.ts'
import type { MadeDesk } from '../made-desk.ts'
import { FIRST, PEOPLE } from '../made-people.ts'
import { expectAccessible, openWindow } from '../made-window.tsx'

async function open(answers: ReturnType<typeof answersWith>) {
  const opened = await openWindow({ screen: 'settings' }, { answers })
  act(() => openSettings('groups'))
  return { ...opened, page: await screen.findByRole('region', { name: 'Priority groups' }) }
}

/** Pasted, since letter by letter takes jsdom seconds. */
async function fill(user: UserEvent, field: HTMLElement, text: string) {
  await user.clear(field)
  await user.click(field)
  await user.paste(text)
}

const requestOf = (desk: MadeDesk, name: string) => desk.asked.filter((each) => each.name === name).at(-1)?.request
const rowsOf = (table: HTMLElement) => within(table).getAllByRole('row').slice(1)

describe('priority groups', () => {
  const membership = (change: object) => ({
    group: {
      id: 1,
      name: 'Board and their assistants',
      description: '',
      members: 8,
      createdMs: 1,
      policies: ['Data leaks, everybody']
    },
    added: 0,
    removed: 0,
    unknown: 0,
    ...change
  })

  test('take pseudonyms and pasted names, and answer how many are added and unknown; no name stays', async () => {
    const { desk, user, page } = await open(answersWith({ 'group.add': () => membership({ added: 12, unknown: 2 }) }))
    await user.click(await within(page).findByText('Board and their assistants'))
    const members = await within(page).findByRole('grid', { name: 'Members' })
    await waitFor(() => expect(rowsOf(members)).toHaveLength(PEOPLE.length))
    await user.click(within(page).getByRole('button', { name: 'Add members…' }))
    const dialog = await screen.findByRole('dialog', { name: 'Add members' })
    const field = within(dialog).getByRole('textbox', { name: 'Members' })
    await fill(user, field, `${FIRST.toLowerCase()}\n w.invented@tenant.example \n\nwinvented\nwinvented`)
    expect(dialog).toHaveTextContent('3 so far.')
    await user.click(within(dialog).getByRole('button', { name: 'Add' }))
    expect(await within(dialog).findByText(/12 added, 2 unknown\./)).toBeInTheDocument()
    expect(requestOf(desk, 'group.add')).toEqual({
      id: 1,
      people: [FIRST],
      identities: ['w.invented@tenant.example', 'winvented']
    })
    expect(field).toHaveValue('')
    expect(document.body.textContent).not.toContain('winvented')
  })

  test('show their members, the policies that name them, and break no rule of axe', async () => {
    const { user, page } = await open(madeAnswers())
    expect(await within(page).findByText('Release engineers')).toBeInTheDocument()
    await expectAccessible()
    await user.click(within(page).getByText('Board and their assistants'))
    const members = await within(page).findByRole('grid', { name: 'Members' })
    await waitFor(() => expect(rowsOf(members)).toHaveLength(PEOPLE.length))
    expect(page).toHaveTextContent('Named byData leaks, everybody')
    await expectAccessible()
    await user.keyboard('{Escape}')
    expect(await within(page).findByRole('grid', { name: 'Priority groups' })).toBeInTheDocument()
  })

  test('are created with a name and first members', async () => {
    const { desk, user, page } = await open(
      answersWith({ 'group.create': ({ name }) => membership({ added: 1, group: { ...membership({}).group, name } }) })
    )
    await user.click(await within(page).findByRole('button', { name: 'Create a group…' }))
    const dialog = await screen.findByRole('dialog', { name: 'Create a priority group' })
    const create = within(dialog).getByRole('button', { name: 'Create' })
    expect(create).toBeDisabled()
    await fill(user, within(dialog).getByRole('textbox', { name: 'Name' }), 'Release engineers')
    await fill(user, within(dialog).getByRole('textbox', { name: 'Members' }), 'x'.repeat(321))
    expect(dialog).toHaveTextContent('1 of the lines are longer than any name')
    expect(create).toBeDisabled()
    await fill(user, within(dialog).getByRole('textbox', { name: 'Members' }), FIRST)
    await user.click(create)
    expect(await screen.findByText('“Release engineers” is created. 1 added.')).toBeInTheDocument()
    expect(requestOf(desk, 'group.create')).toEqual({
      name: 'Release engineers',
      description: '',
      people: [FIRST],
      identities: []
    })
  })

  test('lose members only after a question', async () => {
    const { desk, user, page } = await open(answersWith({ 'group.remove': () => membership({ removed: 1 }) }))
    await user.click(await within(page).findByText('Board and their assistants'))
    const members = await within(page).findByRole('grid', { name: 'Members' })
    await user.click(await within(members).findByRole('checkbox', { name: 'Select row 1' }))
    await user.click(within(page).getByRole('button', { name: 'Take out 1…' }))
    const dialog = await screen.findByRole('dialog', { name: `Take ${FIRST} out of the group?` })
    await user.click(within(dialog).getByRole('button', { name: 'Take out' }))
    expect(await screen.findByText(/1 taken out of/)).toBeInTheDocument()
    expect(requestOf(desk, 'group.remove')).toEqual({ id: 1, people: [FIRST] })
  })

  test('are deleted after a question that names the policies', async () => {
    const { desk, user, page } = await open(answersWith({ 'group.delete': ({ id }) => ({ id }) }))
    await user.click(await within(page).findByText('Board and their assistants'))
    await user.click(await within(page).findByRole('button', { name: 'Delete the group…' }))
    const dialog = await screen.findByRole('dialog', { name: 'Delete this group?' })
    expect(within(dialog).getByRole('list', { name: 'Policies that name the group' })).toHaveTextContent(
      'Data leaks, everybody'
    )
    await user.click(within(dialog).getByRole('button', { name: 'Delete the group' }))
    expect(await screen.findByText('The group is deleted.')).toBeInTheDocument()
    expect(requestOf(desk, 'group.delete')).toEqual({ id: 1 })
    expect(await within(page).findByRole('grid', { name: 'Priority groups' })).toBeInTheDocument()
  })
})
