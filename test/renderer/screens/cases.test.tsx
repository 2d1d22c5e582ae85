// The list of cases, and one case: its tabs, notes that are only added, the bundle, the resolution.
import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { answersWith, madeAnswers } from '../made-answers.ts'
import { NOW_MS } from '../made-people.ts'
import { CASES } from '../made-records.ts'
import { refusal } from '../made-desk.ts'
import { expectAccessible, openWindow } from '../made-window.tsx'

async function tableOf(name: string) {
  const table = await screen.findByRole('grid', { name })
  await waitFor(() => expect(table).toHaveAttribute('aria-busy', 'false'))
  return table
}

describe('the cases', () => {
  test('begin with the active ones and filter by state', async () => {
    const { user } = await openWindow({ screen: 'cases' }, { answers: madeAnswers() })
    const table = await tableOf('Cases')
    expect(table).toHaveAttribute('aria-rowcount', '3')
    await user.click(screen.getByRole('button', { name: 'Closed 1' }))
    expect(table).toHaveTextContent('Badge at night')
    expect(table).toHaveTextContent('Closed, benign')
    await user.click(screen.getByRole('button', { name: 'All' }))
    expect(table).toHaveAttribute('aria-rowcount', '4')
    await expectAccessible()
  })

  test('are opened with j and o, and left with Escape', async () => {
    const { user } = await openWindow({ screen: 'cases' }, { answers: madeAnswers() })
    await tableOf('Cases')
    await user.keyboard('jo')
    expect(await screen.findByRole('heading', { name: 'Pricing files before departure' })).toBeInTheDocument()
    await user.keyboard('{Escape}')
    expect(await tableOf('Cases')).toBeInTheDocument()
  })

  test('teach where cases come from while there is none', async () => {
    await openWindow({ screen: 'cases' }, { answers: answersWith({ 'case.list': () => [] }) })
    expect(await screen.findByText('No case yet')).toBeInTheDocument()
    expect(screen.getByText(/A case begins with an alert/)).toBeInTheDocument()
  })
})

describe('one case', () => {
  const open = (change: Parameters<typeof answersWith>[0] = {}, roles?: readonly ['analyst']) =>
    openWindow(
      { screen: 'case', id: 1 },
      { answers: answersWith(change), ...(roles === undefined ? {} : { workspace: { roles: [...roles] } }) }
    )

  test('shows its people with what weighs most, its facts and last notes', async () => {
    await open()
    expect(await screen.findByRole('heading', { name: 'Pricing files before departure' })).toBeInTheDocument()
    expect(screen.getByRole('region', { name: 'ANON-4K7Q-2M' })).toHaveTextContent('412 files downloaded')
    expect(screen.getByRole('region', { name: 'Last notes' })).toHaveTextContent('Removable drive was returned')
    await expectAccessible()
  })

  test('takes a note with n and Ctrl+Enter, and has no way to change one', async () => {
    const { desk, user } = await open({
      'case.note': ({ text }) => ({ id: 9, atMs: NOW_MS, operator: 'alice', kind: 'note', text })
    })
    await screen.findByRole('heading', { name: 'Pricing files before departure' })
    await user.keyboard('n')
    const field = await screen.findByRole('textbox', { name: /New note/ })
    expect(field).toHaveFocus()
    expect(screen.getByRole('button', { name: 'Add the note' })).toBeDisabled()
    await user.type(field, 'Asked the team lead.')
    await user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(() => expect(field).toHaveValue(''))
    expect(desk.asked.find(({ name }) => name === 'case.note')?.request).toEqual({
      id: 1,
      text: 'Asked the team lead.'
    })
    const notes = screen.getByRole('list', { name: 'Notes' })
    expect(
      within(notes)
        .getAllByRole('listitem')
        .map((item) => item.textContent.slice(0, 5))
    ).toEqual(['alice', 'alice', 'bob ·', 'alice'])
    expect(within(notes).queryAllByRole('button')).toEqual([])
  })

  test('keeps what was written when the engine refuses the note', async () => {
    const { user } = await open({ 'case.note': () => refusal('conflict', 'The case was closed meanwhile.') })
    await screen.findByRole('heading', { name: 'Pricing files before departure' })
    await user.keyboard('n')
    const field = await screen.findByRole('textbox', { name: /New note/ })
    await user.type(field, 'Asked the team lead.')
    await user.click(screen.getByRole('button', { name: 'Add the note' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('The case was closed meanwhile.')
    expect(field).toHaveValue('Asked the team lead.')
  })

  test('is resolved only with a choice and a reason', async () => {
    const { desk, user } = await open({
      'case.resolve': () => ({ ...CASES[0], status: 'closed', resolution: 'benign' })
    })
    await user.click(await screen.findByRole('button', { name: 'Resolve…' }))
    const dialog = await screen.findByRole('dialog', { name: 'Resolve this case' })
    const confirm = within(dialog).getByRole('button', { name: 'Resolve' })
    expect(
      within(dialog)
        .getAllByRole('radio')
        .filter((radio) => (radio as HTMLInputElement).checked)
    ).toEqual([])
    await user.click(within(dialog).getByRole('radio', { name: /Benign/ }))
    expect(confirm).toBeDisabled()
    await user.type(within(dialog).getByRole('textbox', { name: /What was found/ }), 'Agreed hand-over.')
    await user.click(confirm)
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(desk.asked.find(({ name }) => name === 'case.resolve')?.request).toEqual({
      id: 1,
      as: 'benign',
      text: 'Agreed hand-over.'
    })
  })

  test('exports a bundle and shows its checksum; a closed folder dialog writes nothing', async () => {
    let isChosen = false
    const { user } = await open({
      'export.case': () => ({
        bundle: 'case-1-bundle',
        files: isChosen ? 418 : 0,
        bytes: 91_000,
        sha256: 'ab12',
        redacted: 61,
        wasCancelled: !isChosen
      })
    })
    await user.click(await screen.findByRole('button', { name: 'Export bundle…' }))
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Choose a folder…' }))
    expect(await screen.findByText('No folder was chosen; nothing was written.')).toBeInTheDocument()
    isChosen = true
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Choose a folder…' }))
    const done = await screen.findByRole('dialog', { name: 'The bundle is written' })
    expect(done).toHaveTextContent('418 files')
    expect(done).toHaveTextContent('ab12')
  })

  test('offers neither export nor resolution to an analyst', async () => {
    await open({}, ['analyst'])
    await screen.findByRole('heading', { name: 'Pricing files before departure' })
    expect(screen.queryByRole('button', { name: 'Resolve…' })).toBeNull()
    expect(screen.queryByRole('button', { name: 'Export bundle…' })).toBeNull()
  })

  test('shows the timeline of one person at a time with the activities of its window', async () => {
    const { desk, user } = await open()
    await user.click(await screen.findByRole('tab', { name: 'User activity' }))
    await user.click(await screen.findByRole('button', { name: 'ANON-9TXA-F3' }))
    await waitFor(() =>
      expect(
        desk.asked.filter(({ name }) => name === 'activity.timeline').map(({ request }) => request)
      ).toContainEqual({ pseudonym: 'ANON-9TXA-F3' })
    )
    await waitFor(() =>
      expect(desk.asked.filter(({ name }) => name === 'activity.list').map(({ request }) => request)).toContainEqual(
        expect.objectContaining({ pseudonym: 'ANON-9TXA-F3', indicator: null })
      )
    )
  })
})
