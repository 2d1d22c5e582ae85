/**
 * Where everything on the user-activity timeline lies, in pixels, for one window of time. Computes only: it draws
 * nothing, knows no colour and never moves a mark away from its score.
 */
import { group, scaleLinear, scaleTime, type ScaleLinear, type ScaleTime } from 'd3'
import type { Severity } from '../../shared/domain/severity.ts'
import { dodge } from './bubble-dodge.ts'
import type { Calendar } from './calendar.ts'
import { timeTicks, type TimeTicks } from './time-ticks.ts'
import { binInsights, type Bin } from './timeline-bins.ts'
import {
  insightsBetween,
  type Flag,
  type Insight,
  type Sequence,
  type Shown,
  type TimelineChart
} from './timeline-chart.ts'
import { layoutFlags, FLAG_LANE_PX, type FlagMark } from './timeline-flags.ts'
import { spanMs, type Span } from './timeline-view.ts'

export interface PlotSize {
  readonly width: number
  readonly height: number
}

export interface PlotArea {
  readonly left: number
  readonly right: number
  readonly top: number
  /** Lower edge of the scores; the flags' lanes lie between it and the axis. */
  readonly bottom: number
  readonly axis: number
}

export interface Bubble {
  readonly key: string
  readonly insight: Insight
  readonly x: number
  readonly y: number
  readonly r: number
  /** Where its time lies; differs from `x` where a neighbour made it move aside. */
  readonly timeX: number
}

export interface PlacedBin extends Bin {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** Side of the drawn square; its area goes with the number of insights. */
  readonly side: number
}

export interface SequenceLine {
  readonly sequence: Sequence
  readonly points: readonly { readonly x: number; readonly y: number; readonly isOnBubble: boolean }[]
  /** The sequence's own mark: at its last step, as high as its score. */
  readonly x: number
  readonly y: number
}

interface Shade {
  readonly kind: 'weekend' | 'night'
  readonly x: number
  readonly width: number
}

export interface TimelineLayout {
  readonly plot: PlotArea
  readonly x: ScaleTime<number, number>
  readonly y: ScaleLinear<number, number>
  readonly mode: 'bubbles' | 'bins'
  /** Large before small, so that small ones are drawn on top. */
  readonly bubbles: readonly Bubble[]
  readonly bins: readonly PlacedBin[]
  readonly sequences: readonly SequenceLine[]
  readonly flags: readonly FlagMark[]
  readonly shades: readonly Shade[]
  readonly dayEdges: readonly number[]
  readonly ticks: TimeTicks
  readonly bands: readonly {
    readonly severity: Severity
    readonly from: number
    readonly to: number
    readonly top: number
    readonly bottom: number
  }[]
  readonly inView: number
  readonly comparisons: number
}

interface LayoutRequest {
  readonly view: Span
  readonly size: PlotSize
  readonly shown: Shown
}

const LARGEST_RADIUS = 24
/** The smallest bubble that still shows its shape; counts too small for it are drawn at this size, as the legend says. */
export const SMALLEST_RADIUS = 7
/** Above this a view of circles is a cloud: cells instead, circles again on zoom. */
export const BUBBLE_LIMIT = 2000
/** So is one whose circles would cover this much of the plot: from about here on most of them lie on others. */
const CROWDED_SHARE = 0.4
/** Circles that stay on top of the cells, the highest scores first. */
const STANDING_OUT_LIMIT = 40
const STANDING_OUT_SCORE = 67
const SEQUENCE_RADIUS = 9
const GUTTER_LEFT = 86
const GUTTER_RIGHT = 12
const AXIS_HEIGHT = 38
const DAY_MS = 86_400_000

export function layoutTimeline(chart: TimelineChart, calendar: Calendar, request: LayoutRequest): TimelineLayout {
  const { view, size, shown } = request
  const axis = size.height - AXIS_HEIGHT
  const left = GUTTER_LEFT
  const right = Math.max(left + 1, size.width - GUTTER_RIGHT)
  const x = scaleTime([view.fromMs, view.toMs], [left, right])
  const flagMarks = layoutFlags(chart.timeline.flags, x, scaleTime(spanOf(chart.history), [left, right]), {
    left,
    right,
    axis
  })
  const plot: PlotArea = { left, right, top: 4, axis, bottom: axis - flagMarks.lanes * FLAG_LANE_PX }
  const maxRadius = largestRadius(plot)
  const y = scoreScale(chart, plot, maxRadius)
  const pxPerMs = (right - left) / spanMs(view)

  const marginMs = Math.max(DAY_MS, (maxRadius * 4) / pxPerMs)
  const near = insightsBetween(chart, { fromMs: view.fromMs - marginMs, toMs: view.toMs + marginMs }, shown)
  const seen = near.filter(({ atMs }) => atMs >= view.fromMs && atMs <= view.toMs)
  const inView = seen.length
  const covered = seen.reduce((sum, { count }) => sum + Math.PI * radiusOf(count, chart.maxCount, maxRadius) ** 2, 0)
  const isCrowded = inView > BUBBLE_LIMIT || covered > CROWDED_SHARE * (right - left) * (plot.bottom - plot.top)
  const mode = isCrowded ? 'bins' : 'bubbles'
  const single = mode === 'bubbles' ? near : standingOut(chart, near)
  const placed = placeBubbles(chart, single, sequencesIn(chart, view), { x, y, maxRadius })

  return {
    plot,
    x,
    y,
    mode,
    bubbles: placed.bubbles,
    bins: mode === 'bins' ? placeBins(binInsights(withoutThose(near, single), pxPerMs), x, y) : [],
    sequences: placed.sequences,
    flags: flagMarks.flags,
    ...shadesOf(calendar, view, x, pxPerMs),
    ticks: timeTicks(view.fromMs, view.toMs, right - left, calendar.zone),
    bands: [
      { severity: 'high', from: 67, to: 100, top: plot.top, bottom: y(67) },
      { severity: 'medium', from: 34, to: 66, top: y(67), bottom: y(34) },
      { severity: 'low', from: 1, to: 33, top: y(34), bottom: plot.bottom }
    ],
    inView,
    comparisons: placed.comparisons
  }
}

const spanOf = ({ fromMs, toMs }: Span): [number, number] => [fromMs, toMs]

/** 0 to 100 on the height of the plot, with just as much room above and below as the bubbles of this history need. */
function scoreScale(chart: TimelineChart, plot: PlotArea, maxRadius: number): ScaleLinear<number, number> {
  const height = plot.bottom - plot.top
  let [below, above] = [SEQUENCE_RADIUS, SEQUENCE_RADIUS]
  for (const { score, count } of chart.insights) {
    const r = radiusOf(count, chart.maxCount, maxRadius)
    // Measured on the smallest scale that can come out, so that the room is never too small.
    const up = (score / 100) * (height - 2 * maxRadius)
    below = Math.max(below, r - up)
    above = Math.max(above, r - (height - 2 * maxRadius - up))
  }
  return scaleLinear([0, 100], [plot.bottom - below - 1, plot.top + above + 1])
}

export function largestRadius(plot: Pick<PlotArea, 'top' | 'bottom'>): number {
  return Math.min(LARGEST_RADIUS, Math.max(SMALLEST_RADIUS * 2.5, (plot.bottom - plot.top) * 0.08))
}

/** Area goes with the count; the largest count of the whole history has the largest radius, whatever the window. */
export function radiusOf(count: number, maxCount: number, maxRadius: number): number {
  return Math.max(SMALLEST_RADIUS, maxRadius * Math.sqrt(count / Math.max(1, maxCount)))
}

/** Counts up to this one are drawn at the smallest size. */
export function smallestCount(maxCount: number, maxRadius: number): number {
  return Math.max(1, Math.floor(maxCount * (SMALLEST_RADIUS / maxRadius) ** 2))
}

interface Scales {
  readonly x: ScaleTime<number, number>
  readonly y: ScaleLinear<number, number>
  readonly maxRadius: number
}

function placeBubbles(
  chart: TimelineChart,
  insights: readonly Insight[],
  sequences: readonly Sequence[],
  scales: Scales
) {
  const { x, y, maxRadius } = scales
  const days = group(insights, ({ date }) => date)
  const marksOfDay = new Map<string, { key: string; x: number; y: number; r: number }[]>()
  for (const [date, members] of days) {
    marksOfDay.set(
      date,
      members.map(({ key, atMs, score, count }) => ({
        key,
        x: x(atMs),
        y: y(score),
        r: radiusOf(count, chart.maxCount, maxRadius)
      }))
    )
  }
  for (const sequence of sequences) {
    const last = sequence.steps[sequence.steps.length - 1]
    if (!last) continue
    const mark = { key: sequenceKey(sequence), x: x(last.atMs), y: y(sequence.score), r: SEQUENCE_RADIUS }
    const date = dateOfStep(chart, last) ?? sequenceKey(sequence)
    marksOfDay.set(date, [...(marksOfDay.get(date) ?? []), mark])
  }

  const placedX = new Map<string, number>()
  let comparisons = 0
  const room = { left: x(chart.history.fromMs), right: x(chart.history.toMs), reach: maxRadius * 3 }
  for (const marks of marksOfDay.values()) {
    const result = dodge(marks, room)
    comparisons += result.comparisons
    for (const [key, at] of result.placed) placedX.set(key, at)
  }

  const bubbles = insights.map((insight) => {
    const timeX = x(insight.atMs)
    const r = radiusOf(insight.count, chart.maxCount, maxRadius)
    return { key: insight.key, insight, x: placedX.get(insight.key) ?? timeX, y: y(insight.score), r, timeX }
  })
  return {
    bubbles: bubbles.sort((a, b) => b.r - a.r || (a.key < b.key ? -1 : 1)),
    sequences: sequences.map((sequence) => lineOf(chart, sequence, placedX, scales)),
    comparisons
  }
}

function lineOf(
  chart: TimelineChart,
  sequence: Sequence,
  placedX: ReadonlyMap<string, number>,
  { x, y }: Scales
): SequenceLine {
  const points = sequence.steps.map(({ atMs, insightKey }) => {
    const insight = insightKey === null ? undefined : chart.byKey.get(insightKey)
    const isOnBubble = insight !== undefined && placedX.has(insight.key)
    if (!insight) return { x: x(atMs), y: y(sequence.score), isOnBubble }
    return { x: placedX.get(insight.key) ?? x(insight.atMs), y: y(insight.score), isOnBubble }
  })
  const lastMs = sequence.steps[sequence.steps.length - 1]?.atMs ?? 0
  return { sequence, points, x: placedX.get(sequenceKey(sequence)) ?? x(lastMs), y: y(sequence.score) }
}

export const sequenceKey = ({ key }: Pick<Sequence, 'key'>) => `sequence ${key}`
export const flagKey = (flag: Flag) => `flag ${flag.kind} ${flag.atMs}`

function dateOfStep(chart: TimelineChart, step: Sequence['steps'][number]): string | null {
  return step.insightKey === null ? null : (chart.byKey.get(step.insightKey)?.date ?? null)
}

function sequencesIn(chart: TimelineChart, view: Span): readonly Sequence[] {
  return chart.timeline.sequences.filter(
    ({ steps }) => steps.some(({ atMs }) => atMs >= view.fromMs) && steps.some(({ atMs }) => atMs <= view.toMs)
  )
}

/** What may not drown in a cell: the highest scores, and the steps of sequences, whose lines need an end. */
function standingOut(chart: TimelineChart, insights: readonly Insight[]): readonly Insight[] {
  const highest = insights
    .filter(({ score, key }) => score >= STANDING_OUT_SCORE && !chart.inSequence.has(key))
    .sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1))
    .slice(0, STANDING_OUT_LIMIT)
  return [...highest, ...insights.filter(({ key }) => chart.inSequence.has(key))]
}

function withoutThose(insights: readonly Insight[], those: readonly Insight[]): readonly Insight[] {
  const keys = new Set(those.map(({ key }) => key))
  return insights.filter(({ key }) => !keys.has(key))
}

function placeBins(
  bins: readonly Bin[],
  x: ScaleTime<number, number>,
  y: ScaleLinear<number, number>
): readonly PlacedBin[] {
  const fullest = bins.reduce((max, { insights }) => Math.max(max, insights), 1)
  return bins.map((bin) => {
    const left = x(bin.fromMs)
    const top = y(bin.scoreTo)
    const width = x(bin.toMs) - left
    const height = y(bin.scoreFrom) - top
    const full = Math.max(2, Math.min(width, height) - 1)
    return { ...bin, x: left, y: top, width, height, side: Math.max(3, full * Math.sqrt(bin.insights / fullest)) }
  })
}

/** Weekends while a day is wider than a hairline, nights once they can be told apart, edges of days in between. */
function shadesOf(calendar: Calendar, view: Span, x: ScaleTime<number, number>, pxPerMs: number) {
  const dayPx = pxPerMs * DAY_MS
  const shades: Shade[] = []
  const dayEdges: number[] = []
  if (dayPx < 1) return { shades, dayEdges }
  const [left = 0, right = 0] = x.range()
  const add = (kind: Shade['kind'], fromMs: number, toMs: number) => {
    const from = Math.max(left, x(fromMs))
    const to = Math.min(right, x(toMs))
    if (to > from) shades.push({ kind, x: from, width: to - from })
  }
  for (const day of calendar.days(view.fromMs, view.toMs)) {
    if (day.isWeekend) add('weekend', day.startMs, day.endMs)
    if (dayPx >= 56) {
      add('night', day.startMs, day.dawnMs)
      add('night', day.duskMs, day.endMs)
    }
    const edge = x(day.startMs)
    if (dayPx >= 8 && edge >= left && edge <= right) dayEdges.push(edge)
  }
  return { shades, dayEdges }
}
