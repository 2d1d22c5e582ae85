// Policies, audit and overview: what they list, what they offer to whom, and where each figure leads.
import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { answersWith, madeAnswers } from '../made-answers.ts'
import { expectAccessible, openWindow } from '../made-window.tsx'

async function tableOf(name: string) {
  const table = await screen.findByRole('grid', { name })
  await waitFor(() => expect(table).toHaveAttribute('aria-busy', 'false'))
  return table
}

describe('the audit log', () => {
  test('lists entries, filters by action, and opens one with its seals', async () => {
    const { desk, user } = await openWindow({ screen: 'audit' }, { answers: madeAnswers() })
    await tableOf('Audit log')
    await user.click(screen.getByRole('combobox', { name: 'Action' }))
    await user.click(screen.getByRole('option', { name: 'Exported a case' }))
    await waitFor(() =>
      expect(desk.asked.filter(({ name }) => name === 'audit.list').at(-1)?.request).toMatchObject({
        action: 'export.case'
      })
    )
    const table = await tableOf('Audit log')
    await user.click(within(table).getAllByText('Exported a case')[0] ?? table)
    expect(await screen.findByRole('complementary', { name: 'Audit entry' })).toHaveTextContent('Seal before')
    await expectAccessible()
  })

  test('verifies anew with every press and says that it is whole', async () => {
    const { desk, user } = await openWindow({ screen: 'audit' }, { answers: madeAnswers() })
    await user.click(await screen.findByRole('button', { name: 'Verify the log' }))
    expect(await screen.findByText(/The log is whole/)).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Verify again' }))
    await waitFor(() => expect(desk.asked.filter(({ name }) => name === 'audit.verify')).toHaveLength(2))
  })

  test('makes a checkpoint to keep elsewhere, and compares with one that was kept', async () => {
    const { desk, user } = await openWindow({ screen: 'audit' }, { answers: madeAnswers() })
    await user.click(await screen.findByRole('button', { name: 'Make a checkpoint' }))
    const note = await screen.findByLabelText('checkpoint')
    expect(note).toHaveTextContent('inward/made 60')
    await expectAccessible()
    await user.click(screen.getByRole('button', { name: 'Close' }))
    await user.click(screen.getByRole('button', { name: 'Verify the log' }))
    await user.type(await screen.findByRole('textbox', { name: /Checkpoint kept elsewhere/ }), 'kept text')
    await user.click(screen.getByRole('button', { name: 'Compare and verify' }))
    expect(await screen.findByText(/holds all that the checkpoint was made of/)).toBeInTheDocument()
    expect(desk.asked.filter(({ name }) => name === 'audit.verify').at(-1)?.request).toEqual({
      checkpoint: 'kept text\n'
    })
    await expectAccessible()
  })

  test('names every problem of a broken chain and what to do', async () => {
    const { user } = await openWindow(
      { screen: 'audit' },
      {
        answers: answersWith({
          'audit.verify': () => ({ ok: false, checked: 60, problems: ['Entry 12 does not match its seal.'] })
        })
      }
    )
    await user.click(await screen.findByRole('button', { name: 'Verify the log' }))
    const dialog = await screen.findByRole('dialog')
    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      /does not verify.*Do not go on working.*Entry 12/
    )
  })
})

describe('the overview', () => {
  test('leads from a figure to just those alerts', async () => {
    const { desk, user } = await openWindow({ screen: 'overview' }, { answers: madeAnswers() })
    await user.click(await screen.findByRole('button', { name: /2.*High/ }))
    await waitFor(() =>
      expect(desk.asked.filter(({ name }) => name === 'alert.list').at(-1)?.request).toMatchObject({
        status: 'needs-review',
        severity: 'high'
      })
    )
  })

  test('shows cases, policies, imports and the time that logs cover', async () => {
    await openWindow({ screen: 'overview' }, { answers: madeAnswers() })
    expect(await screen.findByRole('region', { name: 'Active cases' })).toHaveTextContent(
      'Pricing files before departure'
    )
    await waitFor(() => expect(screen.getByRole('region', { name: 'Policies' })).toHaveTextContent('Needs attention'))
    expect(screen.getByRole('region', { name: 'Last imports' })).toHaveTextContent('audit-2025-01.csv')
    const covered = screen.getByRole('region', { name: 'Days covered by imported logs' })
    await waitFor(() =>
      expect(covered).toHaveTextContent('Badge records: nothing from 21 Dec 2024 to 5 Jan 2025 (16 days)')
    )
    expect(
      within(covered).getByRole('img', { name: '5 of 5 logs, 2 Dec 2024 to 31 Mar 2025: 4 gaps' })
    ).toBeInTheDocument()
    await expectAccessible()
  })

  test('shows the first steps in an empty workspace, the next one with its button', async () => {
    const { user } = await openWindow(
      { screen: 'overview' },
      {
        answers: answersWith({
          'policy.list': () => [],
          'alert.counts': () => ({
            byStatus: { 'needs-review': 0, confirmed: 0, dismissed: 0, resolved: 0 },
            toReviewBySeverity: { high: 0, medium: 0, low: 0 }
          })
        }),
        workspace: { counts: { alertsToReview: 0, activeCases: 0, imports: 0, people: 0, activities: 0 } }
      }
    )
    const steps = await screen.findByRole('region', { name: 'Where to begin' })
    expect(within(steps).getAllByRole('button')).toHaveLength(1)
    await user.click(within(steps).getByRole('button', { name: 'Go to the imports' }))
    expect(await screen.findByRole('grid', { name: 'Imports' })).toBeInTheDocument()
  })

  test('shows no case to an auditor', async () => {
    await openWindow({ screen: 'overview' }, { answers: madeAnswers(), workspace: { roles: ['auditor'] } })
    expect(await screen.findByRole('region', { name: 'Policies' })).toBeInTheDocument()
    expect(screen.queryByRole('region', { name: 'Active cases' })).toBeNull()
  })
})
