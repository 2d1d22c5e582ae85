/**
 * The arithmetic of scores: from a count to a strength between 0 and 1, from strengths to a score between 0 and 100,
 * and back from a score to the points of each line. Everything grows with its inputs, so more risky activity on a day
 * never lowers that day's score. Rounded, so that every machine and version computes the same numbers.
 */
import type { Thresholds } from '../../shared/domain/policy.ts'
import type { Strengths } from './indicator.ts'

export type Level = 1 | 2 | 3
export const LEVEL_NAMES = { 1: 'low', 2: 'medium', 3: 'high' } as const

/** No line is certainty: what it leaves over must never be nothing, or the other lines would no longer count. */
const STRONGEST = 0.98

/** Beyond the highest threshold strength still grows, but counts without end use up only a third of what is left. */
const GROWTH_BEYOND_HIGH = 0.35

/**
 * Each further day of the same indicator counts about a third of the one before: endless repetition adds at most half
 * of the strongest day, so that a month of small things does not become High by itself.
 */
export const REPEAT_DECAY = 0.35

export function levelOf(count: number, { low, medium, high }: Thresholds): 0 | Level {
  if (count >= high) return 3
  if (count >= medium) return 2
  return count >= low ? 1 : 0
}

/** 0 below the lowest threshold; between two thresholds it grows with the logarithm of the count. */
export function baseStrength(count: number, thresholds: Thresholds, strengths: Strengths): number {
  const { low, medium, high } = thresholds
  switch (levelOf(count, thresholds)) {
    case 0:
      return 0
    case 1:
      return between(count, low, medium, strengths.low, strengths.medium)
    case 2:
      return between(count, medium, high, strengths.medium, strengths.high)
    case 3:
      return strengths.high + (1 - strengths.high) * GROWTH_BEYOND_HIGH * (1 - high / count)
  }
}

export function boost(strength: number, booster: number): number {
  return 1 - (1 - strength) * (1 - booster)
}

/**
 * What a line adds beside others that look at the same activities and leave `left` of certainty's opposite: all together
 * are as strong as the stronger side. Three decimals.
 */
export function surplusOver(strength: number, left: number): number {
  return left <= 0 ? 0 : Math.max(0, Math.round((1 - (1 - strength) / left) * 1000) / 1000)
}

/** Four decimals: logarithms may differ in their last bits from one runtime to the next. */
export function roundStrength(strength: number): number {
  return Math.min(STRONGEST, Math.round(strength * 10_000) / 10_000)
}

/** 100 · (1 − Π(1 − pᵢ)), one decimal. The order of the strengths does not matter, not even in the last bit. */
export function combine(strengths: readonly number[]): number {
  const sorted = [...strengths].sort((one, other) => other - one)
  const left = sorted.reduce((product, strength) => product * (1 - strength), 1)
  return Math.round(1000 * (1 - left)) / 10
}

/** What a line of the alert is worth beside its siblings. */
export interface Ranked {
  readonly strength: number
  /** Lines of one family weaken each other as repetitions. */
  readonly family: string
  /** Earlier of two equal ones first. */
  readonly order: number
  /** What the line stands on; a line whose items stronger siblings have counted already counts for the rest only. */
  readonly items: ReadonlySet<number> | null
}

/** Strength of each line after repetition and after items counted already, three decimals, in the order given. */
export function effectiveStrengths(lines: readonly Ranked[]): readonly number[] {
  const effective = lines.map(() => 0)
  const families = new Map<string, number[]>()
  lines.forEach((line, index) => {
    const members = families.get(line.family)
    if (members === undefined) families.set(line.family, [index])
    else members.push(index)
  })
  for (const members of families.values()) {
    const ranked = members
      .map((index) => ({ index, line: lines[index] }))
      .filter((entry): entry is { index: number; line: Ranked } => entry.line !== undefined)
      .sort((one, other) => other.line.strength - one.line.strength || one.line.order - other.line.order)
    const counted = new Set<number>()
    ranked.forEach(({ index, line }, position) => {
      const weight = REPEAT_DECAY ** position * shareNotIn(counted, line.items)
      effective[index] = Math.round(line.strength * weight * 1000) / 1000
      line.items?.forEach((item) => counted.add(item))
    })
  }
  return effective
}

/**
 * Splits a score into tenths in proportion to −ln(1 − pᵢ), what each line takes away from certainty's opposite; the
 * largest remainders get the tenths left over, so the points sum up to the score exactly.
 */
export function splitPoints(score: number, strengths: readonly number[]): readonly number[] {
  const tenths = Math.round(score * 10)
  const weights = strengths.map((strength) => -Math.log1p(-strength))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  if (total === 0) return strengths.map(() => 0)
  const exact = weights.map((weight) => (tenths * weight) / total)
  const points = exact.map(Math.floor)
  const byRemainder = exact
    .map((value, index) => ({ index, remainder: Math.round((value - Math.floor(value)) * 1e6) }))
    .sort((one, other) => other.remainder - one.remainder || one.index - other.index)
  const missing = tenths - points.reduce((sum, value) => sum + value, 0)
  for (const { index } of byRemainder.slice(0, missing)) points[index] = (points[index] ?? 0) + 1
  return points.map((value) => value / 10)
}

function between(count: number, from: number, to: number, strengthFrom: number, strengthTo: number): number {
  return strengthFrom + ((strengthTo - strengthFrom) * Math.log(count / from)) / Math.log(to / from)
}

function shareNotIn(counted: ReadonlySet<number>, items: ReadonlySet<number> | null): number {
  if (items === null || items.size === 0) return 1
  let fresh = 0
  for (const item of items) if (!counted.has(item)) fresh += 1
  return fresh / items.size
}
