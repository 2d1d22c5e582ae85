// The policies: how they are, what came of them, one of them with everything, and its back-test.
import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { layoutBars } from '../../../src/renderer/screens/policies/backtest/chart-layout.ts'
import { sayHits } from '../../../src/renderer/screens/policies/indicator-details.tsx'
import { worstHealth, writeEffectiveness } from '../../../src/renderer/screens/policies/words.ts'
import { answersWith, madeAnswers } from '../made-answers.ts'
import { refusal } from '../made-desk.ts'
import { BACKTEST, POLICIES, policyAnswers } from '../made-policies.ts'
import { expectAccessible, openWindow } from '../made-window.tsx'
import { lastAsked, LONG_MS } from '../made-wizard.tsx'

async function policyTable() {
  const table = await screen.findByRole('grid', { name: 'Policies' })
  await waitFor(() => expect(table).toHaveAttribute('aria-busy', 'false'))
  return table
}
const rowsOf = (table: HTMLElement) => [...table.querySelectorAll<HTMLElement>('[role="row"]')].slice(1)

describe('the list of policies', { timeout: LONG_MS }, () => {
  test('says of each its state, template, people in scope, alerts, effectiveness and health', async () => {
    await openWindow({ screen: 'policies' }, { answers: madeAnswers() })
    const [first, second, third] = rowsOf(await policyTable())
    expect(first).toHaveTextContent(/OnDeparting engineersData theft by departing users1451362 %✓Healthy/)
    expect(second).toHaveTextContent(/OnData leaks, everybody.*212.*9.*4.*67 %!Needs attention/)
    expect(third).toHaveTextContent(/OffSecurity settings.*–○Could be better/)
    expect(within(first ?? document.body).getByTitle('13 confirmed of 21 decided in the last 365 days')).toBeVisible()
    await expectAccessible()
  })

  test('is filtered by a tile of health, and whole again by the same', async () => {
    const { user } = await openWindow({ screen: 'policies' }, { answers: madeAnswers() })
    const table = await policyTable()
    const tiles = screen.getByRole('group', { name: 'Policies by health' })
    const warnings = within(tiles).getByRole('button', { name: /1.*Needs attention/ })
    await user.click(warnings)
    expect(warnings).toHaveAttribute('aria-pressed', 'true')
    expect(rowsOf(table).map(({ textContent }) => textContent)).toEqual([expect.stringContaining('Data leaks')])
    await user.click(warnings)
    expect(rowsOf(table)).toHaveLength(3)
  })

  test('opens in words beside it with j and o, with the mend of each warning, and as a page with Enter', async () => {
    const { user } = await openWindow({ screen: 'policies' }, { answers: madeAnswers() })
    await policyTable()
    await user.keyboard('jo')
    const preview = await screen.findByRole('complementary', { name: 'Policy' })
    const health = await within(preview).findByRole('list', { name: 'Health' })
    expect(within(health).getAllByRole('listitem')[0]).toHaveTextContent(
      /Needs attention No HR file is imported.*Import a personnel file with last days/
    )
    await expectAccessible()
    await user.keyboard('{Escape}{Enter}')
    expect(await screen.findByRole('heading', { level: 1, name: 'Data leaks, everybody' })).toBeInTheDocument()
  })

  test('teaches the first step where there is none, and leads to the analytics', async () => {
    const { user } = await openWindow({ screen: 'policies' }, { answers: answersWith({ 'policy.list': () => [] }) })
    expect(await screen.findByText(/A policy says who is looked at/)).toBeInTheDocument()
    expect(screen.queryByRole('group', { name: 'Policies by health' })).toBeNull()
    await expectAccessible()
    await user.click(screen.getByRole('button', { name: 'Create from analytics' }))
    expect(await screen.findByRole('heading', { level: 1, name: /Analytics/ })).toBeInTheDocument()
  })

  test('offers no creation to somebody who is no administrator', async () => {
    const { user } = await openWindow(
      { screen: 'policies' },
      { answers: madeAnswers(), workspace: { roles: ['analyst'] } }
    )
    await policyTable()
    expect(screen.queryByRole('button', { name: 'Create a policy' })).toBeNull()
    await user.keyboard('n')
    expect(screen.queryByRole('navigation', { name: 'Steps' })).toBeNull()
  })

  test('are as healthy as the worst that is known of them', () => {
    const note = (level: 'healthy' | 'recommendation' | 'warning') => ({ level })
    expect(worstHealth([])).toBe('healthy')
    expect(worstHealth([note('healthy'), note('recommendation')])).toBe('recommendation')
    expect(worstHealth([note('recommendation'), note('warning'), note('healthy')])).toBe('warning')
  })

  test('have no effectiveness while nobody has decided', () => {
    expect(writeEffectiveness({ confirmedAlerts: 0, decidedAlerts: 0 })).toBe('–')
    expect(writeEffectiveness({ confirmedAlerts: 0, decidedAlerts: 3 })).toBe('0\u202f%')
  })
})

describe('the page of a policy', { timeout: LONG_MS }, () => {
  test('says whom it takes in, what counts, what adds and from where on it warns', async () => {
    await openWindow({ screen: 'policy', id: 1 }, { answers: madeAnswers() })
    const whom = await screen.findByRole('region', { name: 'Whom' })
    expect(whom).toHaveTextContent('Everybody who is triggered.')
    await waitFor(() => expect(whom).toHaveTextContent(/Left out.*Release engineers.*ANON-C8ZS-6K/))
    expect(whom).toHaveTextContent('a person who resigns, is given notice or has their account deleted')
    const how = screen.getByRole('region', { name: 'How it works' })
    expect(how).toHaveTextContent('90 days before the trigger and 30 days after it')
    expect(how).toHaveTextContent('Download, rename, share')
    expect(how).toHaveTextContent('what leaves over thirty days counts as well')
    expect(screen.getByRole('region', { name: 'What came of it' })).toHaveTextContent(
      '62 %: 13 confirmed of 21 decided'
    )
    await expectAccessible()
  })

  test('shows of each indicator its numbers here, and on demand hits, examples and sources', async () => {
    const { user } = await openWindow({ screen: 'policy', id: 1 }, { answers: madeAnswers() })
    const part = await screen.findByRole('region', { name: 'Indicators (4)' })
    expect(part).toHaveTextContent('low from 30, medium from 100, high from 300 different items a day · changed')
    expect(part).toHaveTextContent('days above 4 times what is usual for the person')
    expect(part).toHaveTextContent('switched off in the settings, so it counts nothing')
    const summary = within(part).getByText('Downloads files from sites')
    await user.click(summary)
    const opened = summary.closest('details')
    expect(opened).toHaveAttribute('open')
    expect(opened).toHaveTextContent('Seen on 840 days of 212 people; 60 reach low, 22 medium, 5 high.')
    expect(opened).toHaveTextContent('A person downloads 25 files in an afternoon.')
    expect(opened).toHaveTextContent('A service account copies 25 files at night.')
    expect(opened).toHaveTextContent('MITRE ATT&CK T1213')
  })

  test('says what differs between any two versions', async () => {
    const { desk, user } = await openWindow({ screen: 'policy', id: 1 }, { answers: madeAnswers() })
    const table = await screen.findByRole('table', { name: 'Differences from version 2 to version 3' })
    expect(table).toHaveTextContent('Alert line2223')
    await user.selectOptions(screen.getByRole('combobox', { name: 'Earlier version' }), '1')
    expect(await screen.findByRole('table', { name: 'Differences from version 1 to version 3' })).toBeInTheDocument()
    await waitFor(() => expect(lastAsked(desk, 'policy.diff')).toEqual({ id: 1, from: 1, to: 3 }))
    await user.selectOptions(screen.getByRole('combobox', { name: 'Later version' }), '1')
    expect(screen.getByText('Choose two different versions.')).toBeInTheDocument()
  })

  test('switches it off, and says so', async () => {
    const { desk, user } = await openWindow({ screen: 'policy', id: 1 }, { answers: madeAnswers() })
    await user.click(await screen.findByRole('button', { name: 'Switch off' }))
    expect(await screen.findByText(/Switched off. Its alerts stay/)).toBeInTheDocument()
    expect(lastAsked(desk, 'policy.switch')).toEqual({ id: 1, isOn: false })
  })

  test('is deleted only after a question that says that alerts stay', async () => {
    const { desk, user } = await openWindow({ screen: 'policy', id: 1 }, { answers: madeAnswers() })
    await user.click(await screen.findByRole('button', { name: 'Delete…' }))
    const dialog = await screen.findByRole('dialog')
    expect(dialog).toHaveTextContent('Alerts and cases that it has led to stay')
    await user.click(within(dialog).getByRole('button', { name: 'Cancel' }))
    expect(lastAsked(desk, 'policy.delete')).toBeUndefined()
    await user.click(screen.getByRole('button', { name: 'Delete…' }))
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Delete the policy' }))
    await policyTable()
    expect(lastAsked(desk, 'policy.delete')).toEqual({ id: 1 })
  })

  test('changes nothing for somebody who is no administrator, but tests', async () => {
    await openWindow({ screen: 'policy', id: 1 }, { answers: madeAnswers(), workspace: { roles: ['analyst'] } })
    expect(await screen.findByRole('button', { name: 'Back-test' })).toBeInTheDocument()
    for (const name of ['Edit', 'Copy', 'Delete…', 'Switch off'])
      expect(screen.queryByRole('button', { name })).toBeNull()
  })

  test('says that a policy is not there', async () => {
    await openWindow({ screen: 'policy', id: 99 }, { answers: madeAnswers() })
    expect(await screen.findByRole('alert')).toHaveTextContent('There is no policy of this number.')
  })
})

describe('the back-test', { timeout: LONG_MS }, () => {
  test('shows alerts by day, severities, the noisiest, and the difference to today', async () => {
    const { desk, user } = await openWindow({ screen: 'policy-backtest', id: 1 }, { answers: madeAnswers() })
    expect(await screen.findByText(/changes no score and no alert/)).toBeInTheDocument()
    await user.keyboard('r')
    expect(await screen.findByRole('img', { name: /60 days: most on 13 Mar 2025, 7/ })).toBeInTheDocument()
    expect(screen.getByText(/about 2.2 a week/)).toBeInTheDocument()
    expect(screen.getByText(/of 38 in scope/)).toHaveTextContent('11 of 38 in scope')
    expect(screen.getByRole('list', { name: 'Alerts by severity' })).toHaveTextContent('High 3Medium 6Low 10')
    expect(screen.getByRole('table', { name: 'Strongest reasons' })).toHaveTextContent(
      /Downloads files from sites12.*88/
    )
    expect(screen.getByRole('region', { name: 'Against the alerts of this policy today' })).toHaveTextContent(
      '4 that are not there today'
    )
    expect(lastAsked(desk, 'policy.backtest')).toEqual({ of: { id: 1 }, from: null, to: null })
    await expectAccessible()
  })

  test('is asked for some days only, and not for days that run backwards', async () => {
    const { desk, user } = await openWindow({ screen: 'policy-backtest', id: 1 }, { answers: madeAnswers() })
    await user.type(await screen.findByLabelText('From day'), '2025-03-01')
    await user.type(screen.getByLabelText('To day'), '2025-02-01')
    expect(screen.getByRole('button', { name: 'Run the back-test' })).toBeDisabled()
    await user.clear(screen.getByLabelText('To day'))
    await user.type(screen.getByLabelText('To day'), '2025-03-31')
    await user.click(screen.getByRole('button', { name: 'Run the back-test' }))
    await screen.findByRole('img', { name: /60 days/ })
    expect(lastAsked(desk, 'policy.backtest')).toEqual({ of: { id: 1 }, from: '2025-03-01', to: '2025-03-31' })
  })

  test('is cancelled while it runs, and says that nothing was stored', async () => {
    const { desk, user, finish } = await openSlowly()
    await user.click(await screen.findByRole('button', { name: 'Run the back-test' }))
    expect(await screen.findByRole('progressbar', { name: 'The back-test is running' })).toBeInTheDocument()
    expect(screen.getByRole('button', { name: 'Run the back-test' })).toBeDisabled()
    await expectAccessible()
    await user.click(screen.getByRole('button', { name: 'Cancel the back-test' }))
    await waitFor(() => expect(lastAsked(desk, 'policy.cancelBacktest')).toEqual({}))
    finish(refusal('cancelled', 'The back-test was cancelled.'))
    expect(await screen.findByText('Cancelled. Nothing was stored.')).toBeInTheDocument()
    expect(screen.queryByRole('alert')).toBeNull()
  })

  test('says what was refused and asks again', async () => {
    const { desk, user } = await openWindow({ screen: 'policy-backtest', id: 1 }, { answers: madeAnswers() })
    desk.refuseNext('policy.backtest', 'busy', 'An import is running.')
    await user.click(await screen.findByRole('button', { name: 'Run the back-test' }))
    const alert = await screen.findByRole('alert')
    expect(alert).toHaveTextContent('An import is running.')
    await user.click(within(alert).getByRole('button', { name: 'Ask again' }))
    expect(await screen.findByRole('img', { name: /60 days/ })).toBeInTheDocument()
  })

  test('says why there may be no alert', async () => {
    const none = { ...BACKTEST, days: [], alerts: 0, people: 0, inScope: 0, noisiest: [], difference: null }
    const { user } = await openWindow(
      { screen: 'policy-backtest', id: 1 },
      { answers: answersWith({ 'policy.backtest': () => none }) }
    )
    await user.click(await screen.findByRole('button', { name: 'Run the back-test' }))
    expect(await screen.findByText(/Nobody came into scope/)).toBeInTheDocument()
  })

  /** A desk on which a back-test only ends when the test says so. */
  async function openSlowly() {
    const opened = await openWindow({ screen: 'policy-backtest', id: 1 }, { answers: answersWith(policyAnswers) })
    const invoke = opened.desk.invoke.bind(opened.desk)
    let finish: (outcome: unknown) => void = () => undefined
    opened.desk.invoke = (name, request) =>
      name === 'policy.backtest' ? new Promise((settle) => (finish = settle)) : invoke(name, request)
    return { ...opened, finish: (outcome: unknown) => finish(outcome) }
  }
})

describe('the bars of a back-test', () => {
  const days = (count: number) =>
    Array.from({ length: count }, (_, index) => ({
      date: new Date(Date.UTC(2024, 0, 1) + index * 86_400_000).toISOString().slice(0, 10),
      alerts: index % 10 === 0 ? 3 : 0
    }))

  test('stand for days while each can be seen, then for weeks, then for months', () => {
    expect(layoutBars(days(60), 960).span).toBe('day')
    expect(layoutBars(days(400), 960).span).toBe('week')
    expect(layoutBars(days(3000), 960).span).toBe('month')
  })

  test('lose no alert by being counted together', () => {
    for (const count of [1, 60, 400, 3000]) {
      const wanted = days(count).reduce((sum, { alerts }) => sum + alerts, 0)
      expect(layoutBars(days(count), 700).bars.reduce((sum, { alerts }) => sum + alerts, 0)).toBe(wanted)
    }
  })

  test('stay inside of the chart, the highest the tallest', () => {
    const { bars } = layoutBars(BACKTEST.days, 600)
    for (const { x, y, width, height } of bars) {
      expect(x).toBeGreaterThanOrEqual(0)
      expect(x + width).toBeLessThanOrEqual(600)
      expect(y).toBeGreaterThanOrEqual(0)
      expect(height).toBeGreaterThanOrEqual(0)
    }
    expect(Math.max(...bars.map(({ height }) => height))).toBe(bars.find(({ alerts }) => alerts === 7)?.height)
  })

  test('are none where there are no days', () => {
    expect(layoutBars([], 600).bars).toEqual([])
  })
})

test('hits of an indicator that nobody reached are said to be none', () => {
  expect(sayHits({ hits: { personDays: 0, people: 0, low: 0, medium: 0, high: 0 } })).toMatch(/Never seen/)
  expect(sayHits({ hits: { personDays: 1, people: 1, low: 1, medium: 0, high: 0 } })).toMatch(/1 day of 1 person/)
  expect(POLICIES).toHaveLength(3)
})
