/** What a source's reader offers to the formats: one call per row, in whichever form the format has it. */
export interface RowReader {
  record(text: string, line: number, byteOffset: number): void
  cells(cells: readonly string[], text: string, line: number, byteOffset: number): void
  broken(reason: string, text: string, line: number, byteOffset: number): void
  /** Settles rows that waited for later ones; returns sentences about the file as a whole. */
  finish(): readonly string[]
}

/** Cells of a table whose header came twice, as happens when exports are joined. */
export const REPEATED_HEADER = 'repeated header'
export const EMPTY_ROW = 'empty row'

export function isEmptyRow(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '')
}

export function isRepeatedHeader(cells: readonly string[], columns: readonly string[]): boolean {
  return (
    cells.length > 1 &&
    cells[0]?.trim() === columns[0] &&
    cells.every((cell, index) => columns[index]?.startsWith(cell.trim()) === true)
  )
}
