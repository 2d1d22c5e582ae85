/** Reads the rows of one sheet of a workbook as a stream: shared and inline texts, numbers, dates in either way of counting. */
import { type SaxesAttributeNS, SaxesParser, type SaxesTagNS } from 'saxes'
import type { ByteStream } from '../bytes/inflate.ts'
import { serialAsText } from './serial-date.ts'

export interface SheetRow {
  /** As the workbook numbers it, from 1. */
  readonly number: number
  readonly cells: readonly string[]
}

export interface BookParts {
  readonly strings: readonly string[]
  /** Whether a cell style shows its number as a date. */
  readonly isDateStyle: readonly boolean[]
  readonly countsFrom1904: boolean
}

/** Columns that a sheet can have; a reference past this is damage. */
const MOST_COLUMNS = 16_384

export interface XmlHandler {
  open?(name: string, attribute: (name: string) => string): void
  close?(name: string): void
  text?(text: string): void
}

/** Feeds XML to a handler chunk by chunk; false when it is not well-formed. Entities other than the five of XML stay as they are. */
export async function* parseXml(stream: ByteStream, handler: XmlHandler): AsyncGenerator<void, boolean> {
  const parser = new SaxesParser({ xmlns: true })
  const state = { isSound: true }
  parser.on('error', () => (state.isSound = false))
  parser.on('opentag', (tag: SaxesTagNS) => handler.open?.(tag.local, (name) => attributeOf(tag, name)))
  parser.on('closetag', (tag: SaxesTagNS) => handler.close?.(tag.local))
  parser.on('text', (text) => handler.text?.(text))
  parser.on('cdata', (text) => handler.text?.(text))
  const decoder = new TextDecoder()
  for await (const chunk of stream.chunks) {
    parser.write(decoder.decode(chunk, { stream: true }))
    if (!state.isSound) return false
    yield
  }
  parser.write(decoder.decode()).close()
  return state.isSound && stream.damage() === null
}

function attributeOf(tag: SaxesTagNS, wanted: string): string {
  const direct: SaxesAttributeNS | undefined = tag.attributes[wanted]
  if (direct !== undefined) return direct.value
  for (const attribute of Object.values(tag.attributes)) if (attribute.local === wanted) return attribute.value
  return ''
}

/** Rows in lists of one chunk each; the returned value says whether the sheet was read to its end. */
export async function* readSheet(stream: ByteStream, book: BookParts): AsyncGenerator<readonly SheetRow[], boolean> {
  let ready: SheetRow[] = []
  let cells: string[] = []
  let rowNumber = 0
  let column = 0
  let type = ''
  let style = 0
  let value = ''
  let isValue = false
  const reading = parseXml(stream, {
    open(name, attribute) {
      if (name === 'row') {
        rowNumber = Number(attribute('r')) || rowNumber + 1
        cells = []
        column = 0
      } else if (name === 'c') {
        column = columnOf(attribute('r')) ?? column
        type = attribute('t')
        style = Number(attribute('s')) || 0
        value = ''
      } else if (name === 'v' || name === 't') isValue = true
    },
    text(text) {
      if (isValue) value += text
    },
    close(name) {
      if (name === 'v' || name === 't') isValue = false
      else if (name === 'c') {
        if (column < MOST_COLUMNS) {
          while (cells.length < column) cells.push('')
          cells[column] = cellText(value, type, style, book)
        }
        column++
      } else if (name === 'row') ready.push({ number: rowNumber, cells })
    }
  })
  for (;;) {
    const step = await reading.next()
    if (ready.length > 0) yield ready
    ready = []
    if (step.done === true) return step.value
  }
}

function cellText(
  value: string,
  type: string,
  style: number,
  { strings, isDateStyle, countsFrom1904 }: BookParts
): string {
  switch (type) {
    case 's':
      return strings[Number(value)] ?? ''
    case 'b':
      return value === '1' ? 'TRUE' : 'FALSE'
    case 'e':
      return ''
    case 'str':
    case 'inlineStr':
    case 'd':
      return value
    default:
      return value !== '' && isDateStyle[style] === true && Number.isFinite(Number(value))
        ? serialAsText(Number(value), countsFrom1904)
        : value
  }
}

/** `BC12` is column 54, counted from 0. */
function columnOf(reference: string): number | null {
  let column = 0
  let letters = 0
  for (const letter of reference) {
    const code = letter.charCodeAt(0) - 64
    if (code < 1 || code > 26) break
    column = column * 26 + code
    letters++
  }
  return letters === 0 || letters > 3 ? null : column - 1
}
