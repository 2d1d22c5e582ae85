/** The density strip below the timeline: how much happened when over the whole history. */
import { scaleSqrt, scaleTime, type ScaleTime } from 'd3'
import type { TimelineChart } from './timeline-chart.ts'

interface StripBar {
  readonly x: number
  readonly width: number
  readonly height: number
  readonly activities: number
  readonly days: number
}

export interface StripLayout {
  readonly x: ScaleTime<number, number>
  readonly bars: readonly StripBar[]
  /** Days with an insight in the High band, so that the window finds its way to them. */
  readonly highs: readonly number[]
  readonly flags: readonly number[]
  readonly busiestDay: number
}

const NARROWEST_BAR_PX = 2
const DAY_MS = 86_400_000

export function layoutStrip(
  chart: TimelineChart,
  size: { readonly left: number; readonly right: number; readonly height: number }
): StripLayout {
  const { history, timeline } = chart
  const x = scaleTime([history.fromMs, history.toMs], [size.left, size.right])
  const pxPerDay = ((size.right - size.left) / (history.toMs - history.fromMs)) * DAY_MS
  const daysPerBar = Math.max(1, Math.ceil(NARROWEST_BAR_PX / pxPerDay))
  const barMs = daysPerBar * DAY_MS

  const sums = new Map<number, { activities: number; days: number; fromMs: number }>()
  for (const { atMs, activities } of timeline.density) {
    const slot = Math.floor((atMs - history.fromMs) / barMs)
    const sum = sums.get(slot) ?? {
      activities: 0,
      days: 0,
      fromMs: daysPerBar === 1 ? atMs : history.fromMs + slot * barMs
    }
    sums.set(slot, { activities: sum.activities + activities, days: sum.days + 1, fromMs: sum.fromMs })
  }
  // A square root, because one day of a mass download would otherwise flatten every usual day to nothing.
  const most = [...sums.values()].reduce((max, { activities }) => Math.max(max, activities), 1)
  const height = scaleSqrt([0, most], [0, size.height])
  const bars = [...sums.values()].map(({ activities, days, fromMs }) => ({
    x: x(fromMs),
    width: Math.max(1, pxPerDay * daysPerBar - (pxPerDay * daysPerBar > 4 ? 1 : 0)),
    height: activities === 0 ? 0 : Math.max(1, height(activities)),
    activities,
    days
  }))
  return {
    x,
    bars,
    highs: distinct(
      timeline.insights.filter(({ severity }) => severity === 'high').map(({ atMs }) => Math.round(x(atMs)))
    ),
    flags: distinct(timeline.flags.map(({ atMs }) => Math.round(x(atMs)))),
    busiestDay: timeline.density.reduce((max, { activities }) => Math.max(max, activities), 0)
  }
}

const distinct = (values: readonly number[]): readonly number[] => [...new Set(values)].sort((a, b) => a - b)
