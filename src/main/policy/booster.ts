/**
 * What makes a count weigh more: that it is unusual, what it touches, where it goes, and who it is about. A booster
 * raises what counts already and never makes a line by itself; none of them is about what a person is like.
 */
import type { DayCount, Standing } from '../../shared/domain/evaluation.ts'
import type { Booster, PolicyDefinition } from '../../shared/domain/policy.ts'
import { sayCount, sayUsual } from './explain.ts'
import { HABIT_MARGIN } from './habit.ts'
import type { Indicator } from './indicator.ts'
import type { PeersUsual } from './peers.ts'
import { boost } from './score.ts'
import type { OwnUsual } from './usual.ts'

/** For the catalogue: every booster that a policy can switch. */
export const BOOSTER_WORDS: Readonly<Record<Booster, { readonly name: string; readonly says: string }>> = {
  unusualForPerson: {
    name: 'Unusual for the person',
    says: 'A day far above the own usual, or above that of peers where the own is not known, counts more; most from twelve times the ordinary on.'
  },
  pastViolations: {
    name: 'Earlier violations',
    says: 'Somebody with a case that was closed as a confirmed violation counts more; from two such cases on somewhat more again.'
  },
  priorityGroup: {
    name: 'Member of a priority group',
    says: 'Members of any priority group count more. Together with “high impact” it counts once only.'
  },
  highImpact: {
    name: 'High impact',
    says: 'People whose mistake or ill will would weigh more, because of their role or of what they handle, count more. Together with “priority group” it counts once only.'
  },
  unallowedDomain: {
    name: 'Domain that is not allowed',
    says: 'Activities with a domain of the list of unallowed domains count more, the more of them there are.'
  },
  priorityContent: {
    name: 'Content of priority',
    says: 'Activities on sites, labels, sensitive information, extensions or keywords that the policy names count more, the more of them there are.'
  }
}

export interface Boost {
  /** 0–1 for a count; never falls as the count grows. */
  readonly of: (count: number) => number
  readonly says: (count: number) => string
}

/** Counts that boosters of content are about; of one day or of many. */
export type Touched = Pick<DayCount, 'events' | 'priorityEvents' | 'newAddressEvents' | 'unallowedEvents'>

type Switches = PolicyDefinition['boosters']

/** Boosters raise risky counts; below this strength they fade, so that five renames never look like fifty. */
const FULL_BOOST_FROM = 0.35
/** Unusual for the person: reaches its cap at twelve times the ordinary, a year's work in a month. */
const UNUSUAL_CAP = 0.45
const UNUSUAL_FULLY = 12
/** Peers say less about a person than the person's own days, so they boost less and only from twice their usual. */
const PEERS_CAP = 0.3
export const PEERS_MARGIN = 2
/** Content, domains and new addresses reach their caps when as many events show them as the lowest threshold asks for. */
const PRIORITY_CAP = 0.35
const UNALLOWED_CAP = 0.35
const NEW_ADDRESS_CAP = 0.3
/**
 * What somebody did before, or is, says less than what is done now: standing turns the middle of a band into its upper
 * part and never one band into the one after the next. One violation may have been a mistake, two are a pattern.
 */
const ONE_VIOLATION = 0.15
const MORE_VIOLATIONS = 0.25
const STANDING = 0.2

/** Fades boosters for weak counts, so that the strength still grows with `base` and with each booster. */
export function raise(base: number, boosts: readonly Boost[], count: number): number {
  if (base === 0) return 0
  const fade = Math.min(1, base / FULL_BOOST_FROM)
  return boosts.reduce((strength, booster) => boost(strength, booster.of(count) * fade), base)
}

export function sayBoosts(boosts: readonly Boost[], count: number): readonly string[] {
  return boosts.filter((booster) => booster.of(count) > 0).map((booster) => booster.says(count))
}

/** The person's own days decide where they are known, else peers. */
export function unusualBoosts(usual: OwnUsual | null, peers: PeersUsual | null, switches: Switches): readonly Boost[] {
  if (!switches.unusualForPerson) return []
  const above = (count: number, ordinary: number): number =>
    Math.min(1, Math.max(0, Math.log(count / ordinary) / Math.log(UNUSUAL_FULLY)))
  if (usual !== null) {
    const { median } = usual
    const ordinary = Math.max(1, HABIT_MARGIN * median, usual.ninetieth)
    return [
      {
        of: (count) => UNUSUAL_CAP * above(count, ordinary),
        says: (count) =>
          median >= 1
            ? `${sayUsual(count / median)} times own usual of ${sayUsual(median)} a day`
            : `${sayCount(count)} where most days have none`
      }
    ]
  }
  if (peers === null) return []
  const { median, who } = peers
  const ordinary = Math.max(1, PEERS_MARGIN * median)
  return [
    {
      of: (count) => PEERS_CAP * above(count, ordinary),
      says: (count) =>
        median >= 1
          ? `${sayUsual(count / median)} times what is usual for ${who}, ${sayUsual(median)} a day`
          : `${sayCount(count)} where none is usual for ${who}`
    }
  ]
}

/** Each grows with the events that it is about, never with their share: a further harmless event must not lower it. */
export function contentBoosts(touched: Touched, low: number, indicator: Indicator | null, switches: Switches): Boost[] {
  const boosts: Boost[] = []
  const { events, priorityEvents, newAddressEvents, unallowedEvents } = touched
  const add = (cap: number, part: number, words: string): void => {
    boosts.push({
      of: () => cap * Math.min(1, part / low),
      says: () => `${sayCount(part)} of ${sayCount(events)} ${words}`
    })
  }
  if (switches.priorityContent && priorityEvents > 0) add(PRIORITY_CAP, priorityEvents, 'on priority content')
  // An indicator that asks for such a domain has counted it already.
  if (switches.unallowedDomain && unallowedEvents > 0 && indicator?.isAboutUnallowed !== true)
    add(UNALLOWED_CAP, unallowedEvents, 'with a domain that is not allowed')
  // The indicators of access are themselves about where and how much; boosting them here would count it twice.
  if (newAddressEvents > 0 && indicator?.category !== 'access')
    add(NEW_ADDRESS_CAP, newAddressEvents, 'from an address not seen before')
  return boosts
}

/** Group and impact both say that this person matters more, so together they count once. */
export function standingBoosts({ violations, isInPriorityGroup, highImpact }: Standing, switches: Switches): Boost[] {
  const boosts: Boost[] = []
  if (switches.pastViolations && violations > 0) {
    boosts.push({
      of: () => (violations === 1 ? ONE_VIOLATION : MORE_VIOLATIONS),
      says: () => `${sayCount(violations)} earlier ${violations === 1 ? 'violation' : 'violations'} confirmed in cases`
    })
  }
  const reasons: string[] = []
  if (switches.priorityGroup && isInPriorityGroup) reasons.push('member of a priority group')
  if (switches.highImpact && highImpact !== null) reasons.push(`high impact: ${highImpact}`)
  if (reasons.length > 0) {
    const says = reasons.length > 1 ? `${reasons.join('; ')}; both together count once` : (reasons[0] ?? '')
    boosts.push({ of: () => STANDING, says: () => says })
  }
  return boosts
}
