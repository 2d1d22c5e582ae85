/** Reads rows and records as an operator mapped them. Rows with questionable dates wait until the file answers. */
import type { FieldMapping } from '../../../shared/domain/mapping.ts'
import type { BatchBuilder } from '../batch.ts'
import type { DateSearch } from '../date-search.ts'
import { shortened } from '../formats/record.ts'
import type { Layout } from '../layout.ts'
import { rowFields, wrongCells } from '../record-source.ts'
import { EMPTY_ROW, isEmptyRow, isRepeatedHeader, REPEATED_HEADER, type RowReader } from '../row-reader.ts'
import { openDateQuestion } from './date-question.ts'
import { type Fields, isFields } from './field.ts'
import type { DateOrder } from './hr/dates.ts'
import { questionIn } from './log-time.ts'
import { guessOrder } from './mapped/guess.ts'
import { datesOf, normaliseMapped } from './mapped/row.ts'

interface MappedRowsOptions {
  readonly layout: Layout
  /** The first records, over which the order of day and month is decided where they show it. */
  readonly records: readonly unknown[]
  /** Its columns are those of this file. */
  readonly mapping: FieldMapping
  readonly timezone: string
  readonly dates: DateSearch
}

/** A row in hand; ignored ones are counted at once, these wait. */
interface Row {
  readonly record: Fields
  readonly raw: string
  readonly ordinal: number
  readonly line: number
  readonly byteOffset: number
}

const NO_RECORD = 'The row cannot be read as a record of this file.'

export function openMappedRows(
  batch: BatchBuilder,
  { layout, records, mapping, timezone, dates }: MappedRowsOptions
): RowReader {
  const columns = layout.kind === 'table' ? layout.columns : []
  const usual = usualOrder(layout)
  const sampled = records.filter(isFields).flatMap((record) => datesOf(record, mapping))
  const { order, isCertain } = guessOrder(sampled.map(questionIn), usual)
  const question = openDateQuestion<Row>({
    usual: chosenOrder(mapping) ?? usual,
    known: chosenOrder(mapping) ?? (isCertain && (order === 'day-first' || order === 'month-first') ? order : null),
    lengthOf: ({ raw }) => raw.length,
    settle,
    search: dates
  })
  let ordinal = 0

  function settle({ record, ...place }: Row, order: DateOrder): void {
    const outcome = normaliseMapped(record, { mapping, timezone }, order)
    if (outcome.kind === 'activity') batch.activity(Object.assign(outcome.draft, place))
    else if (outcome.kind === 'ignored') batch.ignore(outcome.reason)
    else if (outcome.kind === 'rejected') batch.reject({ ...place, raw: shortened(place.raw), reason: outcome.reason })
  }

  function take(record: Fields, raw: string, line: number, byteOffset: number): void {
    ordinal++
    question.take({ record, raw, ordinal, line, byteOffset }, datesOf(record, mapping).map(questionIn))
  }

  function reject(reason: string, text: string, line: number, byteOffset: number): void {
    ordinal++
    batch.reject({ ordinal, line, byteOffset, reason, raw: shortened(text) })
  }

  return {
    record(text, line, byteOffset) {
      const value = layout.kind === 'records' ? layout.parse(text) : undefined
      if (isFields(value)) take(value, text, line, byteOffset)
      else reject(NO_RECORD, text, line, byteOffset)
    },
    cells(cells, text, line, byteOffset) {
      const without = isEmptyRow(cells) ? EMPTY_ROW : isRepeatedHeader(cells, columns) ? REPEATED_HEADER : null
      if (without !== null) {
        ordinal++
        batch.ignore(without)
      } else if (cells.length < columns.length / 2)
        reject(wrongCells(cells.length, columns.length), text, line, byteOffset)
      else take(rowFields(cells, columns), text, line, byteOffset)
    },
    broken: reject,
    finish() {
      const chosen = chosenOrder(mapping)
      const said = question.finish()
      return chosen === null
        ? said
        : [
            `Dates were read with ${chosen === 'day-first' ? 'the day before the month' : 'the month before the day'}, as the mapping says.`
          ]
    }
  }
}

function chosenOrder({ dateOrder }: FieldMapping): DateOrder | null {
  return dateOrder === 'day-first' || dateOrder === 'month-first' ? dateOrder : null
}

/** Excel separates with semicolons exactly where it also writes the day first. */
export function usualOrder(layout: Layout): DateOrder {
  return layout.kind === 'table' && layout.delimiter === ';' ? 'day-first' : 'month-first'
}
