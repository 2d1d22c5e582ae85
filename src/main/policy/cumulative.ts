/**
 * What left over thirty days, through each channel and through all of them: slow leaks that no single day shows. Judged
 * against peers and everybody, lowered where it is the person's own habit; says nothing where nobody can be compared with.
 */
import type { CumulativeHit, DayCount, Insight, Standing } from '../../shared/domain/evaluation.ts'
import type { PolicyDefinition } from '../../shared/domain/policy.ts'
import { contentBoosts, PEERS_MARGIN, raise, sayBoosts, standingBoosts } from './booster.ts'
import { sayThirtyDays } from './explain.ts'
import { HABIT_DAYS, habitFactor } from './habit.ts'
import type { Indicator } from './indicator.ts'
import { ledgersOf, mergeLedgers } from './ledger.ts'
import type { Ledger } from './ledger.ts'
import type { Catalogue } from './load.ts'
import type { Peers, ThirtyDaysUsual } from './peers.ts'
import { baseStrength, levelOf, roundStrength } from './score.ts'
import { thresholdsOf } from './threshold.ts'
import type { Levels } from './threshold.ts'

export const ALL_CHANNELS = 'all-channels'
/** The window of the slow leaks: long enough for what is carried out in small pieces, short enough to still be one matter. */
const WINDOW_DAYS = 30

export interface CumulativeInput {
  /** Days that may be judged: in scope, after what a triaged alert has counted, indicators of the policy only. */
  readonly dayCounts: readonly DayCount[]
  /** All days known of the person, counted alike. */
  readonly history: readonly DayCount[]
  readonly definition: Pick<PolicyDefinition, 'boosters' | 'scoreOnlyPriorityContent' | 'thresholds'>
  readonly indicators: ReadonlyMap<string, Indicator>
  readonly peers: Peers
  readonly standing: Standing
  /** Scored days, so that the sentence can say what they count already. */
  readonly insights: readonly Insight[]
}

/**
 * Thirty days of small things have more harmless explanations than one large day: far above everybody is a Medium alert
 * by itself and High only together with other lines.
 */
const STRENGTHS = { low: 0.1, medium: 0.35, high: 0.6 }
/** Without an own past a month of work cannot be told from a month of taking: half, so that it is not High by itself. */
const UNKNOWN_PAST = 0.5
/** Two weeks are the least that show a habit, as of days. */
const LEAST_PAST_DAYS = 14
/** Each level is twice the one before, as with multiples of the usual of a day. */
const STEP = 2
/** Half a year of own past; longer would still remember an earlier job. */
const EARLIER_WINDOWS = 6

/**
 * By day, then channel. A channel's windows that do not overlap count each for itself; of those that do, only the one
 * with the most, the earliest of equal ones. Which one that is depends on counts alone, so that a further activity on
 * the last day of a hit never takes the hit away.
 */
export function findCumulative(input: CumulativeInput): readonly CumulativeHit[] {
  const channels = channelsOf(input.indicators)
  const judged = ledgersOf(input.dayCounts, channels)
  if (judged.size === 0) return []
  const past = ledgersOf(input.history, channels)
  const firstDay = input.history.reduce((first, { day }) => Math.min(first, day), Number.POSITIVE_INFINITY)
  const hits: CumulativeHit[] = []
  for (const [channel, ledger] of judged) {
    const indicator = channels.get(channel)
    if (indicator === undefined) continue
    const usual = input.peers.thirtyDays(channel)
    const floor = thresholdsOf(indicator, input.definition)
    for (const window of fullestWindows(ledger, floor.medium)) {
      const own = ownPast(past.get(channel), window.day, firstDay)
      const hit = weigh({ channel, indicator, parts: null, window, ledger, own, usual, floor }, input)
      if (hit !== null) hits.push(hit)
    }
  }
  if (judged.size > 1) hits.push(...throughAll(channels, judged, past, firstDay, input))
  return hits.sort((one, other) => one.day - other.day || (one.channel < other.channel ? -1 : 1))
}

/**
 * A person's typical thirty days by channel and through all: the median over complete windows, counted back from the last
 * day. Empty where not even one window is complete; a channel left out is zero.
 */
export function personThirtyDays(
  dayCounts: readonly DayCount[],
  { indicators }: Pick<Catalogue, 'indicators'>
): ReadonlyMap<string, number> {
  let firstDay = Number.POSITIVE_INFINITY
  let lastDay = Number.NEGATIVE_INFINITY
  for (const { day } of dayCounts) {
    firstDay = Math.min(firstDay, day)
    lastDay = Math.max(lastDay, day)
  }
  const typical = new Map<string, number>()
  if (lastDay - firstDay + 1 < WINDOW_DAYS) return typical
  const ledgers = ledgersOf(dayCounts, channelsOf(indicators))
  for (const [channel, ledger] of ledgers) typical.set(channel, typicalOf(ledger, lastDay, firstDay))
  typical.set(ALL_CHANNELS, typicalOf(mergeLedgers([...ledgers.values()]), lastDay, firstDay))
  return typical
}

const knownChannels = new WeakMap<ReadonlyMap<string, Indicator>, ReadonlyMap<string, Indicator>>()

/** Worked out once for all people. */
function channelsOf(indicators: ReadonlyMap<string, Indicator>): ReadonlyMap<string, Indicator> {
  let channels = knownChannels.get(indicators)
  if (channels === undefined) {
    channels = new Map([...indicators].filter(([, indicator]) => indicator.category === 'exfiltration'))
    knownChannels.set(indicators, channels)
  }
  return channels
}

interface Window {
  readonly day: number
  readonly count: number
}

/** Ends of windows with at least `floor` in them that no overlapping window exceeds. */
function fullestWindows(ledger: Ledger, floor: number): readonly Window[] {
  const windows = ledger.days.map((day) => ({ day, count: ledger.sum(day - WINDOW_DAYS + 1, day) }))
  return windows.filter(({ day, count }, index) => {
    if (count < floor) return false
    for (let at = index - 1; at >= 0 && day - (windows[at]?.day ?? 0) < WINDOW_DAYS; at -= 1)
      if ((windows[at]?.count ?? 0) >= count) return false
    for (let at = index + 1; at < windows.length && (windows[at]?.day ?? 0) - day < WINDOW_DAYS; at += 1)
      if ((windows[at]?.count ?? 0) > count) return false
    return true
  })
}

/**
 * Median over the windows before, none overlapping. Where not even one lies wholly in what is known, what is known before
 * the thirty days stands in, drawn out to thirty; null where that is less than two weeks.
 */
function ownPast(ledger: Ledger | undefined, day: number, firstDay: number): number | null {
  const counts: number[] = []
  for (let back = 1; back <= EARLIER_WINDOWS; back += 1) {
    const end = day - back * WINDOW_DAYS
    const start = end - WINDOW_DAYS + 1
    if (start < firstDay) break
    counts.push(ledger?.sum(start, end) ?? 0)
  }
  if (counts.length > 0) return median(counts)
  const start = day - WINDOW_DAYS + 1
  const knownDays = start - firstDay
  return knownDays < LEAST_PAST_DAYS
    ? null
    : Math.round((2 * (ledger?.sum(firstDay, start - 1) ?? 0) * WINDOW_DAYS) / knownDays) / 2
}

function typicalOf(ledger: Ledger, lastDay: number, firstDay: number): number {
  const counts: number[] = []
  for (let end = lastDay; end - WINDOW_DAYS + 1 >= firstDay; end -= WINDOW_DAYS)
    counts.push(ledger.sum(end - WINDOW_DAYS + 1, end))
  return median(counts)
}

function median(counts: number[]): number {
  counts.sort((one, other) => one - other)
  return ((counts[(counts.length - 1) >> 1] ?? 0) + (counts[counts.length >> 1] ?? 0)) / 2
}

interface Candidate {
  readonly channel: string
  /** Null for all channels; then `parts` are the channels of the window, the largest first. */
  readonly indicator: Indicator | null
  readonly parts: readonly { readonly name: string; readonly count: number }[] | null
  readonly window: Window
  readonly ledger: Ledger
  readonly own: number | null
  readonly usual: ThirtyDaysUsual
  readonly floor: Levels
}

function throughAll(
  channels: ReadonlyMap<string, Indicator>,
  judged: ReadonlyMap<string, Ledger>,
  past: ReadonlyMap<string, Ledger>,
  firstDay: number,
  input: CumulativeInput
): readonly CumulativeHit[] {
  const ledger = mergeLedgers([...judged.values()])
  const all = mergeLedgers([...past.values()])
  const usual = input.peers.thirtyDays(ALL_CHANNELS)
  // The middle channel's: a number that does not depend on what the person used, or a further activity could lower it.
  const floors = [...channels.values()]
    .map((channel) => thresholdsOf(channel, input.definition))
    .sort((one, other) => one.medium - other.medium || one.high - other.high)
  const floor = floors[floors.length >> 1]
  if (floor === undefined) return []
  return fullestWindows(ledger, floor.medium).flatMap((window) => {
    const parts = [...judged]
      .map(([channel, part]) => ({
        name: channels.get(channel)?.name ?? channel,
        count: part.sum(window.day - WINDOW_DAYS + 1, window.day)
      }))
      .filter(({ count }) => count > 0)
      .sort((one, other) => other.count - one.count || (one.name < other.name ? -1 : 1))
    const own = ownPast(all, window.day, firstDay)
    return weigh({ channel: ALL_CHANNELS, indicator: null, parts, window, ledger, own, usual, floor }, input) ?? []
  })
}

function weigh(candidate: Candidate, { definition, standing, insights }: CumulativeInput): CumulativeHit | null {
  const { channel, indicator, parts, window, ledger, own, usual } = candidate
  const bar = barOf(candidate)
  if (bar === null) return null
  const fromDay = window.day - WINDOW_DAYS + 1
  // Through all channels the largest counts no more than the others together: else it would only repeat that channel.
  const largest = parts?.[0]?.count ?? 0
  const counted = parts === null ? window.count : Math.min(window.count, 2 * (window.count - largest))
  const levels = { low: bar, medium: bar * STEP, high: bar * STEP * STEP }
  const level = levelOf(counted, levels)
  if (level === 0) return null
  const touched = ledger.touched(fromDay, window.day)
  const boosts = [
    ...contentBoosts(touched, bar, indicator, definition.boosters),
    ...standingBoosts(standing, definition.boosters)
  ]
  const habit =
    own === null ? UNKNOWN_PAST : habitFactor(counted, { median: own, ninetieth: own, activeDays: HABIT_DAYS })
  const dayLines = insights.filter(
    (insight) =>
      insight.category === 'exfiltration' &&
      insight.day >= fromDay &&
      insight.day <= window.day &&
      (indicator === null || insight.indicator === channel)
  )
  const name = indicator === null ? 'Everything taken out over thirty days' : `Thirty days: ${indicator.name}`
  return {
    channel,
    name,
    day: window.day,
    days: ledger.days.filter((day) => day >= fromDay && day <= window.day),
    fromDay,
    fromMs: touched.firstAtMs,
    toMs: touched.lastAtMs,
    count: window.count,
    usual: own,
    peersUsual: usual.peers?.median ?? null,
    everybodysUsual: usual.everybody?.median ?? null,
    level,
    strength: roundStrength(raise(baseStrength(counted, levels, STRENGTHS), boosts, counted) * habit),
    boosters: sayBoosts(boosts, counted),
    says: sayThirtyDays({
      indicator,
      parts,
      day: window.day,
      count: window.count,
      counted,
      bar,
      own,
      usual,
      habit,
      isPriorityOnly: definition.scoreOnlyPriorityContent,
      days: new Set(dayLines.map((insight) => insight.day)).size
    })
  }
}

/**
 * From how many on thirty days count: above nine of ten people and twice the peers, and never below what a single day
 * would call medium, because a folder taken in thirty pieces is still a folder. Where too few others are known the own
 * past stands in, which says less of what is ordinary, so the number must be one that a single day would call high.
 * Where nothing is known, nothing counts.
 */
function barOf({ usual: { peers, everybody }, own, floor }: Candidate): number | null {
  if (peers === null && everybody === null) return own === null ? null : Math.max(floor.high, PEERS_MARGIN * own)
  return Math.max(floor.medium, PEERS_MARGIN * (peers?.median ?? 0), everybody?.ninetieth ?? 0)
}
