/**
 * What the coverage calendar shows: one row for each log and product, its days as numbers since 1970-01-01, and every
 * stretch in which it was blind. Knows no pixels.
 */
import type { Coverage } from '../../shared/contract/import.ts'
import { parseDay } from '../../shared/domain/day.ts'
import type { Source } from '../../shared/domain/source.ts'

export interface DaySpan {
  readonly from: number
  readonly to: number
}

export interface CoverageRow {
  readonly key: string
  readonly source: Source
  /** The kind of log, where it has several products; they stand below it. */
  readonly group: string | null
  readonly label: string
  readonly activities: number
  readonly counts: ReadonlyMap<number, number>
  readonly first: number
  readonly last: number
  readonly gaps: readonly DaySpan[]
}

/** Records of a kind of log with several products that name none. */
export const UNNAMED = 'no product named'

/** In the order of the engine, products of one kind together; a source without a single day has nothing to draw. */
export function coverageRows(coverage: Coverage, words: Readonly<Record<Source, string>>): readonly CoverageRow[] {
  const perSource = new Map<Source, number>()
  for (const { source } of coverage.sources) perSource.set(source, (perSource.get(source) ?? 0) + 1)
  const order = [...perSource.keys()]
  return [...coverage.sources]
    .sort((one, other) => order.indexOf(one.source) - order.indexOf(other.source))
    .flatMap(({ source, workload, activities, days, gaps }) => {
      const counts = new Map(days.map((each): [number, number] => [dayNumber(each.date), each.activities]))
      if (counts.size === 0) return []
      const isGrouped = (perSource.get(source) ?? 0) > 1
      return [
        {
          key: `${source} ${workload}`,
          source,
          group: isGrouped ? words[source] : null,
          label: labelOf(source, workload, isGrouped, words),
          activities,
          counts,
          first: Math.min(...counts.keys()),
          last: Math.max(...counts.keys()),
          gaps: gaps.map(({ from, to }) => ({ from: dayNumber(from), to: dayNumber(to) }))
        }
      ]
    })
}

/** "Mapped by an operator" tells nobody which log it is, so there the product stands alone. */
function labelOf(
  source: Source,
  workload: string,
  isGrouped: boolean,
  words: Readonly<Record<Source, string>>
): string {
  if (workload === '') return isGrouped ? UNNAMED : words[source]
  return isGrouped || source === 'mapped' ? workload : words[source]
}

/** Null without a row. */
export function spanOf(rows: readonly CoverageRow[]): DaySpan | null {
  if (rows.length === 0) return null
  return { from: Math.min(...rows.map(({ first }) => first)), to: Math.max(...rows.map(({ last }) => last)) }
}

export const daysIn = ({ from, to }: DaySpan): number => to - from + 1

/** The most activities that any log had on one day, at least ten, so that a small log does not look like a full one. */
export const busiestDay = (rows: readonly CoverageRow[]): number =>
  rows.reduce((most, { counts }) => Math.max(most, ...counts.values()), 10)

export interface Blind {
  readonly kind: 'gap' | 'begins-late' | 'ends-early'
  readonly row: CoverageRow
  readonly span: DaySpan
}

/** Two weekends and what lies between: shorter differences at either end are how exports are cut, not blindness. */
const EDGE_DAYS = 7

/** Everything to be named in words: gaps first, the longest first; then logs that begin late or end early. */
export function blindSpots(rows: readonly CoverageRow[]): readonly Blind[] {
  const whole = spanOf(rows)
  if (whole === null) return []
  const gaps = rows.flatMap((row) => row.gaps.map((span): Blind => ({ kind: 'gap', row, span })))
  const edges = rows.flatMap((row): Blind[] => {
    const before: Blind = { kind: 'begins-late', row, span: { from: whole.from, to: row.first - 1 } }
    const after: Blind = { kind: 'ends-early', row, span: { from: row.last + 1, to: whole.to } }
    return [before, after].filter(({ span }) => daysIn(span) > EDGE_DAYS)
  })
  const byLength = (one: Blind, other: Blind) => daysIn(other.span) - daysIn(one.span)
  return [...gaps.sort(byLength), ...edges.sort(byLength)]
}

export type DayState =
  | { readonly kind: 'records'; readonly activities: number }
  | { readonly kind: 'gap'; readonly gap: DaySpan }
  | { readonly kind: 'before' | 'after' | 'pause' }

export function stateOf(row: CoverageRow, day: number): DayState {
  const activities = row.counts.get(day)
  if (activities !== undefined && activities > 0) return { kind: 'records', activities }
  const gap = row.gaps.find(({ from, to }) => from <= day && day <= to)
  if (gap !== undefined) return { kind: 'gap', gap }
  return { kind: day < row.first ? 'before' : day > row.last ? 'after' : 'pause' }
}

const dayNumber = (date: string): number => parseDay(date) ?? 0
