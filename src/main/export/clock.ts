/** Times in the zone that the export states, always with their offset. Refuses a zone that the machine does not know. */
import { IANAZone } from 'luxon'

export interface Clock {
  readonly timezone: string
  /** Milliseconds to add to UTC to read the wall clock of the zone. */
  readonly offsetMs: (atMs: number) => number
  /** `2026-03-12T17:40:05.120+01:00` */
  readonly iso: (atMs: number) => string
  /** `12 Mar 2026 17:40 +01:00` */
  readonly minute: (atMs: number) => string
  /** `12 Mar 2026` */
  readonly day: (atMs: number) => string
  /** `17:40` */
  readonly hour: (atMs: number) => string
}

/** Null where the zone is unknown. */
export function openClock(timezone: string): Clock | null {
  if (!IANAZone.isValidZone(timezone)) return null
  const offsetMs = rememberedOffsets(IANAZone.create(timezone))
  const wall = (atMs: number): string => new Date(atMs + offsetMs(atMs)).toISOString()
  const offset = (atMs: number): string => offsetText(offsetMs(atMs))
  return {
    timezone,
    offsetMs,
    iso: (atMs) => `${wall(atMs).slice(0, -1)}${offset(atMs)}`,
    minute: (atMs) => `${dayText(wall(atMs))} ${wall(atMs).slice(11, 16)} ${offset(atMs)}`,
    day: (atMs) => dayText(wall(atMs)),
    hour: (atMs) => wall(atMs).slice(11, 16)
  }
}

/** `2026-03-12` as `12 Mar 2026`. */
export function dayText(date: string): string {
  const month = MONTHS[Number(date.slice(5, 7)) - 1] ?? date.slice(5, 7)
  return `${String(Number(date.slice(8, 10)))} ${month} ${date.slice(0, 4)}`
}

/** Events that are known to the day only are written as midnight; then the hour would say too much. */
export function dayOrMinute(clock: Clock, atMs: number): string {
  return clock.hour(atMs) === '00:00' ? clock.day(atMs) : clock.minute(atMs)
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** Offsets change at quarters of an hour at most, and asking for one costs more than all the rest of a row. */
const QUARTER_MS = 900_000

function rememberedOffsets(zone: IANAZone): (atMs: number) => number {
  const known = new Map<number, number>()
  return (atMs) => {
    const quarter = Math.floor(atMs / QUARTER_MS)
    const remembered = known.get(quarter)
    if (remembered !== undefined) return remembered
    const offset = Math.round(zone.offset(quarter * QUARTER_MS)) * 60_000
    known.set(quarter, offset)
    return offset
  }
}

function offsetText(offsetMs: number): string {
  const minutes = Math.abs(offsetMs) / 60_000
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0')
  return `${offsetMs < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`
}
