/**
 * Checks the harmless reasons that most often explain such activity, and says for each whether it fits, does not fit,
 * or could not be checked. Changes no score: what it finds is for the person who decides.
 */
import type { ActivityFacts, CheckedCause, FactorShare } from '../../shared/domain/evaluation.ts'
import { HOUR_MS, sayDay } from './calendar.ts'
import { sayCount, sayPercent, sayRate } from './explain.ts'
import type { ScoredInsight } from './insight.ts'
import type { Match } from './match.ts'

/** How many other people reach level 2 or more with an indicator on a day. */
export type IndicatorSpikes = (indicator: string, day: number) => number

export interface CauseInput {
  readonly scored: readonly ScoredInsight[]
  readonly shares: readonly FactorShare[]
  /** In order of time. */
  readonly activities: readonly ActivityFacts[]
  readonly match: Match
  readonly indicatorSpikes: IndicatorSpikes | undefined
}

/** Half of the points is what makes a cause the likely one rather than one of several. */
const MOST = 0.5
/** People sleep: activity in so many different hours of one day is a machine's. */
const MACHINE_HOURS = 18
/** A move of a team shows with several people at once; two could still be two people. */
const TEAM_SIZE = 3

/** Empty where nothing scored, because then nothing needs a cause. */
export function checkCauses(input: CauseInput): readonly CheckedCause[] {
  const weighed: Weighed[] = input.shares
    .flatMap((share) => {
      const scored = share.kind === 'insight' ? input.scored[share.index] : undefined
      return scored === undefined ? [] : [{ scored, points: share.points }]
    })
    .sort((one, other) => other.points - one.points)
  const [strongest] = weighed
  if (strongest === undefined) return []
  return [
    checkHabit(weighed),
    checkOwnFiles(weighed),
    checkMachine(strongest, input),
    checkTeam(weighed, input.indicatorSpikes),
    {
      cause: 'project list',
      result: 'not-checked',
      says: 'No list of projects has been imported, so planned work cannot be told apart.'
    }
  ]
}

interface Weighed {
  readonly scored: ScoredInsight
  readonly points: number
}

function checkHabit(weighed: readonly Weighed[]): CheckedCause {
  const cause = 'regular habit'
  const known = weighed.filter(({ scored }) => scored.habit !== null)
  const [strongest] = known
  if (strongest === undefined) return { cause, result: 'not-checked', says: 'Too few other days to say what is usual.' }
  const usual = known.filter(({ scored }) => scored.habit !== null && scored.habit < 1)
  if (pointsOf(usual) >= MOST * pointsOf(weighed)) {
    return {
      cause,
      result: 'possible',
      says: `${usual.length} of ${weighed.length} counted lines are within or close to own usual.`
    }
  }
  const { insight, count } = strongest.scored
  return {
    cause,
    result: 'not-the-reason',
    says: `${insight.name}: ${sayCount(count)} on ${sayDay(insight.day)}, own usual is ${sayRate(insight.usual ?? 0)}.`
  }
}

function checkOwnFiles(weighed: readonly Weighed[]): CheckedCause {
  const cause = 'new laptop or synchronisation of own files'
  const own = weighed.filter(({ scored }) => scored.ownShare >= 0.8)
  if (own.length === 0) {
    return { cause, result: 'not-the-reason', says: 'None of the counted days was mostly on the own OneDrive.' }
  }
  const share = pointsOf(own) / pointsOf(weighed)
  return share >= MOST
    ? {
        cause,
        result: 'possible',
        says: `${sayPercent(share)} of the points come from files on the own OneDrive, as when a device is set up.`
      }
    : {
        cause,
        result: 'not-the-reason',
        says: `Only ${sayPercent(share)} of the points come from files on the own OneDrive.`
      }
}

function checkMachine({ scored }: Weighed, { activities, match }: CauseInput): CheckedCause {
  const cause = 'backup client or service'
  const { insight } = scored
  const hours = new Set<number>()
  for (const activity of activities) {
    if (activity.atMs < insight.firstAtMs || activity.atMs > insight.lastAtMs) continue
    const hour = Math.floor(activity.atMs / HOUR_MS)
    if (!hours.has(hour) && match(activity).includes(insight.indicator)) hours.add(hour)
  }
  if (hours.size === 0)
    return { cause, result: 'not-checked', says: 'The activities of the strongest day are no longer there.' }
  const spread = `The activities of ${sayDay(insight.day)} (${insight.name}) fall into ${hours.size} ${hours.size === 1 ? 'hour' : 'different hours'} of the day`
  return hours.size >= MACHINE_HOURS
    ? { cause, result: 'possible', says: `${spread}, as with a program that runs day and night.` }
    : { cause, result: 'not-the-reason', says: `${spread}; service accounts are not scored at all.` }
}

function checkTeam(weighed: readonly Weighed[], spikes: IndicatorSpikes | undefined): CheckedCause {
  const cause = 'whole-team migration'
  if (spikes === undefined)
    return { cause, result: 'not-checked', says: 'Other people of these days were not compared.' }
  const counts = weighed.map((entry) => ({
    ...entry,
    others: spikes(entry.scored.insight.indicator, entry.scored.insight.day)
  }))
  const shared = counts.filter(({ others }) => others >= TEAM_SIZE)
  const most = counts.reduce((best, entry) => (entry.others > best.others ? entry : best))
  const { insight } = most.scored
  const where = `on ${sayDay(insight.day)} (${insight.name})`
  if (pointsOf(shared) >= MOST * pointsOf(weighed)) {
    return { cause, result: 'possible', says: `Up to ${sayCount(most.others)} other people show as much ${where}.` }
  }
  return most.others === 0
    ? { cause, result: 'not-the-reason', says: 'Nobody else shows as much on these days.' }
    : {
        cause,
        result: 'not-the-reason',
        says: `At most ${sayCount(most.others)} other ${most.others === 1 ? 'person shows' : 'people show'} as much, ${where}.`
      }
}

function pointsOf(weighed: readonly Weighed[]): number {
  return weighed.reduce((sum, { points }) => sum + points, 0)
}
