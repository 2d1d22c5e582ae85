/**
 * Mail in files: a mailbox of messages that begin with a `From ` line (RFC 4155, whether the `From ` lines of texts are
 * quoted or not), and a file that is one message. A record is the outline of a message; its content is not kept.
 */
import type { RowDecoder } from '../bytes/text.ts'
import type { RecordLayout, TextHead } from '../record-layout.ts'
import { openOutline, type Outline, readOutline } from './mail-outline.ts'
import { headersIn, parameterOf } from './mime-header.ts'
import type { RecordSink, Splitter } from './record.ts'

/** A header is folded long before; what is longer is kept up to here. */
const LINE_BYTES = 64 * 1024
const LOOKED_AT_BYTES = 64 * 1024
const LF = 10
const CR = 13

export function findMailbox({ bytes }: TextHead): RecordLayout | null {
  const text = bytes.toString('latin1', 0, Math.min(bytes.length, LOOKED_AT_BYTES))
  return FROM_LINE.test(text.trimStart().split('\n', 1)[0] ?? '') ? layoutOf('mbox') : null
}

/** Of these every message has some; other lists of names with colons have none or one. */
const TELLING = new Set([
  'from',
  'to',
  'subject',
  'date',
  'message-id',
  'received',
  'return-path',
  'delivered-to',
  'mime-version',
  'content-type',
  'reply-to',
  'x-mailer',
  'dkim-signature'
])
const LEAST_TELLING = 2

export function findMail({ bytes }: TextHead): RecordLayout | null {
  const text = bytes.toString('latin1', 0, Math.min(bytes.length, LOOKED_AT_BYTES)).trimStart()
  const end = /\r?\n[ \t]*\r?\n/.exec(text)?.index ?? text.length
  const lines = text.slice(0, end).split(/\r?\n/)
  const isHeaders = lines.every((line, index) => /^[!-9;-~]+[ \t]*:/.test(line) || (index > 0 && /^[ \t>]/.test(line)))
  if (!isHeaders) return null
  const headers = headersIn(lines)
  const telling = new Set(headers.map(({ name }) => name).filter((name) => TELLING.has(name)))
  const hasParts = headers.some(({ name, value }) => name === 'content-type' && parameterOf(value, 'boundary') !== '')
  return telling.size >= LEAST_TELLING || hasParts ? layoutOf('eml') : null
}

/** Who and when: a line of a letter that begins with this word has no month, day and clock behind it. */
const FROM_LINE =
  /^From .{0,400}?\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*[ ,]+\d{1,4}\b.{0,40}\d{1,2}:\d{2}/i

function layoutOf(wrapping: 'mbox' | 'eml'): RecordLayout {
  return {
    kind: 'records',
    wrapping,
    showsCut: true,
    split: (decoder, sink) => splitMail(decoder, sink, wrapping === 'mbox'),
    parse: readOutline
  }
}

function splitMail(decoder: RowDecoder, sink: RecordSink, isMailbox: boolean): Splitter {
  let outline: Outline | null = null
  let startLine = 1
  let startOffset = 0
  let line = 1
  let offset = 0
  let isAfterBlank = true
  let held: Buffer[] = []
  let heldBytes = 0
  let lineBytes = 0

  function settle(): void {
    if (outline === null) return
    const text = outline.finish()
    sink.record(decoder.decode(text, 0, text.length), startLine, startOffset)
    outline = null
  }

  /** `length` with the line end. */
  function take(bytes: Buffer, length: number): void {
    const isStart = outline === null ? bytes.length > 0 : isMailbox && isAfterBlank && startsMessage(bytes)
    if (isStart) {
      settle()
      outline = openOutline()
      startLine = line
      startOffset = offset
    }
    outline?.line(bytes, length)
    isAfterBlank = bytes.length === 0
    line++
    offset += length
  }

  function hold(part: Buffer): void {
    lineBytes += part.length
    if (heldBytes >= LINE_BYTES || part.length === 0) return
    const some = part.subarray(0, LINE_BYTES - heldBytes)
    held.push(some)
    heldBytes += some.length
  }

  function endLine(): void {
    const whole = held.length === 1 ? (held[0] ?? Buffer.alloc(0)) : Buffer.concat(held)
    // The line end is only here where the whole line is.
    let end = whole.length
    if (end > 0 && end === lineBytes && whole[end - 1] === LF) end--
    if (end > 0 && end >= lineBytes - 1 && whole[end - 1] === CR) end--
    const length = lineBytes
    held = []
    heldBytes = 0
    lineBytes = 0
    take(whole.subarray(0, end), length)
  }

  return {
    write(chunk) {
      let start = 0
      for (let at = chunk.indexOf(LF); at !== -1; at = chunk.indexOf(LF, start)) {
        hold(chunk.subarray(start, at + 1))
        endLine()
        start = at + 1
      }
      // The chunk's memory is the reader's, and is used again.
      if (start < chunk.length) hold(Buffer.from(chunk.subarray(start)))
    },
    end() {
      if (lineBytes > 0) endLine()
      settle()
      return { isCut: false }
    }
  }
}

function startsMessage(bytes: Buffer): boolean {
  return bytes.subarray(0, 5).toString('latin1') === 'From ' && FROM_LINE.test(bytes.toString('latin1', 0, 600))
}
