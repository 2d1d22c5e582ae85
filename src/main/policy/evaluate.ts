/**
 * Evaluates one person against one policy: pseudonymous counts and facts in, insights, sequences, scores and their
 * explanation out. The same input gives the same answer; nothing is read or kept.
 */
import type {
  ActivityFacts,
  DayCount,
  DayScore,
  Evaluation,
  FactorShare,
  TriggerEvent
} from '../../shared/domain/evaluation.ts'
import type { PolicyDefinition } from '../../shared/domain/policy.ts'
import { rememberDays } from './calendar.ts'
import type { DayOf } from '../../shared/domain/day.ts'
import { checkCauses } from './causes.ts'
import type { IndicatorSpikes } from './causes.ts'
import { sayArithmetic } from './explain.ts'
import { countOf } from './indicator.ts'
import type { Indicator } from './indicator.ts'
import { habitFactor, scoreInsights } from './insight.ts'
import type { ScoredInsight } from './insight.ts'
import { CatalogueError, checkDefinition } from './load.ts'
import type { Catalogue } from './load.ts'
import type { Match } from './match.ts'
import { combine, effectiveStrengths, splitPoints } from './score.ts'
import { findSequences } from './sequence.ts'
import type { FoundSequence } from './sequence.ts'
import { ownUsuals } from './usual.ts'
import type { FindUsual } from './usual.ts'
import { isInWindows, scopeWindows, windowBounds } from './window.ts'

export interface PersonInput {
  readonly definition: PolicyDefinition
  readonly catalogue: Catalogue
  readonly triggers: readonly TriggerEvent[]
  /** All days known of the person, also before the window: they tell what is usual. One entry a day and indicator. */
  readonly dayCounts: readonly DayCount[]
  readonly peersUsual: ReadonlyMap<string, number>
  /** Activities from the first to the last millisecond, both included, in any order. */
  readonly activitiesBetween: (fromMs: number, toMs: number) => readonly ActivityFacts[]
  readonly match: Match
  readonly dayOf: DayOf
  readonly indicatorSpikes?: IndicatorSpikes | undefined
  /** Insights and sequences up to this day belong to an alert that was triaged, and are left out. */
  readonly afterDay?: number | undefined
}

/** Throws a CatalogueError when the definition names what the catalogue does not know. */
export function evaluatePerson(input: PersonInput): Evaluation {
  const { definition, catalogue, match } = input
  const indicators = chosenIndicators(definition, catalogue)
  const dayOf = rememberDays(input.dayOf)
  const windows = scopeWindows(input.triggers, definition, dayOf)
  const bounds = windows.map((window) => windowBounds(window, dayOf))
  const [first] = bounds
  const last = bounds.at(-1)
  if (first === undefined || last === undefined) return OUT_OF_SCOPE

  const findUsual = ownUsuals(input.dayCounts, catalogue)
  const dayCounts = input.dayCounts
    .filter((count) => indicators.has(count.indicator) && isInWindows(count.day, windows))
    .sort((one, other) => one.day - other.day || (one.indicator < other.indicator ? -1 : 1))
  const isLater = (day: number): boolean => input.afterDay === undefined || day > input.afterDay
  const scored = scoreInsights({ dayCounts, definition, indicators, findUsual, peersUsual: input.peersUsual }).filter(
    (entry) => isLater(entry.insight.day)
  )

  const activities = bounds
    .flatMap(({ fromMs, toMs }) => input.activitiesBetween(fromMs, toMs))
    .sort((one, other) => one.atMs - other.atMs || one.id - other.id)
  const found = findSequences({
    activities,
    patterns: [...catalogue.sequences.values()].filter((pattern) => definition.sequences.includes(pattern.id)),
    indicators,
    match,
    dayOf,
    habitOf: habitOf(dayCounts, indicators, findUsual)
  }).filter((entry) => isLater(entry.hit.day))

  const insights = scored.map((entry) => entry.insight)
  const sequences = found.map((entry) => entry.hit)
  const { score, effective, shares } = total(scored, found)
  return {
    inScope: true,
    windowFromMs: first.fromMs,
    windowToMs: last.toMs,
    insights,
    sequences,
    days: dayScores(scored, found),
    score,
    shares,
    arithmetic: sayArithmetic(
      score,
      [...insights, ...sequences].map((of, index) => ({ of, effective: effective[index] ?? 0 }))
    ),
    checked: checkCauses({ scored, shares, activities, match, indicatorSpikes: input.indicatorSpikes })
  }
}

/** Strongest first; of equal days the earlier one. */
export function rankDays(evaluation: Pick<Evaluation, 'days'>): readonly DayScore[] {
  return [...evaluation.days].sort((one, other) => other.score - one.score || one.day - other.day)
}

const OUT_OF_SCOPE: Evaluation = {
  inScope: false,
  windowFromMs: 0,
  windowToMs: 0,
  insights: [],
  sequences: [],
  days: [],
  score: 0,
  shares: [],
  arithmetic: 'Score 0: no trigger of this policy, so nothing is scored.',
  checked: []
}

/** The policy's own choice, or else its template's, or else all. */
export function chosenIndicators(definition: PolicyDefinition, catalogue: Catalogue): ReadonlyMap<string, Indicator> {
  const problems = checkDefinition(definition, catalogue)
  if (problems.length > 0) throw new CatalogueError(`policy: ${problems.join('; ')}`)
  const ofTemplate = catalogue.templates.get(definition.template)?.definition.indicators ?? []
  const chosen = new Set(definition.indicators.length > 0 ? definition.indicators : ofTemplate)
  return chosen.size === 0 ? catalogue.indicators : new Map([...catalogue.indicators].filter(([id]) => chosen.has(id)))
}

/** The habit factor of an indicator on a day, also where the day's count stays below every threshold. */
function habitOf(dayCounts: readonly DayCount[], indicators: ReadonlyMap<string, Indicator>, findUsual: FindUsual) {
  const counts = new Map<string, Map<number, DayCount>>()
  for (const count of dayCounts) {
    const days = counts.get(count.indicator)
    if (days === undefined) counts.set(count.indicator, new Map([[count.day, count]]))
    else days.set(count.day, count)
  }
  const known = new Map<string, Map<number, number>>([...indicators.keys()].map((id) => [id, new Map()]))
  return (id: string, day: number): number => {
    const remembered = known.get(id)?.get(day)
    if (remembered !== undefined) return remembered
    const count = counts.get(id)?.get(day)
    const indicator = indicators.get(id)
    const factor =
      count === undefined || indicator === undefined ? 1 : habitFactor(countOf(indicator, count), findUsual(id, day))
    known.get(id)?.set(day, factor)
    return factor
  }
}

function dayScores(scored: readonly ScoredInsight[], found: readonly FoundSequence[]): readonly DayScore[] {
  const strengths = new Map<number, number[]>()
  for (const { day, strength } of [...scored.map((entry) => entry.insight), ...found.map((entry) => entry.hit)]) {
    const list = strengths.get(day)
    if (list === undefined) strengths.set(day, [strength])
    else list.push(strength)
  }
  return [...strengths].map(([day, list]) => ({ day, score: combine(list) })).sort((one, other) => one.day - other.day)
}

/** Lines too small for a tenth of a point are part of the score but have no share of their own. */
function total(scored: readonly ScoredInsight[], found: readonly FoundSequence[]) {
  const effective = effectiveStrengths([
    ...scored.map(({ insight }) => ({
      strength: insight.strength,
      family: insight.indicator,
      order: insight.day,
      items: null
    })),
    // No indicator can be called so: identifiers hold no space.
    ...found.map(({ hit, items }) => ({ strength: hit.strength, family: 'all sequences', order: hit.day, items }))
  ])
  const score = combine(effective)
  const shares: FactorShare[] = splitPoints(score, effective)
    .map((points, line): FactorShare => {
      const isInsight = line < scored.length
      return { kind: isInsight ? 'insight' : 'sequence', index: isInsight ? line : line - scored.length, points }
    })
    .filter((share) => share.points > 0)
    .sort((one, other) => other.points - one.points)
  return { score, effective, shares }
}
