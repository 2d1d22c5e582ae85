/**
 * JSON with sorted keys, as one line or laid out for reading, and the reading of such lines back from a file.
 * The same value always gives the same bytes. Refuses lines longer than the caller's limit instead of filling memory.
 */
import { open } from 'node:fs/promises'

/** One record on one line, keys sorted, with its line end. */
export function jsonLine(value: unknown): string {
  return `${JSON.stringify(sorted(value))}\n`
}

/** A whole document, keys sorted, two spaces of indentation. */
export function jsonDocument(value: unknown): string {
  return `${JSON.stringify(sorted(value), null, 2)}\n`
}

export type LineRead =
  | { readonly kind: 'line'; readonly number: number; readonly text: string }
  | { readonly kind: 'problem'; readonly number: number; readonly says: string }

/** The lines of a UTF-8 file. After a problem nothing more is read. Throws what the file system throws. */
export async function* readLines(path: string, maximumBytes: number): AsyncGenerator<LineRead> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  const handle = await open(path, 'r')
  let number = 0
  let rest: Buffer = Buffer.alloc(0)
  try {
    for await (const piece of handle.createReadStream({ autoClose: false, highWaterMark: 1 << 18 })) {
      const bytes: Buffer = rest.length === 0 ? (piece as Buffer) : Buffer.concat([rest, piece as Buffer])
      let from = 0
      for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, from)) {
        number += 1
        const read = decode(decoder, bytes.subarray(from, end), number)
        yield read
        if (read.kind === 'problem') return
        from = end + 1
      }
      rest = bytes.subarray(from)
      if (rest.length > maximumBytes) {
        yield { kind: 'problem', number: number + 1, says: 'is longer than a record can be' }
        return
      }
    }
    if (rest.length > 0) yield { kind: 'problem', number: number + 1, says: 'is cut off before its line end' }
  } finally {
    await handle.close()
  }
}

function decode(decoder: TextDecoder, bytes: Buffer, number: number): LineRead {
  try {
    return { kind: 'line', number, text: decoder.decode(bytes) }
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return { kind: 'problem', number, says: 'is not UTF-8' }
  }
}

/** Sorted by UTF-16 code units, the order that RFC 8785 section 3.2.3 names. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries: readonly (readonly [string, unknown])[] = Object.entries(value)
  return Object.fromEntries(
    entries.toSorted(([left], [right]) => (left < right ? -1 : 1)).map(([key, held]) => [key, sorted(held)])
  )
}
