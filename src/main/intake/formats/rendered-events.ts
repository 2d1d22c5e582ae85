/**
 * Rendered text of Windows events as a layout of records: an event ends where the next one begins. Which way of writing a
 * file has is decided by its first lines; lines before the first event are given up as one row.
 */
import type { RowDecoder } from '../bytes/text.ts'
import type { RecordLayout, TextHead } from '../record-layout.ts'
import { RECORD_BYTES } from '../limits.ts'
import { type RecordSink, type Splitter, shortened } from './record.ts'
import { ASSIGNED_DATE, EVENT_STARTS, type RenderedStyle } from './rendered-labels.ts'
import { parseRenderedEvent } from './rendered-text.ts'

/** Lines in which the first event must begin; tools write a line or two above it. */
const FIRST_LINES = 12
/** Starts of events are short; a longer line is text of a message. */
const START_BYTES = 400
/** More than a rejected row keeps, in the widest encoding. */
const KEPT_BYTES = 256 * 1024
const LF = 10

export function findRenderedEvents({ bytes }: TextHead): RecordLayout | null {
  const lines = bytes
    .toString('utf8', 0, 64 * 1024)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, FIRST_LINES)
  const style = styleOf(lines)
  if (style === null) return null
  return {
    kind: 'records',
    wrapping: 'rendered-events',
    parse: parseRenderedEvent,
    split: (decoder, sink) => splitRenderedEvents(decoder, sink, style)
  }
}

function styleOf(lines: readonly string[]): RenderedStyle | null {
  // A table whose cells hold rendered events begins with its header.
  if (/,.*,/.test(lines[0] ?? '')) return null
  for (const line of lines) {
    for (const style of ['numbered', 'assigned', 'viewer', 'list'] as const)
      if (EVENT_STARTS[style].test(line.trimEnd() + (style === 'list' || style === 'viewer' ? ' ' : ''))) return style
  }
  return null
}

export function splitRenderedEvents(decoder: RowDecoder, sink: RecordSink, style: RenderedStyle): Splitter {
  /** Bytes of the event in hand, and behind them the line that is not complete yet. */
  let bytes: Buffer = Buffer.alloc(0)
  let base = 0
  let scan = 0
  let waiting: Buffer[] = []
  let waitingBytes = 0
  let line = 1
  /** Line of bytes[0]. */
  let startLine = 1
  let isInEvent = false
  let isSkipping = false
  /** Where a date stands in the line just read, or -1: the event begins with it if `LogName=` follows. */
  let dateAt = -1

  function finish(end: number): void {
    let from = 0
    let to = end
    while (to > from && isBlank(bytes[to - 1])) to--
    let fromLine = startLine
    while (from < to && isBlank(bytes[from])) {
      if (bytes[from] === LF) fromLine++
      from++
    }
    if (from === to || isSkipping) return
    if (isInEvent && to - from <= RECORD_BYTES) sink.record(decoder.decode(bytes, from, to), fromLine, base + from)
    else {
      const text = decoder.decode(bytes, from, Math.min(to, from + KEPT_BYTES))
      sink.broken(isInEvent ? TOO_LONG : NO_EVENT, shortened(text), fromLine, base + from)
    }
  }

  function begin(at: number, atLine: number): void {
    finish(at)
    bytes = bytes.subarray(at)
    base += at
    scan -= at
    startLine = atLine
    isInEvent = true
    isSkipping = false
  }

  function take(from: number, to: number): void {
    const text = to - from > START_BYTES ? '' : bytes.toString('latin1', from, to).trimEnd()
    if (style === 'assigned') {
      if (EVENT_STARTS.assigned.test(text)) begin(dateAt === -1 ? from : dateAt, dateAt === -1 ? line : line - 1)
      dateAt = ASSIGNED_DATE.test(text) ? from : -1
    } else if (EVENT_STARTS[style].test(`${text} `)) begin(from, line)
    line++
  }

  function walk(): void {
    for (let end = bytes.indexOf(LF, scan); end !== -1; end = bytes.indexOf(LF, scan)) {
      const from = scan
      scan = end + 1
      take(from, end)
    }
  }

  function append(): void {
    bytes = Buffer.concat([bytes, ...waiting])
    waiting = []
    waitingBytes = 0
    walk()
    if (bytes.length > RECORD_BYTES) giveUp()
  }

  function giveUp(): void {
    if (!isSkipping) {
      const text = shortened(decoder.decode(bytes, 0, KEPT_BYTES))
      sink.broken(TOO_LONG, text, startLine, base)
    }
    isSkipping = true
    const keepFrom = dateAt === -1 ? Math.max(scan, bytes.length - START_BYTES) : dateAt
    base += keepFrom
    bytes = bytes.subarray(keepFrom)
    scan = Math.max(0, scan - keepFrom)
    if (dateAt !== -1) dateAt = 0
    startLine = line
  }

  return {
    write(chunk) {
      waiting.push(chunk)
      waitingBytes += chunk.length
      // An event of many chunks is copied a few times, not once for each of them.
      if (waitingBytes * 2 >= bytes.length) append()
    },
    end() {
      append()
      if (scan < bytes.length) take(scan, bytes.length)
      finish(bytes.length)
      return { isCut: false }
    }
  }
}

const NO_EVENT = 'These lines stand before the first event of the file.'
const TOO_LONG = 'The event is longer than any record can be.'

function isBlank(byte: number | undefined): boolean {
  return byte === 32 || byte === LF || byte === 13 || byte === 9
}
