/**
 * Splits delimited text into rows of cells with the position of each row. It follows RFC 4180 and forgives what exports
 * get wrong: quotes inside bare cells, text after a closing quote, a quote that is never closed.
 *
 * Written by hand because audit exports are gigabytes: the usual library alone reads 25 MB/s, and with this one the whole
 * way to the draft takes 60. The library stays the oracle: the tests compare both on random tables.
 */
import { type RowDecoder, openRowDecoder } from '../bytes/text.ts'
import { CSV_RECORD_BYTES } from '../limits.ts'
import { type CellSink, CUT_REASON, type Splitter, countLines, shortened } from './record.ts'

const QUOTE = 34
const LF = 10
const CR = 13

interface CsvOptions {
  readonly delimiter: string
  /** Cells that a whole row has; tells a cut row at the end of the file from a short one. */
  readonly columns: number
}

/** Where scanning one row ended: after its line end, or nowhere because the text stops first. */
interface Row {
  readonly cells: string[]
  readonly contentEnd: number
  readonly next: number
  /** No quote stands where none belongs. */
  readonly isClean: boolean
}

export function splitCsv(decoder: RowDecoder, sink: CellSink, { delimiter, columns }: CsvOptions): Splitter {
  const comma = delimiter.charCodeAt(0)
  // Damaged bytes are counted once for each row, when its raw text is decoded, and not again in its cells.
  const cellDecoder = openRowDecoder()
  let bytes: Buffer = Buffer.alloc(0)
  let waiting: Buffer[] = []
  let waitingBytes = 0
  let base = 0
  let line = 1

  function emit(row: Row, start: number): void {
    if (row.contentEnd > start) sink.row(row.cells, decoder.decode(bytes, start, row.contentEnd), line, base + start)
    line += countLines(bytes, start, row.next)
  }

  /** Gives up the first line of a row that ends where none can, so that the rows behind it are read. */
  function giveUpLine(start: number): number {
    const lineFeed = bytes.indexOf(LF, start)
    const end = lineFeed === -1 ? bytes.length : lineFeed + 1
    const reason = lineFeed === -1 ? TOO_LONG : OPEN_QUOTE
    sink.broken(reason, shortened(decoder.decode(bytes, start, end).trimEnd()), line, base + start)
    line++
    return end
  }

  /** A quote that was never closed swallows the rows behind it up to the next quote; the cells then do not add up. */
  function swallowsRows(row: Row, start: number): boolean {
    if (row.isClean || row.cells.length === columns) return false
    const lineFeed = bytes.indexOf(LF, start)
    return lineFeed !== -1 && lineFeed < row.contentEnd
  }

  function append(): void {
    bytes = Buffer.concat([bytes, ...waiting])
    waiting = []
    waitingBytes = 0
  }

  function cut(start: number): void {
    base += start
    bytes = bytes.subarray(start)
  }

  return {
    write(chunk) {
      waiting.push(chunk)
      waitingBytes += chunk.length
      // A row of many chunks is copied and searched a few times, not once for each of them.
      if (waitingBytes * 2 < bytes.length) return
      append()
      let start = 0
      for (;;) {
        const row = scanRow(bytes, start, comma, cellDecoder, false)
        if (row !== null && !swallowsRows(row, start)) {
          emit(row, start)
          start = row.next
        } else if (row !== null || bytes.length - start > CSV_RECORD_BYTES) start = giveUpLine(start)
        else break
      }
      cut(start)
    },
    end() {
      append()
      let start = 0
      while (start < bytes.length) {
        const row = scanRow(bytes, start, comma, cellDecoder, true)
        const isCutRow = row !== null && endsShort(row, start)
        if (row !== null && !isCutRow && !swallowsRows(row, start)) {
          emit(row, start)
          start = row.next
        } else if (!isCutRow && (row !== null || hasWholeRowBehind(bytes, start, comma, cellDecoder, columns))) {
          start = giveUpLine(start)
        } else {
          const text = decoder.decode(bytes, start, bytes.length).trimEnd()
          sink.broken(CUT_REASON, shortened(text), line, base + start)
          return { isCut: true }
        }
      }
      return { isCut: false }
    }
  }

  /** Whether the last row of the file has too few cells and no line end. */
  function endsShort(row: Row, start: number): boolean {
    const isLast = row.next >= bytes.length && bytes[bytes.length - 1] !== LF
    return isLast && row.cells.length < columns && row.contentEnd > start
  }
}

const OPEN_QUOTE = 'A quote opens in this line and is never closed.'
const TOO_LONG = 'The line is longer than any row can be.'

/** Rows of a text that is in memory: for recognition, which only sees the head of a file. */
export function scanRows(
  bytes: Buffer,
  delimiter: string,
  decoder: RowDecoder,
  isWhole: boolean,
  limit: number
): string[][] {
  const rows: string[][] = []
  let start = 0
  while (start < bytes.length && rows.length < limit) {
    const row = scanRow(bytes, start, delimiter.charCodeAt(0), decoder, isWhole)
    if (row === null) break
    if (row.contentEnd > start) rows.push(row.cells)
    start = row.next
  }
  return rows
}

function scanRow(bytes: Buffer, start: number, comma: number, decoder: RowDecoder, isWhole: boolean): Row | null {
  const cells: string[] = []
  const length = bytes.length
  let isClean = true
  let at = start
  for (;;) {
    let cell: string
    if (bytes[at] === QUOTE) {
      const { text, close } = readQuoted(bytes, at + 1, isWhole, decoder)
      if (close === -1) return null
      cell = text
      at = close + 1
      const tail = at
      at = bareEnd(bytes, at, comma)
      // Text behind a closing quote belongs to the cell; throwing it away would change evidence.
      if (at > tail && !(at === tail + 1 && bytes[tail] === CR)) {
        cell = `"${cell}"${trimmedEnd(bytes, tail, at, decoder)}`
        isClean = false
      }
    } else {
      const from = at
      at = bareEnd(bytes, at, comma)
      cell = from === at ? '' : trimmedEnd(bytes, from, at, decoder)
      if (cell.includes('"')) isClean = false
    }
    cells.push(cell)
    if (at < length && bytes[at] === comma) {
      at++
      continue
    }
    if (at >= length && !isWhole) return null
    const contentEnd = at > start && bytes[at - 1] === CR && at < length ? at - 1 : at
    return { cells, contentEnd, next: at < length ? at + 1 : at, isClean }
  }
}

/** Text of a quoted cell, and where its closing quote stands; -1 when only more text can tell. */
interface QuotedCell {
  text: string
  close: number
}
const quoted: QuotedCell = { text: '', close: -1 }
/** Cells hold JSON with every quote doubled: single bytes copied by hand are ten times faster than searching and replacing. */
let scratch = Buffer.alloc(64 * 1024)

function readQuoted(bytes: Buffer, from: number, isWhole: boolean, decoder: RowDecoder): QuotedCell {
  const length = bytes.length
  if (scratch.length < length - from) scratch = Buffer.alloc((length - from) * 2)
  const copy = scratch
  let copied = 0
  let at = from
  quoted.close = -1
  while (at < length) {
    const byte = bytes[at] ?? 0
    if (byte === QUOTE) {
      const next = bytes[at + 1]
      if (next === undefined && !isWhole) return quoted
      if (next !== QUOTE) {
        quoted.text = decoder.decode(copy, 0, copied)
        quoted.close = at
        return quoted
      }
      at++
    }
    copy[copied] = byte
    copied++
    at++
  }
  return quoted
}

function bareEnd(bytes: Buffer, from: number, comma: number): number {
  let at = from
  const length = bytes.length
  while (at < length) {
    const byte = bytes[at]
    if (byte === comma || byte === LF) break
    at++
  }
  return at
}

function trimmedEnd(bytes: Buffer, from: number, to: number, decoder: RowDecoder): string {
  const end = to > from && bytes[to - 1] === CR && (to === bytes.length || bytes[to] === LF) ? to - 1 : to
  return decoder.decode(bytes, from, end)
}

/** First bytes of lines inside a pretty-printed cell: blank, brackets, and the end of a line. */
const LIKE_JSON = new Set([32, 9, 10, 13, 91, 93, 123, 125])

/** Whether some later line of an unclosed rest reads as a whole row; then only one line was broken, not the file cut. */
function hasWholeRowBehind(bytes: Buffer, start: number, comma: number, decoder: RowDecoder, columns: number): boolean {
  let lineFeed = bytes.indexOf(LF, start)
  // A cut cell of pretty-printed JSON has a few hundred lines at most; looking further only costs time.
  for (let tried = 0; lineFeed !== -1 && tried < 1000; tried++) {
    const row = LIKE_JSON.has(bytes[lineFeed + 1] ?? LF) ? null : scanRow(bytes, lineFeed + 1, comma, decoder, true)
    if (row !== null && row.isClean && columns > 1 && row.cells.length === columns) return true
    lineFeed = bytes.indexOf(LF, lineFeed + 1)
  }
  return false
}
