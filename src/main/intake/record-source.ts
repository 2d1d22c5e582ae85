/** A source whose records are told and read one at a time, whatever wraps them: JSON, rows of a table, XML, lines. */
import type { IntakeOptions } from '../../shared/domain/draft.ts'
import type { Source } from '../../shared/domain/source.ts'
import type { BatchBuilder } from './batch.ts'
import { shortened } from './formats/record.ts'
import { type Fields, isFields } from './normalise/field.ts'
import { EMPTY_ROW, isEmptyRow, isRepeatedHeader, REPEATED_HEADER, type RowReader } from './row-reader.ts'
import type { Evidence, RecordReading, RowOutcome, Sample, SourceReader } from './source-reader.ts'

export interface RecordSource {
  readonly source: Source
  readonly version: number
  /** What marks its records: "an ActionType with a DeviceId". */
  readonly mark: string
  readonly holds: (record: Fields) => boolean
  /** Set where the source writes one zone whatever its times say; else times without offset are of the import's zone. */
  readonly zone: { readonly timezone: string; readonly because: string } | null
  /** Opened once a file. */
  readonly open: (reading: ReadingContext) => RecordReading
}

export interface ReadingContext {
  /** IANA zone of times without offset. */
  readonly timezone: string
  /** First records of the file, for what must be decided over more than one, such as the order of day and month. */
  readonly sample: readonly Fields[]
}

/** A share of records below this is chance: other logs have operations and times too. */
const LEAST_SHARE = 0.2
const NO_RECORD = 'The row cannot be read as a record of this file.'

export function recordSource(definition: RecordSource): SourceReader {
  return {
    source: definition.source,
    version: definition.version,
    recognise: (sample, options) => evidenceOf(definition, sample, options),
    open(batch, { layout, evidence, records }) {
      const reading = definition.open({ timezone: evidence.timezone, sample: records.filter(isFields) })
      return openRecordRows(batch, reading, layout.kind === 'table' ? layout.columns : [], (text) =>
        layout.kind === 'records' ? layout.parse(text) : undefined
      )
    }
  }
}

function evidenceOf(
  { mark, holds, zone }: RecordSource,
  { records, isChosen }: Sample,
  options: IntakeOptions
): Evidence | null {
  const found = records.filter((record) => isFields(record) && holds(record)).length
  const share = records.length === 0 ? 0 : found / records.length
  if (!isChosen && share < LEAST_SHARE) return null
  return {
    confidence: Math.round(share * 99) / 100,
    because: isChosen
      ? 'the source was chosen for this import'
      : `${found} of the first ${records.length} records hold ${mark}`,
    timezone: zone?.timezone ?? options.timezone,
    timezoneBecause: zone?.because ?? null
  }
}

function openRecordRows(
  batch: BatchBuilder,
  reading: RecordReading,
  columns: readonly string[],
  parse: (text: string) => unknown
): RowReader {
  let ordinal = 0

  function settle(outcome: RowOutcome, raw: string, line: number, byteOffset: number): void {
    ordinal++
    switch (outcome.kind) {
      case 'activity':
        batch.activity(Object.assign(outcome.draft, { ordinal, line, byteOffset, raw }))
        return
      case 'hr-event':
        batch.hrEvent({ ...outcome.event, ordinal, line, byteOffset, raw })
        return
      case 'profile':
        batch.profile({ ...outcome.profile, ordinal, line, byteOffset, raw })
        return
      case 'rejected':
        batch.reject({ ordinal, line, byteOffset, reason: outcome.reason, raw: shortened(raw) })
        return
      case 'ignored':
        batch.ignore(outcome.reason)
    }
  }

  function take(value: unknown, raw: string, line: number, byteOffset: number): void {
    const outcome = isFields(value) ? reading.read(value) : ({ kind: 'rejected', reason: NO_RECORD } as const)
    if ('kind' in outcome) settle(outcome, raw, line, byteOffset)
    else for (const each of outcome) settle(each, raw, line, byteOffset)
  }

  return {
    record(text, line, byteOffset) {
      take(parse(text), text, line, byteOffset)
    },
    cells(cells, text, line, byteOffset) {
      if (isEmptyRow(cells)) settle({ kind: 'ignored', reason: EMPTY_ROW }, text, line, byteOffset)
      else if (isRepeatedHeader(cells, columns))
        settle({ kind: 'ignored', reason: REPEATED_HEADER }, text, line, byteOffset)
      else if (cells.length < columns.length / 2)
        settle({ kind: 'rejected', reason: wrongCells(cells.length, columns.length) }, text, line, byteOffset)
      else take(rowFields(cells, columns), text, line, byteOffset)
    },
    broken(reason, text, line, byteOffset) {
      settle({ kind: 'rejected', reason }, text, line, byteOffset)
    },
    finish: () => reading.finish()
  }
}

/** Cells under their column names; what stands beyond the header has no name and is left to the raw row. */
export function rowFields(cells: readonly string[], columns: readonly string[]): Fields {
  const fields: Record<string, string> = {}
  columns.forEach((name, index) => {
    const cell = cells[index]
    if (cell !== undefined && cell !== '') fields[name] = cell
  })
  return fields
}

export function wrongCells(found: number, expected: number): string {
  return `The row has ${found} cells where the header has ${expected}.`
}
