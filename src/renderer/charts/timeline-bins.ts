/**
 * Puts many insights into cells of time and score, so that a crowded view is still a picture. Cells are fixed in time
 * and not in the window, so panning never sorts anything anew.
 */
import { CATEGORIES, type Category } from '../../shared/domain/category.ts'
import { SEVERITIES, type Severity } from '../../shared/domain/severity.ts'
import type { Insight } from './timeline-chart.ts'

export interface Bin {
  readonly key: string
  readonly fromMs: number
  readonly toMs: number
  readonly scoreFrom: number
  readonly scoreTo: number
  readonly insights: number
  readonly activities: number
  /** Kind of risk with the most activities in the cell. */
  readonly category: Category
  readonly isMixed: boolean
  readonly severity: Severity
}

const DAY_MS = 86_400_000
/** Side of a cell in pixels: small enough for a picture, large enough to be hit with a pointer. */
const CELL_PX = 11
/** Score points in one row of cells. */
const ROW_POINTS = 4
const ROWS = 100 / ROW_POINTS

interface Cell {
  insights: number
  readonly activities: number[]
  severity: number
}

export function binInsights(insights: readonly Insight[], pxPerMs: number): readonly Bin[] {
  const cellMs = DAY_MS * Math.max(1, Math.ceil(CELL_PX / (pxPerMs * DAY_MS)))
  const cells = new Map<number, Cell>()
  for (const { atMs, score, category, severity, count } of insights) {
    const key = Math.floor(atMs / cellMs) * ROWS + Math.min(Math.floor(score / ROW_POINTS), ROWS - 1)
    let cell = cells.get(key)
    if (cell === undefined) {
      cell = { insights: 0, activities: CATEGORIES.map(() => 0), severity: SEVERITIES.length - 1 }
      cells.set(key, cell)
    }
    const kind = CATEGORIES.indexOf(category)
    cell.insights += 1
    cell.activities[kind] = (cell.activities[kind] ?? 0) + count
    cell.severity = Math.min(cell.severity, SEVERITIES.indexOf(severity))
  }
  return [...cells].map(([key, cell]) => describe(key, cell, cellMs))
}

function describe(key: number, { insights, activities, severity }: Cell, cellMs: number): Bin {
  const column = Math.floor(key / ROWS)
  const row = key - column * ROWS
  const most = Math.max(...activities)
  return {
    key: String(key),
    fromMs: column * cellMs,
    toMs: (column + 1) * cellMs,
    scoreFrom: row * ROW_POINTS,
    scoreTo: (row + 1) * ROW_POINTS,
    insights,
    activities: activities.reduce((sum, count) => sum + count, 0),
    category: CATEGORIES[activities.indexOf(most)] ?? 'access',
    isMixed: activities.filter((count) => count > 0).length > 1,
    severity: SEVERITIES[severity] ?? 'low'
  }
}
