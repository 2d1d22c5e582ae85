/**
 * Reads times of Windows events. What is UTC by its origin is read so; a time without offset is wall time of the zone
 * chosen for the import; the order of day and month is set once for a file by whoever reads it.
 */
import { isFields } from '../field.ts'
import type { DateOrder } from '../hr/dates.ts'
import { isoTime } from '../m365/time.ts'
import { openZone } from '../zone.ts'

export interface Clock {
  order: DateOrder
  /** UTC milliseconds, or NaN. */
  read(value: unknown, isUtc: boolean): number
}

/** Event logs begin with Windows NT; a year past 2100 is a damaged field. */
const EARLIEST_MS = Date.UTC(1995, 0, 1)
const LATEST_MS = Date.UTC(2101, 0, 1)

const OFFSET = /(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})$/i
const WALL =
  /^(\d{1,4})([/.-])(\d{1,2})\2\s?(\d{1,4})[ ,T]+(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(?:[.,](\d{1,9}))?\s*(?:([AaPp])\.?\s?[Mm]\.?)?$/
const TICKS = /^\/Date\((-?\d{1,15})(?:[+-]\d{4})?\)\/$/

export function openClock(zone: string, order: DateOrder = 'month-first'): Clock {
  const toUtc = openZone(zone)
  const clock: Clock = {
    order,
    read(value, isUtc) {
      const ms = momentOf(value, isUtc ? (wallMs) => wallMs : toUtc, clock.order)
      return ms !== null && ms >= EARLIEST_MS && ms < LATEST_MS ? ms : Number.NaN
    }
  }
  return clock
}

function momentOf(value: unknown, toUtc: (wallMs: number) => number, order: DateOrder): number | null {
  if (typeof value === 'number') return value > 1e11 ? Math.floor(value) : Math.floor(value * 1000)
  if (isFields(value)) return momentOf(value['value'] ?? value['DateTime'] ?? value['SystemTime'], toUtc, order)
  if (typeof value !== 'string') return null
  // Tools of the Unicode age put marks of direction and narrow blanks into dates.
  const text = value
    .replace(/[\u200e\u200f]/g, '')
    .replace(/[\u202f\u00a0]/g, ' ')
    .trim()
  const ticks = TICKS.exec(text)
  if (ticks?.[1] !== undefined) return Number(ticks[1])
  const iso = isoTime(text)
  if (iso !== null) return OFFSET.test(text) ? iso : toUtc(iso)
  const wall = wallTime(text, order)
  return wall === null ? null : toUtc(wall)
}

function wallTime(text: string, order: DateOrder): number | null {
  const match = WALL.exec(text)
  if (match === null) return null
  const [one, two, three] = [match[1] ?? '', match[3] ?? '', match[4] ?? '']
  const isDayFirst = match[2] === '.' || order === 'day-first'
  const [year, month, day] = one.length === 4 ? [one, two, three] : isDayFirst ? [three, two, one] : [three, one, two]
  if (year.length !== 4) return null
  const half = match[9]?.toLowerCase()
  const written = Number(match[5])
  const hour = half === undefined ? written : (written % 12) + (half === 'p' ? 12 : 0)
  const padded = (part: string | number): string => String(part).padStart(2, '0')
  const fraction = match[8] === undefined ? '' : `.${match[8]}`
  return isoTime(
    `${year}-${padded(month)}-${padded(day)} ${padded(hour)}:${padded(match[6] ?? '')}:${match[7] ?? '00'}${fraction}`
  )
}
