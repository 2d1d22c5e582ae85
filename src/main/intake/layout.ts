/**
 * How the text of a file is laid out: rows of a table, or records one after the other. Found by looking at the text, the
 * most telling layouts first. A layout knows nothing of sources.
 */
import type { Wrapping } from '../../shared/domain/source.ts'
import { openRowDecoder, type RowDecoder } from './bytes/text.ts'
import { findCsvHeader } from './formats/csv-header.ts'
import { scanRows } from './formats/csv.ts'
import { findJsonRecords } from './formats/json-records.ts'
import type { RecordSink, Splitter } from './formats/record.ts'

export interface TableLayout {
  readonly kind: 'table'
  readonly wrapping: Wrapping
  readonly columns: readonly string[]
  readonly delimiter: string
  readonly skippedRows: number
}

export interface RecordLayout {
  readonly kind: 'records'
  readonly wrapping: Wrapping
  split(decoder: RowDecoder, sink: RecordSink): Splitter
  /** The record that a text holds; undefined where it holds none. */
  parse(text: string): unknown
}

export type Layout = TableLayout | RecordLayout

/** What recognition sees of a file. */
export interface TextHead {
  /** First bytes of the text in UTF-8. */
  readonly bytes: Buffer
  readonly isWhole: boolean
}

/** Layouts of records, the most telling first; each answers null for what is laid out otherwise. */
const RECORD_LAYOUTS: readonly ((head: TextHead) => RecordLayout | null)[] = [findJsonRecords]

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
  if (head.isWhole) splitter.end()
  return sample
}

export function sampleRows(head: TextHead, layout: TableLayout): readonly (readonly string[])[] {
  const before = layout.skippedRows + 1
  return scanRows(head.bytes, layout.delimiter, openRowDecoder(), head.isWhole, before + SAMPLE).slice(before)
}
