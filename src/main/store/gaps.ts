/**
 * Days on which a log is silent though it usually is not. Weekends are usual where a log hardly has any; a log that
 * only speaks now and then is judged by its own pauses.
 */

export interface Gap {
  /** First and last silent day. */
  readonly from: number
  readonly to: number
  readonly days: number
}

/** With fewer days there is no telling what is usual. */
const LEAST_DAYS = 10
/** Share of weekend days with records from which on weekends count as days like others. */
const WEEKEND_SHARE = 0.2
/** Nine pauses of ten are as usual; a longer one is worth a question. */
const USUAL_SHARE = 0.9

/** In order. `days` are those with records, in order. */
export function gapsOf(days: readonly number[]): readonly Gap[] {
  const [first] = days
  const last = days.at(-1)
  if (first === undefined || last === undefined || days.length < LEAST_DAYS) return []
  const countsWeekends = weekendShare(days, first, last) >= WEEKEND_SHARE
  const position = (day: number): number => (countsWeekends ? day : workingDaysBefore(day))
  const steps: number[] = []
  for (let at = 1; at < days.length; at += 1) steps.push(position(days[at] ?? 0) - position(days[at - 1] ?? 0))
  const sorted = [...steps].sort((left, right) => left - right)
  const usual = Math.max(1, sorted[Math.ceil(sorted.length * USUAL_SHARE) - 1] ?? 1)
  return steps.flatMap((step, at) => {
    const from = (days[at] ?? 0) + 1
    const to = (days[at + 1] ?? 0) - 1
    return step > usual ? [{ from, to, days: to - from + 1 }] : []
  })
}

function weekendShare(days: readonly number[], first: number, last: number): number {
  const weekendDays = last - first + 1 - (workingDaysBefore(last + 1) - workingDaysBefore(first))
  return weekendDays === 0 ? 1 : days.filter((day) => !isWorkingDay(day)).length / weekendDays
}

/** Monday to Friday; day 0, 1970-01-01, was a Thursday. */
function isWorkingDay(day: number): boolean {
  return (((day + 3) % 7) + 7) % 7 < 5
}

/** Working days before a day, counted from a Monday long ago. */
function workingDaysBefore(day: number): number {
  const sinceMonday = day + 3
  const weeks = Math.floor(sinceMonday / 7)
  return weeks * 5 + Math.min(5, sinceMonday - weeks * 7)
}
