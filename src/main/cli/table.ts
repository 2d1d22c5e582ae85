/** Short aligned text for people. Evidence is shown as text only: nothing in it reaches the terminal as a command. */

export interface Column<Row> {
  readonly head: string
  readonly isNumber?: boolean
  readonly cell: (row: Row) => string | number | null
}

export function table<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  if (rows.length === 0) return 'nothing to list'
  const cells = rows.map((row) => columns.map(({ cell }) => shown(cell(row))))
  const widths = columns.map(({ head }, index) => Math.max(head.length, ...lengths(cells, index)))
  const line = (texts: readonly string[]): string =>
    texts
      .map((each, index) => aligned(each, widths[index] ?? 0, columns[index]?.isNumber === true))
      .join('  ')
      .trimEnd()
  return [line(columns.map(({ head }) => head)), ...cells.map(line)].join('\n')
}

/** Names on the left, values on the right; lines without a value are left out. */
export function pairs(lines: readonly (readonly [name: string, value: string | number | null])[]): string {
  const kept = lines.filter(([, value]) => value !== null && value !== '')
  const width = Math.max(0, ...kept.map(([name]) => name.length))
  return kept.map(([name, value]) => `${name.padEnd(width)}  ${plain(String(value))}`).join('\n')
}

export function plural(count: number, one: string, many: string): string {
  return `${grouped(count)} ${count === 1 ? one : many}`
}

/** 12 345: thin groups read in every language. */
export function grouped(count: number): string {
  return String(count).replaceAll(/\B(?=(\d{3})+(?!\d))/g, ' ')
}

/** Control characters and marks of direction (Unicode UAX #9) become a visible sign; line ends become blanks. */
export function plain(text: string): string {
  return text.replaceAll(/\s/g, ' ').replaceAll(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '\ufffd')
}

function shown(value: string | number | null): string {
  if (value === null || value === '') return '–'
  return typeof value === 'number' ? String(value) : plain(value)
}

function aligned(text: string, width: number, isNumber: boolean): string {
  const blanks = ' '.repeat(Math.max(0, width - Array.from(text).length))
  return isNumber ? blanks + text : text + blanks
}

/** Not spread as a whole: a list may be longer than a call may have arguments. */
function lengths(cells: readonly (readonly string[])[], index: number): readonly number[] {
  let longest = 0
  for (const row of cells) longest = Math.max(longest, Array.from(row[index] ?? '').length)
  return [longest]
}
