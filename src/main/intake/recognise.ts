/**
 * Tells what a text file is by what is in it: how it is laid out, which source's reader fits, and why. The name of the
 * file is never asked. What no reader fits is refused with a sentence that says what was found instead.
 */
import type { IntakeOptions, Recognition } from '../../shared/domain/draft.ts'
import type { Wrapping } from '../../shared/domain/source.ts'
import { type EncodingGuess, looksBinary } from './bytes/encoding.ts'
import { openRowDecoder } from './bytes/text.ts'
import { type CsvHeader, findCsvHeader } from './formats/csv-header.ts'
import { scanRows } from './formats/csv.ts'
import { type JsonShape, findJsonShape, sampleRecords } from './formats/json-shape.ts'
import { rowFields } from './normalise/audit-rows.ts'
import { type HrBinding, bindColumns } from './normalise/hr/binding.ts'
import { HR_READER, HR_READER_VERSION } from './normalise/hr.ts'
import { AUDIT_READER, AUDIT_READER_VERSION } from './normalise/m365-audit.ts'
import { findAuditRecord, listedEntries } from './normalise/m365/envelope.ts'

type Layout =
  | { readonly kind: 'json'; readonly shape: JsonShape }
  | {
      readonly kind: 'table'
      readonly columns: readonly string[]
      readonly delimiter: string
      readonly skippedRows: number
    }

export interface Recognised {
  readonly recognition: Recognition
  readonly layout: Layout
  /** Set exactly when the source is HR. */
  readonly binding: HrBinding | null
}

interface TextHead {
  /** First bytes of the text in UTF-8. */
  readonly bytes: Buffer
  readonly isWhole: boolean
  readonly encoding: EncodingGuess
}

/** Rows of a table that recognition looks at. */
const SAMPLE_ROWS = 40
/** A share of records below this is chance: other logs have operations and times too. */
const LEAST_SHARE = 0.2

export function recogniseText(head: TextHead, options: IntakeOptions): Recognised | { readonly refusal: string } {
  if (head.bytes.length === 0 || head.bytes.toString('latin1').trim() === '') return { refusal: 'The file is empty.' }
  if (looksBinary(head.bytes, 'utf-8'))
    return { refusal: 'The file is not text, and not an archive or a workbook that Inward can open.' }
  const shape = findJsonShape(head.bytes, head.isWhole)
  if (shape !== null) return recogniseJson(head, shape, options)
  const decoder = openRowDecoder()
  const header = findCsvHeader(head.bytes, decoder, head.isWhole)
  if (header === null)
    return { refusal: 'The file is text, but neither JSON nor a table with a header: no reader fits.' }
  const rows = scanRows(
    head.bytes,
    header.delimiter,
    decoder,
    head.isWhole,
    header.skippedRows + 1 + SAMPLE_ROWS
  ).slice(header.skippedRows + 1)
  return recogniseTable(header, rows, 'csv', head.encoding, options)
}

/** Tables of workbooks come here with their cells already read. */
export function recogniseTable(
  { columns, delimiter, skippedRows }: CsvHeader,
  rows: readonly (readonly string[])[],
  wrapping: Wrapping,
  encoding: EncodingGuess,
  options: IntakeOptions
): Recognised | { readonly refusal: string } {
  const layout: Layout = { kind: 'table', columns, delimiter, skippedRows }
  const binding = bindColumns(columns, options.mappings)
  const share = options.source === 'hr' ? 0 : auditShare(columns, rows)
  if (options.source === 'm365-audit' || share >= LEAST_SHARE) {
    const names = columns.filter((name) =>
      /^(auditdata|operations?|creation(date|time)|timegenerated.*|recordtype|userids?)$/i.test(name)
    )
    const because =
      options.source === 'm365-audit'
        ? 'the source was chosen for this import'
        : `header holds ${names.slice(0, 4).join(', ') || 'audit columns'}`
    return { recognition: auditRecognition(wrapping, encoding, share, because), layout, binding: null }
  }
  if (options.source === 'hr' && !binding.columnOf.has('identity'))
    return {
      refusal: 'No column of the file names a person by address, account or number, so it cannot be read as HR data.'
    }
  if (options.source === 'hr' || binding.confidence > 0)
    return { recognition: hrRecognition(wrapping, encoding, binding, options), layout, binding }
  return {
    refusal: `The file is a table with ${columns.length} columns, but they fit neither an audit export nor HR data.`
  }
}

function recogniseJson(
  head: TextHead,
  shape: JsonShape,
  options: IntakeOptions
): Recognised | { readonly refusal: string } {
  if (options.source === 'hr')
    return { refusal: 'HR data is read from tables (CSV or a workbook), and this file is JSON.' }
  const sample = sampleRecords(head.bytes, shape, openRowDecoder(), head.isWhole)
  const found = sample.filter(holdsAudit).length
  const share = sample.length === 0 ? 0 : found / sample.length
  const wrapping = ({ lines: 'json-lines', list: 'json-array', document: 'json-document' } as const)[shape.kind]
  if (options.source === 'm365-audit')
    return {
      recognition: auditRecognition(wrapping, head.encoding, share, 'the source was chosen for this import'),
      layout: { kind: 'json', shape },
      binding: null
    }
  if (sample.length === 0) return { refusal: 'The file begins like JSON, but no whole record was found in it.' }
  if (share < LEAST_SHARE)
    return {
      refusal: `The file is JSON, but of its first ${sample.length} records ${found === 0 ? 'none reads' : `only ${found} read`} as an audit record: an operation with a time or an id.`
    }
  const because = `${found} of the first ${sample.length} records hold an operation with a time or an id`
  return {
    recognition: auditRecognition(wrapping, head.encoding, share, because),
    layout: { kind: 'json', shape },
    binding: null
  }
}

function holdsAudit(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text)
    return findAuditRecord(value) !== null || listedEntries(value) !== null
  } catch {
    return false
  }
}

function auditShare(columns: readonly string[], rows: readonly (readonly string[])[]): number {
  if (rows.length === 0) return columns.some((name) => name.toLowerCase() === 'auditdata') ? 1 : 0
  return rows.filter((cells) => findAuditRecord(rowFields(cells, columns)) !== null).length / rows.length
}

function auditRecognition(
  wrapping: Wrapping,
  { encoding }: EncodingGuess,
  share: number,
  because: string
): Recognition {
  return {
    source: 'm365-audit',
    wrapping,
    encoding,
    confidence: Math.round(share * 99) / 100,
    because,
    reader: AUDIT_READER,
    readerVersion: AUDIT_READER_VERSION,
    timezone: 'UTC',
    timezoneBecause: 'audit records are written in UTC, whether or not they say so'
  }
}

function hrRecognition(
  wrapping: Wrapping,
  { encoding }: EncodingGuess,
  binding: HrBinding,
  options: IntakeOptions
): Recognition {
  return {
    source: 'hr',
    wrapping,
    encoding,
    confidence: binding.confidence,
    because: options.source === 'hr' ? 'the source was chosen for this import' : binding.because,
    reader: HR_READER,
    readerVersion: HR_READER_VERSION,
    timezone: options.timezone,
    timezoneBecause: 'dates without an offset are read in the zone chosen for the import'
  }
}
