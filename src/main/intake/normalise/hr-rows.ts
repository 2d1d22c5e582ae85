/** Reads rows of HR files. Rows with questionable dates wait until the file itself answers whether the day comes first. */
import type { BatchBuilder } from '../batch.ts'
import { shortened } from '../formats/record.ts'
import { WAITING_ROWS } from '../limits.ts'
import { EMPTY_ROW, REPEATED_HEADER, type RowReader, isEmptyRow, isRepeatedHeader } from '../row-reader.ts'
import { type HrRow, normaliseHr } from './hr.ts'
import type { HrBinding } from './hr/binding.ts'
import { type DateOrder, needsOrder, provenOrder } from './hr/dates.ts'
import { HR_DATE_FIELDS } from './hr/fields.ts'

interface HrRowsOptions {
  readonly columns: readonly string[]
  readonly binding: HrBinding
  readonly timezone: string
  readonly delimiter: string
}

export function openHrRows(batch: BatchBuilder, { columns, binding, timezone, delimiter }: HrRowsOptions): RowReader {
  const dateColumns = HR_DATE_FIELDS.map((field) => binding.columnOf.get(field)).filter((index) => index !== undefined)
  // Excel separates with semicolons exactly where it also writes the day first.
  const usual: DateOrder = binding.isDayFirstLanguage || delimiter === ';' ? 'day-first' : 'month-first'
  let order: DateOrder | null = null
  let isGuessed = false
  let waiting: HrRow[] = []
  let ordinal = 0

  function settle(row: HrRow): void {
    const outcome = normaliseHr(row, { binding, order: order ?? usual, timezone })
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

  function decide(decided: DateOrder): void {
    order = decided
    for (const row of waiting) settle(row)
    waiting = []
  }

  function guess(): void {
    isGuessed = true
    decide(usual)
  }

  /** A row whose dates prove the order settles all; one whose dates need it waits. */
  function question(row: HrRow): void {
    const dates = dateColumns.map((index) => row.cells[index] ?? '')
    const proven = dates.map(provenOrder).find((found) => found !== null)
    if (proven !== undefined) decide(proven)
    if (proven !== undefined || (waiting.length === 0 && !dates.some(needsOrder))) settle(row)
    else {
      waiting.push(row)
      if (waiting.length >= WAITING_ROWS) guess()
    }
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
      else if (order !== null) settle(row)
      else question(row)
    },
    broken(reason, text, line, byteOffset) {
      ordinal++
      batch.reject({ ordinal, line, byteOffset, reason, raw: shortened(text) })
    },
    finish() {
      if (waiting.length > 0) guess()
      if (isGuessed) {
        return [
          `No date in the file shows whether the day or the month comes first; it was read as ${usual === 'day-first' ? 'day before month' : 'month before day'}. Check the dates.`
        ]
      }
      return order === null
        ? []
        : [
            `The dates in the file show that it writes ${order === 'day-first' ? 'the day before the month' : 'the month before the day'}.`
          ]
    }
  }
}
