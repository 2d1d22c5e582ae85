/** Tells the encoding of a text file from its first bytes. Refuses nothing: what is neither UTF-8 nor UTF-16 is Windows-1252. */
import { isUtf8 } from 'node:buffer'
import type { Encoding } from '../../../shared/domain/source.ts'

export interface EncodingGuess {
  readonly encoding: Encoding
  /** Length of the byte order mark, which is not part of the text. */
  readonly markBytes: number
  readonly because: string
}

export function detectEncoding(head: Buffer): EncodingGuess {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf)
    return { encoding: 'utf-8', markBytes: 3, because: 'byte order mark' }
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', markBytes: 2, because: 'byte order mark' }
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', markBytes: 2, because: 'byte order mark' }
  const wide = wideText(head.subarray(0, 4096))
  if (wide !== null) return { encoding: wide, markBytes: 0, because: 'every other byte is zero' }
  const { sequences, strays } = countSequences(head)
  if (strays === 0) return { encoding: 'utf-8', markBytes: 0, because: sequences > 0 ? 'valid UTF-8' : 'plain ASCII' }
  // A few damaged rows in a UTF-8 file must not turn all its umlauts into two letters each.
  if (sequences > strays) return { encoding: 'utf-8', markBytes: 0, because: 'mostly valid UTF-8' }
  return { encoding: 'windows-1252', markBytes: 0, because: 'bytes that are not valid UTF-8' }
}

/** Zero bytes that no text of a known encoding has, or control characters in number: not a text file. */
export function looksBinary(head: Buffer, encoding: Encoding): boolean {
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return false
  const sample = head.subarray(0, 8192)
  let controls = 0
  for (const byte of sample) {
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27 && byte !== 26)) controls++
  }
  // One stray control character in a thousand happens in real exports; a binary file has one in five.
  return controls * 50 > sample.length
}

function wideText(sample: Buffer): Encoding | null {
  const pairs = sample.length >> 1
  if (pairs < 4) return null
  let evenZeros = 0
  let oddZeros = 0
  for (let at = 0; at + 1 < sample.length; at += 2) {
    if (sample[at] === 0) evenZeros++
    if (sample[at + 1] === 0) oddZeros++
  }
  // Log text is mostly ASCII, so most high bytes are zero and hardly a low byte is.
  if (oddZeros * 2 > pairs && evenZeros * 20 < pairs) return 'utf-16le'
  if (evenZeros * 2 > pairs && oddZeros * 20 < pairs) return 'utf-16be'
  return null
}

function countSequences(head: Buffer): { readonly sequences: number; readonly strays: number } {
  let sequences = 0
  let strays = 0
  let at = 0
  while (at < head.length) {
    const byte = head[at] ?? 0
    if (byte < 0x80) {
      at++
      continue
    }
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc2 ? 2 : 0
    // A sequence cut by the end of the sample is not an error.
    if (length > 0 && at + length > head.length) break
    if (length > 0 && isUtf8(head.subarray(at, at + length))) {
      sequences++
      at += length
    } else {
      strays++
      at++
    }
  }
  return { sequences, strays }
}
