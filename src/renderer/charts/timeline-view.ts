/** The window of time that the timeline shows: moving it, narrowing it, and keeping it inside of the history. */
import { DateTime } from 'luxon'

export interface Span {
  readonly fromMs: number
  readonly toMs: number
}

const DAY_MS = 86_400_000

/** Below half a day a mark that stands for a whole day says nothing more. */
export const NARROWEST_MS = DAY_MS / 2
/** A history shorter than a week is drawn on a week, so that a single day does not fill the plot. */
const SHORTEST_HISTORY_MS = 7 * DAY_MS

export const RANGES = [
  { name: '1 month', months: 1 },
  { name: '3 months', months: 3 },
  { name: '6 months', months: 6 },
  { name: 'All', months: null }
] as const
export type RangeName = (typeof RANGES)[number]['name']

export const spanMs = (span: Span): number => span.toMs - span.fromMs

/** Whole history, with room at both ends so that the outermost marks are not cut. */
export function historyOf(moments: readonly number[], marginShare: number): Span {
  let fromMs = Number.POSITIVE_INFINITY
  let toMs = Number.NEGATIVE_INFINITY
  for (const atMs of moments) {
    if (atMs < fromMs) fromMs = atMs
    if (atMs > toMs) toMs = atMs
  }
  if (!Number.isFinite(fromMs)) return { fromMs: 0, toMs: SHORTEST_HISTORY_MS }
  const missingMs = Math.max(0, SHORTEST_HISTORY_MS - (toMs - fromMs))
  const inner = { fromMs: fromMs - missingMs / 2, toMs: toMs + missingMs / 2 }
  const marginMs = (spanMs(inner) * marginShare) / (1 - 2 * marginShare)
  return { fromMs: Math.floor(inner.fromMs - marginMs), toMs: Math.ceil(inner.toMs + marginMs) }
}

/** The last months of the history, or all of it where it is shorter. */
export function rangeView(range: RangeName, history: Span, zone: string): Span {
  const months = RANGES.find(({ name }) => name === range)?.months ?? null
  if (months === null) return history
  const fromMs = DateTime.fromMillis(history.toMs, { zone }).minus({ months }).toMillis()
  return fromMs <= history.fromMs ? history : { fromMs, toMs: history.toMs }
}

export function keepInside(view: Span, history: Span): Span {
  const lengthMs = Math.min(Math.max(spanMs(view), NARROWEST_MS), spanMs(history))
  const middleMs = (view.fromMs + view.toMs) / 2
  const fromMs = lengthMs === spanMs(view) ? view.fromMs : middleMs - lengthMs / 2
  const keptMs = Math.min(Math.max(fromMs, history.fromMs), history.toMs - lengthMs)
  return { fromMs: Math.round(keptMs), toMs: Math.round(keptMs + lengthMs) }
}

/** `factor` below 1 narrows; the moment under the pointer stays where it is. */
export function zoom(view: Span, history: Span, factor: number, aroundMs: number): Span {
  const lengthMs = Math.min(Math.max(spanMs(view) * factor, NARROWEST_MS), spanMs(history))
  const share = (aroundMs - view.fromMs) / spanMs(view)
  const fromMs = aroundMs - share * lengthMs
  return keepInside({ fromMs, toMs: fromMs + lengthMs }, history)
}

export function pan(view: Span, history: Span, byMs: number): Span {
  return keepInside({ fromMs: view.fromMs + byMs, toMs: view.toMs + byMs }, history)
}

/** Moves the window just far enough to hold the moment. */
export function bringIntoView(view: Span, history: Span, atMs: number): Span {
  const marginMs = spanMs(view) * 0.05
  if (atMs < view.fromMs + marginMs) return pan(view, history, atMs - marginMs - view.fromMs)
  if (atMs > view.toMs - marginMs) return pan(view, history, atMs + marginMs - view.toMs)
  return view
}
