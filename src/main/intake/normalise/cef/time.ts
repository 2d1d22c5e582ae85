/**
 * Times as CEF senders write them: epoch numbers, ISO, and months by name in English, French and German. A time without a
 * year is answered with its day in the year only; the reader of a file finds the year, or rejects the record.
 */
import { IANAZone } from 'luxon'
import { monthOf } from '../hr/dates.ts'
import { isoTime } from '../m365/time.ts'
import { openZone } from '../zone.ts'

/** Wall time of a zone, as if it were UTC, to UTC. */
export type ToUtc = (wallMs: number) => number

export type ReadTime =
  | { readonly kind: 'moment'; readonly atMs: number }
  /** Everything but the year: UTC milliseconds of this time in a given year. */
  | { readonly kind: 'yearless'; readonly inYear: (year: number) => number }

const EARLIEST_MS = Date.UTC(1995, 0, 1)
const LATEST_MS = Date.UTC(2101, 0, 1)
const OFFSET = /(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})$/i

/** `déc. 01 2022 13:40:34 GMT`, `Jan 17 2019 03:38:06.123 GMT+00:00`, `Mon Aug  1 06:40:30 2022`, `Oct 14 11:33:57`. */
const SPELLED =
  /^(?:\p{L}{2,4}\.?,? )?(\p{L}{3,9})\.? +(\d{1,2}),? (?:(\d{4}) )?(\d{1,2}):(\d{2}):(\d{2})(?:[.,](\d{1,9}))?(?: (\d{4}))?(?: ?(\S+))?$/u

export function cefTime(written: string, toUtc: ToUtc): ReadTime | null {
  const text = written.trim()
  if (/^\d{13}$/.test(text)) return moment(Number(text))
  if (/^\d{10}(\.\d+)?$/.test(text)) return moment(Math.floor(Number(text) * 1000))
  const iso = isoTime(text.replace(/^(\d{4})\/(\d{2})\/(\d{2})/, '$1-$2-$3'))
  if (iso !== null) return moment(OFFSET.test(text) ? iso : toUtc(iso))
  const match = SPELLED.exec(text)
  if (match === null) return null
  const month = monthOf((match[1] ?? '').toLowerCase())
  const [day, hour, minute, second] = [match[2], match[4], match[5], match[6]].map(Number)
  if (month === 0 || day === undefined || hour === undefined || minute === undefined || second === undefined)
    return null
  // Any leap year will do: a 29th of February may be one.
  if (day < 1 || day > new Date(Date.UTC(2024, month, 0)).getUTCDate() || hour > 23 || minute > 59 || second > 60)
    return null
  const milliseconds = Number((match[7] ?? '0').padEnd(3, '0').slice(0, 3))
  const offsetMs = offsetOf(match[9] ?? '')
  const inYear = (year: number): number => {
    const wall = new Date(Date.UTC(year, month - 1, day, hour, minute, second, milliseconds))
    // The 31st of a month of thirty days is no day; the calendar would roll it over.
    if (wall.getUTCDate() !== day && hour < 24 && second < 60) return Number.NaN
    return offsetMs === null ? toUtc(wall.getTime()) : wall.getTime() - offsetMs
  }
  const year = match[3] ?? match[8]
  return year === undefined ? { kind: 'yearless', inYear } : moment(inYear(Number(year)))
}

/** By the zone that a device says it writes in, or null where it names none that is known. */
export function deviceZone(written: string): ToUtc | null {
  if (written === '') return null
  const known = zones.get(written)
  if (known !== undefined) return known
  const zone = IANAZone.isValidZone(written) ? openZone(written) : null
  if (zones.size < MOST_ZONES) zones.set(written, zone)
  return zone
}

/** There are some six hundred zones; more names than that are not names of zones. */
const MOST_ZONES = 1000
const zones = new Map<string, ToUtc | null>()

function moment(atMs: number): ReadTime | null {
  return atMs >= EARLIEST_MS && atMs < LATEST_MS ? { kind: 'moment', atMs } : null
}

/** `GMT`, `UTC`, `Z`, `GMT+01:00`, `+0200`; null for names of zones, which are many things to many people, and for none. */
function offsetOf(zone: string): number | null {
  const match = /^(?:GMT|UTC|Z)?(?:([+-])(\d{2}):?(\d{2}))?$/i.exec(zone)
  if (match === null || zone === '')
    return zone.toUpperCase() === 'CET' ? 3_600_000 : zone.toUpperCase() === 'CEST' ? 7_200_000 : null
  const minutes = Number(match[2] ?? '0') * 60 + Number(match[3] ?? '0')
  return (match[1] === '-' ? -minutes : minutes) * 60_000
}
