/**
 * Walks through one message line by line and keeps its outline: headers, headers of parts, borders between them, and how
 * much stood in each part. The content itself is counted and let go, so a message may be of any size and depth.
 */
import { headersIn, leadOf, parameterOf } from './mime-header.ts'

export interface Outline {
  /** One line: its first bytes without the line end, and how long it is with it. */
  line(bytes: Buffer, length: number): void
  /** The outline of what came, as bytes of text. */
  finish(): Buffer
}

/** Real messages have a few dozen kilobytes of headers, signatures and routes included. */
const OUTLINE_BYTES = 256 * 1024
/** What forwarding makes is a handful deep; deeper parts are counted as one. */
const DEPTH = 20
/** Headers of one part that tell what it is. */
const TELLING_BYTES = 16 * 1024
const DASH = 45

export function openOutline(): Outline {
  const kept: Buffer[] = []
  let keptBytes = 0
  let isFull = false
  let totalBytes = 0
  /** Borders of the parts that are open, the innermost last. */
  let borders: string[] = []
  let isHeader = true
  let telling: string[] = []
  let tellingBytes = 0
  let isBase64 = false
  let contentBytes = 0

  function keep(bytes: Buffer): void {
    if (isFull) return
    if (keptBytes + bytes.length > OUTLINE_BYTES) {
      isFull = true
      kept.push(Buffer.from('(more headers left out)\n'))
      return
    }
    kept.push(bytes, LINE_END)
    keptBytes += bytes.length + 1
  }

  function settleContent(): void {
    // Three bytes of every four letters.
    const bytes = isBase64 ? Math.floor((contentBytes * 3) / 4) : contentBytes
    if (bytes > 0) keep(Buffer.from(`(${String(bytes)} bytes left out)`))
    contentBytes = 0
  }

  function openPart(): void {
    isHeader = true
    telling = []
    tellingBytes = 0
    isBase64 = false
  }

  function endHeaders(): void {
    isHeader = false
    const headers = headersIn(telling)
    const find = (name: string): string => headers.find((header) => header.name === name)?.value ?? ''
    const type = find('content-type')
    isBase64 = leadOf(find('content-transfer-encoding')) === 'base64'
    const border = leadOf(type).startsWith('multipart/') ? parameterOf(type, 'boundary') : ''
    if (border === '') return
    isBase64 = false
    if (borders.length < DEPTH) borders.push(border)
  }

  /** Whether the line is a border of a part that is open; the parts inside it end there. */
  function isBorder(bytes: Buffer): boolean {
    if (bytes[0] !== DASH || bytes[1] !== DASH || borders.length === 0) return false
    const text = bytes.toString('latin1').trimEnd()
    const index = borders.findLastIndex((border) => text === `--${border}` || text === `--${border}--`)
    const border = borders[index]
    if (border === undefined) return false
    const isLast = text !== `--${border}`
    settleContent()
    borders = borders.slice(0, isLast ? index : index + 1)
    keep(bytes)
    if (isLast) isHeader = isBase64 = false
    else openPart()
    return true
  }

  return {
    line(bytes, length) {
      totalBytes += length
      if (isBorder(bytes)) return
      if (!isHeader) {
        contentBytes += isBase64 ? base64Length(bytes, length) : length
        return
      }
      keep(bytes)
      if (bytes.length === 0) endHeaders()
      else if (tellingBytes < TELLING_BYTES) {
        telling.push(bytes.toString('latin1'))
        tellingBytes += bytes.length
      }
    },
    finish() {
      settleContent()
      return Buffer.concat([...kept, Buffer.from(`(${String(totalBytes)} bytes in all)`)])
    }
  }
}

const LINE_END = Buffer.from('\n')
const PADDING = 61

function base64Length(bytes: Buffer, length: number): number {
  // Only the beginning of an endless line is here; its end is then one letter or two.
  if (length > bytes.length + 2) return length
  let end = bytes.length
  while (end > 0 && bytes[end - 1] === PADDING) end--
  return end
}

export interface OutlinedPart {
  /** `text/plain`, in lower case. */
  readonly type: string
  readonly disposition: string
  readonly name: string
  readonly sizeBytes: number
}

export interface OutlinedMail {
  /** Values by name in lower case, in the order in which they stand. */
  readonly headers: Readonly<Record<string, readonly string[]>>
  /** Parts that hold something, without those that only hold others. */
  readonly parts: readonly OutlinedPart[]
  readonly sizeBytes: number
}

/** Reads an outline back. */
export function readOutline(text: string): OutlinedMail {
  const lines = text.split('\n')
  const total = /^\((\d+) bytes in all\)$/.exec(lines.at(-1) ?? '')
  if (total !== null) lines.pop()
  // The line that parts messages in a mailbox is none of the message.
  if (lines[0]?.startsWith('From ') === true || lines[0]?.startsWith('>From ') === true) lines.shift()
  const first = blockAt(lines, 0)
  const headers = new Map<string, string[]>()
  for (const { name, value } of headersIn(first.lines)) {
    const held = headers.get(name)
    if (held === undefined) headers.set(name, [value])
    else held.push(value)
  }
  const parts: OutlinedPart[] = []
  for (let block: Block | null = first; block !== null; block = nextBlock(lines, block.end)) {
    const part = partOf(block)
    if (part !== null) parts.push(part)
  }
  return { headers: Object.fromEntries(headers), parts, sizeBytes: Number(total?.[1] ?? 0) }
}

interface Block {
  readonly lines: readonly string[]
  readonly sizeBytes: number
  /** Behind its headers and the line that counts its content. */
  readonly end: number
}

function blockAt(lines: readonly string[], start: number): Block {
  const blank = lines.indexOf('', start)
  const headerEnd = blank === -1 ? lines.length : blank
  const counted = /^\((\d+) bytes left out\)$/.exec(lines[headerEnd + 1] ?? '')
  const end = Math.min(lines.length, headerEnd + (counted === null ? 1 : 2))
  return { lines: lines.slice(start, headerEnd), sizeBytes: Number(counted?.[1] ?? 0), end }
}

/** Headers follow a border, unless it closes. */
function nextBlock(lines: readonly string[], from: number): Block | null {
  for (let at = from; at < lines.length; at++) {
    const line = lines[at] ?? ''
    const follows = lines[at + 1]
    if (line.startsWith('--') && follows !== undefined && !follows.startsWith('--') && !/^\(\d+ bytes/.test(follows))
      return blockAt(lines, at + 1)
  }
  return null
}

function partOf({ lines, sizeBytes }: Block): OutlinedPart | null {
  const headers = headersIn(lines)
  const find = (name: string): string => headers.find((header) => header.name === name)?.value ?? ''
  const type = find('content-type')
  if (leadOf(type).startsWith('multipart/')) return null
  const disposition = find('content-disposition')
  return {
    type: leadOf(type),
    disposition: leadOf(disposition),
    name: parameterOf(disposition, 'filename') || parameterOf(type, 'name'),
    sizeBytes
  }
}
