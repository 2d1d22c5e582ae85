/** What a splitter hands on: one record as text, where it stood, or why it is none. Offsets are those of the decoded text. */
import { REJECTED_TEXT_CHARACTERS } from '../limits.ts'

export interface RecordSink {
  record(text: string, line: number, offset: number): void
  /** A stretch of the file that is no record; counts as one row. */
  broken(reason: string, text: string, line: number, offset: number): void
}

export interface CellSink {
  row(cells: readonly string[], text: string, line: number, offset: number): void
  broken(reason: string, text: string, line: number, offset: number): void
}

export interface Splitter {
  write(chunk: Buffer): void
  /** Tells whether the file stopped in the middle of a record. */
  end(): { readonly isCut: boolean }
}

export const CUT_REASON = 'The file ends in the middle of this row.'

export function shortened(text: string): string {
  return text.length <= REJECTED_TEXT_CHARACTERS ? text : text.slice(0, REJECTED_TEXT_CHARACTERS)
}

/** Line feeds between two places of a buffer. */
export function countLines(bytes: Buffer, start: number, end: number): number {
  let lines = 0
  for (let at = bytes.indexOf(10, start); at !== -1 && at < end; at = bytes.indexOf(10, at + 1)) lines++
  return lines
}
