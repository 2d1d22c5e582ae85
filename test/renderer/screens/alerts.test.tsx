// The queue by keyboard and by mouse: walk, look, filter, choose, decide, take back, and what a refusal leaves behind.
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { madeRow } from '../made-alerts.ts'
import { expectAccessible, focusedRow, openWindow, queueRows } from '../made-window.tsx'

const last = <Value,>(values: readonly Value[]) => values[values.length - 1]

describe('the queue', () => {
  test('shows what needs review, highest score first, and counts it', async () => {
    const { desk } = await openWindow({ screen: 'alerts' })
    const rows = await queueRows()
    expect(rows).toHaveLength(8)
    expect(rows[0]).toHaveTextContent('High')
    expect(rows[0]).toHaveTextContent('93.4')
    expect(screen.getByRole('grid', { name: 'Alerts' })).toHaveAttribute('aria-rowcount', '9')
    expect(desk.asked.find(({ name }) => name === 'alert.list')?.request).toMatchObject({
      status: 'needs-review',
      sort: 'score',
      search: ''
    })
    expect(screen.getByText('8 of 8 alerts')).toBeVisible()
  })

  test('walks with j and k, stops at both ends, and opens the page with Enter', async () => {
    const { user } = await openWindow({ screen: 'alerts' })
    await queueRows()
    await user.keyboard('k')
    expect(focusedRow()).toContain('93.4')
    await user.keyboard('jjk')
    expect(focusedRow()).toContain('90.7')
    await user.keyboard('{Enter}')
    expect(await screen.findByRole('heading', { name: /High 90.7/ })).toBeVisible()
    await user.keyboard('{Escape}')
    await queueRows()
    expect(focusedRow()).toContain('90.7')
  })

  test('opens the preview with o, keeps it while moving, and closes it with Escape', async () => {
    const { user } = await openWindow({ screen: 'alerts' })
    await queueRows()
    await user.keyboard('o')
    const preview = await screen.findByRole('complementary', { name: 'Preview of the alert' })
    expect(await within(preview).findByText(/All lines together/)).toBeVisible()
    await user.keyboard('j')
    expect(await screen.findByRole('heading', { name: /High 90.7/ })).toBeVisible()
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('complementary')).toBeNull()
  })

  test('asks the engine for every filter and for the sort order', async () => {
    const { desk, user } = await openWindow({ screen: 'alerts' })
    await queueRows()
    const asked = () => last(desk.asked.filter(({ name }) => name === 'alert.list'))?.request
    await user.click(screen.getByRole('button', { name: /Dismissed/ }))
    await waitFor(() => expect(asked()).toMatchObject({ status: 'dismissed' }))
    await user.click(screen.getByRole('button', { name: 'All' }))
    await waitFor(() => expect(asked()).toMatchObject({ status: null }))
    await user.click(screen.getByRole('combobox', { name: 'Severity' }))
    await user.click(screen.getByRole('option', { name: /Medium/ }))
    await waitFor(() => expect(asked()).toMatchObject({ severity: 'medium' }))
    await user.click(screen.getByRole('combobox', { name: 'Policy' }))
    await user.click(await screen.findByRole('option', { name: 'General data leaks' }))
    await waitFor(() => expect(asked()).toMatchObject({ policyId: 2 }))
    await user.click(screen.getByRole('button', { name: 'Detected' }))
    await waitFor(() => expect(asked()).toMatchObject({ sort: 'detected' }))
    expect(screen.getByText(/filter: all states, medium, one policy/)).toBeVisible()
  })

  test('searches from the slash on, and letters in the field decide nothing', async () => {
    const { desk, user } = await openWindow({ screen: 'alerts' })
    await queueRows()
    await user.keyboard('/')
    expect(screen.getByRole('textbox', { name: 'Search the alerts' })).toHaveFocus()
    await user.keyboard('deleted')
    await waitFor(() =>
      expect(last(desk.asked.filter(({ name }) => name === 'alert.list'))?.request).toMatchObject({ search: 'deleted' })
    )
    expect(screen.queryByRole('dialog')).toBeNull()
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.getByText('8 of 8 alerts')).toBeVisible())
  })

  test('says which filter hides everything and offers the way back', async () => {
    const { user } = await openWindow({ screen: 'alerts' })
    await queueRows()
    await user.keyboard('/nothing like it')
    expect(await screen.findByRole('heading', { name: 'No alert matches these filters' })).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Show all alerts that need review' }))
    await waitFor(() => expect(screen.getByText('8 of 8 alerts')).toBeVisible())
  })

  test('teaches the first step when nothing was imported', async () => {
    await openWindow(
      { screen: 'alerts' },
      { alerts: [], workspace: { counts: { alertsToReview: 0, activeCases: 0, imports: 0, people: 0, activities: 0 } } }
    )
    expect(await screen.findByRole('heading', { name: 'No alerts yet: nothing has been imported' })).toBeVisible()
  })

  test('loads the next page by itself near the end', async () => {
    const { desk } = await openWindow(
      { screen: 'alerts' },
      { alerts: Array.from({ length: 450 }, (_, index) => madeRow(index)) }
    )
    await queueRows()
    const table = screen.getByRole('grid', { name: 'Alerts' })
    table.scrollTop = 190 * 32
    fireEvent.scroll(table)
    await waitFor(() =>
      expect(
        desk.asked
          .filter(({ name }) => name === 'alert.list')
          .map(({ request }) => (request as { after: string | null }).after)
      ).toContain('200')
    )
    expect(screen.getByRole('grid', { name: 'Alerts' })).toHaveAttribute('aria-rowcount', '451')
  })
})

describe('decisions', () => {
  test('dismiss needs a reason, then the next alert is under the keyboard, and u takes it back', async () => {
    const { desk, user } = await openWindow({ screen: 'alerts' })
    await queueRows()
    await user.keyboard('d')
    const dialog = await screen.findByRole('dialog', { name: 'Dismiss this alert' })
    expect(within(dialog).getByRole('button', { name: 'Dismiss' })).toBeDisabled()
    await user.keyboard('2{Enter}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(desk.asked.find(({ name }) => name === 'alert.dismiss')?.request).toEqual({
      ids: [100],
      reason: 'no-real-impact',
      comment: ''
    })
    await waitFor(() => expect(focusedRow()).toContain('90.7'))
    expect(screen.getByText('Alert dismissed.')).toBeVisible()
    await waitFor(() => expect(screen.getByText('7 of 7 alerts')).toBeVisible())
    await user.keyboard('u')
    expect(await screen.findByText('Decision taken back.')).toBeVisible()
    await waitFor(() => expect(screen.getByText('8 of 8 alerts')).toBeVisible())
    expect(desk.alerts()[0]?.status).toBe('needs-review')
  })

  test('“another reason” must be written down', async () => {
    const { user } = await openWindow({ screen: 'alerts' })
    await queueRows()
    await user.keyboard('d')
    const dialog = await screen.findByRole('dialog')
    await user.keyboard('5')
    expect(within(dialog).getByRole('button', { name: 'Dismiss' })).toBeDisabled()
    await user.type(within(dialog).getByRole('textbox', { name: 'The reason' }), 'agreed with the works council')
    expect(within(dialog).getByRole('button', { name: 'Dismiss' })).toBeEnabled()
  })

  test('many are chosen with x and dismissed together, with their number said', async () => {
    const { desk, user } = await openWindow({ screen: 'alerts' })
    await queueRows()
    await user.keyboard('xjxjx')
    expect(screen.getByText('3 alerts selected')).toBeVisible()
    await user.keyboard('d')
    const dialog = await screen.findByRole('dialog', { name: 'Dismiss 3 alerts' })
    expect(dialog).toHaveTextContent('3 alerts about 3 people')
    await user.keyboard('1{Enter}')
    await waitFor(() =>
      expect(desk.asked.find(({ name }) => name === 'alert.dismiss')?.request).toMatchObject({ ids: [100, 101, 102] })
    )
    await waitFor(() => expect(focusedRow()).toContain('85.3'))
    await user.keyboard('u')
    expect(await screen.findByText('Decision on 3 alerts taken back.')).toBeVisible()
  })

  test('Escape clears a selection only once the preview is closed', async () => {
    const { user } = await openWindow({ screen: 'alerts' })
    await queueRows()
    await user.keyboard('xo')
    await screen.findByRole('complementary')
    await user.keyboard('{Escape}')
    expect(screen.getByText('1 alert selected')).toBeVisible()
    await user.keyboard('{Escape}')
    expect(screen.queryByText('1 alert selected')).toBeNull()
  })

  test('confirm makes a new case, with a name of pseudonyms offered', async () => {
    const { desk, user } = await openWindow({ screen: 'alerts' })
    await queueRows()
    await user.keyboard('c')
    const dialog = await screen.findByRole('dialog', { name: 'Confirm this alert' })
    const name = within(dialog).getByRole('textbox', { name: 'Name of the case' })
    expect(name).toHaveValue(`Data theft by departing users: ${madeRow(0).pseudonym}`)
    await user.clear(name)
    expect(within(dialog).getByRole('button', { name: 'Confirm' })).toBeDisabled()
    await user.type(name, 'Spring leavers{Enter}')
    await waitFor(() =>
      expect(desk.asked.find(({ name: asked }) => asked === 'alert.confirm')?.request).toEqual({
        ids: [100],
        into: { newCase: 'Spring leavers' },
        comment: ''
      })
    )
    await waitFor(() => expect(focusedRow()).toContain('90.7'))
  })

  test('confirm goes into an existing case of the same person', async () => {
    const { desk, user } = await openWindow({ screen: 'alerts' })
    await queueRows()
    await user.keyboard('jjc')
    const dialog = await screen.findByRole('dialog')
    await user.click(within(dialog).getByRole('radio', { name: /An existing case/ }))
    await user.click(within(dialog).getByRole('combobox', { name: 'Case' }))
    expect(await screen.findByText('About the same person')).toBeVisible()
    await user.click(screen.getByRole('option', { name: /north project/ }))
    await user.click(within(dialog).getByRole('button', { name: 'Confirm' }))
    await waitFor(() =>
      expect(desk.asked.find(({ name }) => name === 'alert.confirm')?.request).toMatchObject({
        ids: [102],
        into: { caseId: 4 }
      })
    )
  })

  test('a refusal stays in the dialog, says what to do, and changes nothing', async () => {
    const { desk, user } = await openWindow({ screen: 'alerts' })
    await queueRows()
    desk.refuseNext('alert.dismiss', 'conflict', 'Another operator confirmed this alert a moment ago.')
    await user.keyboard('d')
    await screen.findByRole('dialog')
    await user.keyboard('1{Enter}')
    expect(await screen.findByText('Another operator confirmed this alert a moment ago.')).toBeVisible()
    expect(screen.getByText('Look at its present state, then decide again.')).toBeVisible()
    expect(screen.getByText('Log entry made-1')).toBeVisible()
    expect(desk.alerts()[0]?.status).toBe('needs-review')
  })

  test('nothing to undo is said, not hidden', async () => {
    const { user } = await openWindow({ screen: 'alerts' })
    await queueRows()
    await user.keyboard('u')
    expect(await screen.findByText('There is no decision of yours left to undo.')).toBeVisible()
  })

  test('a decided alert is not decided again', async () => {
    const { user } = await openWindow({ screen: 'alerts' }, { alerts: [madeRow(0, { status: 'dismissed' })] })
    await user.click(await screen.findByRole('button', { name: 'All' }))
    await waitFor(() => expect(screen.getByText('1 of 1 alerts')).toBeVisible())
    await waitFor(() => expect(focusedRow()).toContain('93.4'))
    await user.keyboard('d')
    expect(await screen.findByText(/already decided/)).toBeVisible()
    expect(screen.queryByRole('dialog')).toBeNull()
  })
})

describe('for everybody', () => {
  // axe takes seconds in jsdom, so each part has its own test.
  test.each([
    ['the queue with its preview', 'xo', /All lines together/],
    ['the dismissal', 'd', /Expected for this person/],
    ['the confirmation', 'c', /A new case/]
  ])(
    '%s breaks no rule of axe',
    async (_, keys, shown) => {
      const { user } = await openWindow({ screen: 'alerts' }, { alerts: [madeRow(0), madeRow(1)] })
      await queueRows()
      await user.keyboard(keys)
      await screen.findByText(shown)
      await expectAccessible()
    },
    60_000
  )

  test('a change that the engine announces is asked again', async () => {
    const { desk } = await openWindow({ screen: 'alerts' })
    await queueRows()
    const before = desk.asked.filter(({ name }) => name === 'alert.list').length
    desk.announce('alert')
    await waitFor(() => expect(desk.asked.filter(({ name }) => name === 'alert.list').length).toBeGreaterThan(before))
  })
})
