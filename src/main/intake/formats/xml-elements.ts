/**
 * Splits XML at byte level into the elements of one name, wherever they stand: alone, inside a wrapper, one after another.
 * Builds nothing and expands nothing; an element that is not closed costs itself and no other.
 */
import type { RowDecoder } from '../bytes/text.ts'
import { RECORD_BYTES } from '../limits.ts'
import { CUT_REASON, type RecordSink, type Splitter, countLines, shortened } from './record.ts'

const OPEN = 60
const CLOSE = 62
const SLASH = 47
const COLON = 58
/** More than a rejected row keeps, in the widest encoding. */
const KEPT_BYTES = 256 * 1024
/** Longest start of a markup that must be seen whole to know what it is: `<![CDATA[`. */
const LOOK_AHEAD = 9
/** A start tag of a log has a name and a namespace; past this the bracket opened none. */
const TAG_BYTES = 64 * 1024

/** What stands between `<` and the end of the markup; `wait` where the bytes at hand do not tell yet. */
type Markup = { readonly kind: 'open' | 'close' | 'whole' | 'other' | 'doctype' | 'cut'; readonly end: number } | 'wait'

export function splitXmlElements(decoder: RowDecoder, sink: RecordSink, elementName: string): Splitter {
  const wanted = Buffer.from(elementName)
  let bytes: Buffer = Buffer.alloc(0)
  let base = 0
  let scan = 0
  let waiting: Buffer[] = []
  let waitingBytes = 0
  /** Start of the element in hand, or -1 between elements. */
  let start = -1
  /** Whether the end tag to come belongs to an element that was given up. */
  let isSkipping = false
  let line = 1
  let lineAt = 0

  function lineOf(at: number): number {
    line += countLines(bytes, lineAt, at)
    lineAt = at
    return line
  }

  function refuse(reason: string, from: number, end: number): void {
    const text = shortened(decoder.decode(bytes, from, Math.min(end, from + KEPT_BYTES)).trimEnd())
    sink.broken(reason, text, lineOf(from), base + from)
  }

  function take(markup: Exclude<Markup, 'wait'>, at: number): void {
    switch (markup.kind) {
      case 'open':
        if (start !== -1) refuse(NOT_CLOSED, start, at)
        start = at
        isSkipping = false
        return
      case 'whole':
        if (start !== -1) refuse(NOT_CLOSED, start, at)
        start = -1
        sink.record(decoder.decode(bytes, at, markup.end), lineOf(at), base + at)
        return
      case 'close':
        if (start === -1) {
          if (!isSkipping) refuse(NOT_OPENED, at, markup.end)
        } else if (markup.end - start > RECORD_BYTES) refuse(TOO_LONG, start, markup.end)
        else sink.record(decoder.decode(bytes, start, markup.end), lineOf(start), base + start)
        start = -1
        isSkipping = false
        return
      case 'doctype':
        // Inside an element it makes that element unsound, and whoever parses it says so.
        if (start === -1) refuse(DOCTYPE, at, markup.end)
        return
      case 'cut':
        if (start === -1) start = at
        return
      case 'other':
    }
  }

  function walk(isEnd: boolean): void {
    for (;;) {
      const at = bytes.indexOf(OPEN, scan)
      if (at === -1) {
        scan = bytes.length
        return
      }
      scan = at
      const markup = markupAt(bytes, at, wanted, isEnd)
      if (markup === 'wait') return
      take(markup, at)
      scan = markup.end
    }
  }

  function append(isEnd: boolean): void {
    const keepFrom = start === -1 ? scan : start
    line += countLines(bytes, lineAt, keepFrom)
    lineAt = 0
    base += keepFrom
    bytes = Buffer.concat([bytes.subarray(keepFrom), ...waiting])
    waiting = []
    waitingBytes = 0
    scan -= keepFrom
    if (start !== -1) start = 0
    walk(isEnd)
    const held = start === -1 ? scan : start
    if (bytes.length - held > RECORD_BYTES) {
      if (start !== -1) {
        refuse(TOO_LONG, start, bytes.length)
        isSkipping = true
      }
      start = -1
      // Markup that never ends, such as an open comment, is passed over by its first byte.
      scan = Math.min(scan + 1, bytes.length)
      walk(isEnd)
    }
  }

  return {
    write(chunk) {
      waiting.push(chunk)
      waitingBytes += chunk.length
      // An element of many chunks is copied a few times, not once for each of them.
      const kept = bytes.length - (start === -1 ? scan : start)
      if (waitingBytes * 2 >= kept) append(false)
    },
    end() {
      append(true)
      if (start === -1) return { isCut: false }
      refuse(CUT_REASON, start, bytes.length)
      return { isCut: true }
    }
  }
}

const NOT_CLOSED = 'The element is not closed before the next one begins.'
const NOT_OPENED = 'The end of an element stands without its beginning.'
const DOCTYPE = 'A document type declaration is not read, and no entity is expanded.'
const TOO_LONG = 'The element is longer than any record can be.'

function markupAt(bytes: Buffer, at: number, wanted: Buffer, isEnd: boolean): Markup {
  if (bytes.length - at < LOOK_AHEAD && !isEnd) return 'wait'
  if (startsWith(bytes, at, '<!--')) return until(bytes, at + 4, '-->', isEnd)
  if (startsWith(bytes, at, '<![CDATA[')) return until(bytes, at + LOOK_AHEAD, ']]>', isEnd)
  if (startsWith(bytes, at, '<?')) return until(bytes, at + 2, '?>', isEnd)
  const end = tagEnd(bytes, at + 1)
  // A bracket that opens nothing for so long is text.
  if ((end === -1 ? bytes.length : end) - at > TAG_BYTES) return { kind: 'other', end: at + 1 }
  if (end === -1) return isEnd ? { kind: 'cut', end: bytes.length } : 'wait'
  if (startsWith(bytes, at, '<!DOCTYPE')) return { kind: 'doctype', end }
  const isClosing = bytes[at + 1] === SLASH
  if (!isNamed(bytes, isClosing ? at + 2 : at + 1, end, wanted)) return { kind: 'other', end }
  if (isClosing) return { kind: 'close', end }
  return { kind: bytes[end - 2] === SLASH ? 'whole' : 'open', end }
}

function until(bytes: Buffer, from: number, mark: string, isEnd: boolean): Markup {
  const at = bytes.indexOf(mark, from)
  if (at !== -1) return { kind: 'other', end: at + mark.length }
  return isEnd ? { kind: 'cut', end: bytes.length } : 'wait'
}

/** Behind the `>` of a tag; quotes may hold one. A second `<` means that the first opened no tag. -1 where none is there yet. */
function tagEnd(bytes: Buffer, from: number): number {
  let quote = 0
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0
    if (byte === OPEN) return at
    if (quote !== 0) {
      if (byte === quote) quote = 0
    } else if (byte === 34 || byte === 39) quote = byte
    else if (byte === CLOSE) return at + 1
  }
  return -1
}

/** Whether the name at this place is the wanted one, with a prefix or without. */
function isNamed(bytes: Buffer, from: number, end: number, wanted: Buffer): boolean {
  let nameFrom = from
  let nameEnd = from
  while (nameEnd < end && !endsName(bytes[nameEnd])) {
    if (bytes[nameEnd] === COLON) nameFrom = nameEnd + 1
    nameEnd++
  }
  return nameEnd - nameFrom === wanted.length && bytes.compare(wanted, 0, wanted.length, nameFrom, nameEnd) === 0
}

function endsName(byte: number | undefined): boolean {
  return byte === undefined || byte <= 32 || byte === SLASH || byte === CLOSE || byte === OPEN
}

function startsWith(bytes: Buffer, at: number, text: string): boolean {
  for (let index = 0; index < text.length; index++) if (bytes[at + index] !== text.charCodeAt(index)) return false
  return true
}
