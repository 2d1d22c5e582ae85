/** Chooses the marks of a time axis in the operator's zone: whole hours, days, weeks, months or years as the room allows. */
import { DateTime } from 'luxon'

interface TimeTick {
  readonly atMs: number
  readonly label: string
}

/** A stretch of the axis that one label of the lower row stands for: a day, a month, a year. */
interface TimeContext {
  readonly fromMs: number
  readonly toMs: number
  readonly label: string
}

export interface TimeTicks {
  readonly step: TickStep['name']
  readonly ticks: readonly TimeTick[]
  readonly contexts: readonly TimeContext[]
}

interface TickStep {
  readonly name: 'hour' | '3 hours' | '6 hours' | '12 hours' | 'day' | 'week' | 'month' | 'quarter' | 'year' | 'decade'
  /** Shortest length of one step, to judge the room by. */
  readonly spanMs: number
  /** Room that the label of a step needs. */
  readonly roomPx: number
}

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

const STEPS: readonly TickStep[] = [
  { name: 'hour', spanMs: HOUR_MS, roomPx: 44 },
  { name: '3 hours', spanMs: 3 * HOUR_MS, roomPx: 44 },
  { name: '6 hours', spanMs: 6 * HOUR_MS, roomPx: 44 },
  { name: '12 hours', spanMs: 12 * HOUR_MS, roomPx: 44 },
  { name: 'day', spanMs: DAY_MS, roomPx: 24 },
  { name: 'week', spanMs: 7 * DAY_MS, roomPx: 24 },
  { name: 'month', spanMs: 28 * DAY_MS, roomPx: 36 },
  { name: 'quarter', spanMs: 90 * DAY_MS, roomPx: 36 },
  { name: 'year', spanMs: 365 * DAY_MS, roomPx: 40 },
  { name: 'decade', spanMs: 3652 * DAY_MS, roomPx: 1 }
]

export function timeTicks(fromMs: number, toMs: number, widthPx: number, zone: string): TimeTicks {
  const pxPerMs = widthPx / Math.max(1, toMs - fromMs)
  const step = STEPS.find((candidate) => candidate.spanMs * pxPerMs >= candidate.roomPx) ?? STEPS[STEPS.length - 1]
  if (!step) return { step: 'day', ticks: [], contexts: [] }
  const ticks: TimeTick[] = []
  for (const at of moments(step.name, fromMs, toMs, zone)) {
    const atMs = at.toMillis()
    if (atMs >= fromMs && atMs <= toMs) ticks.push({ atMs, label: labelOf(step.name, at, step.spanMs * pxPerMs) })
  }
  return { step: step.name, ticks, contexts: contextsOf(step.name, fromMs, toMs, zone) }
}

function* moments(step: TickStep['name'], fromMs: number, toMs: number, zone: string): Generator<DateTime> {
  const from = DateTime.fromMillis(fromMs, { zone, locale: 'en-GB' })
  const hours = hoursOf(step)
  if (hours === null) {
    const [unit, duration] = unitOf(step)
    let at = step === 'decade' ? from.startOf('year').set({ year: from.year - (from.year % 10) }) : from.startOf(unit)
    for (; at.toMillis() <= toMs; at = at.plus(duration).startOf(unit)) yield at
    return
  }
  // By the clock of each day, so that labels stay round after the clocks have changed.
  let lastMs = Number.NEGATIVE_INFINITY
  for (let day = from.startOf('day'); day.toMillis() <= toMs; day = day.plus({ days: 1 }).startOf('day')) {
    for (let hour = 0; hour < 24; hour += hours) {
      const at = day.set({ hour })
      if (at.toMillis() > lastMs) yield at
      lastMs = Math.max(lastMs, at.toMillis())
    }
  }
}

function contextsOf(step: TickStep['name'], fromMs: number, toMs: number, zone: string): readonly TimeContext[] {
  if (step === 'year' || step === 'decade') return []
  const unit = hoursOf(step) !== null ? 'day' : step === 'day' || step === 'week' ? 'month' : 'year'
  const format = { day: 'ccc d LLLL yyyy', month: 'LLLL yyyy', year: 'yyyy' }[unit]
  const contexts: TimeContext[] = []
  let at = DateTime.fromMillis(fromMs, { zone, locale: 'en-GB' }).startOf(unit)
  while (at.toMillis() < toMs) {
    const next = at.plus({ [unit]: 1 }).startOf(unit)
    contexts.push({
      fromMs: Math.max(fromMs, at.toMillis()),
      toMs: Math.min(toMs, next.toMillis()),
      label: at.toFormat(format)
    })
    at = next
  }
  return contexts
}

function labelOf(step: TickStep['name'], at: DateTime, stepPx: number): string {
  switch (step) {
    case 'hour':
    case '3 hours':
    case '6 hours':
    case '12 hours':
      return at.toFormat('HH:mm')
    case 'day':
      return at.toFormat(stepPx >= 52 ? 'ccc d' : 'd')
    case 'week':
      return at.toFormat('d')
    case 'month':
    case 'quarter':
      return at.toFormat(stepPx >= 76 ? 'LLLL' : 'LLL')
    case 'year':
    case 'decade':
      return at.toFormat('yyyy')
  }
}

function hoursOf(step: TickStep['name']): number | null {
  switch (step) {
    case 'hour':
      return 1
    case '3 hours':
      return 3
    case '6 hours':
      return 6
    case '12 hours':
      return 12
    case 'day':
    case 'week':
    case 'month':
    case 'quarter':
    case 'year':
    case 'decade':
      return null
  }
}

function unitOf(step: TickStep['name']): ['day' | 'week' | 'month' | 'quarter' | 'year', Record<string, number>] {
  switch (step) {
    case 'week':
      return ['week', { weeks: 1 }]
    case 'month':
      return ['month', { months: 1 }]
    case 'quarter':
      return ['quarter', { quarters: 1 }]
    case 'year':
      return ['year', { years: 1 }]
    case 'decade':
      return ['year', { years: 10 }]
    case 'hour':
    case '3 hours':
    case '6 hours':
    case '12 hours':
    case 'day':
      return ['day', { days: 1 }]
  }
}
