/** Opens the whole window on a desk made by hand, with a size, because jsdom lays nothing out. */
import { act, configure, render, screen, waitFor } from '@testing-library/react'
import userEvent, { PointerEventsCheckLevel } from '@testing-library/user-event'
import axe from 'axe-core'
import { expect } from 'vitest'
import { App } from '../../src/renderer/app.tsx'
import { DeskProvider, newClient } from '../../src/renderer/desk.ts'
import { Look } from '../../src/renderer/look.tsx'
import { forgetEverything } from '../../src/renderer/memory.ts'
import { go, type Place } from '../../src/renderer/navigation.ts'
import { makeDesk, type MadeDesk, type MadeDeskOptions } from './made-desk.ts'

// Computing the visibility of every element by its styles is what makes jsdom slow; dialogs are asked for by their name.
configure({ defaultHidden: true, asyncUtilTimeout: 5000 })

// Whether an element takes clicks is asked of every style sheet at every step; the journeys ask it of a real window.
const QUICK_HANDS = { delay: null, pointerEventsCheck: PointerEventsCheckLevel.Never } as const

Element.prototype.scrollIntoView = () => undefined
Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, get: () => 700 })
Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, get: () => 1200 })

export async function openWindow(place: Place | null, options: MadeDeskOptions = {}) {
  forgetEverything()
  const desk: MadeDesk = makeDesk(options)
  Object.defineProperty(window, 'inward', { configurable: true, value: desk })
  const user = userEvent.setup(QUICK_HANDS)
  const client = newClient()
  const page = render(
    <Look>
      <DeskProvider client={client}>
        <App />
      </DeskProvider>
    </Look>
  )
  if (place !== null) {
    await screen.findByRole('navigation', { name: 'Places' })
    act(() => go(place))
  }
  return { desk, user, page, client }
}

/** Rows of the queue as they stand, without the header. */
export async function queueRows() {
  const table = await screen.findByRole('grid', { name: 'Alerts' })
  await waitFor(() => expect(table).toHaveAttribute('aria-busy', 'false'))
  return [...table.querySelectorAll<HTMLElement>('[role="row"]')].slice(1)
}

/** Text of the row under the keyboard. */
export function focusedRow(): string {
  const id = screen.getByRole('grid', { name: 'Alerts' }).getAttribute('aria-activedescendant')
  return (id === null ? null : document.getElementById(id))?.textContent ?? ''
}

/** No rule of axe is broken. Contrast is computed by the theme's own test, since jsdom draws nothing. */
export async function expectAccessible() {
  const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } })
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`)
  ).toEqual([])
}
