/**
 * Dates of HR files in every form that offices write. Refuses to guess silently: whether 03/04 is March or April is
 * decided once per file, from values that can only be read one way.
 */
import { DateTime } from 'luxon'
import { type CalendarTime, fromSerial } from '../../formats/serial-date.ts'
import { isoTime } from '../m365/time.ts'

export type DateOrder = 'day-first' | 'month-first'

/** UTC milliseconds, or null where the text is no date in this order. Midnight of the zone where only a day is given. */
export function hrDate(written: string, order: DateOrder, zone: string): number | null {
  const text = written.trim()
  if (text === '') return null
  const absolute =
    /(?:Z|UTC|[+-]\d{2}:?\d{2})$/i.test(text) && /\d:\d\d/.test(text)
      ? isoTime(text.replace(/\s+(?=[+-]\d)/, ''))
      : null
  if (absolute !== null) return absolute
  const local = yearFirst(text) ?? numeric(text, order) ?? spelled(text) ?? serial(text)
  if (local === null || !isRealDay(local)) return null
  const moment = DateTime.fromObject({ ...local }, { zone })
  return moment.isValid ? moment.toMillis() : null
}

/** Which order a value proves; null for values that fit both or have no such question. */
export function provenOrder(written: string): DateOrder | null {
  const match = QUESTIONABLE.exec(written.trim())
  const first = Number(match?.[1])
  const second = Number(match?.[3])
  if (match === null) return null
  if (first > 12 && second <= 12) return 'day-first'
  return second > 12 && first <= 12 ? 'month-first' : null
}

/** Whether reading this value needs the order of the file. */
export function needsOrder(written: string): boolean {
  const match = QUESTIONABLE.exec(written.trim())
  return match !== null && Number(match[1]) <= 12 && Number(match[3]) <= 12 && match[1] !== match[3]
}

const CLOCK = String.raw`(?:[ T,]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*([AaPp]\.?[Mm]\.?)?)?`
/** A dot between the numbers is only ever written where the day comes first, so it raises no question. */
const QUESTIONABLE = new RegExp(String.raw`^(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d{2})${CLOCK}$`)
const DOTTED = new RegExp(String.raw`^(\d{1,2})(\.)\s?(\d{1,2})\.\s?(\d{4}|\d{2})${CLOCK}$`)
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})([/.-])(\d{1,2})\2(\d{1,2})${CLOCK}$`)
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/

function yearFirst(text: string): CalendarTime | null {
  const compact = COMPACT.exec(text)
  if (compact !== null) return at(compact[1], compact[2], compact[3], [])
  const match = YEAR_FIRST.exec(text)
  return match === null ? null : at(match[1], match[3], match[4], match.slice(5))
}

function numeric(text: string, order: DateOrder): CalendarTime | null {
  const dotted = DOTTED.exec(text)
  if (dotted !== null) return at(dotted[4], dotted[3], dotted[1], dotted.slice(5))
  const match = QUESTIONABLE.exec(text)
  if (match === null) return null
  return order === 'day-first'
    ? at(match[4], match[3], match[1], match.slice(5))
    : at(match[4], match[1], match[3], match.slice(5))
}

/** First letters of month names in English, German and French; March and May need three of each. */
const MONTHS: readonly RegExp[] = [
  /^jan/,
  /^f[eé][bv]/,
  /^m(ar|är|rz|aer)/,
  /^a[pv]r/,
  /^ma[iy]/,
  /^jui?n/,
  /^(jul|juil)/,
  /^a(ug|o[uû]t)/,
  /^sep/,
  /^o[ck]t/,
  /^nov/,
  /^d[eé][cz]/
]

/** 1 to 12, or 0 for what is no month. */
export function monthOf(name: string): number {
  return MONTHS.findIndex((pattern) => pattern.test(name)) + 1
}

function spelled(text: string): CalendarTime | null {
  const match = /^(\d{1,2})(?:\.|st|nd|rd|th)?[ -]+([a-zäéû]+)\.?[ ,-]+(\d{4})$/i.exec(text)
  const american = match === null ? /^([a-zäéû]+)\.? (\d{1,2}),? (\d{4})$/i.exec(text) : null
  const name = (match?.[2] ?? american?.[1] ?? '').toLowerCase()
  const month = monthOf(name)
  return name === '' || month === 0
    ? null
    : at(match?.[3] ?? american?.[3], String(month), match?.[1] ?? american?.[2], [])
}

/** Days since the last day of 1899, as spreadsheets count; 1954 to 2119 in whole days and parts of them. */
function serial(text: string): CalendarTime | null {
  if (!/^\d{5}(\.\d+)?$/.test(text)) return null
  const days = Number(text)
  return days < 20_000 || days > 80_000 ? null : fromSerial(days)
}

function at(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  clock: readonly (string | undefined)[]
): CalendarTime {
  const [hour, minute, second, half] = clock
  const isAfternoon = half?.toLowerCase().startsWith('p') === true
  const written = Number(hour ?? 0)
  const full = Number(year)
  return {
    // HR files are about people at work now, so two digits mean this century.
    year: full < 100 ? full + 2000 : full,
    month: Number(month),
    day: Number(day),
    hour: half === undefined ? written : (written % 12) + (isAfternoon ? 12 : 0),
    minute: Number(minute ?? 0),
    second: Number(second ?? 0)
  }
}

function isRealDay({ year, month, day, hour, minute }: CalendarTime): boolean {
  return (
    year >= 1900 &&
    year <= 2100 &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= new Date(Date.UTC(year, month, 0)).getUTCDate() &&
    hour <= 23 &&
    minute <= 59
  )
}
