/**
 * Splits JSON at byte level without building it: the elements of arrays, or values written one after the other, pretty
 * printed or not. It only balances brackets and quotes; whether an element is JSON is the caller's to find out.
 */
import type { RowDecoder } from '../bytes/text.ts'
import { RECORD_BYTES } from '../limits.ts'
import { CUT_REASON, type RecordSink, type Splitter, countLines, shortened } from './record.ts'

const QUOTE = 34
const BACKSLASH = 92
const COMMA = 44
const OPEN_LIST = 91
const CLOSE_LIST = 93
const OPEN_OBJECT = 123
const CLOSE_OBJECT = 125
/** More than a rejected row keeps, in the widest encoding. */
const KEPT_BYTES = 256 * 1024

interface ElementsOptions {
  /** Offset of the list whose elements are the records; what stands before and after it is the wrapper. Null: everything. */
  readonly listOffset: number | null
}

export function splitJsonElements(decoder: RowDecoder, sink: RecordSink, options: ElementsOptions): Splitter {
  let bytes: Buffer = Buffer.alloc(0)
  /** Offset of bytes[0] in the text. */
  let base = 0
  let scan = 0
  let waiting: Buffer[] = []
  let waitingBytes = 0
  /** Start of the element in hand, or -1 between elements. */
  let start = -1
  let depth = 0
  let isInString = false
  let isInList = false
  let isOver = false
  let isSkipping = false
  let skipLead = options.listOffset ?? 0
  let line = 1
  let lineAt = 0

  function lineOf(at: number): number {
    line += countLines(bytes, lineAt, at)
    lineAt = at
    return line
  }

  function finish(end: number): void {
    let to = end
    while (to > start && isSpace(bytes[to - 1])) to--
    if (isSkipping) isSkipping = false
    else if (to - start > RECORD_BYTES) giveUp(to)
    else if (to > start) sink.record(decoder.decode(bytes, start, to), lineOf(start), base + start)
    start = -1
    depth = 0
  }

  function step(at: number, byte: number): void {
    if (byte === QUOTE) {
      if (start === -1) start = at
      isInString = true
    } else if (byte === OPEN_LIST && start === -1 && !isInList) {
      isInList = true
    } else if (byte === OPEN_OBJECT || byte === OPEN_LIST) {
      if (start === -1) start = at
      depth++
    } else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) {
      if (depth > 0) {
        depth--
        if (depth === 0 && !isInList) finish(at + 1)
      } else if (isInList && byte === CLOSE_LIST) {
        if (start !== -1) finish(at)
        isInList = false
        isOver = options.listOffset !== null
      } else if (start === -1) start = at
    } else if (byte === COMMA && depth === 0) {
      if (start !== -1) finish(at)
    } else if (start === -1 && !isSpace(byte)) start = at
    // Between values of no list a bare word ends with its line.
    else if (byte === 10 && depth === 0 && start !== -1 && !isInList) finish(at)
  }

  function walk(): void {
    while (scan < bytes.length && !isOver) {
      if (isInString) {
        const at = bytes.indexOf(QUOTE, scan)
        if (at === -1) {
          scan = bytes.length
          return
        }
        isInString = isEscaped(bytes, at, start)
        scan = at + 1
      } else {
        const byte = bytes[scan] ?? 0
        step(scan, byte)
        scan++
      }
    }
  }

  function giveUp(end: number): void {
    const text = shortened(decoder.decode(bytes, start, Math.min(end, start + KEPT_BYTES)))
    sink.broken('The element is longer than any record can be.', text, lineOf(start), base + start)
  }

  function append(): void {
    const keepFrom = start === -1 ? scan : start
    line += countLines(bytes, lineAt, keepFrom)
    lineAt = 0
    base += keepFrom
    bytes = Buffer.concat([bytes.subarray(keepFrom), ...waiting])
    waiting = []
    waitingBytes = 0
    scan -= keepFrom
    if (start !== -1) start = 0
    walk()
    if (start !== -1 && bytes.length - start > RECORD_BYTES) {
      if (!isSkipping) giveUp(bytes.length)
      isSkipping = true
      // Two bytes stay, so that a backslash before a quote is still seen.
      start = bytes.length - 2
    }
  }

  return {
    write(chunk) {
      if (isOver) return
      const dropped = Math.min(skipLead, chunk.length)
      if (dropped > 0) {
        line += countLines(chunk, 0, dropped)
        skipLead -= dropped
        base += dropped
      }
      waiting.push(chunk.subarray(dropped))
      waitingBytes += chunk.length - dropped
      // An element of many chunks is copied a few times, not once for each of them.
      const kept = start === -1 ? 0 : bytes.length - start
      if (waitingBytes * 2 >= kept) append()
    },
    end() {
      if (!isOver) append()
      if (isOver) return { isCut: false }
      if (start !== -1 && !isSkipping) {
        const text = decoder.decode(bytes, start, bytes.length).trim()
        if (depth === 0 && !isInString) finish(bytes.length)
        else sink.broken(CUT_REASON, shortened(text), lineOf(start), base + start)
      }
      return { isCut: isInList || isSkipping || depth > 0 || isInString }
    }
  }
}

function isSpace(byte: number | undefined): boolean {
  return byte === 32 || byte === 10 || byte === 13 || byte === 9
}

function isEscaped(bytes: Buffer, quoteAt: number, from: number): boolean {
  let slashes = 0
  for (let at = quoteAt - 1; at >= from && bytes[at] === BACKSLASH; at--) slashes++
  return slashes % 2 === 1
}
