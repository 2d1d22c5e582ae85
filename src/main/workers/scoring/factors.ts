/** What an alert is made of: the lines of its arithmetic as screens and exports show them, and when it was detected. */
import type { AlertFactor } from '../../../shared/contract/alert.ts'
import { dayText } from '../../../shared/domain/day.ts'
import type { Evaluation } from '../../../shared/domain/evaluation.ts'

/** Lines of the arithmetic, strongest share first. `all` keeps those that add too little to have a share of their own. */
export function factorsOf(evaluation: Evaluation, all: boolean): AlertFactor[] {
  const points = new Map(evaluation.shares.map((share) => [`${share.kind} ${String(share.index)}`, share.points]))
  const insights = evaluation.insights.map((insight, index): AlertFactor => ({
    kind: 'insight',
    indicator: insight.indicator,
    name: insight.name,
    category: insight.category,
    date: dayText(insight.day),
    fromMs: insight.firstAtMs,
    toMs: insight.lastAtMs,
    count: insight.events,
    distinctItems: insight.distinctItems,
    usual: insight.usual,
    peersUsual: insight.peersUsual,
    level: insight.level,
    points: points.get(`insight ${String(index)}`) ?? 0,
    strength: asPercent(insight.strength),
    boosters: [...insight.boosters],
    says: insight.says,
    steps: []
  }))
  const sequences = evaluation.sequences.map((hit, index): AlertFactor => ({
    kind: 'sequence',
    indicator: hit.sequence,
    name: hit.name,
    category: hit.category,
    date: dayText(hit.day),
    fromMs: hit.fromMs,
    toMs: hit.toMs,
    count: hit.items,
    distinctItems: hit.items,
    usual: null,
    peersUsual: null,
    level: hit.level,
    points: points.get(`sequence ${String(index)}`) ?? 0,
    strength: asPercent(hit.strength),
    boosters: [],
    says: hit.says,
    steps: hit.steps.map((step) => ({ category: step.category, says: step.says, atMs: step.atMs, count: step.events }))
  }))
  const cumulative = evaluation.cumulative.map((hit, index): AlertFactor => ({
    kind: 'cumulative',
    indicator: hit.channel,
    name: hit.name,
    category: 'exfiltration',
    date: dayText(hit.day),
    fromMs: hit.fromMs,
    toMs: hit.toMs,
    count: hit.count,
    distinctItems: hit.count,
    usual: hit.usual,
    peersUsual: hit.peersUsual,
    level: hit.level,
    points: points.get(`cumulative ${String(index)}`) ?? 0,
    strength: asPercent(hit.strength),
    boosters: [...hit.boosters],
    says: hit.says,
    steps: []
  }))
  return [...insights, ...sequences, ...cumulative]
    .filter((factor) => all || factor.points > 0)
    .sort(
      (left, right) =>
        right.points - left.points || left.fromMs - right.fromMs || (left.indicator < right.indicator ? -1 : 1)
    )
}

/** When the strongest half of the score was there: the time in the data, so that old logs do not all look new. */
export function detectedMs(factors: readonly AlertFactor[]): number {
  const total = factors.reduce((sum, factor) => sum + factor.points, 0)
  const inTime = [...factors].sort((left, right) => left.toMs - right.toMs)
  let reached = 0
  for (const factor of inTime) {
    reached += factor.points
    if (reached >= total / 2) return factor.toMs
  }
  return inTime.at(-1)?.toMs ?? 0
}

/** The last day that an evaluation counts; what comes later belongs to the next alert once this one is triaged. */
export function lastDayOf(evaluation: Evaluation): number {
  const days = [...evaluation.insights, ...evaluation.sequences, ...evaluation.cumulative].map(({ day }) => day)
  return days.reduce((last, day) => Math.max(last, day), Number.MIN_SAFE_INTEGER)
}

/** 0–1 to 0–100 with two decimals. */
function asPercent(strength: number): number {
  return Math.round(strength * 10_000) / 100
}
