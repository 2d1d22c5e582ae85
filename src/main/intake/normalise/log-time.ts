/**
 * Times of logs that nobody specified: ISO, day or month first, spelled months, seconds or finer since 1970, with or
 * without an offset. Refuses to choose between day and month by itself, and refuses years in which no log was written.
 */
import { DateTime } from 'luxon'
import { type DateOrder, hrDate, monthOf } from './hr/dates.ts'
import { isoTime } from './m365/time.ts'

/** Logs of computers that are still around begin after 1990; a year past 2100 is a damaged field. */
const EARLIEST_MS = Date.UTC(1990, 0, 1)
const LATEST_MS = Date.UTC(2101, 0, 1)
const OFFSET = /\s*(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})(?:\s*\([A-Za-z ]+\))?$/i

/** UTC milliseconds, or null. Times without an offset are of the zone. */
export function logTime(written: string, order: DateOrder, zone: string): number | null {
  const text = written.trim()
  if (text === '') return null
  const atMs =
    epochTime(text) ??
    yearFirstTime(text, zone) ??
    numericTime(text, order, zone) ??
    spelledTime(text, zone) ??
    hrDate(text, order, zone)
  return inRange(atMs)
}

/** Seconds, milliseconds, microseconds or nanoseconds since 1970, bare or as `/Date(…)/`. */
export function epochTime(text: string): number | null {
  const match = /^(?:\/Date\()?(\d{10}|\d{13}|\d{16}|\d{19})(\.\d+)?(?:[+-]\d{4})?(?:\)\/)?$/.exec(text)
  if (match?.[1] === undefined) return null
  const digits = match[1]
  // Sixteen and nineteen digits are more than a number holds exactly, so the finer ones are cut off as text.
  if (digits.length > 13) return inRange(Number(digits.slice(0, 13)))
  return inRange(digits.length === 10 ? Math.round(Number(digits + (match[2] ?? '')) * 1000) : Number(digits))
}

/** Year first, with a clock or without. */
export function yearFirstTime(text: string, zone: string): number | null {
  if (!/^\d{4}\D|^\d{8}$|^\d{14}$/.test(text)) return null
  const compact = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})$/.exec(text)
  const written =
    compact === null
      ? text.replace(/^(\d{4})[/.](\d{2})[/.](\d{2})/, '$1-$2-$3')
      : `${compact[1] ?? ''}-${compact.slice(2, 4).join('-')} ${compact.slice(4).join(':')}`
  const utcMs = isoTime(written)
  if (utcMs === null) return inRange(hrDate(text, 'day-first', zone))
  return inRange(OFFSET.test(written.slice(10)) ? utcMs : inZone(utcMs, zone))
}

/** The part of a text that says in which order it writes day and month. */
export function questionIn(text: string): string {
  return text.trim().replace(OFFSET, '')
}

const NUMERIC =
  /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})[ T,]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?:\s*([AaPp])\.?[Mm]\.?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/i

function numericTime(text: string, order: DateOrder, zone: string): number | null {
  const match = NUMERIC.exec(text)
  if (match === null) return null
  // A dot between the numbers is only ever written where the day comes first.
  const isDayFirst = order === 'day-first' || match[2] === '.'
  const [first, second, year, clock, minute, seconds] = [
    match[1],
    match[3],
    match[4],
    match[5],
    match[6],
    match[7] ?? '0'
  ].map(Number)
  const day = isDayFirst ? first : second
  const month = isDayFirst ? second : first
  const half = match[9]?.toLowerCase()
  const hour = half === undefined ? clock : ((clock ?? 0) % 12) + (half === 'p' ? 12 : 0)
  const localMs = calendarMs(year, month, day, hour, minute, seconds, match[8])
  return localMs === null ? null : withOffset(localMs, match[10], zone)
}

const CLOCK = String.raw`[ ,:T]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?:\s*([AaPp])\.?[Mm]\.?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?(?:\s*\([A-Za-z ]+\))?$`
const MONTH = String.raw`([a-zäéû]{3,12})\.?`
/** A weekday says nothing that the date does not say. */
const WEEKDAY = String.raw`^(?:[a-zäéû]{2,12}\.?,?\s+)?`
const DAY_MONTH = new RegExp(String.raw`${WEEKDAY}(\d{1,2})\.?[ /-]+${MONTH}[ ,/-]+(\d{4})${CLOCK}`, 'i')
const MONTH_DAY = new RegExp(String.raw`${WEEKDAY}${MONTH} +(\d{1,2}),? +(\d{4})${CLOCK}`, 'i')
/** As C libraries print it: the year stands last. */
const YEAR_LAST = new RegExp(
  String.raw`${WEEKDAY}${MONTH} +(\d{1,2}) +(\d{1,2}):(\d{2}):(\d{2})(?: ([A-Z]{3,4}|[+-]\d{4}))? (\d{4})$`,
  'i'
)

/** `01/Feb/2026:10:00:00 +0100`, `Sun, 1 Feb 2026 10:00:00 +0100`, `Feb 1, 2026 10:00:00`, `Sun Feb  1 10:00:00 2026`. */
function spelledTime(text: string, zone: string): number | null {
  const dayFirst = DAY_MONTH.exec(text)
  const match = dayFirst ?? MONTH_DAY.exec(text)
  if (match === null) return yearLastTime(text, zone)
  const [name, day] = dayFirst === null ? [match[1], match[2]] : [match[2], match[1]]
  const half = match[8]?.toLowerCase()
  const written = Number(match[4])
  const hour = half === undefined ? written : (written % 12) + (half === 'p' ? 12 : 0)
  const month = monthOf((name ?? '').toLowerCase())
  const seconds = Number(match[6] ?? '0')
  const localMs = calendarMs(Number(match[3]), month, Number(day), hour, Number(match[5]), seconds, match[7])
  return localMs === null ? null : withOffset(localMs, match[9], zone)
}

function yearLastTime(text: string, zone: string): number | null {
  const match = YEAR_LAST.exec(text)
  if (match === null) return null
  const month = monthOf((match[1] ?? '').toLowerCase())
  const [day, hour, minute, second, year] = [match[2], match[3], match[4], match[5], match[7]].map(Number)
  const localMs = calendarMs(year, month, day, hour, minute, second, undefined)
  // Names of zones mean several zones each; only those of UTC and numbers are taken at their word.
  const offset = /^(?:[+-]\d{4}|UTC|GMT)$/.test(match[6] ?? '') ? match[6] : undefined
  return localMs === null ? null : withOffset(localMs, offset, zone)
}

function calendarMs(
  year = 0,
  month = 0,
  day = 0,
  hour = 0,
  minute = 0,
  second = 0,
  fraction: string | undefined
): number | null {
  if (month < 1 || month > 12 || day < 1 || hour > 23 || minute > 59 || second > 60) return null
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null
  return Date.UTC(year, month - 1, day, hour, minute, second, Number((fraction ?? '').padEnd(3, '0').slice(0, 3)))
}

function withOffset(localMs: number, offset: string | undefined, zone: string): number {
  if (offset === undefined) return inZone(localMs, zone)
  const match = /^([+-])(\d{2}):?(\d{2})$/.exec(offset)
  if (match === null) return localMs
  const minutes = Number(match[2]) * 60 + Number(match[3])
  return localMs - (match[1] === '-' ? -minutes : minutes) * 60_000
}

function inRange(atMs: number | null): number | null {
  return atMs !== null && atMs >= EARLIEST_MS && atMs < LATEST_MS ? atMs : null
}

/** Clocks change at whole quarters of an hour; asking the calendar once for each is a hundred times faster than for each row. */
const QUARTER_MS = 15 * 60_000
/** A year has 35 040 quarters. */
const REMEMBERED = 50_000
let offsets = new Map<string, number>()

/** UTC milliseconds of a wall clock, given as if it were UTC. An hour that the clocks skip is read as the hour after it. */
function inZone(localMs: number, zone: string): number {
  const quarter = Math.floor(localMs / QUARTER_MS) * QUARTER_MS
  const key = `${zone} ${String(quarter)}`
  let offsetMs = offsets.get(key)
  if (offsetMs === undefined) {
    const wall = DateTime.fromMillis(quarter, { zone: 'utc' })
    offsetMs = quarter - wall.setZone(zone, { keepLocalTime: true }).toMillis()
    if (offsets.size >= REMEMBERED) offsets = new Map()
    offsets.set(key, offsetMs)
  }
  return localMs - offsetMs
}
