/** Finds the header of delimited text: skips what PowerShell and Excel put before it, guesses the separator, names columns. */
import type { RowDecoder } from '../bytes/text.ts'
import { scanRows } from './csv.ts'

export interface CsvHeader {
  readonly delimiter: string
  /** Names as the file writes them, without blanks around; a repeated name gets a number, so none hides another. */
  readonly columns: readonly string[]
  /** Lines and bytes of the decoded text before the first data row. */
  readonly skippedRows: number
}

const DELIMITERS = [',', ';', '\t', '|'] as const

export function findCsvHeader(head: Buffer, decoder: RowDecoder, isWhole: boolean): CsvHeader | null {
  const text = decoder.decode(head, 0, Math.min(head.length, 64 * 1024))
  let skippedRows = 0
  let declared: string | null = null
  for (const line of text.split(/\r?\n/)) {
    if (line.trim() === '') continue
    const separator = /^"?sep=(.)"?$/i.exec(line.trim())
    if (separator?.[1] !== undefined) declared = separator[1]
    else if (!/^"?#/.test(line)) {
      const delimiter = declared ?? guessDelimiter(line)
      const header = scanRows(head, delimiter, decoder, isWhole, skippedRows + 1)[skippedRows]
      return header === undefined || header.length < 2
        ? null
        : { delimiter, columns: distinctNames(header), skippedRows }
    }
    skippedRows++
  }
  return null
}

function guessDelimiter(line: string): string {
  let best = ','
  let most = 0
  for (const delimiter of DELIMITERS) {
    const count = line.replace(/"[^"]*"/g, '').split(delimiter).length - 1
    if (count > most) {
      best = delimiter
      most = count
    }
  }
  return best
}

export function distinctNames(header: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return header.map((cell, index) => {
    const name = cell.trim() || `column ${index + 1}`
    const times = (seen.get(name) ?? 0) + 1
    seen.set(name, times)
    return times === 1 ? name : `${name} (${times})`
  })
}
