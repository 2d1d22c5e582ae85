/** Dates of mail (RFC 5322 3.3 and the obsolete forms of 4.3). Refuses dates that are no date, or later than the arrival. */
import { DateTime } from 'luxon'
import { monthOf } from '../hr/dates.ts'
import { logTime } from '../log-time.ts'

/** Mail of the Internet as it is written since; a year past 2100 is a damaged field. */
const EARLIEST_MS = Date.UTC(1980, 0, 1)
const LATEST_MS = Date.UTC(2101, 0, 1)
/** Clocks of senders go wrong by hours; by days only where they are made up. */
const AHEAD_MS = 2 * 24 * 3_600_000

const WRITTEN =
  /^(?:[a-z]{2,9}\.?,?\s+)?(\d{1,2})[\s-]+([a-z]{3,9})\.?[\s-]+(\d{2,4}),?\s+(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(?:\.\d+)?\s*([+-]\d{4}|[a-z]{1,5})?\b/i

/** Hours from UTC; every other name, and the military letters, mean nothing certain and are read as UTC (RFC 5322 4.3). */
const ZONES: Readonly<Record<string, number>> = {
  EST: -5,
  EDT: -4,
  CST: -6,
  CDT: -5,
  MST: -7,
  MDT: -6,
  PST: -8,
  PDT: -7
}

export type MailDate = { readonly atMs: number } | { readonly reason: string }

/** `received` holds the route, the last station first. Times without any zone are of the zone of the import. */
export function mailDate(written: string, received: readonly string[], zone: string): MailDate {
  if (written.trim() === '') return { reason: 'The mail has no date.' }
  const atMs = writtenTime(written.trim(), zone)
  if (atMs === null || Number.isNaN(atMs)) return { reason: 'The date of the mail cannot be read.' }
  if (atMs < EARLIEST_MS || atMs >= LATEST_MS) return { reason: 'The date of the mail is of a year without mail.' }
  const arrivedMs = arrival(received, zone)
  return arrivedMs !== null && atMs > arrivedMs + AHEAD_MS
    ? { reason: 'The date of the mail is later than its arrival.' }
    : { atMs }
}

function arrival(received: readonly string[], zone: string): number | null {
  for (const station of received) {
    const atMs = writtenTime(station.slice(station.lastIndexOf(';') + 1).trim(), zone)
    if (atMs !== null && !Number.isNaN(atMs)) return atMs
  }
  return null
}

function writtenTime(text: string, zone: string): number | null {
  const match = WRITTEN.exec(text)
  if (match === null) return logTime(text, 'month-first', zone)
  const month = monthOf((match[2] ?? '').toLowerCase())
  const [day, hour, minute, second] = [match[1], match[4], match[5], match[6] ?? '0'].map(Number)
  if (month === 0) return null
  const wall = DateTime.fromObject(
    { year: fullYear(match[3] ?? ''), month, day, hour, minute, second: Math.min(second ?? 0, 59) },
    { zone: match[7] === undefined ? zone : 'utc' }
  )
  return wall.isValid ? wall.toMillis() - offsetMs(match[7] ?? '') : null
}

/** Two digits are of 1950 to 2049, three count from 1900 (RFC 5322 4.3). */
function fullYear(digits: string): number {
  const year = Number(digits)
  if (digits.length === 4) return year
  return digits.length === 3 || year >= 50 ? 1900 + year : 2000 + year
}

function offsetMs(written: string): number {
  const hours = ZONES[written.toUpperCase()]
  if (hours !== undefined) return hours * 3_600_000
  const match = /^([+-])(\d{2})(\d{2})$/.exec(written)
  if (match === null) return 0
  const minutes = Number(match[2]) * 60 + Number(match[3])
  return (match[1] === '-' ? -minutes : minutes) * 60_000
}
