/** Times of audit records, which are UTC whether or not they say so. Refuses times that no audit log can hold. */

/** Cloud audit logs begin after 1995; a year past 2100 is a damaged field. */
const EARLIEST_MS = Date.UTC(1995, 0, 1)
const LATEST_MS = Date.UTC(2101, 0, 1)

/** UTC milliseconds, or NaN. */
export function auditTime(value: unknown): number {
  if (typeof value === 'number') return inRange(value > 1e11 ? value : value * 1000)
  if (typeof value !== 'string') return Number.NaN
  const text = value.length > 19 && (value.charCodeAt(0) < 48 || value.charCodeAt(0) > 57) ? value.trim() : value
  return inRange(isoTime(text) ?? americanTime(text) ?? ticksTime(text) ?? Number.NaN)
}

function inRange(ms: number): number {
  return ms >= EARLIEST_MS && ms < LATEST_MS ? ms : Number.NaN
}

/** `YYYY-MM-DD[T ]HH:MM[:SS[.fraction]][Z|±HH[:]MM]`, read by hand because half a million rows wait behind it. */
export function isoTime(text: string): number | null {
  if (text.length < 16 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45 || text.charCodeAt(13) !== 58)
    return null
  const year = digits(text, 0, 4)
  const month = digits(text, 5, 7)
  const day = digits(text, 8, 10)
  const hour = digits(text, 11, 13)
  const minute = digits(text, 14, 16)
  if (!(
    year >= 0 &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= 31 &&
    hour >= 0 &&
    hour <= 24 &&
    minute >= 0 &&
    minute <= 59
  ))
    return null
  let at = 16
  let second = 0
  let millisecond = 0
  if (text.charCodeAt(at) === 58) {
    second = digits(text, 17, 19)
    if (!(second >= 0 && second <= 60)) return null
    at = 19
    if (text.charCodeAt(at) === 46 || text.charCodeAt(at) === 44) {
      at++
      let scale = 100
      for (let code = text.charCodeAt(at) - 48; code >= 0 && code <= 9; code = text.charCodeAt(at) - 48) {
        millisecond += code * scale
        scale /= 10
        at++
      }
      millisecond = Math.floor(millisecond + 1e-6)
    }
  }
  const offsetMs = at === text.length ? 0 : zoneOffset(text.slice(at).trim())
  if (offsetMs === null || day > daysOf(year, month)) return null
  return Date.UTC(year, month - 1, day, hour, minute, second, millisecond) - offsetMs
}

function daysOf(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

function digits(text: string, from: number, to: number): number {
  let number = 0
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at) - 48
    if (!(code >= 0 && code <= 9)) return Number.NaN
    number = number * 10 + code
  }
  return number
}

/** Milliseconds of `Z`, `UTC`, `+02:00`, `+0200` or nothing; null for anything else. */
function zoneOffset(zone: string): number | null {
  if (zone === 'Z' || zone === 'z' || zone === '' || /^(UTC|GMT)$/i.test(zone)) return 0
  const match = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone)
  if (match === null) return null
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? '0')
  return (match[1] === '-' ? -minutes : minutes) * 60_000
}

/** `M/D/YYYY h:mm[:ss] [AM|PM]`: exports of the portal and of PowerShell write American times in UTC. */
function americanTime(text: string): number | null {
  const match =
    /^(\d{1,2})\/(\d{1,2})\/(\d{4})[ T,]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(?:([AaPp])\.?[Mm]\.?)?\s*(?:Z|UTC|GMT)?$/.exec(
      text.trim()
    )
  if (match === null) return null
  const [month, day, year, clock, minute, second] = [
    match[1],
    match[2],
    match[3],
    match[4],
    match[5],
    match[6] ?? '0'
  ].map(Number)
  if (month === undefined || day === undefined || year === undefined || clock === undefined || minute === undefined)
    return null
  if (month < 1 || month > 12 || day < 1 || day > daysOf(year, month) || clock > 23 || minute > 59) return null
  const half = match[7]?.toLowerCase()
  const hour = half === undefined ? clock : (clock % 12) + (half === 'p' ? 12 : 0)
  return Date.UTC(year, month - 1, day, hour, minute, second)
}

/** `/Date(1658751973240)/` of old web services, and bare epoch numbers as text. */
function ticksTime(text: string): number | null {
  const match = /^(?:\/Date\()?(\d{10}|\d{13})(?:[+-]\d{4})?(?:\)\/)?$/.exec(text.trim())
  if (match?.[1] === undefined) return null
  return match[1].length === 10 ? Number(match[1]) * 1000 : Number(match[1])
}
