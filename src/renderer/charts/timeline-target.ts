/** What a pointer or the keyboard can be on: an insight, a cell, a sequence, a flag. Finds the one under a place or beside it. */
import { isShown, type Flag, type Insight, type Sequence, type Shown, type TimelineChart } from './timeline-chart.ts'
import type { Bin } from './timeline-bins.ts'
import { flagKey, sequenceKey, type SequenceLine, type TimelineLayout } from './timeline-layout.ts'
import type { FlagMark } from './timeline-flags.ts'

interface At {
  readonly key: string
  readonly atMs: number
}
export type Target =
  | (At & { readonly kind: 'insight'; readonly insight: Insight })
  | (At & { readonly kind: 'bin'; readonly bin: Bin })
  | (At & { readonly kind: 'sequence'; readonly sequence: Sequence })
  | (At & { readonly kind: 'flag'; readonly flag: Flag })

export type PlacedTarget = Target & { readonly x: number; readonly y: number; readonly r: number }

/** Pixels that a pointer may miss a mark by. */
const SLOP = 3
const FLAG_WIDTH = 14
const FLAG_HEIGHT = 16

/** Everything drawn, in the order in which it is found under a pointer: small things on top first. */
export function placedTargets(layout: TimelineLayout): readonly PlacedTarget[] {
  const { left, right } = layout.plot
  const inside = ({ x }: { readonly x: number }) => x >= left - 1 && x <= right + 1
  const bubbles = layout.bubbles.map(({ insight, x, y, r }): PlacedTarget => ({
    kind: 'insight',
    key: insight.key,
    atMs: insight.atMs,
    insight,
    x,
    y,
    r
  }))
  return [
    ...layout.sequences.map(placeSequence),
    ...layout.flags.map(placeFlag),
    ...bubbles.reverse(),
    ...layout.bins.map((bin): PlacedTarget => ({
      kind: 'bin',
      key: `bin ${bin.key}`,
      atMs: (bin.fromMs + bin.toMs) / 2,
      bin,
      x: bin.x + bin.width / 2,
      y: bin.y + bin.height / 2,
      r: Math.max(bin.width, bin.height) / 2
    }))
  ].filter(inside)
}

export function targetAt(
  targets: readonly PlacedTarget[],
  sequences: readonly SequenceLine[],
  x: number,
  y: number
): PlacedTarget | null {
  const hit = targets.find((target) => {
    if (target.kind === 'flag')
      return x >= target.x - SLOP && x <= target.x + FLAG_WIDTH && Math.abs(y - target.y) <= FLAG_HEIGHT / 2
    if (target.kind === 'bin') return Math.abs(x - target.x) <= target.r && Math.abs(y - target.y) <= target.r
    return Math.hypot(x - target.x, y - target.y) <= target.r + SLOP
  })
  if (hit) return hit
  const line = sequences.find(({ points }) =>
    points.some((point, index) => {
      const next = points[index + 1]
      return next !== undefined && distanceToStretch({ x, y }, point, next) <= SLOP + 1
    })
  )
  return line ? placeSequence(line) : null
}

/** All stops of the keyboard over the whole history, in the order of time. */
export function stopsOf(chart: TimelineChart, shown: Shown): readonly Target[] {
  const stops: Target[] = [
    ...chart.insights
      .filter((insight) => isShown(chart, insight, shown))
      .map((insight): Target => ({ kind: 'insight', key: insight.key, atMs: insight.atMs, insight })),
    ...chart.timeline.sequences.map((sequence): Target => ({
      kind: 'sequence',
      key: sequenceKey(sequence),
      atMs: lastStepMs(sequence),
      sequence
    })),
    ...chart.timeline.flags.map((flag): Target => ({ kind: 'flag', key: flagKey(flag), atMs: flag.atMs, flag }))
  ]
  return inTime(stops)
}

export const inTime = <Stop extends At>(stops: readonly Stop[]): readonly Stop[] =>
  [...stops].sort((a, b) => a.atMs - b.atMs || (a.key < b.key ? -1 : 1))

/** Nearest mark above or below, as the eye would look for it: rather high or low than far to the side. */
export function targetBeside(
  targets: readonly PlacedTarget[],
  from: PlacedTarget,
  direction: 'above' | 'below'
): PlacedTarget | null {
  const sign = direction === 'above' ? -1 : 1
  let nearest: PlacedTarget | null = null
  let nearestDistance = Number.POSITIVE_INFINITY
  for (const target of targets) {
    const dy = (target.y - from.y) * sign
    const dx = Math.abs(target.x - from.x)
    if (target.key === from.key || dy < 1 || dx > dy * 3 + 12) continue
    const distance = dy + dx * 1.5
    if (distance < nearestDistance) {
      nearest = target
      nearestDistance = distance
    }
  }
  return nearest
}

export const lastStepMs = (sequence: Sequence): number => sequence.steps[sequence.steps.length - 1]?.atMs ?? 0
export const firstStepMs = (sequence: Sequence): number => sequence.steps[0]?.atMs ?? 0

function placeSequence(line: SequenceLine): PlacedTarget {
  const { sequence, x, y } = line
  return { kind: 'sequence', key: sequenceKey(sequence), atMs: lastStepMs(sequence), sequence, x, y, r: 9 }
}

function placeFlag({ flag, key, x, y }: FlagMark): PlacedTarget {
  return { kind: 'flag', key, atMs: flag.atMs, flag, x, y: y + 8, r: 8 }
}

interface Point {
  readonly x: number
  readonly y: number
}

function distanceToStretch(point: Point, from: Point, to: Point): number {
  const lengthSquared = (to.x - from.x) ** 2 + (to.y - from.y) ** 2
  if (lengthSquared === 0) return Math.hypot(point.x - from.x, point.y - from.y)
  const share = ((point.x - from.x) * (to.x - from.x) + (point.y - from.y) * (to.y - from.y)) / lengthSquared
  const at = Math.min(1, Math.max(0, share))
  return Math.hypot(point.x - from.x - at * (to.x - from.x), point.y - from.y - at * (to.y - from.y))
}
