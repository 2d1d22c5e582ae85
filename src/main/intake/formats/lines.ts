/** Splits text into lines, one record each. A line that is too long to be one is given up, and the next one read. */
import type { RowDecoder } from '../bytes/text.ts'
import { RECORD_BYTES } from '../limits.ts'
import { CUT_REASON, type RecordSink, type Splitter, shortened } from './record.ts'

const LF = 10
const CR = 13
const BLANK = 32
const TAB = 9
/** More than a rejected row keeps, in the widest encoding. */
const KEPT_BYTES = 256 * 1024

export function splitLines(decoder: RowDecoder, sink: RecordSink): Splitter {
  let pending: Buffer[] = []
  let pendingBytes = 0
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

  function takePending(last: Buffer): Buffer {
    const bytes = pending.length === 0 ? last : Buffer.concat([...pending, last])
    pending = []
    pendingBytes = 0
    return bytes
  }

  /** A line without an end is given up, and its bytes forgotten, but not the line end to come. */
  function giveUp(): void {
    const bytes = takePending(Buffer.alloc(0))
    const text = shortened(decoder.decode(bytes, 0, Math.min(bytes.length, KEPT_BYTES)))
    if (!isSkipping) sink.broken('The line is longer than any record can be.', text, line, offset)
    isSkipping = true
    offset += bytes.length
  }

  return {
    write(chunk) {
      const firstEnd = chunk.indexOf(LF)
      if (firstEnd !== -1) {
        const before = pendingBytes
        const bytes = takePending(chunk)
        let start = 0
        for (let at = before + firstEnd; at !== -1; at = bytes.indexOf(LF, start)) {
          if (isSkipping) isSkipping = false
          else emit(bytes, start, at)
          line++
          start = at + 1
        }
        offset += start
        if (start < bytes.length) pending = [bytes.subarray(start)]
        pendingBytes = bytes.length - start
      } else if (chunk.length > 0) {
        pending.push(chunk)
        pendingBytes += chunk.length
      }
      if (pendingBytes > RECORD_BYTES || isSkipping) giveUp()
    },
    end() {
      if (isSkipping) return { isCut: true }
      const bytes = takePending(Buffer.alloc(0))
      const text = decoder.decode(bytes, 0, bytes.length).trim()
      if (text === '') return { isCut: false }
      // Without a last line feed the line may still be whole; only what does not parse was cut.
      const isCut = !isJson(text)
      if (isCut) sink.broken(CUT_REASON, shortened(text), line, offset)
      else emit(bytes, 0, bytes.length)
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
