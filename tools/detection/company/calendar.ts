/** The days of one company, numbered from 0. The company lies in a place that keeps UTC all year, so days need no zone. */
import { chanceOf } from './chance.ts'

export const DAY_MS = 86_400_000
export const MINUTE_MS = 60_000

export interface Calendar {
  readonly days: number
  readonly startMs: number
  /** Days since 1970-01-01 of day 0. */
  readonly firstDay: number
  readonly holidays: ReadonlySet<number>
  /** Monday to Friday and no holiday. */
  readonly isWorkday: (day: number) => boolean
  /** Monday 1 to Sunday 7. */
  readonly weekdayOf: (day: number) => number
  readonly atMs: (day: number, minute: number) => number
  /** 2025-09-01. */
  readonly dateOf: (day: number) => string
}

/** Both ends included. */
export interface Size {
  readonly people: readonly [number, number]
  readonly weeks: readonly [number, number]
}
/** Large enough for peers and habits, small enough to be played several times in some minutes. */
export const WHOLE: Size = { people: [210, 290], weeks: [14, 16] }
/** For a test: everything is there, but little is known of anybody. */
export const QUICK: Size = { people: [100, 110], weeks: [9, 9] }

/** Mondays on which a company's log may begin: spring, autumn and the turn of a year. */
const BEGINNINGS = ['2024-09-02', '2025-01-13', '2025-02-03', '2025-03-10', '2025-09-01', '2025-10-06'] as const

export function makeCalendar(seed: number, size: Size): Calendar {
  const chance = chanceOf(seed, 'calendar')
  const startMs = Date.parse(`${chance.pick(BEGINNINGS)}T00:00:00Z`)
  const days = 7 * chance.between(...size.weeks) + chance.between(0, 3)
  const weekdayOf = (day: number): number => (day % 7) + 1
  const workdays = Array.from({ length: days }, (_, day) => day).filter((day) => weekdayOf(day) <= 5)
  const holidays = new Set(chance.some(workdays.slice(15), 3))
  return {
    days,
    startMs,
    firstDay: Math.floor(startMs / DAY_MS),
    holidays,
    weekdayOf,
    isWorkday: (day) => weekdayOf(day) <= 5 && !holidays.has(day),
    atMs: (day, minute) => startMs + day * DAY_MS + Math.floor(minute * MINUTE_MS),
    dateOf: (day) => new Date(startMs + day * DAY_MS).toISOString().slice(0, 10)
  }
}
