/** Reads rows of HR files. Rows with questionable dates wait until the file itself answers whether the day comes first. */
import type { BatchBuilder } from '../batch.ts'
import type { DateSearch } from '../date-search.ts'
import { shortened } from '../formats/record.ts'
import { EMPTY_ROW, REPEATED_HEADER, type RowReader, isEmptyRow, isRepeatedHeader } from '../row-reader.ts'
import { openDateQuestion } from './date-question.ts'
import { type HrRow, normaliseHr } from './hr.ts'
import type { HrBinding } from './hr/binding.ts'
import type { DateOrder } from './hr/dates.ts'
import { HR_DATE_FIELDS } from './hr/fields.ts'

interface HrRowsOptions {
  readonly columns: readonly string[]
  readonly binding: HrBinding
  readonly timezone: string
  readonly delimiter: string
  readonly dates: DateSearch
}

export function openHrRows(
  batch: BatchBuilder,
  { columns, binding, timezone, delimiter, dates: search }: HrRowsOptions
): RowReader {
  const dateColumns = HR_DATE_FIELDS.map((field) => binding.columnOf.get(field)).filter((index) => index !== undefined)
  // Excel separates with semicolons exactly where it also writes the day first.
  const usual: DateOrder = binding.isDayFirstLanguage || delimiter === ';' ? 'day-first' : 'month-first'
  let ordinal = 0
  const question = openDateQuestion<HrRow>({ usual, known: null, lengthOf: ({ raw }) => raw.length, settle, search })

  function settle(row: HrRow, order: DateOrder): void {
    const outcome = normaliseHr(row, { binding, order, timezone })
    if ('event' in outcome) batch.hrEvent(outcome.event)
    else if ('profile' in outcome) batch.profile(outcome.profile)
    else
      batch.reject({
        ordinal: row.ordinal,
        line: row.line,
        byteOffset: row.byteOffset,
        reason: outcome.reason,
        raw: shortened(row.raw)
      })
  }

  return {
    record(text, line, byteOffset) {
      ordinal++
      batch.reject({
        ordinal,
        line,
        byteOffset,
        reason: 'HR data is read from tables, not from JSON.',
        raw: shortened(text)
      })
    },
    cells(cells, text, line, byteOffset) {
      ordinal++
      const row = { cells, raw: text, ordinal, line, byteOffset }
      if (isEmptyRow(cells)) batch.ignore(EMPTY_ROW)
      else if (isRepeatedHeader(cells, columns)) batch.ignore(REPEATED_HEADER)
      else
        question.take(
          row,
          dateColumns.map((index) => row.cells[index] ?? '')
        )
    },
    broken(reason, text, line, byteOffset) {
      ordinal++
      batch.reject({ ordinal, line, byteOffset, reason, raw: shortened(text) })
    },
    finish: () => question.finish()
  }
}
