/** One line of a comma-separated table (RFC 4180: CRLF, quotes doubled). Text that a spreadsheet would run is disarmed. */

/** Written first: without it the spreadsheet most reviewers use takes UTF-8 for its own code page. */
export const CSV_BYTE_ORDER_MARK = '\uFEFF'

export type CsvValue = string | number | null

export function csvLine(values: readonly CsvValue[]): string {
  return `${values.map(cell).join(',')}\r\n`
}

/** What a reader of the table finds in the cell. */
export function cellText(value: CsvValue): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  return FORMULA_START.test(value) ? `'${value}` : value
}

/** What a spreadsheet takes for the start of a formula or a command; numbers of ours are safe and stay numbers. */
const FORMULA_START = /^[=+\-@\t\r\n]/
const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/

function cell(value: CsvValue): string {
  const text = cellText(value)
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
