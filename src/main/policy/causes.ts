/**
 * Checks the harmless reasons that most often explain such activity, and says for each whether it fits, does not fit,
 * or could not be checked. Changes no score: what it finds is for the person who decides.
 */
import type { ActivityFacts, CheckedCause, CumulativeHit, FactorShare } from '../../shared/domain/evaluation.ts'
import type { PriorityContent } from '../../shared/domain/policy.ts'
import { HOUR_MS, isWorkingDay, sayDay } from './calendar.ts'
import { sayCount, sayPercent, sayRate, sayUsual } from './explain.ts'
import type { ScoredInsight } from './insight.ts'
import type { Match } from './match.ts'

/** How many other people reach level 2 or more with an indicator on a day. */
export type IndicatorSpikes = (indicator: string, day: number) => number

export interface CauseInput {
  readonly scored: readonly ScoredInsight[]
  readonly cumulative: readonly CumulativeHit[]
  readonly shares: readonly FactorShare[]
  /** In order of time. */
  readonly activities: readonly ActivityFacts[]
  readonly match: Match
  readonly indicatorSpikes: IndicatorSpikes | undefined
  /** People of the organisation whose usual is known; 0 where nobody is. */
  readonly people: number
  readonly quietDays: ReadonlySet<number>
  readonly priorityContent: PriorityContent
  /** First day on which the person did anything. */
  readonly firstSeenDay: number | null
  readonly firstLoggedDay: number | undefined
}

/** Half of the points is what makes a cause the likely one rather than one of several. */
const MOST = 0.5
/** People sleep: activity in so many different hours of one day is a machine's. */
const MACHINE_HOURS = 18
/** A move of a team shows with several people at once; two could still be two people. */
const TEAM_SIZE = 3
/** One in twenty people markedly above their work on one day is nothing that one of them does alone. */
const ORGANISATION_SHARE = 0.05
/** So many people make a share of them tell anything. */
const FEWEST_PEOPLE = 20
/** The first month in a job has no usual: accounts, folders and devices are all fetched in it. */
const NEW_DAYS = 30
/** Whoever is seen from the first week of the logs on may have been there long before. */
const FIRST_WEEK_DAYS = 7

/** Empty where nothing scored, because then nothing needs a cause. */
export function checkCauses(input: CauseInput): readonly CheckedCause[] {
  const weighed: Weighed[] = input.shares
    .flatMap((share) => {
      const scored = share.kind === 'insight' ? input.scored[share.index] : undefined
      return scored === undefined ? [] : [{ scored, points: share.points }]
    })
    .sort((one, other) => other.points - one.points)
  const [strongest] = weighed
  if (strongest === undefined) return input.shares.length === 0 ? [] : [checkLongHabit(input), ...NOT_KNOWN]
  return [
    checkHabit(weighed),
    checkOwnFiles(weighed),
    checkMachine(strongest, input),
    checkTeam(weighed, input.indicatorSpikes),
    checkOrganisation(weighed, input),
    checkQuietDays(weighed, input.quietDays),
    checkNewcomer(strongest, input),
    checkPriorityList(weighed, input.priorityContent),
    ...NOT_KNOWN
  ]
}

const NOT_KNOWN: readonly CheckedCause[] = [
  {
    cause: 'project list',
    result: 'not-checked',
    says: 'No list of projects has been imported, so planned work cannot be told apart.'
  },
  {
    cause: 'approved devices',
    result: 'not-checked',
    says: 'No list of devices has been imported, so an approved stick or printer cannot be told apart.'
  }
]

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

function checkOrganisation(
  weighed: readonly Weighed[],
  { indicatorSpikes, people }: Pick<CauseInput, 'indicatorSpikes' | 'people'>
): CheckedCause {
  const cause = 'day of the whole organisation'
  if (indicatorSpikes === undefined || people < FEWEST_PEOPLE) {
    return { cause, result: 'not-checked', says: 'Too few people are known to say what everybody did on these days.' }
  }
  const shared = weighed.filter(
    ({ scored: { insight } }) => indicatorSpikes(insight.indicator, insight.day) >= ORGANISATION_SHARE * people
  )
  const [first] = shared
  if (first === undefined || pointsOf(shared) < MOST * pointsOf(weighed)) {
    return {
      cause,
      result: 'not-the-reason',
      says: `Most of the points come from days on which fewer than ${sayPercent(ORGANISATION_SHARE)} of all people show as much.`
    }
  }
  const { insight } = first.scored
  return {
    cause,
    result: 'possible',
    says: `On ${sayDay(insight.day)} ${sayPercent(indicatorSpikes(insight.indicator, insight.day) / people)} of all people show as much (${insight.name}), as when a system is changed.`
  }
}

function checkQuietDays(weighed: readonly Weighed[], quietDays: ReadonlySet<number>): CheckedCause {
  const cause = 'work on a holiday or weekend'
  const quiet = weighed.filter(({ scored: { insight } }) => quietDays.has(insight.day) || !isWorkingDay(insight.day))
  const share = pointsOf(quiet) / pointsOf(weighed)
  return share >= MOST
    ? {
        cause,
        result: 'possible',
        says: `${sayPercent(share)} of the points come from weekends or days on which hardly anybody works: on-call duty, maintenance and moves fall there too, and the usual of working days says little about them.`
      }
    : {
        cause,
        result: 'not-the-reason',
        says: `${sayPercent(1 - share)} of the points come from days on which others work as well.`
      }
}

function checkNewcomer(
  { scored: { insight } }: Weighed,
  { firstSeenDay, firstLoggedDay }: Pick<CauseInput, 'firstSeenDay' | 'firstLoggedDay'>
): CheckedCause {
  const cause = 'new in the job'
  if (firstSeenDay === null || firstLoggedDay === undefined)
    return { cause, result: 'not-checked', says: 'It is not known since when logs were imported.' }
  const since = `The first activity of this person is of ${sayDay(firstSeenDay)}`
  if (insight.day - firstSeenDay >= NEW_DAYS)
    return { cause, result: 'not-the-reason', says: `${since}, at least a month before ${sayDay(insight.day)}.` }
  return firstSeenDay - firstLoggedDay < FIRST_WEEK_DAYS
    ? {
        cause,
        result: 'not-checked',
        says: `${since}, and the logs begin on ${sayDay(firstLoggedDay)}: what was before cannot be seen.`
      }
    : {
        cause,
        result: 'possible',
        says: `${since}, less than a month before ${sayDay(insight.day)}: somebody new fetches what everybody else has.`
      }
}

function checkPriorityList(weighed: readonly Weighed[], content: PriorityContent): CheckedCause {
  const cause = 'content without priority'
  if (Object.values(content).every((list) => list.length === 0))
    return { cause, result: 'not-checked', says: 'The policy names no content of priority.' }
  const touching = weighed.filter(({ scored: { insight } }) => insight.priorityEvents > 0)
  return touching.length === 0
    ? {
        cause,
        result: 'possible',
        says: 'None of the counted days touches content that the policy calls one of priority.'
      }
    : {
        cause,
        result: 'not-the-reason',
        says: `${touching.length} of ${weighed.length} counted lines touch content that the policy calls one of priority.`
      }
}

/** Where nothing but thirty days or sequences counts. */
function checkLongHabit({ cumulative }: CauseInput): CheckedCause {
  const cause = 'regular habit'
  const [known] = cumulative.filter((hit) => hit.usual !== null)
  if (known === undefined) return { cause, result: 'not-checked', says: 'Too few other days to say what is usual.' }
  const said = `${known.name}: ${sayCount(known.count)} up to ${sayDay(known.day)}, own past is ${sayUsual(known.usual ?? 0)}`
  return known.count <= 2 * (known.usual ?? 0)
    ? { cause, result: 'possible', says: `${said}, which is much alike.` }
    : { cause, result: 'not-the-reason', says: `${said}.` }
}

function pointsOf(weighed: readonly Weighed[]): number {
  return weighed.reduce((sum, { points }) => sum + points, 0)
}
