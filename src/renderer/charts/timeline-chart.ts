/** Prepares a timeline once for all frames: insights in order of time, sequences tied to their insights, the history's span. */
import { ascending, bisector } from 'd3'
import type { Category } from '../../shared/domain/category.ts'
import type { Timeline } from '../../shared/contract/activity.ts'
import { historyOf, type Span } from './timeline-view.ts'

export type Insight = Timeline['insights'][number]
export type Sequence = Timeline['sequences'][number]
export type Flag = Timeline['flags'][number]

export interface TimelineChart {
  readonly timeline: Timeline
  readonly history: Span
  readonly insights: readonly Insight[]
  readonly byKey: ReadonlyMap<string, Insight>
  readonly inSequence: ReadonlySet<string>
  readonly maxCount: number
}

export interface Shown {
  readonly hidden: ReadonlySet<Category>
  /** Leaves out what scores 15 or less and is no step of a sequence. */
  readonly onlyAbove15: boolean
}

/** Purview's line between activity that carries risk and activity that hardly does. */
export const MINOR_SCORE = 15
/** Share of the width kept free at both ends of the history: the radius of the largest bubble on a usual plot. */
const MARGIN_SHARE = 0.022

export function chartOf(timeline: Timeline): TimelineChart {
  const insights = [...timeline.insights].sort((a, b) => ascending(a.atMs, b.atMs) || ascending(a.key, b.key))
  const moments = [
    ...insights.map(({ atMs }) => atMs),
    ...timeline.flags.map(({ atMs }) => atMs),
    ...timeline.density.map(({ atMs }) => atMs),
    ...timeline.sequences.flatMap(({ steps }) => steps.map(({ atMs }) => atMs))
  ]
  return {
    timeline,
    history: historyOf(moments.length > 0 ? moments : [timeline.fromMs, timeline.toMs], MARGIN_SHARE),
    insights,
    byKey: new Map(insights.map((insight) => [insight.key, insight])),
    inSequence: new Set(
      timeline.sequences.flatMap(({ steps }) =>
        steps.flatMap(({ insightKey }) => (insightKey === null ? [] : [insightKey]))
      )
    ),
    maxCount: insights.reduce((max, { count }) => Math.max(max, count), 1)
  }
}

export function isShown(chart: TimelineChart, insight: Insight, shown: Shown): boolean {
  if (shown.hidden.has(insight.category)) return false
  return !shown.onlyAbove15 || insight.score > MINOR_SCORE || chart.inSequence.has(insight.key)
}

const byTime = bisector((insight: Insight) => insight.atMs)

/** Insights from one moment to another, both included, as far as the filter shows them. */
export function insightsBetween(chart: TimelineChart, span: Span, shown: Shown): readonly Insight[] {
  const first = byTime.left(chart.insights, span.fromMs)
  const last = byTime.right(chart.insights, span.toMs)
  return chart.insights.slice(first, last).filter((insight) => isShown(chart, insight, shown))
}
