/**
 * Scores each day of each indicator: strength from the count, raised by boosters, lowered where the count is a habit
 * or stays on the person's own OneDrive. Knows no identity and no item, only counts.
 */
import type { DayCount, Insight } from '../../shared/domain/evaluation.ts'
import type { PolicyDefinition, Thresholds } from '../../shared/domain/policy.ts'
import { sayCount, sayInsight, sayUsual } from './explain.ts'
import { countOf } from './indicator.ts'
import type { Indicator } from './indicator.ts'
import { baseStrength, boost, levelOf, roundStrength } from './score.ts'
import type { Level } from './score.ts'
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
  /** Days in scope, indicators of the policy only. */
  readonly dayCounts: readonly DayCount[]
  readonly definition: PolicyDefinition
  readonly indicators: ReadonlyMap<string, Indicator>
  readonly findUsual: FindUsual
  readonly peersUsual: ReadonlyMap<string, number>
}

/** A habit needs two working weeks behind it before it may lower anything. */
const HABIT_DAYS = 10
/** A quarter above the median is still an ordinary day; so are nine of ten days, unless a few large ones stretch them. */
const HABIT_MARGIN = 1.25
const HABIT_STRETCH = 2
/** What is left of a habit: enough to be seen, too little to raise an alert by itself. */
const HABIT_FACTOR = 0.2
/** What is left where everything stays on the person's own OneDrive: a new laptop fetches all of it. */
const OWN_SITE_FACTOR = 0.35
/** With this much taken out on the same day, own files are no longer the harmless explanation. */
const TAKEN_OUT_FULLY = 0.5
/** Boosters raise risky counts; below this strength they fade, so that five renames never look like fifty. */
const FULL_BOOST_FROM = 0.35
/** Unusual for the person: reaches its cap at twelve times the ordinary, a year's work in a month. */
const UNUSUAL_CAP = 0.45
const UNUSUAL_FULLY = 12
/** Peers say less about a person than the person's own days, so they boost less and only from twice their usual. */
const PEERS_CAP = 0.3
const PEERS_MARGIN = 2
/** Priority content and new addresses reach their caps when as many events show them as the lowest threshold asks for. */
const PRIORITY_CAP = 0.35
const NEW_ADDRESS_CAP = 0.3

/** In the order of the day counts. */
export function scoreInsights(input: InsightInput): readonly ScoredInsight[] {
  const scored: ScoredInsight[] = []
  for (const [from, to] of sameDays(input.dayCounts)) {
    const drafts: Draft[] = []
    for (let index = from; index < to; index += 1) {
      const draft = weigh(input.dayCounts[index], input)
      if (draft !== null) drafts.push(draft)
    }
    const takenOut = drafts.reduce(
      (most, draft) => (draft.indicator.category === 'exfiltration' ? Math.max(most, draft.whole * draft.habit) : most),
      0
    )
    for (const draft of drafts) scored.push(finish(draft, takenOut))
  }
  return scored
}

export function thresholdsOf(indicator: Indicator, definition: Pick<PolicyDefinition, 'thresholds'>): Thresholds {
  return definition.thresholds[indicator.id] ?? indicator.thresholds
}

/** From 0.2 within the own usual up to 1 from twice its upper edge on; 1 where too little is known or there is no habit. */
export function habitFactor(count: number, usual: OwnUsual | null): number {
  if (usual === null || usual.activeDays < HABIT_DAYS || usual.median < 1) return 1
  const edge = Math.max(HABIT_MARGIN * usual.median, Math.min(usual.ninetieth, HABIT_STRETCH * usual.median))
  return Math.min(1, Math.max(HABIT_FACTOR, HABIT_FACTOR + (1 - HABIT_FACTOR) * (count / edge - 1)))
}

interface Draft {
  readonly indicator: Indicator
  readonly dayCount: DayCount
  readonly count: number
  readonly level: Level
  readonly usual: OwnUsual | null
  readonly peers: number | null
  /** With boosters, before anything lowers it: of all events, and of those not on the own OneDrive. */
  readonly whole: number
  readonly elsewhere: number
  readonly habit: number
  readonly boosters: readonly string[]
}

function weigh(dayCount: DayCount | undefined, input: InsightInput): Draft | null {
  const indicator = dayCount === undefined ? undefined : input.indicators.get(dayCount.indicator)
  if (dayCount === undefined || indicator === undefined) return null
  const thresholds = thresholdsOf(indicator, input.definition)
  const count = countOf(indicator, dayCount)
  const level = levelOf(count, thresholds)
  if (level === 0) return null
  const usual = input.findUsual(indicator.id, dayCount.day)
  const peers = input.peersUsual.get(indicator.id) ?? null
  const ordinary = usual?.median ?? peers
  if (indicator.shape.kind === 'above-usual' && ordinary !== null && count <= ordinary * indicator.shape.times)
    return null

  const boosters = boostersOf(indicator, dayCount, thresholds.low, usual, peers, input.definition.boosters)
  const strengthOf = (part: number): number => {
    const base = baseStrength(part, thresholds, indicator.strengths)
    const fade = Math.min(1, base / FULL_BOOST_FROM)
    return base === 0 ? 0 : boosters.reduce((strength, booster) => boost(strength, booster.of(part) * fade), base)
  }
  const elsewhere = indicator.isLowerOnOwnSite ? count - dayCount.ownSiteEvents : count
  return {
    indicator,
    dayCount,
    count,
    level,
    usual,
    peers,
    whole: strengthOf(count),
    elsewhere: strengthOf(elsewhere),
    habit: habitFactor(count, usual),
    boosters: boosters.filter((booster) => booster.of(count) > 0).map((booster) => booster.says(count))
  }
}

interface Booster {
  readonly of: (count: number) => number
  readonly says: (count: number) => string
}

/** Each grows with the events that it is about, never with their share: a further harmless event must not lower it. */
function boostersOf(
  indicator: Indicator,
  dayCount: DayCount,
  low: number,
  usual: OwnUsual | null,
  peers: number | null,
  switches: PolicyDefinition['boosters']
): readonly Booster[] {
  const boosters: Booster[] = []
  const above = (count: number, ordinary: number): number =>
    Math.min(1, Math.max(0, Math.log(count / ordinary) / Math.log(UNUSUAL_FULLY)))
  if (switches.unusualForPerson && usual !== null) {
    const ordinary = Math.max(1, HABIT_MARGIN * usual.median, usual.ninetieth)
    boosters.push({
      of: (count) => UNUSUAL_CAP * above(count, ordinary),
      says: (count) =>
        usual.median >= 1
          ? `${sayUsual(count / usual.median)} times own usual of ${sayUsual(usual.median)} a day`
          : `${sayCount(count)} where most days have none`
    })
  } else if (switches.unusualForPerson && peers !== null) {
    const ordinary = Math.max(1, PEERS_MARGIN * peers)
    boosters.push({
      of: (count) => PEERS_CAP * above(count, ordinary),
      says: (count) =>
        peers >= 1
          ? `${sayUsual(count / peers)} times the others' usual of ${sayUsual(peers)} a day`
          : `${sayCount(count)} where others have none on most days`
    })
  }
  const { priorityEvents, newAddressEvents, events } = dayCount
  if (switches.priorityContent && priorityEvents > 0) {
    boosters.push({
      of: () => PRIORITY_CAP * Math.min(1, priorityEvents / low),
      says: () => `${sayCount(priorityEvents)} of ${sayCount(events)} on priority content`
    })
  }
  // The indicators of access are themselves about where and how much; boosting them here would count it twice.
  if (indicator.category !== 'access' && newAddressEvents > 0) {
    boosters.push({
      of: () => NEW_ADDRESS_CAP * Math.min(1, newAddressEvents / low),
      says: () => `${sayCount(newAddressEvents)} of ${sayCount(events)} from an address not seen before`
    })
  }
  return boosters
}

function finish(draft: Draft, takenOut: number): ScoredInsight {
  const { indicator, dayCount, count, usual, peers, habit } = draft
  const ownWeight = OWN_SITE_FACTOR + (1 - OWN_SITE_FACTOR) * Math.min(1, takenOut / TAKEN_OUT_FULLY)
  const ownShare = indicator.isLowerOnOwnSite ? dayCount.ownSiteEvents / dayCount.events : 0
  const strength = roundStrength((ownWeight * draft.whole + (1 - ownWeight) * draft.elsewhere) * habit)
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
    peersUsual: peers,
    strength,
    boosters: draft.boosters,
    says: sayInsight({
      indicator,
      day: dayCount.day,
      count,
      usual: usual?.median ?? null,
      peersUsual: peers,
      habit,
      ownShare,
      ownEvents: dayCount.ownSiteEvents,
      ownWeight
    })
  }
  const isKnown = usual !== null && usual.activeDays >= HABIT_DAYS
  return { insight, count, habit: isKnown ? habit : null, ownShare }
}

/** Ranges of equal days; the counts come sorted by day. */
function sameDays(dayCounts: readonly DayCount[]): readonly (readonly [number, number])[] {
  const ranges: (readonly [number, number])[] = []
  let from = 0
  for (let index = 1; index <= dayCounts.length; index += 1) {
    if (index < dayCounts.length && dayCounts[index]?.day === dayCounts[from]?.day) continue
    ranges.push([from, index])
    from = index
  }
  return ranges
}
