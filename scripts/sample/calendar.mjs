/** The eight weeks of the sample: days, time zones, holidays. Every time it gives out is UTC milliseconds. */

export const DAY_MS = 86_400_000
export const MINUTE_MS = 60_000

/** Monday 2026-03-02 to Sunday 2026-04-26, both included. */
export const firstDay = '2026-03-02'
export const dayCount = 56
export const startMs = msOfDay(firstDay)
export const endMs = startMs + dayCount * DAY_MS

/** All days of the window as `2026-03-02`. @type {readonly string[]} */
export const days = Array.from({ length: dayCount }, (_, index) => dayOf(startMs + index * DAY_MS))

/** @param {string} day */
export function msOfDay(day) {
  return Date.parse(`${day}T00:00:00Z`)
}

/** @param {number} ms */
export function dayOf(ms) {
  return new Date(ms).toISOString().slice(0, 10)
}

/** Monday 1 to Sunday 7. @param {string} day */
export function weekdayOf(day) {
  return new Date(msOfDay(day)).getUTCDay() || 7
}

/**
 * A local wall-clock time as UTC milliseconds.
 * @param {string} country
 * @param {string} day
 * @param {number} minuteOfDay
 */
export function atLocal(country, day, minuteOfDay) {
  return msOfDay(day) + (minuteOfDay - offsetMinutes(country, day)) * MINUTE_MS
}

/** A local time given as `18:40`. @param {string} country @param {string} day @param {string} clock */
export function atClock(country, day, clock) {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  return atLocal(country, day, hours * 60 + minutes)
}

/** @param {string} country @param {string} day */
export function isHoliday(country, day) {
  return holidays[country]?.includes(day) ?? false
}

/** @type {Readonly<Record<string, readonly string[]>>} */
const holidays = {
  'United Kingdom': ['2026-04-03', '2026-04-06'],
  Germany: ['2026-04-03', '2026-04-06'],
  Portugal: ['2026-04-03'],
  Canada: ['2026-04-03']
}

/** Summer time begins on 2026-03-29 in Europe and on 2026-03-08 in Canada. @param {string} country @param {string} day */
function offsetMinutes(country, day) {
  const zone = zones[country]
  if (!zone) throw new Error(`The sample has no time zone for ${country}.`)
  return zone.winter + (day >= zone.summerFrom ? 60 : 0)
}

/** @type {Readonly<Record<string, {winter: number, summerFrom: string}>>} */
const zones = {
  'United Kingdom': { winter: 0, summerFrom: '2026-03-29' },
  Germany: { winter: 60, summerFrom: '2026-03-29' },
  Portugal: { winter: 0, summerFrom: '2026-03-29' },
  Canada: { winter: -300, summerFrom: '2026-03-08' }
}
