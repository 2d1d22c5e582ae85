/** Finds the stretch of a timeline where the highest marks crowd, so that a second picture can enlarge it. */
import type { Timeline } from '../../../shared/contract/activity.ts'
import type { Bubble } from './layout.ts'

/** The same timeline, cut to the crowded stretch; null where nothing crowds. */
export function findCloseUp(timeline: Timeline, bubbles: readonly Bubble[]): Timeline | null {
  const spanMs = timeline.toMs - timeline.fromMs
  const highest = bubbles.toSorted((left, right) => right.score - left.score).slice(0, CONSIDERED)
  const times = highest.map((bubble) => bubble.atMs).toSorted((left, right) => left - right)
  const runs: number[][] = []
  for (const atMs of times) {
    const last = runs.at(-1)
    if (last?.at(-1) !== undefined && atMs - (last.at(-1) ?? 0) <= spanMs / NEAR) last.push(atMs)
    else runs.push([atMs])
  }
  const longest = runs.toSorted((left, right) => right.length - left.length)[0] ?? []
  const [first, last] = [longest[0], longest.at(-1)]
  if (first === undefined || last === undefined || longest.length < CROWD || last - first > spanMs / NARROW) return null
  return cut(timeline, Math.max(timeline.fromMs, first - MARGIN_MS), Math.min(timeline.toMs, last + MARGIN_MS))
}

/** As many as get a number in the picture. */
const CONSIDERED = 9
/** Marks nearer to each other than this part of the whole overlap: two radii on the width of the picture. */
const NEAR = 14
/** Three overlapping marks can still be told apart. */
const CROWD = 4
/** A stretch wider than this part of the whole gains too little by a second picture. */
const NARROW = 4
const MARGIN_MS = 18 * 3_600_000

function cut(timeline: Timeline, fromMs: number, toMs: number): Timeline {
  const isInside = ({ atMs }: { readonly atMs: number }): boolean => atMs >= fromMs && atMs <= toMs
  return {
    ...timeline,
    fromMs,
    toMs,
    insights: timeline.insights.filter(isInside),
    sequences: timeline.sequences.filter((sequence) => sequence.steps.every(isInside)),
    flags: timeline.flags.filter(isInside),
    density: timeline.density.filter(({ atMs }) => atMs >= fromMs && atMs + 86_400_000 <= toMs)
  }
}
