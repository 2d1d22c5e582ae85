/**
 * Whether 03/04 is March or April is asked once a file: rows wait until a date answers it, and are then settled in their
 * order. Where too many wait, the rest of the file is searched for an answer first. Refuses to guess row by row; where no
 * date of the file answers, it says so and takes what is usual.
 */
import { WAITING_CHARACTERS, WAITING_ROWS } from '../limits.ts'
import type { DateSearch } from '../date-search.ts'
import { type DateOrder, needsOrder, provenOrder } from './hr/dates.ts'

export interface DateQuestion<Row> {
  take(row: Row, dates: readonly string[]): void
  /** Settles what still waits; says how dates were read. */
  finish(): readonly string[]
}

interface DateQuestionOptions<Row> {
  /** Taken where the whole file leaves it open. */
  readonly usual: DateOrder
  /** What is known before the first row. */
  readonly known: DateOrder | null
  readonly lengthOf: (row: Row) => number
  readonly settle: (row: Row, order: DateOrder) => void
  readonly search: DateSearch
}

export function openDateQuestion<Row>({
  usual,
  known,
  lengthOf,
  settle,
  search
}: DateQuestionOptions<Row>): DateQuestion<Row> {
  let order = known
  let isGuessed = false
  let waiting: Row[] = []
  let characters = 0

  function decide(decided: DateOrder): void {
    order = decided
    for (const row of waiting) settle(row, decided)
    waiting = []
  }

  function guess(): void {
    isGuessed = true
    decide(usual)
  }

  return {
    take(row, dates) {
      if (order !== null) {
        settle(row, order)
        return
      }
      // A row whose dates prove the order settles all; one whose dates need it waits, and all behind it.
      const proven = dates.map(provenOrder).find((found) => found !== null)
      if (proven !== undefined) {
        search.found = proven
        decide(proven)
      }
      if (proven !== undefined || (waiting.length === 0 && !dates.some(needsOrder))) {
        settle(row, proven ?? usual)
        return
      }
      if (search.isOnlySearching) return
      waiting.push(row)
      characters += lengthOf(row)
      if (waiting.length >= WAITING_ROWS || characters >= WAITING_CHARACTERS)
        search.ask((found) => {
          if (found === null) guess()
          else decide(found)
        })
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
