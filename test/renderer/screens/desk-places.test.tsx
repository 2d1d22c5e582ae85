// People, policies, audit and overview: what they list, what they offer to whom, and where each figure leads.
import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { worstHealth } from '../../../src/renderer/screens/policies/words.ts'
import { answersWith, madeAnswers } from '../made-answers.ts'
import { PEOPLE } from '../made-people.ts'
import { expectAccessible, openWindow } from '../made-window.tsx'

async function tableOf(name: string) {
  const table = await screen.findByRole('grid', { name })
  await waitFor(() => expect(table).toHaveAttribute('aria-busy', 'false'))
  return table
}

describe('the people', () => {
  test('stand by risk, and by activity when asked', async () => {
    const { desk, user } = await openWindow({ screen: 'people' }, { answers: madeAnswers() })
    const table = await tableOf('People')
    expect(table).toHaveTextContent(/High 91.*ANON-4K7Q-2M/)
    await user.click(within(table).getByRole('button', { name: 'Activities' }))
    await waitFor(() =>
      expect(desk.asked.filter(({ name }) => name === 'person.list').at(-1)?.request).toMatchObject({
        sort: 'activity'
      })
    )
    await user.click(screen.getByRole('button', { name: 'Only in scope of a policy' }))
    expect(table).toHaveAttribute('aria-rowcount', '5')
    await expectAccessible()
  })

  test('are looked up for a tip-off only with a reason, and answered by a pseudonym', async () => {
    const { desk, user } = await openWindow(
      { screen: 'people' },
      { answers: answersWith({ 'person.find': () => ({ pseudonym: PEOPLE[1] ?? null }) }) }
    )
    await tableOf('People')
    await user.click(screen.getByRole('button', { name: 'Look up a tip-off…' }))
    const dialog = await screen.findByRole('dialog')
    await user.type(within(dialog).getByRole('textbox', { name: /E-mail/ }), 'w.invented@tenant.example')
    expect(within(dialog).getByRole('button', { name: 'Look up' })).toBeDisabled()
    await user.type(within(dialog).getByRole('textbox', { name: /Reason/ }), 'Named by the works council.')
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
    await user.type(within(dialog).getByRole('textbox', { name: /E-mail/ }), 'nobody')
    await user.type(within(dialog).getByRole('textbox', { name: /Reason/ }), 'A letter.{Control>}{/Control}')
    await user.click(within(dialog).getByRole('button', { name: 'Look up' }))
    expect(await within(dialog).findByText(/Nobody of that name/)).toBeInTheDocument()
  })
})

describe('the policies', () => {
  test('open in words beside the list: trigger, windows, levels, blind spots', async () => {
    const { user } = await openWindow({ screen: 'policies' }, { answers: madeAnswers() })
    await tableOf('Policies')
    await user.keyboard('jo')
    const page = await screen.findByRole('complementary', { name: 'Policy' })
    expect(
      await within(page).findByText(/a person who resigns, is given notice or has their account deleted/)
    ).toBeInTheDocument()
    expect(page).toHaveTextContent('90 days before the trigger and 30 days after it')
    expect(page).toHaveTextContent('low from 30, medium from 100, high from 300 a day')
    expect(page).toHaveTextContent('Sees no pictures taken of the screen.')
    expect(page).toHaveTextContent('A laptop was exchanged.')
    await expectAccessible()
  })

  test('are created from a template under a name of the operator’s choice', async () => {
    const { desk, user } = await openWindow(
      { screen: 'policies' },
      {
        answers: answersWith({
          'policy.create': ({ name, template }) => ({
            id: 1,
            name,
            template,
            status: 'on',
            version: 1,
            createdMs: 1,
            health: [],
            inScope: 0,
            activeAlerts: 0
          })
        })
      }
    )
    await tableOf('Policies')
    await user.click(screen.getByRole('button', { name: 'Create from a template…' }))
    const dialog = await screen.findByRole('dialog')
    await user.click(await within(dialog).findByRole('radio', { name: /General data leaks/ }))
    const name = within(dialog).getByRole('textbox')
    expect(name).toHaveValue('General data leaks')
    await user.clear(name)
    await user.type(name, 'Leaks, sales')
    await user.click(within(dialog).getByRole('button', { name: 'Create' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(desk.asked.find(({ name: asked }) => asked === 'policy.create')?.request).toMatchObject({
      name: 'Leaks, sales',
      definition: null
    })
  })

  test('offer no creation to somebody who is no administrator', async () => {
    await openWindow({ screen: 'policies' }, { answers: madeAnswers(), workspace: { roles: ['analyst'] } })
    await tableOf('Policies')
    expect(screen.queryByRole('button', { name: 'Create from a template…' })).toBeNull()
  })

  test('are as healthy as the worst that is known of them', () => {
    const note = (level: 'healthy' | 'recommendation' | 'warning') => ({ level, says: level })
    expect(worstHealth([])).toBe('healthy')
    expect(worstHealth([note('healthy'), note('recommendation')])).toBe('recommendation')
    expect(worstHealth([note('recommendation'), note('warning'), note('healthy')])).toBe('warning')
  })
})

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
