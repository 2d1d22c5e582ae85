/**
 * Holds rows of tables and texts whose dates could have the day or the month first until a date of the file tells, and
 * then reads them in their order. Rows whose dates leave no doubt pass at once.
 */
import type { DateSearch } from '../../date-search.ts'
import { openDateQuestion } from '../date-question.ts'
import type { DateOrder } from '../hr/dates.ts'
import type { RowReader } from '../../row-reader.ts'
import type { Clock } from './clock.ts'

interface Row {
  readonly text: string
  readonly settle: () => void
}

interface WaitingOptions {
  readonly usual: DateOrder
  /** Columns that may hold a time, by their place; null for texts, whose heads are looked at. */
  readonly columns: readonly number[] | null
  readonly dates: DateSearch
}

export function waitingForOrder(rows: RowReader, clock: Clock, { usual, columns, dates }: WaitingOptions): RowReader {
  const question = openDateQuestion<Row>({
    usual,
    known: null,
    search: dates,
    lengthOf: ({ text }) => text.length,
    settle: ({ settle }, order) => {
      clock.order = order
      settle()
    }
  })
  return {
    record(text, line, byteOffset) {
      question.take(
        {
          text,
          settle: () => {
            rows.record(text, line, byteOffset)
          }
        },
        datesInHead(text)
      )
    },
    cells(cells, text, line, byteOffset) {
      const dates = (columns ?? []).map((index) => dateIn(cells[index] ?? ''))
      question.take(
        {
          text,
          settle: () => {
            rows.cells(cells, text, line, byteOffset)
          }
        },
        dates.filter(Boolean)
      )
    },
    broken(reason, text, line, byteOffset) {
      question.take(
        {
          text,
          settle: () => {
            rows.broken(reason, text, line, byteOffset)
          }
        },
        []
      )
    },
    finish() {
      // The question must be settled before the reader is asked for its last words.
      const said = question.finish()
      return [...said, ...rows.finish()]
    }
  }
}

/** Heads of rendered events are shorter. */
const HEAD_CHARACTERS = 600

function datesInHead(text: string): readonly string[] {
  const head = /^\s*(?:Date|Datum|TimeCreated)\s*:\s*(\S+)/m.exec(text.slice(0, HEAD_CHARACTERS))?.[1] ?? ''
  return head === '' ? [] : [dateIn(head)].filter(Boolean)
}

/** The day alone, without marks of direction. */
function dateIn(cell: string): string {
  return (
    /^[\u200e\u200f\s]*(\d{1,2}[/-]\d{1,2}[/-]\d{4})(?:[\s,T]|$)/.exec(cell.replace(/[\u200e\u200f]/g, ''))?.[1] ?? ''
  )
}
