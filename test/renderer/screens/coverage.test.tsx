// The coverage calendar in the window: by keyboard, by pointer, as a table and in words, and where a day leads.
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { answersWith, madeAnswers } from '../made-answers.ts'
import { refusal, type MadeDeskOptions } from '../made-desk.ts'
import { NO_COVERAGE } from '../made-intake.ts'
import { expectAccessible, openWindow } from '../made-window.tsx'

async function openCalendar(answers: MadeDeskOptions['answers'] = madeAnswers()) {
  const opened = await openWindow({ screen: 'imports' }, { answers })
  await opened.user.click(await screen.findByRole('tab', { name: 'Coverage calendar' }))
  return opened
}

const heard = () => screen.getByRole('application').querySelector('[aria-live]')?.textContent ?? ''

describe('the coverage calendar', () => {
  test('names every stretch in which a log was blind, and says in which zone days are counted', async () => {
    await openCalendar()
    const blind = await screen.findByRole('region', { name: 'Where we were blind' })
    expect(within(blind).getAllByRole('listitem')).toHaveLength(6)
    expect(blind).toHaveTextContent('Exchange: nothing from 3 to 7 Mar 2025 (5 days)')
    expect(blind).toHaveTextContent(
      'Days are counted in Europe/Berlin. A log that was never imported is not in this list.'
    )
    expect(document.querySelectorAll('[data-gap]')).toHaveLength(4)
    expect(document.querySelectorAll('[data-outside]')).toHaveLength(2)
    await expectAccessible()
  })

  test('is walked by keyboard from day to day, log to log and gap to gap, and heard', async () => {
    const { user } = await openCalendar()
    const calendar = await screen.findByRole('application', { name: /Arrow keys go from day to day/ })
    calendar.focus()
    await user.keyboard('{ArrowLeft}')
    expect(heard()).toMatch(/^SharePoint, Sun 30 Mar 2025: \d+ activities$/)
    await user.keyboard('{ArrowDown}{ArrowDown}')
    expect(heard()).toBe('Teams, Sun 30 Mar 2025: no record. A pause of this length is usual here')
    await user.keyboard('n')
    expect(heard()).toBe('Entra sign-ins, Mon 10 Feb 2025: nothing. Gap of this day (1 day)')
    await user.keyboard('{Enter}')
    const day = screen.getByRole('region', { name: /Entra sign-ins, Mon 10 Feb 2025/ })
    expect(day).toHaveTextContent('Last record before: 9 Feb 2025; first one after: 11 Feb 2025')
    expect(within(day).getByRole('button', { name: 'Import files…' })).toBeInTheDocument()
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('region', { name: /Entra sign-ins, Mon 10 Feb 2025/ })).toBeNull()
    expect(screen.getByRole('tab', { name: 'Coverage calendar' })).toHaveAttribute('aria-selected', 'true')
  })

  test('leads from a day to the imports that cover it, and never to people', async () => {
    const { user } = await openCalendar()
    const calendar = await screen.findByRole('application')
    // jsdom lays nothing out: the calendar begins at the corner and is 764 wide for 120 days.
    fireEvent.click(calendar, { clientX: 196 + (764 * 70.5) / 120, clientY: 60 })
    const day = await screen.findByRole('region', { name: /SharePoint, Mon 10 Feb 2025/ })
    await waitFor(() => expect(day).toHaveTextContent('audit-2025-01.csv'))
    expect(day).not.toHaveTextContent(/staff|audit-2025-05/)
    await user.click(within(day).getByRole('button', { name: /audit-2025-01\.csv/ }))
    expect(await screen.findByRole('tab', { name: 'Receipt' })).toBeInTheDocument()
  })

  test('shows the place of a stretch that is pressed in the list', async () => {
    const { user } = await openCalendar()
    await user.click(await screen.findByRole('button', { name: /Badge records: nothing from 21 Dec 2024/ }))
    expect(screen.getByRole('region', { name: /Badge records, Sat 21 Dec 2024: nothing/ })).toBeInTheDocument()
  })

  test('shows another stretch of time when asked', async () => {
    const { user } = await openCalendar()
    expect(await screen.findByText('2 Dec 2024 to 31 Mar 2025')).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: '3 months' }))
    expect(screen.getByText('30 Dec 2024 to 31 Mar 2025')).toBeInTheDocument()
    expect(screen.getByRole('button', { name: 'Later' })).toBeDisabled()
    await user.click(screen.getByRole('button', { name: 'Earlier' }))
    expect(screen.getByText('2 Dec 2024 to 3 Mar 2025')).toBeInTheDocument()
  })

  test('is a table for those who would rather read', async () => {
    const { user } = await openCalendar()
    await user.click(await screen.findByRole('button', { name: 'As table' }))
    const table = screen.getByRole('table', { name: 'Days covered by each log' })
    expect(within(table).getByRole('row', { name: /Exchange/ })).toHaveTextContent(
      /2 Dec 202431 Mar 2025110 of 120.*20 to 24 Jan 2025 \(5 days\); 3 to 7 Mar 2025 \(5 days\)/
    )
    expect(within(table).getByRole('row', { name: /SharePoint/ })).toHaveTextContent(/none$/)
    await expectAccessible()
  })

  test('helps where nothing is imported', async () => {
    const { user, desk } = await openCalendar(answersWith({ 'import.coverage': () => NO_COVERAGE }))
    expect(await screen.findByText('No day is covered yet')).toBeInTheDocument()
    await user.click(screen.getAllByRole('button', { name: 'Import files…' }).at(-1) ?? document.body)
    await waitFor(() => expect(desk.asked.some(({ name }) => name === 'import.choose')).toBe(true))
  })

  test('says what is safe when the days cannot be counted', async () => {
    await openCalendar(answersWith({ 'import.coverage': () => refusal('busy', 'The store is being mended.') }))
    expect(await screen.findByRole('alert')).toHaveTextContent('The store is being mended.')
  })

  test('opens from the overview', async () => {
    const { user } = await openWindow({ screen: 'overview' }, { answers: madeAnswers() })
    await user.click(await screen.findByRole('button', { name: 'Coverage calendar' }))
    expect(await screen.findByRole('application')).toBeInTheDocument()
  })
})
