// The people: who is listed, which filters are in force, and what is done about their scope, with a reason.
import { screen, waitFor, within } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { describe, expect, test } from 'vitest'
import { filterRows } from '../../../src/renderer/screens/people/state.ts'
import { answersWith, madeAnswers } from '../made-answers.ts'
import { FIRST, PEOPLE } from '../made-people.ts'
import { PERSON_ROWS } from '../made-records.ts'
import { expectAccessible, openWindow } from '../made-window.tsx'

async function tableOf(name: string) {
  const table = await screen.findByRole('grid', { name })
  await waitFor(() => expect(table).toHaveAttribute('aria-busy', 'false'))
  return table
}
/** Pasted, since letter by letter takes jsdom seconds. */
async function fill(user: UserEvent, field: HTMLElement, text: string) {
  await user.clear(field)
  await user.click(field)
  await user.paste(text)
}
const open = (answers = madeAnswers(), roles?: readonly ['analyst']) =>
  openWindow({ screen: 'people' }, { answers, ...(roles === undefined ? {} : { workspace: { roles: [...roles] } }) })

describe('the people', () => {
  test('stand by risk, and by activity when asked, with scope, alerts, violations, case and priority', async () => {
    const { desk, user } = await open()
    const table = await tableOf('People')
    expect(table).toHaveTextContent(/High 91ANON-4K7Q-2MEngineeringDeparting engineers21case 1no/)
    expect(table).toHaveTextContent(/High 74ANON-9TXA-F3.*member/)
    expect(table).toHaveTextContent(/ANON-Q2HN-5C.*9 Apr 2025/)
    await user.click(within(table).getByRole('button', { name: 'Activities' }))
    await waitFor(() =>
      expect(desk.asked.filter(({ name }) => name === 'person.list').at(-1)?.request).toMatchObject({
        sort: 'activity'
      })
    )
    await expectAccessible()
  })

  test('are narrowed by one question, by risk level and by words; the foot says so', async () => {
    const { user } = await open()
    const table = await tableOf('People')
    await user.click(screen.getByRole('combobox', { name: 'Which people' }))
    await user.click(screen.getByRole('option', { name: 'In scope of a policy' }))
    expect(table).toHaveAttribute('aria-rowcount', '5')
    await user.click(screen.getByRole('combobox', { name: 'Risk level' }))
    await user.click(screen.getByRole('option', { name: 'Medium' }))
    expect(table).toHaveAttribute('aria-rowcount', '3')
    await user.click(screen.getByRole('textbox', { name: 'Search the people' }))
    await user.paste('finan')
    expect(table).toHaveAttribute('aria-rowcount', '2')
    expect(screen.getByRole('contentinfo')).toHaveTextContent(
      '1 of 6 people' + 'filter: in scope of a policy, medium, “finan”'
    )
    await user.paste('zzz')
    await user.click(screen.getByRole('button', { name: 'Show everybody' }))
    expect(table).toHaveAttribute('aria-rowcount', '7')
  })

  test.each([
    ['alerts', 5],
    ['case', 2],
    ['violations', 1],
    ['group', 1],
    ['by-hand', 1]
  ] as const)('the question “%s” finds %i', (filter, count) => {
    expect(filterRows(PERSON_ROWS, { filter, risk: null, search: '' })).toHaveLength(count)
  })

  test('open by the keyboard', async () => {
    const { user } = await open()
    await tableOf('People')
    await user.keyboard('jj{Enter}')
    expect(await screen.findByRole('heading', { name: 'ANON-0B6D-W8' })).toBeInTheDocument()
  })

  test('are looked up for a tip-off only with a reason, and answered by a pseudonym', async () => {
    const { desk, user } = await openWindow(
      { screen: 'people' },
      { answers: answersWith({ 'person.find': () => ({ pseudonym: PEOPLE[1] ?? null }) }) }
    )
    await tableOf('People')
    await user.click(screen.getByRole('button', { name: 'Look up a tip-off…' }))
    const dialog = await screen.findByRole('dialog')
    await fill(user, within(dialog).getByRole('textbox', { name: /E-mail/ }), 'w.invented@tenant.example')
    expect(within(dialog).getByRole('button', { name: 'Look up' })).toBeDisabled()
    await fill(user, within(dialog).getByRole('textbox', { name: /Reason/ }), 'Named by the works council.')
    await user.click(within(dialog).getByRole('button', { name: 'Look up' }))
    expect(await screen.findByRole('heading', { name: /ANON-9TXA-F3/ })).toBeInTheDocument()
    expect(desk.asked.find(({ name }) => name === 'person.find')?.request).toMatchObject({
      reason: 'Named by the works council.'
    })
  })

  test('that nobody knows are said to be unknown, and nothing else', async () => {
    const { user } = await openWindow(
      { screen: 'people' },
      { answers: answersWith({ 'person.find': () => ({ pseudonym: null }) }) }
    )
    await tableOf('People')
    await user.click(screen.getByRole('button', { name: 'Look up a tip-off…' }))
    const dialog = await screen.findByRole('dialog')
    await fill(user, within(dialog).getByRole('textbox', { name: /E-mail/ }), 'nobody')
    await user.type(within(dialog).getByRole('textbox', { name: /Reason/ }), 'A letter.{Control>}{/Control}')
    await user.click(within(dialog).getByRole('button', { name: 'Look up' }))
    expect(await within(dialog).findByText(/Nobody of that name/)).toBeInTheDocument()
  })
})

describe('the scope of people', () => {
  test('several are scored by hand under a policy, for days from 1 to 90, with a reason', async () => {
    const { desk, user } = await open(
      answersWith({ 'person.scope': ({ pseudonyms }) => ({ people: pseudonyms.length }) })
    )
    await tableOf('People')
    await user.keyboard('xjx')
    const bar = screen.getByRole('region', { name: 'Selected people' })
    expect(bar).toHaveTextContent('2 people selected')
    await user.click(within(bar).getByRole('button', { name: 'Start scoring…' }))
    const dialog = await screen.findByRole('dialog', { name: 'Start scoring 2 people' })
    await expectAccessible()
    const start = within(dialog).getByRole('button', { name: 'Start scoring' })
    expect(start).toBeDisabled()
    await user.click(within(dialog).getByRole('combobox', { name: 'Policy' }))
    await user.click(screen.getByRole('option', { name: 'Data leaks, everybody' }))
    await fill(user, within(dialog).getByRole('textbox', { name: /Reason/ }), 'Asked for by counsel.')
    const days = within(dialog).getByRole('textbox', { name: /Days/ })
    await fill(user, days, '91')
    expect(start).toBeDisabled()
    expect(dialog).toHaveTextContent('A whole number from 1 to 90.')
    await fill(user, days, '14')
    await user.click(start)
    expect(await screen.findByText('2 people are scored by hand for 14 days from now.')).toBeInTheDocument()
    expect(desk.asked.find(({ name }) => name === 'person.scope')?.request).toEqual({
      pseudonyms: PEOPLE.slice(0, 2),
      policyId: 2,
      days: 14,
      reason: 'Asked for by counsel.'
    })
    expect(screen.queryByRole('region', { name: 'Selected people' })).toBeNull()
  })

  test('a policy that is off is not offered for scoring', async () => {
    const { user } = await open()
    await tableOf('People')
    await user.keyboard('s')
    const dialog = await screen.findByRole('dialog', { name: `Start scoring ${FIRST}` })
    await user.click(await within(dialog).findByRole('combobox', { name: 'Policy' }))
    expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).not.toContain('Security settings')
  })

  test('the one under the keyboard is removed from scope with a reason; those who are in none are not asked about', async () => {
    const { desk, user } = await open(answersWith({ 'person.unscope': () => ({ people: 1 }) }))
    await tableOf('People')
    await user.keyboard('r')
    const dialog = await screen.findByRole('dialog', { name: `Remove ${FIRST} from scope` })
    expect(dialog).toHaveTextContent(/until a later trigger brings them back.*Alerts and cases stay/)
    const remove = within(dialog).getByRole('button', { name: 'Remove from scope' })
    expect(remove).toBeDisabled()
    await fill(user, within(dialog).getByRole('textbox', { name: /Reason/ }), 'Left the project.')
    await user.click(remove)
    expect(await screen.findByText('1 person is out of every policy’s scope.')).toBeInTheDocument()
    expect(desk.asked.find(({ name }) => name === 'person.unscope')?.request).toEqual({
      pseudonyms: [FIRST],
      reason: 'Left the project.'
    })
    await user.keyboard('{End}r')
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  test('a refusal stays in the dialog and says what to do', async () => {
    const { desk, user } = await open()
    await tableOf('People')
    await user.keyboard('r')
    const dialog = await screen.findByRole('dialog')
    await fill(user, within(dialog).getByRole('textbox', { name: /Reason/ }), 'Left the project.')
    desk.refuseNext('person.unscope', 'busy', 'Scores are brought up to date just now.')
    await user.click(within(dialog).getByRole('button', { name: 'Remove from scope' }))
    expect(await within(dialog).findByRole('alert')).toHaveTextContent('Scores are brought up to date just now.')
  })

  test('is not offered to an analyst', async () => {
    const { user } = await open(madeAnswers(), ['analyst'])
    await tableOf('People')
    expect(screen.queryByRole('checkbox')).toBeNull()
    await user.keyboard('sr')
    expect(screen.queryByRole('dialog')).toBeNull()
  })
})

describe('the page of a person', () => {
  test('says scope, priority, violations, case, and what happened that brings people into scope', async () => {
    const { user } = await openWindow({ screen: 'person', pseudonym: FIRST }, { answers: madeAnswers() })
    const head = await screen.findByText('1 confirmed violation')
    expect(head).toBeInTheDocument()
    expect(screen.getByRole('main')).toHaveTextContent('in scope of Departing engineers')
    expect(screen.getByRole('button', { name: 'case 1' })).toBeInTheDocument()
    const triggers = await screen.findByRole('region', { name: 'Triggers and personnel events' })
    expect(triggers).toHaveTextContent(/Resigned on 1 Mar 2025, last working day 31 Mar 2025/)
    // The time line has a test of its own.
    await user.click(screen.getByRole('tab', { name: 'Alerts' }))
    await expectAccessible()
  })

  test('starts and ends scoring from there too', async () => {
    const { desk, user } = await openWindow(
      { screen: 'person', pseudonym: FIRST },
      { answers: answersWith({ 'person.unscope': () => ({ people: 1 }) }) }
    )
    await user.click(await screen.findByRole('button', { name: 'Remove from scope…' }))
    const dialog = await screen.findByRole('dialog')
    await fill(user, within(dialog).getByRole('textbox', { name: /Reason/ }), 'Left the project.')
    await user.click(within(dialog).getByRole('button', { name: 'Remove from scope' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(desk.asked.some(({ name }) => name === 'person.unscope')).toBe(true)
  })
})
