/**
 * How much of a count is left when days like it are common in the organisation: what many people do every week, or a whole
 * team on one day, is work, however large it looks. Lowers, never to nothing, and never raises; knows how many, not who.
 */

/** How common it is; null where too few days of others are known. */
export type FindShare = (indicator: string, count: number, day: number) => Common | null

export interface Common {
  /** Share (0–1) of the days of others on which the indicator reached this count or more. */
  readonly ofDays: number
  /** People who did at least half as much on the very day, and their share of all who were active; 0 below three. */
  readonly together: number
  readonly ofPeople: number
}

/** Nobody to compare with. */
export const NO_SHARE: FindShare = () => null

/** One person in a hundred on any day: who looks at one person-day of a hundred would look at nothing else. */
const COMMON_SHARE = 0.01
/** One of a thousand person-days: a person shows it once in four working years, so it is not what work brings. */
const RARE_SHARE = 0.001
/** What is left of the common: enough to be seen, and to count beside what is not common. */
const COMMON_FACTOR = 0.3
/** Below this many days of others the rarest that could be told would not be rare. */
const ENOUGH_DAYS = 1 / RARE_SHARE

/** Two may have talked; from three others on it is a move, a migration, a deadline. */
const TOGETHER = 3
/** Who takes more than twice what the others do is not explained by them. */
const AS_MUCH = 0.5

/** From 0.3 where one of a hundred is like it, of the days of others or of the people of the day, up to 1 where hardly any is. */
export function commonFactor(common: Common | null): number {
  return common === null ? 1 : Math.min(factorOf(common.ofDays), factorOf(common.ofPeople))
}

function factorOf(share: number): number {
  if (share <= RARE_SHARE) return 1
  const part = Math.log(share / RARE_SHARE) / Math.log(COMMON_SHARE / RARE_SHARE)
  return Math.max(COMMON_FACTOR, 1 - (1 - COMMON_FACTOR) * part)
}

export interface DaySurvey {
  /** All counts of one person. */
  add(counts: readonly Counted[]): void
  /** For somebody among the people gathered: `own` are the counts of that person, which do not count. */
  without(own: readonly Counted[]): FindShare
}

export interface Counted {
  readonly day: number
  readonly indicator: string
  /** As its thresholds count. */
  readonly count: number
}

export function surveyDays(): DaySurvey {
  const ofAll = new Tallies()
  const ofDays = new Map<number, Tallies>()
  const people = new Map<number, number>()
  let allDays = 0
  return {
    add: (counts) => {
      for (const { day, indicator, count } of counts) {
        ofAll.add(indicator, count)
        let ofDay = ofDays.get(day)
        if (ofDay === undefined) ofDays.set(day, (ofDay = new Tallies()))
        ofDay.add(indicator, count)
      }
      const days = new Set(counts.map(({ day }) => day))
      allDays += days.size
      for (const day of days) people.set(day, (people.get(day) ?? 0) + 1)
    },
    without: (own) => {
      const ownDays = new Set(own.map(({ day }) => day)).size
      const mine = new Map<string, Counted[]>()
      for (const each of own) {
        const list = mine.get(each.indicator)
        if (list === undefined) mine.set(each.indicator, [each])
        else list.push(each)
      }
      return (indicator, count, day) => {
        const others = allDays - ownDays
        if (others < ENOUGH_DAYS) return null
        const reached = (mine.get(indicator) ?? []).filter((each) => each.count >= count).length
        // The person does at least half as much as the person, so one of them is the person's own.
        const together = (ofDays.get(day)?.atLeast(indicator, AS_MUCH * count) ?? 0) - 1
        const isMany = together >= TOGETHER
        return {
          ofDays: (ofAll.atLeast(indicator, count) - reached) / others,
          together: isMany ? together : 0,
          ofPeople: isMany ? together / Math.max(1, (people.get(day) ?? 0) - 1) : 0
        }
      }
    }
  }
}

/** How often a count was reached, by key. */
class Tallies {
  private readonly tallies = new Map<string, Map<number, number>>()
  private readonly steps = new Map<string, readonly (readonly [count: number, times: number])[]>()

  add(key: string, count: number): void {
    let tally = this.tallies.get(key)
    if (tally === undefined) this.tallies.set(key, (tally = new Map<number, number>()))
    tally.set(count, (tally.get(count) ?? 0) + 1)
  }

  atLeast(key: string, count: number): number {
    let steps = this.steps.get(key)
    if (steps === undefined) this.steps.set(key, (steps = stepsOf(this.tallies.get(key))))
    let from = 0
    let to = steps.length
    while (from < to) {
      const middle = (from + to) >> 1
      if ((steps[middle]?.[0] ?? 0) < count) from = middle + 1
      else to = middle
    }
    return steps[from]?.[1] ?? 0
  }
}

/** By count; each with how often it was reached or exceeded. */
function stepsOf(tally: ReadonlyMap<number, number> | undefined): readonly (readonly [number, number])[] {
  const steps: [number, number][] = []
  let times = 0
  for (const [count, more] of [...(tally ?? [])].sort((one, other) => other[0] - one[0])) {
    times += more
    steps.push([count, times])
  }
  return steps.reverse()
}
