/**
 * Scores each day of each indicator: strength from the count, raised by boosters, lowered where the count is a habit
 * or stays on the person's own OneDrive. Knows no identity and no item, only counts.
 */
import type { DayCount, Insight, Standing } from '../../shared/domain/evaluation.ts'
import type { PolicyDefinition } from '../../shared/domain/policy.ts'
import { contentBoosts, raise, sayBoosts, standingBoosts, unusualBoosts } from './booster.ts'
import type { Boost } from './booster.ts'
import { commonFactor } from './commonness.ts'
import type { Common, FindShare } from './commonness.ts'
import { sayInsight } from './explain.ts'
import { HABIT_DAYS, habitFactor } from './habit.ts'
import { countOf, countsFiles } from './indicator.ts'
import type { Indicator } from './indicator.ts'
import type { Peers, PeersUsual } from './peers.ts'
import { baseStrength, LEVEL_NAMES, levelOf, roundStrength } from './score.ts'
import type { Level } from './score.ts'
import { levelsAbove, thresholdsOf, timesUsual } from './threshold.ts'
import type { Levels } from './threshold.ts'
import type { FindUsual, OwnUsual } from './usual.ts'

/** An insight with what the check of harmless causes wants to know about it. */
export interface ScoredInsight {
  readonly insight: Insight
  /** What thresholds and usual are about: events or items. */
  readonly count: number
  /** 0.2 where the count is within the person's own usual, 1 where it is not; null where nothing is known. */
  readonly habit: number | null
  /** Share of the events on the own OneDrive, for indicators that weigh less there; otherwise 0. */
  readonly ownShare: number
}

export interface InsightInput {
  /** Days in scope, indicators of the policy only, by day. */
  readonly dayCounts: readonly DayCount[]
  readonly definition: PolicyDefinition
  readonly indicators: ReadonlyMap<string, Indicator>
  readonly findUsual: FindUsual
  readonly peers: Peers
  readonly standing: Standing
  /** Days with fewer files are never unusual; 0 switches it off. */
  readonly fileVolumeFloor: number
  readonly findShare: FindShare
}

/** What is left where everything stays on the person's own OneDrive: a new laptop fetches all of it. */
const OWN_SITE_FACTOR = 0.35
/** With this much taken out on the same day, own files are no longer the harmless explanation. */
const TAKEN_OUT_FULLY = 0.5

/** In the order of the day counts. */
export function scoreInsights(input: InsightInput): readonly ScoredInsight[] {
  const standing = standingBoosts(input.standing, input.definition.boosters)
  const scored: ScoredInsight[] = []
  let drafts: Draft[] = []
  const finishDay = (): void => {
    let takenOut = 0
    for (const { indicator, whole, habit, common } of drafts)
      if (indicator.category === 'exfiltration') takenOut = Math.max(takenOut, whole * habit * common)
    for (const draft of drafts) scored.push(finish(draft, takenOut, input))
    drafts = []
  }
  for (const dayCount of input.dayCounts) {
    const indicator = input.indicators.get(dayCount.indicator)
    if (indicator === undefined) continue
    if (drafts[0] !== undefined && drafts[0].dayCount.day !== dayCount.day) finishDay()
    const draft = weigh(indicator, dayCount, standing, input)
    if (draft !== null) drafts.push(draft)
  }
  finishDay()
  return scored
}

interface Draft {
  readonly indicator: Indicator
  readonly dayCount: DayCount
  readonly count: number
  readonly level: Level
  readonly levels: Levels
  readonly times: number | null
  readonly usual: OwnUsual | null
  readonly peers: PeersUsual | null
  /** With boosters, before anything lowers it: of all events, and of those not on the own OneDrive. */
  readonly whole: number
  readonly elsewhere: number
  readonly habit: number
  readonly share: Common | null
  readonly common: number
  readonly boosters: readonly string[]
}

function weigh(
  indicator: Indicator,
  dayCount: DayCount,
  standing: readonly Boost[],
  { definition, findUsual, peers: survey, fileVolumeFloor, findShare }: InsightInput
): Draft | null {
  const { shape } = indicator
  const count = countOf(indicator, dayCount)
  const times = timesUsual(indicator, definition)
  // What nothing but a usual can let through is not even looked up below every threshold.
  if (count === 0 || (times === null && count < thresholdsOf(indicator, definition).low)) return null
  const usual = findUsual(indicator.id, dayCount.day)
  const peers = survey.usual(indicator.id)
  const ordinary = usual?.median ?? peers?.median ?? null
  const canBeUnusual = count >= fileVolumeFloor || !countsFiles(indicator)
  if (times !== null && (!canBeUnusual || ordinary === null)) return null
  if (times === null && shape.kind === 'above-usual') {
    if (!canBeUnusual || (ordinary !== null && count <= ordinary * shape.times)) return null
  }
  const levels =
    times === null || ordinary === null ? thresholdsOf(indicator, definition) : levelsAbove(ordinary, times)
  const level = levelOf(count, levels)
  // Levels of a usual begin above it: exactly so many times as much is not yet more.
  if (level === 0 || (times !== null && count <= levels.low)) return null

  const boosts = [
    // Levels that are multiples of the usual have counted already how unusual the day is.
    ...(canBeUnusual && times === null ? unusualBoosts(usual, peers, definition.boosters) : []),
    ...contentBoosts(dayCount, levels.low, indicator, definition.boosters),
    ...standing
  ]
  const strengthOf = (part: number): number => raise(baseStrength(part, levels, indicator.strengths), boosts, part)
  const whole = strengthOf(count)
  const share = findShare(indicator.id, count, dayCount.day)
  return {
    indicator,
    dayCount,
    count,
    level,
    levels,
    times,
    usual,
    peers,
    whole,
    elsewhere: indicator.isLowerOnOwnSite ? strengthOf(count - dayCount.ownSiteEvents) : whole,
    habit: habitFactor(count, usual),
    share,
    common: commonFactor(share),
    boosters: sayBoosts(boosts, count)
  }
}

function finish(draft: Draft, takenOut: number, { definition }: InsightInput): ScoredInsight {
  const { indicator, dayCount, count, usual, peers, habit, common } = draft
  const ownWeight = OWN_SITE_FACTOR + (1 - OWN_SITE_FACTOR) * Math.min(1, takenOut / TAKEN_OUT_FULLY)
  const ownShare = indicator.isLowerOnOwnSite ? dayCount.ownSiteEvents / dayCount.events : 0
  const strength = roundStrength((ownWeight * draft.whole + (1 - ownWeight) * draft.elsewhere) * habit * common)
  const levelName = LEVEL_NAMES[draft.level]
  const insight: Insight = {
    day: dayCount.day,
    indicator: indicator.id,
    name: indicator.name,
    category: indicator.category,
    level: draft.level,
    events: dayCount.events,
    distinctItems: dayCount.distinctItems,
    sizeBytes: dayCount.sizeBytes,
    priorityEvents: dayCount.priorityEvents,
    firstAtMs: dayCount.firstAtMs,
    lastAtMs: dayCount.lastAtMs,
    usual: usual?.median ?? null,
    peersUsual: peers?.median ?? null,
    peers: peers?.who ?? null,
    strength,
    boosters: draft.boosters,
    says: sayInsight({
      indicator,
      day: dayCount.day,
      count,
      levelName,
      threshold: draft.levels[levelName],
      timesUsual: draft.times === null ? null : draft.times * 2 ** (draft.level - 1),
      isPriorityOnly: definition.scoreOnlyPriorityContent,
      usual: usual?.median ?? null,
      peers,
      habit,
      share: draft.share,
      common,
      ownShare,
      ownEvents: dayCount.ownSiteEvents,
      ownWeight
    })
  }
  const isKnown = usual !== null && usual.activeDays >= HABIT_DAYS
  return { insight, count, habit: isKnown ? habit : null, ownShare }
}
