/** Snapshots of a directory: of which day one is, by the name of its file, and how a change between two of them is said. */
import { dayText, parseDay } from './day.ts'

/** Days since 1970-01-01; something happened after the first snapshot and before or on the day of the second. */
export interface BetweenSnapshots {
  readonly earlierDay: number
  readonly laterDay: number
}

const DATE = /(?<!\d)((?:19|20)\d{2})([-_.]?)(0[1-9]|1[0-2])(?:\2(0[1-9]|[12]\d|3[01])(?!\d)|(?![-_.]?\d))/g

/**
 * `2010-03-31`, `20100331`, `2010-03` or `201003` in the file's name; a month stands for its first day. Days beat months.
 * Null without a date, and with several of one kind: a guess would make leavers of everybody who came meanwhile.
 */
export function snapshotDay(path: string): number | null {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
  const days = new Set<number>()
  const months = new Set<number>()
  for (const [, year, , month, date] of name.matchAll(DATE)) {
    const day = parseDay(`${String(year)}-${String(month)}-${date ?? '01'}`)
    if (day === null) return null
    const found = date === undefined ? months : days
    found.add(day)
  }
  const [day, ...others] = days.size > 0 ? days : months
  return day === undefined || others.length > 0 ? null : day
}

export function sayBetween({ earlierDay, laterDay }: BetweenSnapshots): string {
  return `between ${dayText(earlierDay)} and ${dayText(laterDay)}, as two snapshots of the directory show`
}
