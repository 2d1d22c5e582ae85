/**
 * LDIF (RFC 2849): entries of a directory, a blank line between two. It unfolds lines and opens base64; it never follows
 * a value that is a URL, and leaves it to the reader what a change record is worth.
 */
import { isUtf8 } from 'node:buffer'
import type { RowDecoder } from '../bytes/text.ts'
import { RECORD_BYTES } from '../limits.ts'
import type { RecordLayout, TextHead } from '../record-layout.ts'
import { CUT_REASON, type RecordSink, type Splitter, shortened } from './record.ts'

/** Comments before the first entry may be long, but not this long. */
const LOOKED_AT_BYTES = 64 * 1024

export function findLdif({ bytes }: TextHead): RecordLayout | null {
  const text = bytes.toString('latin1', 0, Math.min(bytes.length, LOOKED_AT_BYTES))
  const first = unfolded(text).find((line) => line !== '' && !VERSION.test(line))
  if (first === undefined || !NAME.test(first)) return null
  return { kind: 'records', wrapping: 'ldif', split: splitLdif, parse: parseLdif }
}

const VERSION = /^version:\s*\d+\s*$/i
/** Line that begins an entry: its distinguished name, plain or in base64. */
const NAME = /^dn::? *\S/i

/** Lines joined with their continuations, without comments; blank lines stay as ''. */
function unfolded(text: string): string[] {
  const lines: string[] = []
  let isComment = false
  for (const line of text.split(/\r?\n/)) {
    const isContinued = line.startsWith(' ')
    if (!isContinued) isComment = line.startsWith('#')
    if (isComment) continue
    if (!isContinued) lines.push(line)
    else if (lines.length > 0) lines.push((lines.pop() ?? '') + line.slice(1))
  }
  return lines
}

/**
 * Attributes under their names in lower case, without options; one value as text, several as a list. A value that is not
 * text comes as its bytes. Undefined for what is no entry.
 */
function parseLdif(text: string): unknown {
  const lines = unfolded(text).filter((line) => line !== '')
  const values = new Map<string, unknown[]>()
  for (const line of lines) {
    const match = /^([A-Za-z0-9.-]+)((?:;[A-Za-z0-9-]+)*):([:<]?) *([^]*)$/.exec(line)
    // What follows in a change record is an instruction and no attribute.
    if (match === null && values.has('changetype')) break
    if (match?.[1] === undefined) return undefined
    const name = match[1].toLowerCase()
    if (match[3] === '<') continue
    const value = match[3] === ':' ? opened(match[4] ?? '') : (match[4] ?? '')
    const held = values.get(name)
    if (held === undefined) values.set(name, [value])
    else held.push(value)
  }
  if (!values.has('dn')) return undefined
  return Object.fromEntries([...values].map(([name, held]) => [name, held.length === 1 ? held[0] : held]))
}

/** Text where the bytes are text, the bytes themselves where they are not: photographs, certificates, security ids. */
function opened(base64: string): string | Buffer {
  const bytes = Buffer.from(base64, 'base64')
  return isUtf8(bytes) && !bytes.some(isControl) ? bytes.toString('utf8') : bytes
}

const LF = 10
const CR = 13
const TAB = 9
const BLANK = 32
const HASH = 35

function isControl(byte: number): boolean {
  return byte < BLANK && byte !== LF && byte !== CR && byte !== TAB
}

/** More than a rejected row keeps, in the widest encoding. */
const KEPT_BYTES = 256 * 1024
const TOO_LONG = 'The entry is longer than any record can be.'

function splitLdif(decoder: RowDecoder, sink: RecordSink): Splitter {
  /** The line in hand, as far as it has come. */
  let pending: Buffer[] = []
  let pendingBytes = 0
  /** Where it starts. */
  let offset = 0
  let line = 1
  /** Lines of the entry in hand. */
  let entry: Buffer[] = []
  let entryBytes = 0
  /** Bytes of the entry up to its last attribute: comments behind it are not its own. */
  let ownBytes = 0
  let place = { line: 1, offset: 0 }
  let isComment = false
  /** An entry that is too long is left out up to the blank line behind it. */
  let isSkipping = false
  /** The line in hand lost its start that way. */
  let isInsideLine = false

  function entryText(): string {
    return decoder.decode(Buffer.concat(entry), 0, ownBytes)
  }

  function drop(): void {
    entry = []
    entryBytes = 0
    ownBytes = 0
  }

  function finish(): void {
    if (entry.length > 0) sink.record(entryText(), place.line, place.offset)
    drop()
  }

  /** The blank line that ends what is skipped is still to come. */
  function giveUp(): void {
    const bytes = Buffer.concat([...entry, ...pending])
    const text = shortened(decoder.decode(bytes, 0, Math.min(bytes.length, KEPT_BYTES)))
    const at = entry.length > 0 ? place : { line, offset }
    if (!isSkipping) sink.broken(TOO_LONG, text, at.line, at.offset)
    drop()
    isSkipping = true
  }

  function takeLine(bytes: Buffer, length: number): void {
    if (length === 0) {
      finish()
      isSkipping = false
      isComment = false
    } else if (!isSkipping) {
      const isContinued = bytes[0] === BLANK
      if (!isContinued) isComment = bytes[0] === HASH
      if (entry.length > 0) addLine(bytes, length, isContinued)
      // The number of the version stands before the first entry and is part of none.
      else if (!isComment && !isContinued && !VERSION.test(bytes.toString('latin1', 0, Math.min(length, 40))))
        begin(bytes, length)
    }
  }

  function addLine(bytes: Buffer, length: number, isContinued: boolean): void {
    // Exports that were joined lack the blank line between two entries.
    if (!isContinued && !isComment && /^dn:/i.test(bytes.toString('latin1', 0, 3))) {
      finish()
      begin(bytes, length)
    } else {
      entry.push(bytes)
      if (!isComment) ownBytes = entryBytes + length
      entryBytes += bytes.length
    }
  }

  function begin(bytes: Buffer, length: number): void {
    place = { line, offset }
    entry = [bytes]
    entryBytes = bytes.length
    ownBytes = length
  }

  function endLine(bytes: Buffer): void {
    const isEnded = bytes.at(-1) === LF
    const length = bytes.length - (isEnded ? (bytes.at(-2) === CR ? 2 : 1) : 0)
    if (!isInsideLine) takeLine(bytes, length)
    isInsideLine = false
    offset += bytes.length
    if (isEnded) line++
  }

  return {
    write(chunk) {
      let start = 0
      for (let at = chunk.indexOf(LF); at !== -1; at = chunk.indexOf(LF, start)) {
        const last = chunk.subarray(start, at + 1)
        const bytes = pending.length === 0 ? last : Buffer.concat([...pending, last])
        pending = []
        pendingBytes = 0
        endLine(bytes)
        start = at + 1
      }
      if (start < chunk.length) {
        pending.push(chunk.subarray(start))
        pendingBytes += chunk.length - start
      }
      if (entryBytes + pendingBytes > RECORD_BYTES) {
        giveUp()
        isInsideLine ||= pendingBytes > 0
        offset += pendingBytes
        pending = []
        pendingBytes = 0
      }
    },
    end() {
      const isOpen = pendingBytes > 0
      if (isOpen) endLine(Buffer.concat(pending))
      const isCut = isOpen && entry.length > 0 && endsInside(entryText())
      if (isCut) sink.broken(CUT_REASON, shortened(entryText()), place.line, place.offset)
      else finish()
      return { isCut: isCut || isSkipping }
    }
  }
}

/** Whether a text stops in the middle of a name or of base64; a value of plain text may end anywhere. */
function endsInside(text: string): boolean {
  const match = /^[^:]+:(:?) *([^]*)$/.exec(unfolded(text).at(-1) ?? '')
  return match === null || (match[1] === ':' && (match[2] ?? '').trim().length % 4 !== 0)
}
