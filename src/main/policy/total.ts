/**
 * Combines the lines of an evaluation into scores: of each day, and of the alert with the share of each line. What
 * thirty days and single days both show counts once, as the stronger of the two.
 */
import type { CumulativeHit, DayScore, FactorShare, Insight } from '../../shared/domain/evaluation.ts'
import { ALL_CHANNELS } from './cumulative.ts'
import { isTelling, isTellingSequence, tellsEnough, withoutIntent } from './intent.ts'
import { combine, effectiveStrengths, splitPoints, surplusOver } from './score.ts'
import type { FoundSequence } from './sequence.ts'

export interface Lines {
  readonly insights: readonly Insight[]
  readonly found: readonly FoundSequence[]
  readonly cumulative: readonly CumulativeHit[]
}

export interface Circumstances {
  /** A departure or a conflict is on record (`isAtTurn`). */
  readonly isAtTurn: boolean
}

export interface Total {
  readonly score: number
  /** What the lines give together; higher than the score where nothing but amounts speaks for it. */
  readonly ofAmounts: number
  /** In the order insights, sequences, thirty days: strength after repetition and after what other lines have counted. */
  readonly effective: readonly number[]
  /** Strongest first. Lines too small for a tenth of a point are part of the score but have no share of their own. */
  readonly shares: readonly FactorShare[]
  /** The thirty days that count, where other lines lie outside of them. */
  readonly stretch: { readonly fromDay: number; readonly toDay: number } | null
}

/**
 * Of all stretches of thirty days the one with the highest score counts: a window that months of triggers have drawn out
 * would else add up an ordinary person's year until it looks like somebody's bad week. Of equal ones the earliest.
 */
const STRETCH_DAYS = 30

export function totalOf(lines: Lines, circumstances: Circumstances): Total {
  const all = everyLine(lines)
  const days = [...new Set(all.map(({ day }) => day))].sort((one, other) => one - other)
  let best: Omit<Total, 'stretch'> & { readonly fromDay: number; readonly toDay: number } = {
    ...NOTHING,
    fromDay: 0,
    toDay: 0
  }
  let lastEnd = Number.NEGATIVE_INFINITY
  for (const fromDay of days) {
    const toDay = fromDay + STRETCH_DAYS - 1
    const end = days.findLast((day) => day <= toDay) ?? fromDay
    // It ends with the same line as the one before and has fewer: it cannot be higher.
    if (end === lastEnd) continue
    lastEnd = end
    const isIn = ({ day }: { readonly day: number }): boolean => day >= fromDay && day <= toDay
    const total = totalWithin(lines, isIn, circumstances)
    if (total.score > best.score) best = { ...total, fromDay, toDay: end }
  }
  const isWhole = days.every((day) => day >= best.fromDay && day <= best.toDay)
  return {
    score: best.score,
    ofAmounts: best.ofAmounts,
    effective: best.score === 0 ? all.map(() => 0) : best.effective,
    shares: best.shares,
    stretch: isWhole || best.score === 0 ? null : { fromDay: best.fromDay, toDay: best.toDay }
  }
}

const NOTHING: Omit<Total, 'stretch'> = { score: 0, ofAmounts: 0, effective: [], shares: [] }

/** In the order insights, sequences, thirty days. */
function everyLine({ insights, found, cumulative }: Lines): readonly { readonly day: number }[] {
  return [...insights, ...found.map(({ hit }) => hit), ...cumulative]
}

/** Lines outside of the stretch have no strength and no points. */
function totalWithin(
  { insights, found, cumulative }: Lines,
  isIn: (line: { readonly day: number }) => boolean,
  { isAtTurn }: Circumstances
): Omit<Total, 'stretch'> {
  const strengthOf = (line: { readonly day: number; readonly strength: number }): number =>
    isIn(line) ? line.strength : 0
  const byDay = effectiveStrengths([
    ...insights.map((insight) => ({
      strength: strengthOf(insight),
      family: insight.indicator,
      order: insight.day,
      items: null
    })),
    // No indicator can be called so: identifiers hold no space.
    ...found.map(({ hit, items }) => ({
      strength: strengthOf(hit),
      family: 'all sequences',
      order: hit.day,
      items: isIn(hit) ? items : NO_ITEMS
    }))
  ])
  const thirty = cumulative.map((hit) => (isIn(hit) ? hit : { ...hit, strength: 0 }))
  const effective = [...byDay, ...beyondTheirDays(insights, byDay, thirty)]
  const ofAmounts = combine(effective)
  const telling = combine([
    ...insights.flatMap((insight, line) => (isTelling(insight) ? [byDay[line] ?? 0] : [])),
    ...found.flatMap((entry, index) => (isTellingSequence(entry) ? [byDay[insights.length + index] ?? 0] : []))
  ])
  const score = isAtTurn || tellsEnough(telling) ? ofAmounts : withoutIntent(ofAmounts)
  const shares = splitPoints(score, effective)
    .map((points, line): FactorShare => {
      if (line < insights.length) return { kind: 'insight', index: line, points }
      if (line < byDay.length) return { kind: 'sequence', index: line - insights.length, points }
      return { kind: 'cumulative', index: line - byDay.length, points }
    })
    .filter((share) => share.points > 0)
    .sort((one, other) => other.points - one.points)
  return { score, ofAmounts, effective, shares }
}

const NO_ITEMS: ReadonlySet<number> = new Set()

/**
 * By day. Each day on which some of a thirty days' amount left is as much part of it as the last one. On one day these
 * thirty days and the day's own line of the same channel count as the stronger of both, so that an activity more on a day never lowers that day, whatever other days are.
 */
export function dayScores({ insights, found, cumulative }: Lines, { isAtTurn }: Circumstances): readonly DayScore[] {
  const days = new Map<number, Day>()
  const dayOf = (day: number): Day => {
    let lines = days.get(day)
    if (lines === undefined) days.set(day, (lines = { out: new Map(), rest: [], telling: [] }))
    return lines
  }
  for (const insight of insights) {
    const { day, indicator, category, strength } = insight
    if (isTelling(insight)) dayOf(day).telling.push(strength)
    if (category === 'exfiltration') dayOf(day).out.set(indicator, strength)
    else dayOf(day).rest.push(strength)
  }
  for (const entry of found) {
    const { day, strength } = entry.hit
    dayOf(day).rest.push(strength)
    if (isTellingSequence(entry)) dayOf(day).telling.push(strength)
  }
  for (const { channel, days: of, strength } of cumulative) {
    if (channel === ALL_CHANNELS) continue
    for (const day of of) {
      const { out } = dayOf(day)
      out.set(channel, Math.max(strength, out.get(channel) ?? 0))
    }
  }
  for (const { channel, days: of, strength } of cumulative) {
    if (channel !== ALL_CHANNELS) continue
    for (const day of of) {
      const lines = dayOf(day)
      const left = leftBy([...lines.out.values()].sort((one, other) => other - one))
      if (1 - strength < left) lines.out = new Map([[channel, strength]])
    }
  }
  return [...days]
    .map(([day, { out, rest, telling }]) => {
      const ofAmounts = combine([...out.values(), ...rest])
      return { day, score: isAtTurn || tellsEnough(combine(telling)) ? ofAmounts : withoutIntent(ofAmounts) }
    })
    .sort((one, other) => one.day - other.day)
}

interface Day {
  /** Strengths of exfiltration by channel. */
  out: Map<string, number>
  readonly rest: number[]
  /** Those of them that speak for intent. */
  readonly telling: number[]
}

/** In the order given; channels first, because all of them together add only what exceeds each of them. */
function beyondTheirDays(
  insights: readonly Insight[],
  byDay: readonly number[],
  cumulative: readonly CumulativeHit[]
): readonly number[] {
  if (cumulative.length === 0) return []
  const repeated = effectiveStrengths(
    // What left over much the same thirty days through several channels is one matter.
    cumulative.map(({ strength, day }) => ({ strength, family: 'all thirty days', order: day, items: null }))
  )
  const added = cumulative.map(() => 0)
  for (const isAll of [false, true]) {
    cumulative.forEach((hit, index) => {
      if ((hit.channel === ALL_CHANNELS) !== isAll) return
      const counted = insights.flatMap((insight, line) =>
        insight.category === 'exfiltration' &&
        (isAll || insight.indicator === hit.channel) &&
        insight.day >= hit.fromDay &&
        insight.day <= hit.day
          ? [byDay[line] ?? 0]
          : []
      )
      if (isAll) {
        cumulative.forEach((other, at) => {
          if (other.channel !== ALL_CHANNELS && other.fromDay <= hit.day && other.day >= hit.fromDay)
            counted.push(added[at] ?? 0)
        })
      }
      added[index] = surplusOver(repeated[index] ?? 0, leftBy(counted))
    })
  }
  return added
}

function leftBy(strengths: readonly number[]): number {
  return strengths.reduce((product, strength) => product * (1 - strength), 1)
}
