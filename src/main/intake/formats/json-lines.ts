/** Splits text into lines, one record each. A line that is too long to be one is given up, and the next one read. */
import type { RowDecoder } from '../bytes/text.ts'
import { RECORD_BYTES } from '../limits.ts'
import { CUT_REASON, type RecordSink, type Splitter, shortened } from './record.ts'

const LF = 10
const CR = 13
const BLANK = 32
const TAB = 9

export function splitJsonLines(decoder: RowDecoder, sink: RecordSink): Splitter {
  let pending: Buffer | null = null
  let offset = 0
  let line = 1
  let isSkipping = false

  function emit(bytes: Buffer, start: number, end: number): void {
    let from = start
    let to = end
    while (from < to && isBlank(bytes[from])) from++
    while (to > from && isBlank(bytes[to - 1])) to--
    if (from < to) sink.record(decoder.decode(bytes, from, to), line, offset + from)
  }

  return {
    write(chunk) {
      const bytes: Buffer = pending === null ? chunk : Buffer.concat([pending, chunk])
      // The pending part was searched before; only the new part can hold the next line feed.
      let search = pending === null ? 0 : pending.length
      let start = 0
      pending = null
      for (let at = bytes.indexOf(LF, search); at !== -1; at = bytes.indexOf(LF, search)) {
        if (isSkipping) isSkipping = false
        else emit(bytes, start, at)
        line++
        start = at + 1
        search = start
      }
      if (bytes.length - start > RECORD_BYTES) {
        if (!isSkipping) sink.broken('The line is longer than any record can be.', shortened(decoder.decode(bytes, start, start + 262144)), line, offset + start)
        isSkipping = true
      }
      if (isSkipping) start = bytes.length
      offset += start
      if (start < bytes.length) pending = start === 0 ? bytes : bytes.subarray(start)
    },
    end() {
      if (pending === null || isSkipping) return { isCut: isSkipping }
      const text = decoder.decode(pending, 0, pending.length).trim()
      if (text === '') return { isCut: false }
      // Without a last line feed the line may still be whole; only what does not parse was cut.
      const isCut = !isJson(text)
      if (isCut) sink.broken(CUT_REASON, shortened(text), line, offset)
      else emit(pending, 0, pending.length)
      return { isCut }
    }
  }
}

function isBlank(byte: number | undefined): boolean {
  return byte === BLANK || byte === CR || byte === TAB
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
