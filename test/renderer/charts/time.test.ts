import { describe, expect, it } from 'vitest'
import { calendarOf, dayAround } from '../../../src/renderer/charts/calendar.ts'
import { timeTicks } from '../../../src/renderer/charts/time-ticks.ts'
import {
  bringIntoView,
  historyOf,
  keepInside,
  NARROWEST_MS,
  pan,
  rangeView,
  spanMs,
  zoom
} from '../../../src/renderer/charts/timeline-view.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** Clocks in Berlin went forward on 30 March 2025 at 02:00 and back on 26 October 2025 at 03:00. */
const SPRING = { fromMs: Date.parse('2025-03-30T00:00:00+01:00'), toMs: Date.parse('2025-03-31T00:00:00+02:00') }
const AUTUMN = { fromMs: Date.parse('2025-10-26T00:00:00+02:00'), toMs: Date.parse('2025-10-27T00:00:00+01:00') }

describe('the calendar of a zone', () => {
  it('knows the day of 23 and the day of 25 hours in Berlin', () => {
    const lengths = [SPRING, AUTUMN].map(({ fromMs, toMs }) => {
      const days = calendarOf('Europe/Berlin').days(fromMs, toMs)
      expect(days).toHaveLength(1)
      expect([days[0]?.startMs, days[0]?.endMs]).toEqual([fromMs, toMs])
      return ((days[0]?.endMs ?? 0) - (days[0]?.startMs ?? 0)) / HOUR_MS
    })
    expect(lengths).toEqual([23, 25])
    expect(dayAround(SPRING.fromMs + 12 * HOUR_MS, 'Europe/Berlin')).toEqual(SPRING)
  })

  it('ends the night at six by the clock on the day of the change too', () => {
    const [day] = calendarOf('Europe/Berlin').days(SPRING.fromMs, SPRING.toMs)
    expect(new Date(day?.dawnMs ?? 0).toISOString()).toBe('2025-03-30T04:00:00.000Z')
    expect(new Date(day?.duskMs ?? 0).toISOString()).toBe('2025-03-30T18:00:00.000Z')
  })

  it('leaves no gap and no overlap between days of a year, and finds its weekends', () => {
    const days = calendarOf('Europe/Berlin').days(
      Date.parse('2025-01-01T00:00:00+01:00'),
      Date.parse('2026-01-01T00:00:00+01:00')
    )
    expect(days).toHaveLength(365)
    for (let index = 1; index < days.length; index += 1) expect(days[index]?.startMs).toBe(days[index - 1]?.endMs)
    expect(days.filter(({ isWeekend }) => isWeekend)).toHaveLength(104)
  })

  it('sees another weekend boundary in another zone', () => {
    const saturdayInAuckland = Date.parse('2025-06-13T12:00:00Z')
    expect(calendarOf('Pacific/Auckland').days(saturdayInAuckland, saturdayInAuckland + HOUR_MS)[0]?.isWeekend).toBe(
      true
    )
    expect(calendarOf('UTC').days(saturdayInAuckland, saturdayInAuckland + HOUR_MS)[0]?.isWeekend).toBe(false)
  })

  it('begins a day at one o’clock where the clock skips midnight', () => {
    const day = dayAround(Date.parse('2018-11-04T12:00:00-02:00'), 'America/Sao_Paulo')
    expect((day.toMs - day.fromMs) / HOUR_MS).toBe(23)
  })
})

describe('the marks of the time axis', () => {
  it('stay on round hours of the clock through the change of clocks', () => {
    const { step, ticks } = timeTicks(AUTUMN.fromMs, AUTUMN.toMs, 500, 'Europe/Berlin')
    expect(step).toBe('3 hours')
    expect(ticks.map(({ label }) => label)).toEqual([
      '00:00',
      '03:00',
      '06:00',
      '09:00',
      '12:00',
      '15:00',
      '18:00',
      '21:00',
      '00:00'
    ])
    expect(new Set(ticks.map(({ atMs }) => atMs)).size).toBe(ticks.length)
  })

  it('begin each day at its midnight in the zone and not 24 hours after the last', () => {
    const { step, ticks, contexts } = timeTicks(
      SPRING.fromMs - 5 * DAY_MS,
      SPRING.toMs + 5 * DAY_MS,
      600,
      'Europe/Berlin'
    )
    expect(step).toBe('day')
    expect(ticks.map(({ atMs }) => atMs)).toContain(SPRING.fromMs)
    expect(ticks.map(({ atMs }) => atMs)).toContain(SPRING.toMs)
    expect(contexts.map(({ label }) => label)).toEqual(['March 2025', 'April 2025'])
  })

  it('become weeks, months and years as the room shrinks, and always fit', () => {
    const fromMs = Date.parse('2021-01-01T00:00:00Z')
    for (const days of [0.6, 2, 9, 31, 92, 184, 400, 1500, 8000, 90_000]) {
      const { ticks } = timeTicks(fromMs, fromMs + days * DAY_MS, 1000, 'UTC')
      expect(ticks.length).toBeGreaterThan(0)
      expect(ticks.length).toBeLessThanOrEqual(46)
    }
  })
})

describe('the window of time', () => {
  const history = { fromMs: 0, toMs: 200 * DAY_MS }

  it('keeps the moment under the pointer where it is while zooming', () => {
    const view = { fromMs: 50 * DAY_MS, toMs: 150 * DAY_MS }
    const around = 80 * DAY_MS
    const closer = zoom(view, history, 0.5, around)
    expect((around - closer.fromMs) / spanMs(closer)).toBeCloseTo((around - view.fromMs) / spanMs(view))
  })

  it('never leaves the history and never becomes narrower than half a day', () => {
    expect(pan({ fromMs: 0, toMs: DAY_MS }, history, -5 * DAY_MS)).toEqual({ fromMs: 0, toMs: DAY_MS })
    expect(pan({ fromMs: 0, toMs: DAY_MS }, history, 500 * DAY_MS)).toEqual({
      fromMs: 199 * DAY_MS,
      toMs: 200 * DAY_MS
    })
    expect(spanMs(zoom({ fromMs: 0, toMs: DAY_MS }, history, 0.001, 0))).toBe(NARROWEST_MS)
    expect(keepInside({ fromMs: -DAY_MS, toMs: 900 * DAY_MS }, history)).toEqual(history)
  })

  it('shows all of a short history for six months, and the last six of a long one', () => {
    expect(rangeView('6 months', { fromMs: 0, toMs: 9 * DAY_MS }, 'UTC')).toEqual({ fromMs: 0, toMs: 9 * DAY_MS })
    const long = { fromMs: Date.parse('2024-01-01T00:00:00Z'), toMs: Date.parse('2025-10-31T00:00:00Z') }
    expect(rangeView('6 months', long, 'UTC')).toEqual({ fromMs: Date.parse('2025-04-30T00:00:00Z'), toMs: long.toMs })
    expect(rangeView('All', long, 'UTC')).toEqual(long)
  })

  it('moves just far enough to bring a moment into sight', () => {
    const view = { fromMs: 50 * DAY_MS, toMs: 60 * DAY_MS }
    expect(bringIntoView(view, history, 55 * DAY_MS)).toBe(view)
    expect(bringIntoView(view, history, 70 * DAY_MS).toMs).toBeGreaterThan(70 * DAY_MS)
    expect(bringIntoView(view, history, 40 * DAY_MS).fromMs).toBeLessThan(40 * DAY_MS)
  })

  it('makes a history of one moment a week wide', () => {
    const week = historyOf([5 * DAY_MS], 0)
    expect(spanMs(week)).toBe(7 * DAY_MS)
    expect(spanMs(historyOf([], 0.05))).toBe(7 * DAY_MS)
  })
})
