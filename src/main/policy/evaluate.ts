/**
 * Evaluates one person against one policy: pseudonymous counts and facts in, insights, sequences, scores and their
 * explanation out. The same input gives the same answer; nothing is read or kept.
 */
import type { DayOf } from '../../shared/domain/day.ts'
import type {
  ActivityFacts,
  DayCount,
  DayScore,
  Evaluation,
  Standing,
  TriggerEvent
} from '../../shared/domain/evaluation.ts'
import type { PolicyDefinition } from '../../shared/domain/policy.ts'
import type { AlertVolume, ScoringSettings } from '../../shared/domain/settings.ts'
import { rememberDays } from './calendar.ts'
import { checkCauses } from './causes.ts'
import type { IndicatorSpikes } from './causes.ts'
import { chosenIndicators, ofPriority } from './chosen.ts'
import { commonFactor, NO_SHARE } from './commonness.ts'
import type { FindShare } from './commonness.ts'
import { findCumulative } from './cumulative.ts'
import { sayAmounts, sayArithmetic } from './explain.ts'
import { habitFactor } from './habit.ts'
import { countOf } from './indicator.ts'
import { isAtTurn } from './intent.ts'
import type { Indicator } from './indicator.ts'
import { scoreInsights } from './insight.ts'
import type { Catalogue } from './load.ts'
import type { Match } from './match.ts'
import type { Peers } from './peers.ts'
import { findSequences } from './sequence.ts'
import { dayScores, totalOf } from './total.ts'
import { ownUsuals } from './usual.ts'
import type { FindUsual } from './usual.ts'
import { isInWindows, scopeWindows, windowBounds } from './window.ts'

export interface PersonInput {
  readonly definition: PolicyDefinition
  readonly catalogue: Catalogue
  readonly settings: Pick<ScoringSettings, 'indicatorsOff' | 'fileVolumeFloor' | 'alertVolume'>
  readonly triggers: readonly TriggerEvent[]
  /** All days known of the person, also before the window: they tell what is usual. One entry a day and indicator. */
  readonly dayCounts: readonly DayCount[]
  readonly standing: Standing
  readonly peers: Peers
  /** Days on which hardly anybody of the organisation is active. */
  readonly quietDays: ReadonlySet<number>
  /** Activities from the first to the last millisecond, both included, in any order. */
  readonly activitiesBetween: (fromMs: number, toMs: number) => readonly ActivityFacts[]
  readonly match: Match
  readonly dayOf: DayOf
  readonly indicatorSpikes?: IndicatorSpikes | undefined
  /** How common days of others are that reach a count; left out where nobody is known. */
  readonly findShare?: FindShare | undefined
  /** First day of which any log was imported: tells somebody new from somebody who was only not logged before. */
  readonly firstLoggedDay?: number | undefined
  /** Insights, sequences and thirty days up to this day belong to an alert that was triaged, and are left out. */
  readonly afterDay?: number | undefined
}

/** Throws a CatalogueError when the definition names what the catalogue does not know. */
export function evaluatePerson(input: PersonInput): Evaluation {
  const { definition, catalogue, match, peers, standing, settings, quietDays } = input
  const indicators = chosenIndicators(definition, catalogue, settings.indicatorsOff)
  const dayOf = rememberDays(input.dayOf)
  const windows = scopeWindows(input.triggers, definition, dayOf)
  const bounds = windows.map((window) => windowBounds(window, dayOf))
  const [first] = bounds
  const last = bounds.at(-1)
  if (first === undefined || last === undefined) return OUT_OF_SCOPE

  const history = definition.scoreOnlyPriorityContent ? ofPriority(input.dayCounts) : input.dayCounts
  const findUsual = ownUsuals(history, catalogue, quietDays)
  const inScope = history
    .filter((count) => indicators.has(count.indicator) && isInWindows(count.day, windows))
    .sort((one, other) => one.day - other.day || (one.indicator < other.indicator ? -1 : 1))
  const findShare = input.findShare ?? NO_SHARE
  const isLater = (day: number): boolean => input.afterDay === undefined || day > input.afterDay
  const dayCounts = inScope.filter(({ day }) => isLater(day))
  const scored = scoreInsights({
    dayCounts,
    definition,
    indicators,
    findUsual,
    peers,
    standing,
    fileVolumeFloor: settings.fileVolumeFloor,
    findShare
  })
  const insights = scored.map((entry) => entry.insight)

  const patterns = patternsOf(definition, catalogue)
  const activities =
    patterns.length === 0 && insights.length === 0
      ? []
      : bounds
          .flatMap(({ fromMs, toMs }) => input.activitiesBetween(fromMs, toMs))
          .sort((one, other) => one.atMs - other.atMs || one.id - other.id)
  const found = findSequences({
    activities,
    patterns,
    indicators,
    match,
    dayOf,
    habitOf: habitOf(inScope, indicators, findUsual, findShare),
    isPriorityOnly: definition.scoreOnlyPriorityContent
  }).filter((entry) => isLater(entry.hit.day))
  const cumulative = definition.cumulativeExfiltration
    ? findCumulative({ dayCounts, history, definition, indicators, peers, standing, insights })
    : []

  const lines = { insights, found, cumulative }
  const circumstances = { isAtTurn: isAtTurn(input.triggers) }
  const sequences = found.map((entry) => entry.hit)
  const { score, ofAmounts, effective, shares, stretch } = totalOf(lines, circumstances)
  const said = [...insights, ...sequences, ...cumulative].map((of, index) => ({ of, effective: effective[index] ?? 0 }))
  return {
    inScope: true,
    windowFromMs: first.fromMs,
    windowToMs: last.toMs,
    insights,
    sequences,
    cumulative,
    days: dayScores(lines, circumstances),
    score,
    shares,
    arithmetic: `${sayArithmetic(ofAmounts, said, cumulative.length > 0, stretch)}${sayAmounts(score, ofAmounts)} ${sayLine(definition, settings.alertVolume)}`,
    checked: checkCauses({
      scored,
      cumulative,
      shares,
      activities,
      match,
      indicatorSpikes: input.indicatorSpikes,
      people: peers.people,
      quietDays,
      priorityContent: definition.priorityContent,
      firstSeenDay: firstDayOf(history),
      firstLoggedDay: input.firstLoggedDay
    })
  }
}

/** Days by score, highest first; the earlier of two equal ones first. */
export function rankDays(evaluation: Pick<Evaluation, 'days'>): readonly DayScore[] {
  return [...evaluation.days].sort((one, other) => other.score - one.score || one.day - other.day)
}

/** Where Low ends: from here on an alert is Medium. */
const MEDIUM_FROM = 34
/** Below this a single ordinary day of many people would be an alert. */
const LEAST_LINE = 5

/**
 * From which score on an alert is raised. Fewer: none that is Low, which most of the queue is. More: from half of the
 * policy's line on, what today stays on the pages of people. A policy that is stricter by itself stays so.
 */
export function alertLineOf({ alertLine }: Pick<PolicyDefinition, 'alertLine'>, alertVolume: AlertVolume): number {
  switch (alertVolume) {
    case 'fewer':
      return Math.max(MEDIUM_FROM, alertLine)
    case 'default':
      return alertLine
    case 'more':
      return Math.min(alertLine, Math.max(LEAST_LINE, Math.ceil(alertLine / 2)))
  }
}

const OUT_OF_SCOPE: Evaluation = {
  inScope: false,
  windowFromMs: 0,
  windowToMs: 0,
  insights: [],
  sequences: [],
  cumulative: [],
  days: [],
  score: 0,
  shares: [],
  arithmetic: 'Score 0: no trigger of this policy, so nothing is scored.',
  checked: []
}

function sayLine(definition: PolicyDefinition, alertVolume: AlertVolume): string {
  const line = alertLineOf(definition, alertVolume)
  const why = line === definition.alertLine ? '' : `, moved from ${definition.alertLine} by the volume of alerts`
  return `An alert is raised from ${line} on${why}.`
}

function patternsOf(definition: PolicyDefinition, { sequences }: Catalogue) {
  return definition.sequences.length === 0
    ? []
    : [...sequences.values()].filter((pattern) => definition.sequences.includes(pattern.id))
}

function firstDayOf(dayCounts: readonly DayCount[]): number | null {
  let first: number | null = null
  for (const { day } of dayCounts) if (first === null || day < first) first = day
  return first
}

/** The habit factor of an indicator on a day, also where the day's count stays below every threshold. */
function habitOf(
  dayCounts: readonly DayCount[],
  indicators: ReadonlyMap<string, Indicator>,
  findUsual: FindUsual,
  findShare: FindShare
) {
  let counts: Map<string, DayCount> | null = null
  const known = new Map<string, number>()
  return (id: string, day: number): number => {
    const key = `${id} ${String(day)}`
    const remembered = known.get(key)
    if (remembered !== undefined) return remembered
    counts ??= new Map(dayCounts.map((count) => [`${count.indicator} ${String(count.day)}`, count]))
    const count = counts.get(key)
    const indicator = indicators.get(id)
    const factor =
      count === undefined || indicator === undefined
        ? 1
        : habitFactor(countOf(indicator, count), findUsual(id, day)) *
          commonFactor(findShare(id, countOf(indicator, count), day))
    known.set(key, factor)
    return factor
  }
}
