/**
 * Turns the bytes of a file into UTF-8 chunk by chunk, and knows for every place in the UTF-8 which byte of the file it
 * came from. UTF-8 passes through untouched, damaged sequences included: the reader of a row decides about those.
 */
import type { EncodingGuess } from './encoding.ts'

interface Transcoder {
  push(chunk: Buffer): Buffer
  finish(): Buffer
  /** Byte of the file behind an offset in the UTF-8. Ask in rising order: what lies behind is forgotten. */
  readonly fileOffset: (utf8Offset: number) => number
}

export function openTranscoder(guess: EncodingGuess): Transcoder {
  return guess.encoding === 'utf-8' ? passThrough(guess.markBytes) : decoding(guess)
}

function passThrough(markBytes: number): Transcoder {
  let skip = markBytes
  return {
    push(chunk) {
      if (skip === 0) return chunk
      const dropped = Math.min(skip, chunk.length)
      skip -= dropped
      return chunk.subarray(dropped)
    },
    finish: () => Buffer.alloc(0),
    fileOffset: (utf8Offset) => utf8Offset + markBytes
  }
}

function decoding({ encoding, markBytes }: EncodingGuess): Transcoder {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true })
  const unitBytes = encoding === 'windows-1252' ? 1 : 2
  let skip = markBytes
  let waiting: Buffer[] = []
  /** Both offsets of the first byte of `waiting[0]` from `inFirst` on. */
  let utf8At = 0
  let fileAt = markBytes
  let inFirst = 0

  function keep(text: string): Buffer {
    const utf8 = Buffer.from(text, 'utf8')
    if (utf8.length > 0) waiting.push(utf8)
    return utf8
  }

  return {
    push(chunk) {
      const dropped = Math.min(skip, chunk.length)
      skip -= dropped
      return keep(decoder.decode(chunk.subarray(dropped), { stream: true }))
    },
    finish: () => keep(decoder.decode()),
    fileOffset(utf8Offset) {
      while (utf8At < utf8Offset) {
        const chunk = waiting[0]
        if (chunk === undefined) break
        const byte = chunk[inFirst]
        if (byte === undefined) {
          waiting = waiting.slice(1)
          inFirst = 0
          continue
        }
        // A character counts at its first byte; one of four bytes is a surrogate pair in UTF-16.
        if ((byte & 0xc0) !== 0x80) fileAt += byte >= 0xf0 && unitBytes === 2 ? 4 : unitBytes
        utf8At++
        inFirst++
      }
      return fileAt
    }
  }
}
