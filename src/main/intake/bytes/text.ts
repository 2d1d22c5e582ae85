/** Decodes one row. A row of a UTF-8 file whose bytes are not UTF-8 is read as Windows-1252 and counted, not damaged further. */
import { isUtf8 } from 'node:buffer'

export interface RowDecoder {
  decode(bytes: Buffer, start: number, end: number): string
  /** Rows that were not valid UTF-8. */
  strayRows(): number
}

export function openRowDecoder(): RowDecoder {
  const fallback = new TextDecoder('windows-1252')
  let strays = 0
  return {
    decode(bytes, start, end) {
      const text = bytes.toString('utf8', start, end)
      // Free for plain ASCII: V8 does not search one-byte text for a two-byte character.
      if (!text.includes('\ufffd')) return text
      const row = bytes.subarray(start, end)
      if (isUtf8(row)) return text
      strays++
      return fallback.decode(row)
    },
    strayRows: () => strays
  }
}
