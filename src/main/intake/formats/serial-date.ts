/** Dates as spreadsheets count them: days since a day of their own choosing, times as parts of a day. */

export interface CalendarTime {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
}

/** Between the day zeros of the two ways of counting, 1900 and 1904. */
const DAYS_TO_1904 = 1462
/** From here on the first way is right; before, it counts a 29 February 1900 that never was. */
const AFTER_PHANTOM_DAY = 61

export function fromSerial(serial: number, countsFrom1904 = false): CalendarTime {
  const days = countsFrom1904 ? serial + DAYS_TO_1904 : serial < AFTER_PHANTOM_DAY ? serial + 1 : serial
  const moment = new Date(Date.UTC(1899, 11, 30) + Math.round(days * 86_400) * 1000)
  return {
    year: moment.getUTCFullYear(),
    month: moment.getUTCMonth() + 1,
    day: moment.getUTCDate(),
    hour: moment.getUTCHours(),
    minute: moment.getUTCMinutes(),
    second: moment.getUTCSeconds()
  }
}

/** ISO text without an offset, since a spreadsheet has none; without a clock where the cell has none. */
export function serialAsText(serial: number, countsFrom1904: boolean): string {
  const { year, month, day, hour, minute, second } = fromSerial(serial, countsFrom1904)
  const two = (number: number): string => String(number).padStart(2, '0')
  const date = `${year}-${two(month)}-${two(day)}`
  return Number.isInteger(serial) ? date : `${date}T${two(hour)}:${two(minute)}:${two(second)}`
}
