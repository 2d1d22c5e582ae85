/**
 * Puts many insights into cells of time and score, so that a crowded view is still a picture. Cells are fixed in time
 * and not in the window, so panning never sorts anything anew.
 */
import type { Category } from '../../shared/domain/category.ts'
import type { Severity } from '../../shared/domain/severity.ts'
import { SEVERITIES } from '../../shared/domain/severity.ts'
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
export const ROW_POINTS = 4

export function binInsights(insights: readonly Insight[], pxPerMs: number): readonly Bin[] {
  const cellMs = DAY_MS * Math.max(1, Math.ceil(CELL_PX / (pxPerMs * DAY_MS)))
  const cells = new Map<string, Insight[]>()
  for (const insight of insights) {
    const column = Math.floor(insight.atMs / cellMs)
    const row = Math.min(Math.floor(insight.score / ROW_POINTS), 100 / ROW_POINTS - 1)
    const key = `${column}:${row}`
    const cell = cells.get(key)
    if (cell) cell.push(insight)
    else cells.set(key, [insight])
  }
  return [...cells].map(([key, members]) => describe(key, members, cellMs))
}

function describe(key: string, members: readonly Insight[], cellMs: number): Bin {
  const [column = 0, row = 0] = key.split(':').map(Number)
  const activities = new Map<Category, number>()
  for (const { category, count } of members) activities.set(category, (activities.get(category) ?? 0) + count)
  const ranked = [...activities].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  return {
    key,
    fromMs: column * cellMs,
    toMs: (column + 1) * cellMs,
    scoreFrom: row * ROW_POINTS,
    scoreTo: (row + 1) * ROW_POINTS,
    insights: members.length,
    activities: members.reduce((sum, { count }) => sum + count, 0),
    category: ranked[0]?.[0] ?? 'access',
    isMixed: ranked.length > 1,
    severity: SEVERITIES.find((severity) => members.some((member) => member.severity === severity)) ?? 'low'
  }
}
