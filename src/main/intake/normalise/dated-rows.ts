/** Lets rows of a table or records wait in front of their reader until the file shows whether the day or the month comes first. */
import { rowFields } from '../record-source.ts'
import type { RowReader } from '../row-reader.ts'
import type { Opening } from '../source-reader.ts'
import { openDateQuestion } from './date-question.ts'
import { type Fields, isFields } from './field.ts'
import type { DateOrder } from './hr/dates.ts'
import { questionIn } from './log-time.ts'

interface DatedRowsOptions {
  readonly opening: Pick<Opening, 'layout' | 'dates'>
  /** Texts of a record that are dates, as it writes them. */
  readonly datesOf: (record: Fields) => readonly string[]
  /** The reader of the rows; it asks for the order when it reads one. */
  readonly open: (order: () => DateOrder) => RowReader
}

/** Only such dates can be misread, so only rows that hold one are looked into before they are read. */
const QUESTIONABLE = /(?<!\d)\d{1,2}([/-])\d{1,2}\1(\d{4}|\d{2})(?!\d)/

export function openDatedRows({ opening, datesOf, open }: DatedRowsOptions): RowReader {
  const { layout } = opening
  // Excel separates with semicolons exactly where it also writes the day first.
  const usual: DateOrder = layout.kind === 'table' && layout.delimiter === ';' ? 'day-first' : 'month-first'
  let order = usual
  const rows = open(() => order)
  const question = openDateQuestion<{ readonly characters: number; readonly read: () => void }>({
    usual,
    known: null,
    search: opening.dates,
    lengthOf: ({ characters }) => characters,
    settle({ read }, decided) {
      order = decided
      read()
    }
  })

  function take(text: string, record: () => unknown, read: () => void): void {
    const value = QUESTIONABLE.test(text) ? record() : null
    question.take({ characters: text.length, read }, isFields(value) ? datesOf(value).map(questionIn) : [])
  }

  return {
    record(text, line, byteOffset) {
      take(
        text,
        () => (layout.kind === 'records' ? layout.parse(text) : null),
        () => {
          rows.record(text, line, byteOffset)
        }
      )
    },
    cells(cells, text, line, byteOffset) {
      take(
        text,
        () => rowFields(cells, layout.kind === 'table' ? layout.columns : []),
        () => {
          rows.cells(cells, text, line, byteOffset)
        }
      )
    },
    broken(reason, text, line, byteOffset) {
      take(
        '',
        () => null,
        () => {
          rows.broken(reason, text, line, byteOffset)
        }
      )
    },
    finish() {
      const said = question.finish()
      return [...rows.finish(), ...said]
    }
  }
}
