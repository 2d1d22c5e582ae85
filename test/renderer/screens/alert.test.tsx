// One alert on its page: the sum, the causes, the way from a line to its activities, and on to the next alert.
import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { madeDetail, madeRow } from '../made-alerts.ts'
import { expectAccessible, openWindow, queueRows } from '../made-window.tsx'

describe('the page of an alert', () => {
  test('says who by pseudonym, by which policy, since when with offset, and why in scope', async () => {
    await openWindow({ screen: 'alert', id: 100 })
    const heading = await screen.findByRole('heading', { level: 1 })
    expect(heading).toHaveTextContent(/High 93.4/)
    expect(heading).toHaveTextContent(madeRow(0).pseudonym)
    expect(heading).toHaveTextContent('Data theft by departing users')
    expect(screen.getByText(/detected/)).toHaveTextContent('detected 12 Mar 2026 17:40 +01:00')
    expect(screen.getByText(/In scope because/)).toHaveTextContent('resignation in the HR file, 1 Mar 2026')
  })

  test('prints lines that add up to the score as printed, and the arithmetic on request', async () => {
    const { user } = await openWindow({ screen: 'alert', id: 100 })
    const why = await screen.findByRole('region', { name: 'Why' })
    const points = within(why)
      .getAllByRole('listitem')
      .map((line) => Number(line.querySelector('span')?.textContent))
    expect(points).toHaveLength(4)
    expect(points.reduce((sum, value) => sum + value, 0)).toBeCloseTo(93.4, 5)
    expect(points).toEqual([...points].sort((one, other) => other - one))
    expect(within(why).queryByText(/100 × \(1 −/)).toBeNull()
    await user.click(within(why).getByRole('button', { name: 'How they combine' }))
    expect(within(why).getByText(/Score 93.4 = 100 × \(1 − 0.380/)).toBeVisible()
  })

  test('tells checked causes from unchecked ones, and how', async () => {
    const { user } = await openWindow({ screen: 'alert', id: 100 })
    const causes = await screen.findByRole('region', { name: 'Harmless causes' })
    expect(causes).toHaveTextContent('Checked and not the reasonbackup client · whole-team migration')
    expect(causes).toHaveTextContent('Not checkedproject list')
    await user.click(within(causes).getByRole('button', { name: 'How each was checked' }))
    expect(causes).toHaveTextContent('No project list is imported.')
  })

  test('marks what counts thirty days together, and opens one channel by its indicator, all of them by time', async () => {
    const detail = madeDetail(madeRow(0))
    const [first, second, ...others] = detail.factors
    if (first === undefined || second === undefined) throw new Error('the made alert has too few lines')
    const thirtyDays = { ...second, kind: 'cumulative' as const, usual: 12, steps: [] }
    const { desk, user } = await openWindow(
      { screen: 'alert', id: 100 },
      {
        answers: {
          'alert.show': () => ({
            ...detail,
            factors: [{ ...first, kind: 'cumulative', indicator: 'all-channels' }, thirtyDays, ...others]
          })
        }
      }
    )
    const why = await screen.findByRole('region', { name: 'Why' })
    expect(within(why).getAllByText('30 days')).toHaveLength(2)
    expect(within(why).getAllByText('sequence')).toHaveLength(1)
    expect(screen.getByRole('grid', { name: 'All risk factors' })).toHaveTextContent('12 in 30 days')
    await expectAccessible()
    await user.click(within(why).getByRole('button', { name: /^42/ }))
    const last = () => desk.asked.filter(({ name }) => name === 'activity.list').at(-1)?.request
    await waitFor(() => expect(last()).toMatchObject({ indicator: null, fromMs: first.fromMs, toMs: first.toMs }))
    await user.click(within(why).getByRole('button', { name: /^24/ }))
    await waitFor(() => expect(last()).toMatchObject({ indicator: second.indicator }))
  })

  test('opens the activities behind a line: by indicator for an insight, by time alone for a sequence', async () => {
    const { desk, user } = await openWindow({ screen: 'alert', id: 100 })
    const why = await screen.findByRole('region', { name: 'Why' })
    await user.click(within(why).getByRole('button', { name: /^42/ }))
    expect(screen.getByRole('tab', { name: 'This alert’s activity' })).toHaveAttribute('aria-selected', 'true')
    const [insight, , sequence] = madeDetail(madeRow(0)).factors
    await waitFor(() =>
      expect(desk.asked.filter(({ name }) => name === 'activity.list').at(-1)?.request).toMatchObject({
        pseudonym: madeRow(0).pseudonym,
        indicator: 'files-downloaded',
        fromMs: insight?.fromMs,
        toMs: insight?.toMs
      })
    )
    await user.click(within(why).getByRole('button', { name: /^16.8/ }))
    await waitFor(() =>
      expect(desk.asked.filter(({ name }) => name === 'activity.list').at(-1)?.request).toMatchObject({
        indicator: null,
        fromMs: sequence?.fromMs
      })
    )
    await user.click(screen.getByRole('button', { name: 'Show all' }))
    await waitFor(() =>
      expect(desk.asked.filter(({ name }) => name === 'activity.list').at(-1)?.request).toMatchObject({
        indicator: null,
        fromMs: madeDetail(madeRow(0)).windowFromMs
      })
    )
  })

  test('a decision leads to the next alert of the queue, and after the last one back to it', async () => {
    const { user } = await openWindow({ screen: 'alerts' }, { alerts: [madeRow(0), madeRow(1)] })
    await queueRows()
    await user.keyboard('{Enter}')
    await screen.findByRole('heading', { name: /High 93.4/ })
    await user.keyboard('d')
    await screen.findByRole('dialog')
    await user.keyboard('1{Enter}')
    expect(await screen.findByRole('heading', { name: /High 90.7/ })).toBeVisible()
    await user.keyboard('d')
    await screen.findByRole('dialog')
    await user.keyboard('1{Enter}')
    expect(await screen.findByRole('heading', { name: 'Nothing needs review' })).toBeVisible()
  })

  test('walks the queue with ] and [', async () => {
    const { user } = await openWindow({ screen: 'alerts' })
    await queueRows()
    await user.keyboard('{Enter}')
    await screen.findByRole('heading', { name: /High 93.4/ })
    await user.keyboard(']')
    expect(await screen.findByRole('heading', { name: /High 90.7/ })).toBeVisible()
    await user.keyboard('[[')
    expect(await screen.findByRole('heading', { name: /High 93.4/ })).toBeVisible()
  })

  test('an unknown alert is refused in words', async () => {
    await openWindow({ screen: 'alert', id: 9999 })
    expect(await screen.findByText('There is no alert of this number.')).toBeVisible()
    expect(screen.getByText(/Go back to the list/)).toBeVisible()
  })

  test('decisions taken back stay readable', async () => {
    const row = madeRow(0)
    await openWindow(
      { screen: 'alert', id: 100 },
      {
        answers: {
          'alert.show': () =>
            madeDetail(row, [
              {
                says: 'Dismissed as expected',
                reason: 'asked ANON-4K7Q-2M',
                operator: 'bela',
                atMs: row.detectedMs,
                isUndone: true
              }
            ])
        }
      }
    )
    const decisions = await screen.findByRole('list', { name: 'Decisions' })
    expect(decisions).toHaveTextContent(
      /Dismissed as expected by bela, 12 Mar 2026 17:40 \+01:00: asked ANON-4K7Q-2M \(taken back\)/
    )
  })

  test('breaks no rule of axe', async () => {
    await openWindow({ screen: 'alert', id: 100 })
    await screen.findByRole('region', { name: 'Why' })
    await expectAccessible()
  })
})
