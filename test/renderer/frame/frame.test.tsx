// What stands around every screen: places by role, keys, palette, zone, lock.
import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { useNavigation } from '../../../src/renderer/navigation.ts'
import { useQueue } from '../../../src/renderer/screens/alerts/state.ts'
import { madeRow } from '../made-alerts.ts'
import { expectAccessible, openWindow, queueRows } from '../made-window.tsx'

describe('the frame', () => {
  test('says workspace, zone with offset, operator with roles, and the counts', async () => {
    await openWindow({ screen: 'alerts' })
    const head = screen.getByRole('banner')
    expect(head).toHaveTextContent('Spring review')
    expect(head).toHaveTextContent(/Europe\/Berlin \+0[12]:00/)
    expect(head).toHaveTextContent('alice (admin, analyst, investigator, auditor)')
    const places = screen.getByRole('navigation', { name: 'Places' })
    expect(within(places).getByRole('button', { name: /Alerts/ })).toHaveTextContent('Alerts8')
    expect(within(places).getByRole('button', { name: /Alerts/ })).toHaveAttribute('aria-current', 'page')
  })

  test('an auditor is offered no alerts, cases or people', async () => {
    await openWindow({ screen: 'settings' }, { workspace: { roles: ['auditor'] } })
    const places = screen.getByRole('navigation', { name: 'Places' })
    const names = within(places)
      .getAllByRole('button')
      .map((button) => button.textContent)
    expect(names).toContain('Audit')
    expect(names.join()).not.toMatch(/Alerts|Cases|People/)
  })

  test('goes by two keys, and a single g waits visibly and ends by itself', async () => {
    const { user } = await openWindow({ screen: 'settings' })
    await user.keyboard('g')
    expect(screen.getByText(/second key/)).toBeVisible()
    await user.keyboard('a')
    await queueRows()
    expect(useNavigation.getState().place).toEqual({ screen: 'alerts' })
    await user.keyboard('g')
    await waitFor(() => expect(screen.queryByText(/second key/)).toBeNull(), { timeout: 3000 })
  })

  test('the palette finds actions, places, alerts by number and people by pseudonym', async () => {
    const { user } = await openWindow({ screen: 'alerts' })
    await queueRows()
    await user.keyboard('{Control>}k{/Control}')
    const palette = await screen.findByRole('dialog')
    await expectAccessible()
    await user.keyboard('dismiss')
    expect(within(palette).getByRole('option', { name: /Dismiss with a reason/ })).toBeVisible()
    await user.clear(within(palette).getByRole('combobox'))
    await user.keyboard(madeRow(3).pseudonym.toLowerCase())
    expect(within(palette).getByRole('option', { name: new RegExp(`Open ${madeRow(3).pseudonym}`) })).toBeVisible()
    await user.clear(within(palette).getByRole('combobox'))
    await user.keyboard('103{Enter}')
    expect(await screen.findByRole('heading', { name: /High 85.3/ })).toBeVisible()
  })

  test('keys below an open dialog do nothing', async () => {
    const { user } = await openWindow({ screen: 'alerts' })
    await queueRows()
    await user.keyboard('?')
    const help = await screen.findByRole('dialog', { name: 'Keys that work here' })
    expect(help).toHaveTextContent('Dismiss with a reason')
    await expectAccessible()
    await user.keyboard('x')
    expect(screen.queryByText('1 alert selected')).toBeNull()
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    await user.keyboard('x')
    expect(screen.getByText('1 alert selected')).toBeVisible()
  })

  test('the zone is changed for display only, and every time says it', async () => {
    const { user } = await openWindow({ screen: 'alerts' })
    await queueRows()
    expect(screen.getAllByText('12 Mar 2026 17:40 +01:00').length).toBeGreaterThan(0)
    await user.keyboard('t')
    await user.click(await screen.findByRole('radio', { name: /^UTC/ }))
    await user.keyboard('{Escape}')
    expect(screen.getAllByText('12 Mar 2026 16:40 +00:00').length).toBeGreaterThan(0)
    expect(screen.getByRole('banner')).toHaveTextContent('UTC +00:00')
  })

  test('the lock takes everything off the screen and out of the view state', async () => {
    const { user } = await openWindow({ screen: 'alerts' })
    await queueRows()
    await user.keyboard('x{Control>}l{/Control}')
    expect(await screen.findByRole('button', { name: 'Unlock' })).toBeVisible()
    expect(document.body.textContent).not.toContain('ANON-')
    expect(useQueue.getState().chosen.size).toBe(0)
    expect(useQueue.getState().order).toEqual([])
    expect(useNavigation.getState().past).toEqual([])
  })

  test('a lock that the engine announces does the same', async () => {
    const { desk } = await openWindow({ screen: 'alerts' })
    await queueRows()
    await desk.invoke('workspace.lock', {})
    desk.announce('workspace')
    expect(await screen.findByRole('button', { name: 'Unlock' })).toBeVisible()
  })

  test('settings break no rule of axe and hold nothing back', async () => {
    const { user } = await openWindow({ screen: 'settings' })
    expect(await screen.findByText(/not the official runtime/)).toBeVisible()
    await expectAccessible()
    await user.click(screen.getByRole('button', { name: 'Add an operator…' }))
    const dialog = await screen.findByRole('dialog', { name: 'Add an operator' })
    expect(within(dialog).getByRole('button', { name: 'Add' })).toBeDisabled()
    await expectAccessible()
  })

  test('nothing is written into the storage of the window', async () => {
    const { user } = await openWindow({ screen: 'settings' })
    await user.click(screen.getByRole('button', { name: 'Dark' }))
    await user.keyboard('ga')
    await queueRows()
    expect(window.localStorage.length).toBe(0)
    expect(window.sessionStorage.length).toBe(0)
  })
})
