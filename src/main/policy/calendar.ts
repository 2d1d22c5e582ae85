/**
 * Calendar days of the scoring zone, counted since 1970-01-01. The zone itself comes in as `dayOf`; nothing here
 * assumes that a day has 24 hours.
 */
import type { DayOf } from '../../shared/domain/day.ts'

export const DAY_MS = 86_400_000
export const HOUR_MS = 3_600_000

/** First millisecond of a day, found by halving because only `dayOf` knows the zone. */
export function startOfDay(day: number, dayOf: DayOf): number {
  return firstMsFrom(day, dayOf, (day - 2) * DAY_MS, (day + 2) * DAY_MS)
}

/**
 * The same answers as `dayOf`, which is asked some thirty times for each day of UTC instead of once for each row, and
 * only once for all people whose days the same `dayOf` tells.
 */
export function rememberDays(dayOf: DayOf): DayOf {
  let remembered = rememberedDays.get(dayOf)
  if (remembered === undefined) {
    rememberedDays.set(dayOf, (remembered = remember(dayOf)))
    rememberedDays.set(remembered, remembered)
  }
  return remembered
}

const rememberedDays = new WeakMap<DayOf, DayOf>()

function remember(dayOf: DayOf): DayOf {
  const known = new Map<number, { readonly before: number; readonly changesAtMs: number; readonly after: number }>()
  return (atMs) => {
    const utcDay = Math.floor(atMs / DAY_MS)
    let entry = known.get(utcDay)
    if (entry === undefined) {
      const fromMs = utcDay * DAY_MS
      const toMs = fromMs + DAY_MS - 1
      const before = dayOf(fromMs)
      const after = dayOf(toMs)
      entry = { before, after, changesAtMs: before === after ? toMs + 1 : firstMsFrom(before + 1, dayOf, fromMs, toMs) }
      known.set(utcDay, entry)
    }
    return atMs < entry.changesAtMs ? entry.before : entry.after
  }
}

/** Monday to Friday. 1970-01-01 was a Thursday. */
export function isWorkingDay(day: number): boolean {
  const weekday = (((day + 3) % 7) + 7) % 7
  return weekday < 5
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

/** "11 Mar 2026"; the day's number is already in the scoring zone, so UTC arithmetic is exact. */
export function sayDay(day: number): string {
  const date = new Date(day * DAY_MS)
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()] ?? ''} ${date.getUTCFullYear()}`
}

/** Smallest millisecond in (fromMs, toMs] whose day is at least `day`. */
function firstMsFrom(day: number, dayOf: DayOf, fromMs: number, toMs: number): number {
  let before = fromMs
  let reached = toMs
  while (reached - before > 1) {
    const middle = Math.floor((before + reached) / 2)
    if (dayOf(middle) >= day) reached = middle
    else before = middle
  }
  return reached
}
