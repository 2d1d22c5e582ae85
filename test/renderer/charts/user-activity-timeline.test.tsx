// The timeline by keyboard, by pointer and as a table: what it says, what it hides, what it tells the list below.
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { UserActivityTimeline, type SelectedRange } from '../../../src/renderer/charts/user-activity-timeline.tsx'
import { listenForKeys } from '../../../src/renderer/keys.ts'
import { Look } from '../../../src/renderer/look.tsx'
import { forgetEverything } from '../../../src/renderer/memory.ts'
import { WorkspaceContext } from '../../../src/renderer/workspace.ts'
import { useZoneChoice } from '../../../src/renderer/zone.ts'
import type { Timeline } from '../../../src/shared/contract/activity.ts'
import { WorkspaceState } from '../../../src/shared/contract/workspace.ts'
import { expectAccessible } from '../made-window.tsx'
import { madeTimeline, START_MS } from './made-timeline.ts'

const DAY_MS = 86_400_000
// jsdom has no pointer capture.
Element.prototype.setPointerCapture = () => undefined
const workspace = WorkspaceState.parse({
  state: 'open',
  name: 'Spring review',
  operator: 'alice',
  roles: ['investigator'],
  timezone: 'Europe/Berlin',
  counts: { alertsToReview: 0, activeCases: 0, imports: 1, people: 1, activities: 10 }
})

/** Four insights on four days, two of them steps of a sequence, and a resignation. */
const timeline: Timeline = madeTimeline(
  [
    { dayIndex: 0, count: 400, score: 80, category: 'collection' },
    { dayIndex: 1, count: 40, score: 50, category: 'exfiltration' },
    { dayIndex: 40, count: 3, score: 12, category: 'access' },
    { dayIndex: 60, count: 9, score: 9, category: 'clean-up' }
  ],
  {
    sequences: [
      {
        key: 's1',
        name: 'Download, then share',
        score: 88,
        says: 'The same 40 files were downloaded and shared',
        steps: [
          { category: 'collection', atMs: START_MS, count: 40, insightKey: 'insight-0' },
          { category: 'exfiltration', atMs: START_MS + DAY_MS, count: 40, insightKey: 'insight-1' }
        ]
      }
    ],
    flags: [{ kind: 'resignation', says: 'Resigned, last working day 31 March', atMs: START_MS + 20 * DAY_MS }]
  }
)

function show(shown = timeline, onSelect: (range: SelectedRange) => void = () => undefined) {
  forgetEverything()
  const page = render(
    <Look>
      <WorkspaceContext value={workspace}>
        <UserActivityTimeline timeline={shown} onSelect={onSelect} />
      </WorkspaceContext>
    </Look>
  )
  const stopKeys = listenForKeys(window)
  const circles = () => page.container.querySelectorAll('[data-insight]').length
  return { ...page, user: userEvent.setup(), circles, stopKeys }
}

const plot = () => screen.getByRole('application')
const heard = () => plot().querySelector('[aria-live]')?.textContent ?? ''

describe('the timeline', () => {
  it('draws every insight, its sequence and its flag, and names the zone with its offset', async () => {
    const { circles, container } = show()
    expect(circles()).toBe(4)
    expect(container.querySelectorAll('[data-sequence]')).toHaveLength(1)
    expect(screen.getByText('Resignation')).toBeInTheDocument()
    expect(screen.getByText(/Europe\/Berlin \+01:00/)).toBeInTheDocument()
    await expectAccessible()
  })

  it('shows the zone that the operator picks and keeps the days of the scores', () => {
    show()
    act(() => useZoneChoice.setState({ choice: 'utc' }))
    expect(screen.getByText(/UTC \+00:00/)).toBeInTheDocument()
  })

  it('walks from mark to mark with arrows, says each, and pins with Enter', async () => {
    const onSelect = vi.fn<(range: SelectedRange) => void>()
    const { user } = show(timeline, onSelect)
    plot().focus()
    await user.keyboard('{ArrowRight}')
    expect(heard()).toBe('High 80, Collection, 1 Jan 2025: 400 files downloaded')
    await user.keyboard('{Enter}')
    expect(screen.getByRole('region', { name: 'Pinned mark' })).toHaveTextContent('400 files downloaded')
    await waitFor(() =>
      expect(onSelect).toHaveBeenLastCalledWith({
        fromMs: Date.parse('2025-01-01T00:00:00+01:00'),
        toMs: Date.parse('2025-01-02T00:00:00+01:00'),
        indicator: 'download-files'
      })
    )
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('region', { name: 'Pinned mark' })).toBeNull()
    await waitFor(() => expect(onSelect.mock.lastCall?.[0].indicator).toBeUndefined())
    await user.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}')
    expect(heard()).toContain('Resignation')
    await user.keyboard('{End}')
    expect(heard()).toContain('Clean-up')
  })

  it('lists the steps of a pinned sequence and tells the time between first and last', async () => {
    const onSelect = vi.fn<(range: SelectedRange) => void>()
    const { user } = show(timeline, onSelect)
    plot().focus()
    await user.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}')
    expect(heard()).toContain('Sequence of 2 steps, score 88')
    await user.keyboard('{Enter}')
    expect(screen.getByRole('region', { name: 'Pinned mark' }).querySelectorAll('li')).toHaveLength(2)
    await waitFor(() => expect(onSelect).toHaveBeenLastCalledWith({ fromMs: START_MS, toMs: START_MS + DAY_MS + 1 }))
  })

  it('hides a kind of risk and what scores 15 or less, and brings them back', async () => {
    const { user, circles } = show()
    await user.click(screen.getByRole('checkbox', { name: /Collection/ }))
    expect(circles()).toBe(3)
    expect(screen.getByRole('checkbox', { name: /Collection/ })).toHaveAttribute('aria-checked', 'false')
    await user.click(screen.getByRole('checkbox', { name: /Collection/ }))
    await user.click(screen.getByRole('button', { name: 'Score above 15' }))
    expect(circles()).toBe(2)
  })

  it('is a table for those who ask for one, with the same marks in the order of time', async () => {
    const { user } = show()
    await user.click(screen.getByRole('button', { name: 'As table' }))
    const table = screen.getByRole('grid', { name: 'Timeline as a table' })
    expect(table).toHaveAttribute('aria-rowcount', '7')
    expect(table).toHaveTextContent('High 80')
    expect(table).toHaveTextContent('Resigned, last working day 31 March')
    await expectAccessible()
  })

  it('moves and stretches its window by keys on the strip, and tells the list below once the hand rests', async () => {
    const onSelect = vi.fn<(range: SelectedRange) => void>()
    const { user } = show(timeline, onSelect)
    await waitFor(() => expect(onSelect).toHaveBeenCalled())
    const before = onSelect.mock.lastCall?.[0]
    screen.getByRole('slider', { name: 'Start of the window' }).focus()
    await user.keyboard('{Shift>}{ArrowRight}{ArrowRight}{/Shift}')
    await waitFor(() => expect((onSelect.mock.lastCall?.[0].fromMs ?? 0) - (before?.fromMs ?? 0)).toBe(14 * DAY_MS))
    expect(onSelect.mock.lastCall?.[0].toMs).toBe(before?.toMs)
    screen.getByRole('slider', { name: 'Window' }).focus()
    await user.keyboard('{Home}')
    await waitFor(() => expect(onSelect.mock.lastCall?.[0].fromMs).toBe(before?.fromMs))
  })

  it('zooms with the wheel around the pointer and gives the wheel back to the page at its end', () => {
    show()
    const wheel = (deltaY: number) => {
      const event = new WheelEvent('wheel', { deltaY, clientX: 500, bubbles: true, cancelable: true })
      fireEvent(plot(), event)
      return event.defaultPrevented
    }
    expect(wheel(100)).toBe(false)
    expect(wheel(-100)).toBe(true)
    expect(wheel(100)).toBe(true)
  })

  it('pins what is clicked and lets go with a second click', () => {
    const { container } = show()
    const place = /translate\(([\d.]+) ([\d.]+)\)/.exec(
      container.querySelector('[data-insight="insight-0"]')?.getAttribute('transform') ?? ''
    )
    const at = { clientX: Number(place?.[1]), clientY: Number(place?.[2]), button: 0 }
    const click = () => {
      fireEvent.pointerDown(plot(), at)
      fireEvent.pointerUp(plot(), at)
    }
    click()
    expect(screen.getByRole('region', { name: 'Pinned mark' })).toHaveTextContent('400 files downloaded')
    click()
    expect(screen.queryByRole('region', { name: 'Pinned mark' })).toBeNull()
  })

  it('teaches the next step where nothing is known of the person', () => {
    show({ ...madeTimeline([]), density: [] })
    expect(screen.getByText(/Import the logs of the time in question/)).toBeInTheDocument()
  })
})
