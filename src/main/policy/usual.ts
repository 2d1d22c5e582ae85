/**
 * What is usual: for a person from the other days of that person, for peers from the medians of everybody. Never uses
 * the day that is being judged, and says nothing where there are too few days or people.
 */
import type { DayCount } from '../../shared/domain/evaluation.ts'
import { isWorkingDay } from './calendar.ts'
import { countOf } from './indicator.ts'
import type { Catalogue } from './load.ts'

export interface OwnUsual {
  readonly median: number
  /** Nine of ten days stay at or below it. */
  readonly ninetieth: number
  /** Days that the numbers stand on, days without this indicator included. */
  readonly activeDays: number
}

export type FindUsual = (indicator: string, day: number) => OwnUsual | null

/** Two months show a habit and its monthly rhythm; longer would still remember an earlier job in the organisation. */
const EARLIER_DAYS = 60
/** Two working weeks of earlier days make a usual that can be relied on. */
const ENOUGH_EARLIER = 10
/** Where history starts too late, the days around stand in; after-the-fact evidence is weaker, so four working weeks. */
const FEWEST_AROUND = 20
/** One working week is the least that a median can stand on. */
const FEWEST_EARLIER = 5
/** A median of four or fewer people would nearly tell the count of one of them. */
const FEWEST_PEOPLE = 5

export function ownUsuals(dayCounts: readonly DayCount[], catalogue: Pick<Catalogue, 'indicators'>): FindUsual {
  const { days, counts } = align(dayCounts, catalogue)
  const working = days.map(isWorkingDay)
  const none = new Float64Array(days.length)
  const chosen = new Float64Array(days.length)
  const known = new Map<string, Map<number, OwnUsual | null>>()

  const gather = (values: Float64Array, from: number, to: number, except: number, fewest: number): OwnUsual | null => {
    if (to - from < fewest) return null
    let size = 0
    for (let index = from; index < to; index += 1) {
      if (working[index] === true && days[index] !== except) chosen[size++] = values[index] ?? 0
    }
    if (size < fewest) {
      // A person who works at weekends only: every active day counts.
      size = 0
      for (let index = from; index < to; index += 1) if (days[index] !== except) chosen[size++] = values[index] ?? 0
    }
    return size < fewest ? null : summarise(chosen.subarray(0, size))
  }

  const find: FindUsual = (indicator, day) => {
    const values = counts.get(indicator) ?? none
    const from = lowerBound(days, day - EARLIER_DAYS)
    const earlier = gather(values, from, lowerBound(days, day), day, FEWEST_EARLIER)
    if (earlier !== null && earlier.activeDays >= ENOUGH_EARLIER) return earlier
    return gather(values, from, lowerBound(days, day + EARLIER_DAYS + 1), day, FEWEST_AROUND) ?? earlier
  }
  return (indicator, day) => {
    let byDay = known.get(indicator)
    if (byDay === undefined) known.set(indicator, (byDay = new Map<number, OwnUsual | null>()))
    let usual = byDay.get(day)
    if (usual === undefined) byDay.set(day, (usual = find(indicator, day)))
    return usual
  }
}

/** One person's median a day by indicator, over the working days with any activity; what `peersUsual` takes. */
export function personMedians(
  dayCounts: readonly DayCount[],
  catalogue: Pick<Catalogue, 'indicators'>
): ReadonlyMap<string, number> {
  const { days, counts } = align(dayCounts, catalogue)
  const medians = new Map<string, number>()
  if (days.length < FEWEST_EARLIER) return medians
  for (const id of catalogue.indicators.keys()) {
    const values = counts.get(id) ?? new Float64Array(days.length)
    const working = values.filter((_, index) => isWorkingDay(days[index] ?? 0))
    medians.set(id, summarise(working.length < FEWEST_EARLIER ? values.slice() : working).median)
  }
  return medians
}

/** Median over people of their own medians; takes people one by one, so everybody's counts never lie in memory at once. */
export function peersUsual(people: Iterable<ReadonlyMap<string, number>>): ReadonlyMap<string, number> {
  const byIndicator = new Map<string, number[]>()
  for (const medians of people) {
    for (const [indicator, median] of medians) {
      const list = byIndicator.get(indicator)
      if (list === undefined) byIndicator.set(indicator, [median])
      else list.push(median)
    }
  }
  const usual = new Map<string, number>()
  for (const [indicator, medians] of byIndicator) {
    if (medians.length >= FEWEST_PEOPLE) usual.set(indicator, summarise(Float64Array.from(medians)).median)
  }
  return usual
}

/** All active days in order, and each indicator's count on each of them. */
function align(dayCounts: readonly DayCount[], { indicators }: Pick<Catalogue, 'indicators'>) {
  const days = [...new Set(dayCounts.map((count) => count.day))].sort((one, other) => one - other)
  const position = new Map(days.map((day, index) => [day, index]))
  const counts = new Map<string, Float64Array>()
  for (const count of dayCounts) {
    const indicator = indicators.get(count.indicator)
    if (indicator === undefined) continue
    let values = counts.get(indicator.id)
    if (values === undefined) counts.set(indicator.id, (values = new Float64Array(days.length)))
    values[position.get(count.day) ?? 0] = countOf(indicator, count)
  }
  return { days, counts }
}

/** Sorts in place. The ninetieth is the nearest rank, the median the mean of the middle two. */
function summarise(values: Float64Array): OwnUsual {
  values.sort()
  const size = values.length
  const middle = ((values[(size - 1) >> 1] ?? 0) + (values[size >> 1] ?? 0)) / 2
  return { median: middle, ninetieth: values[Math.ceil(size * 0.9) - 1] ?? 0, activeDays: size }
}

/** Index of the first day that is not before `day`. */
function lowerBound(days: readonly number[], day: number): number {
  let from = 0
  let to = days.length
  while (from < to) {
    const middle = (from + to) >> 1
    if ((days[middle] ?? 0) < day) from = middle + 1
    else to = middle
  }
  return from
}
