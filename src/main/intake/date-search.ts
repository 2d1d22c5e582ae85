/**
 * What the reader of a file and whoever can open the file again tell each other about its dates: the reader asks when more
 * rows wait for the order of day and month than may be held, and gets the answer of the whole file.
 */
import type { DateOrder } from './normalise/hr/dates.ts'

type Answer = (found: DateOrder | null) => void

export interface DateSearch {
  /** In a search no row is kept: only the first date that proves an order counts. */
  readonly isOnlySearching: boolean
  /** The order that a date of the file has proven. */
  found: DateOrder | null
  /** Asks for the order that the rest of the file proves; null where no date does. */
  ask(answer: Answer): void
  /** Whoever asked and has no answer yet; asked once. */
  takeQuestion(): Answer | null
}

export function openDateSearch(isOnlySearching: boolean): DateSearch {
  let asked: Answer | null = null
  return {
    isOnlySearching,
    found: null,
    ask: (answer) => {
      asked ??= answer
    },
    takeQuestion: () => {
      const question = asked
      asked = null
      return question
    }
  }
}
