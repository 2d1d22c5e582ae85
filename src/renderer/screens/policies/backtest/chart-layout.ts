/** Where the bars of alerts a day stand; a long history is counted by weeks or months, so that each bar can still be seen. */
import { max, scaleBand, scaleLinear } from 'd3'
import type { Backtest } from '../../../../shared/contract/policy.ts'
import { writeCalendarDay } from '../../../zone.ts'

interface Bar {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly alerts: number
  /** `12 Mar 2025`, or `3 Mar 2025 to 9 Mar 2025`. */
  readonly says: string
}
interface BarChart {
  readonly bars: readonly Bar[]
  readonly span: 'day' | 'week' | 'month'
  readonly xTicks: readonly { readonly x: number; readonly says: string }[]
  readonly yTicks: readonly { readonly y: number; readonly says: string }[]
}

export const CHART_HEIGHT = 180
export const INSET = { left: 36, right: 8, top: 8, bottom: 24 } as const

// Narrower bars run into each other; dates nearer to each other than this would overlap.
const NARROWEST_PX = 4
const DATE_PX = 92
const SPANS = [
  { span: 'day', days: 1 },
  { span: 'week', days: 7 },
  { span: 'month', days: 30 }
] as const

export function layoutBars(days: Backtest['days'], width: number): BarChart {
  const room = Math.max(1, width - INSET.left - INSET.right)
  const fitting = SPANS.find((each) => (room * each.days) / Math.max(1, days.length) >= NARROWEST_PX) ?? SPANS[2]
  const bins = binsOf(days, fitting.days)
  const x = scaleBand<number>()
    .domain(bins.map((_, position) => position))
    .range([INSET.left, width - INSET.right])
    .paddingInner(0.15)
  const y = scaleLinear()
    .domain([0, Math.max(1, max(bins, ({ alerts }) => alerts) ?? 1)])
    .nice(4)
    .range([CHART_HEIGHT - INSET.bottom, INSET.top])
  const every = Math.max(1, Math.ceil(DATE_PX / Math.max(1, x.step())))
  return {
    span: fitting.span,
    bars: bins.map(({ alerts, says }, position) => ({
      x: x(position) ?? 0,
      y: y(alerts),
      width: x.bandwidth(),
      height: y(0) - y(alerts),
      alerts,
      says
    })),
    // The last dates would stand beyond the edge.
    xTicks: bins
      .map(({ from }, position) => ({ x: x(position) ?? 0, says: writeCalendarDay(from), position }))
      .filter((tick) => tick.position % every === 0 && tick.x + DATE_PX <= width + INSET.right)
      .map(({ x: at, says }) => ({ x: at, says })),
    yTicks: y
      .ticks(4)
      .filter(Number.isInteger)
      .map((value) => ({ y: y(value), says: String(value) }))
  }
}

interface Bin {
  readonly from: string
  readonly alerts: number
  readonly says: string
}

function binsOf(days: Backtest['days'], size: number): readonly Bin[] {
  const bins: Bin[] = []
  for (let start = 0; start < days.length; start += size) {
    const part = days.slice(start, start + size)
    const from = part[0]?.date ?? ''
    const to = part.at(-1)?.date ?? from
    bins.push({
      from,
      alerts: part.reduce((sum, { alerts }) => sum + alerts, 0),
      says: from === to ? writeCalendarDay(from) : `${writeCalendarDay(from)} to ${writeCalendarDay(to)}`
    })
  }
  return bins
}
