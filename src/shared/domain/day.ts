/** Calendar days of a zone, counted since 1970-01-01, and their text. Offsets are asked of Intl once an hour of the data. */

const HOUR_MS = 3_600_000
const DAY_MS = 86_400_000

export type DayOf = (atMs: number) => number

/** Throws a RangeError for a zone that Intl does not know. */
export function dayOfZone(timezone: string): DayOf {
  if (timezone === 'UTC') return (atMs) => Math.floor(atMs / DAY_MS)
  const offset = offsetOfZone(timezone)
  return (atMs) => Math.floor((atMs + offset(atMs)) / DAY_MS)
}

/** Milliseconds that local time is ahead of UTC at a moment. Zones change their offset on quarter hours at most. */
export function offsetOfZone(timezone: string): (atMs: number) => number {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: timezone, timeZoneName: 'longOffset' })
  const known = new Map<number, number>()
  return (atMs) => {
    const quarter = Math.floor(atMs / (HOUR_MS / 4))
    const seen = known.get(quarter)
    if (seen !== undefined) return seen
    const name = format.formatToParts(atMs).find((part) => part.type === 'timeZoneName')?.value ?? 'GMT'
    const match = /^GMT(?:([+-])(\d{2}):(\d{2})(?::(\d{2}))?)?$/.exec(name)
    const sign = match?.[1] === '-' ? -1 : 1
    const offsetMs =
      sign * (Number(match?.[2] ?? 0) * HOUR_MS + Number(match?.[3] ?? 0) * 60_000 + Number(match?.[4] ?? 0) * 1000)
    if (known.size > 100_000) known.clear()
    known.set(quarter, offsetMs)
    return offsetMs
  }
}

/** Whether Intl knows the zone by this IANA name. */
export function isKnownZone(timezone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: timezone })
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

/** `YYYY-MM-DD`. */
export function dayText(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10)
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

/** `21 Mar 2026`, as days stand in sentences. */
export function sayDay(day: number): string {
  const date = new Date(day * DAY_MS)
  return `${String(date.getUTCDate())} ${MONTHS[date.getUTCMonth()] ?? ''} ${String(date.getUTCFullYear())}`
}

/** Day number of `YYYY-MM-DD`; null for anything else. */
export function parseDay(text: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null
  const atMs = Date.parse(`${text}T00:00:00Z`)
  return Number.isNaN(atMs) || dayText(atMs / DAY_MS) !== text ? null : atMs / DAY_MS
}
