/**
 * How the text of a file is laid out: rows of a table, or records one after the other. Found by looking at the text, the
 * most telling layouts first. A layout knows nothing of sources.
 */
import type { Wrapping } from '../../shared/domain/source.ts'
import { openRowDecoder } from './bytes/text.ts'
import { findCefLines } from './formats/cef.ts'
import { findCsvHeader } from './formats/csv-header.ts'
import { scanRows } from './formats/csv.ts'
import { findJsonRecords } from './formats/json-records.ts'
import { findLdif } from './formats/ldif.ts'
import { findMail, findMailbox } from './formats/mail-files.ts'
import { findRenderedEvents } from './formats/rendered-events.ts'
import { findXmlRecords } from './formats/xml-records.ts'
import type { RecordLayout, TextHead } from './record-layout.ts'

export interface TableLayout {
  readonly kind: 'table'
  readonly wrapping: Wrapping
  readonly columns: readonly string[]
  readonly delimiter: string
  readonly skippedRows: number
}

export type Layout = TableLayout | RecordLayout

/** Layouts of records, the most telling first; each answers null for what is laid out otherwise. */
const RECORD_LAYOUTS: readonly ((head: TextHead) => RecordLayout | null)[] = [
  findJsonRecords,
  findXmlRecords,
  findRenderedEvents,
  findCefLines,
  findLdif,
  findMailbox,
  findMail
]

/** Records and rows that recognition looks at. */
const SAMPLE = 40

export function findLayout(head: TextHead): Layout | null {
  for (const find of RECORD_LAYOUTS) {
    const layout = find(head)
    if (layout !== null) return layout
  }
  const header = findCsvHeader(head.bytes, openRowDecoder(), head.isWhole)
  return header === null ? null : { kind: 'table', wrapping: 'csv', ...header }
}

/** Texts of the first whole records in the head, as the reader will see them. */
export function sampleTexts(head: TextHead, layout: RecordLayout): readonly string[] {
  const sample: string[] = []
  const splitter = layout.split(openRowDecoder(), {
    record: (text) => {
      if (sample.length < SAMPLE) sample.push(text)
    },
    broken: () => undefined
  })
  splitter.write(head.bytes)
  if (head.isWhole || (layout.showsCut === true && sample.length === 0)) splitter.end()
  return sample
}

export function sampleRows(head: TextHead, layout: TableLayout): readonly (readonly string[])[] {
  const before = layout.skippedRows + 1
  return scanRows(head.bytes, layout.delimiter, openRowDecoder(), head.isWhole, before + SAMPLE).slice(before)
}
