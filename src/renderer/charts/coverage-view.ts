/** Which days of the coverage calendar are in view, which cell is under the keyboard, and which one is chosen. */
import { useState } from 'react'
import { withDay } from './coverage-keys.ts'
import type { Cell } from './coverage-plot.tsx'
import { daysIn, type DaySpan } from './coverage-rows.ts'

export interface CoverageView {
  readonly view: DaySpan
  readonly focused: Cell | null
  readonly chosen: Cell | null
  /** The last so many days. */
  readonly showLast: (days: number) => void
  /** Half a view earlier or later. */
  readonly page: (by: 1 | -1) => void
  readonly focus: (cell: Cell | null) => void
  readonly choose: (cell: Cell | null) => void
}

/** Half a year shows days that can be told apart; more is one press away. */
const FIRST_DAYS = 183

export function useCoverageView(whole: DaySpan): CoverageView {
  const [view, setView] = useState(() => latest(whole, FIRST_DAYS))
  const [focused, setFocused] = useState<Cell | null>(null)
  const [chosen, setChosen] = useState<Cell | null>(null)
  const focus = (cell: Cell | null) => {
    setFocused(cell)
    if (cell !== null) setView(withDay(view, cell.day))
  }
  return {
    view,
    focused,
    chosen,
    showLast: (days) => setView(latest(whole, days)),
    page: (by) => setView(moved(view, whole, by * Math.ceil(daysIn(view) / 2))),
    focus,
    choose: (cell) => {
      focus(cell)
      setChosen(cell)
    }
  }
}

export function latest(whole: DaySpan, days: number): DaySpan {
  return { from: Math.max(whole.from, whole.to - days + 1), to: whole.to }
}

function moved(view: DaySpan, whole: DaySpan, by: number): DaySpan {
  const days = daysIn(view)
  const from = Math.max(whole.from, Math.min(whole.to - days + 1, view.from + by))
  return { from, to: from + days - 1 }
}
