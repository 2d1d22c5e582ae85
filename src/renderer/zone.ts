/** In which time zone times are shown, and how they are written: always exact, always with the offset. */
import { sayDay } from '../shared/domain/day.ts'
import { createUntilLock } from './memory.ts'
import { useWorkspace } from './workspace.ts'

export const ZONE_CHOICES = ['workspace', 'utc', 'local'] as const
export type ZoneChoice = (typeof ZONE_CHOICES)[number]

export const useZoneChoice = createUntilLock<{ choice: ZoneChoice }>(() => ({ choice: 'workspace' }))

/** IANA name of the zone that times are shown in. */
export function useZone(): string {
  const { choice } = useZoneChoice()
  return zoneOf(choice, useWorkspace().timezone)
}

export function zoneOf(choice: ZoneChoice, workspaceZone: string): string {
  switch (choice) {
    case 'workspace':
      return workspaceZone
    case 'utc':
      return 'UTC'
    case 'local':
      return Intl.DateTimeFormat().resolvedOptions().timeZone
  }
}

/** `12 Mar 2026 17:40 +01:00`. */
export function writeMoment(atMs: number, zone: string, hasSeconds = false): string {
  const part = partsOf(atMs, zone)
  const seconds = hasSeconds ? `:${part.second}` : ''
  return `${writeDate(part)} ${part.hour}:${part.minute}${seconds} ${writeOffset(atMs, zone)}`
}

/** `17:40 +01:00`, for a moment that is minutes away. */
export function writeTime(atMs: number, zone: string): string {
  const { hour, minute } = partsOf(atMs, zone)
  return `${hour}:${minute} ${writeOffset(atMs, zone)}`
}

/** A calendar day `2026-03-12` as `12 Mar 2026`; it belongs to no zone. */
export function writeCalendarDay(day: string): string {
  return sayDay(Date.parse(`${day}T00:00:00Z`) / 86_400_000)
}

/** A one-digit day gets the width of two digits, so that times in a column line up. */
export function padDay(written: string): string {
  return /^\d /.test(written) ? `\u2007${written}` : written
}

/** `12 Mar 2026` in the zone. */
export function writeDay(atMs: number, zone: string): string {
  return writeDate(partsOf(atMs, zone))
}

/** `+01:00` in force at that time. */
export function writeOffset(atMs: number, zone: string): string {
  const minutes = offsetMinutes(atMs, zone)
  const absolute = Math.abs(minutes)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${minutes < 0 ? '−' : '+'}${two(Math.floor(absolute / 60))}:${two(absolute % 60)}`
}

/** Minutes east of UTC at that time. */
export function offsetMinutes(atMs: number, zone: string): number {
  const part = partsOf(atMs, zone)
  const asUtcMs = Date.UTC(
    Number(part.year),
    MONTHS.indexOf(part.month),
    Number(part.day),
    Number(part.hour),
    Number(part.minute),
    Number(part.second)
  )
  return Math.round((asUtcMs - Math.floor(atMs / 1000) * 1000) / 60_000)
}

/** `3 hours ago`, `in 2 days`; stands beside the exact time only. */
export function writeRelative(atMs: number, nowMs: number): string {
  const distanceMs = atMs - nowMs
  const [unit, unitMs] = UNITS.find(([, size]) => Math.abs(distanceMs) >= size) ??
    UNITS[UNITS.length - 1] ?? ['minute', 60_000]
  return relative.format(Math.trunc(distanceMs / unitMs), unit)
}

/** `4 min`, `2 h 10 min`, `3 days` for a length of time. */
export function writeLength(lengthMs: number): string {
  const minutes = Math.round(lengthMs / 60_000)
  if (minutes < 1) return `${Math.max(0, Math.round(lengthMs / 1000))} s`
  if (minutes < 60) return `${minutes} min`
  const hours = Math.floor(minutes / 60)
  if (hours < 48) return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`
  return `${Math.round(hours / 24)} days`
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 31_557_600_000],
  ['month', 2_629_800_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000]
]
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' })

interface Parts {
  readonly year: string
  readonly month: string
  readonly day: string
  readonly hour: string
  readonly minute: string
  readonly second: string
}
// Building a formatter costs more than using it a thousand times.
const formatters = new Map<string, Intl.DateTimeFormat>()

function partsOf(atMs: number, zone: string): Parts {
  const formatter =
    formatters.get(zone) ??
    new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23'
    })
  formatters.set(zone, formatter)
  const found = Object.fromEntries(formatter.formatToParts(atMs).map(({ type, value }) => [type, value]))
  const text = (name: string) => found[name] ?? ''
  return {
    year: text('year'),
    month: MONTHS[Number(text('month')) - 1] ?? '',
    day: String(Number(text('day'))),
    hour: text('hour'),
    minute: text('minute'),
    second: text('second')
  }
}

const writeDate = (part: Parts) => `${part.day} ${part.month} ${part.year}`
