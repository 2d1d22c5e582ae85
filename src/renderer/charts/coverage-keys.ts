/** Where the keys lead in the coverage calendar: from day to day, from log to log, from gap to gap. */
import type { Cell } from './coverage-plot.tsx'
import { daysIn, type CoverageRow, type DaySpan } from './coverage-rows.ts'

/** About a month, and always the same weekday. */
const PAGE_DAYS = 28

/** The cell that a key leads to; null for a key that means nothing here. */
export function cellAfter(key: string, at: Cell, rows: readonly CoverageRow[], whole: DaySpan): Cell | null {
  const row = rows[at.line]
  if (row === undefined) return null
  const to = (day: number): Cell => ({ ...at, day: Math.max(whole.from, Math.min(whole.to, day)) })
  const toLine = (line: number): Cell => ({ ...at, line: Math.max(0, Math.min(rows.length - 1, line)) })
  switch (key) {
    case 'ArrowLeft':
      return to(at.day - 1)
    case 'ArrowRight':
      return to(at.day + 1)
    case 'ArrowUp':
      return toLine(at.line - 1)
    case 'ArrowDown':
      return toLine(at.line + 1)
    case 'PageUp':
      return to(at.day - PAGE_DAYS)
    case 'PageDown':
      return to(at.day + PAGE_DAYS)
    case 'Home':
      return to(row.first)
    case 'End':
      return to(row.last)
    case 'n':
      return gapBeside(at, rows, 1) ?? at
    case 'N':
      return gapBeside(at, rows, -1) ?? at
    default:
      return null
  }
}

/** The first day of the next gap, line by line; after the last one comes the first. */
function gapBeside(at: Cell, rows: readonly CoverageRow[], by: 1 | -1): Cell | null {
  const gaps = rows.flatMap(({ gaps: spans }, line) => spans.map(({ from }): Cell => ({ line, day: from })))
  const isBehind = (cell: Cell) => cell.line > at.line || (cell.line === at.line && cell.day > at.day)
  const isBefore = (cell: Cell) => cell.line < at.line || (cell.line === at.line && cell.day < at.day)
  return by === 1 ? (gaps.find(isBehind) ?? gaps[0] ?? null) : (gaps.filter(isBefore).at(-1) ?? gaps.at(-1) ?? null)
}

/** The view moved as little as needed to have the day in it. */
export function withDay(view: DaySpan, day: number): DaySpan {
  const days = daysIn(view)
  if (day < view.from) return { from: day, to: day + days - 1 }
  return day > view.to ? { from: day - days + 1, to: day } : view
}
