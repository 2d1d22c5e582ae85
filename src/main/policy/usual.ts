/**
 * What is usual for a person, from that person's other days. Never uses the day that is being judged, leaves out days
 * on which hardly anybody works unless this person works on them, and says nothing where there are too few days.
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
/**
 * From this share of days off on, days off are working days of this person: whoever works five of seven days in turns has
 * two of seven (29 %) on a weekend, whoever reads mail on Saturdays beside a full week has one of six (17 %).
 */
const SHIFT_SHARE = 0.25
const NO_DAYS: ReadonlySet<number> = new Set()

/** `quietDays` are days on which hardly anybody of the organisation is active: holidays, a works shutdown. */
export function ownUsuals(
  dayCounts: readonly DayCount[],
  catalogue: Pick<Catalogue, 'indicators'>,
  quietDays: ReadonlySet<number> = NO_DAYS
): FindUsual {
  // Most people never reach a threshold, so nothing is laid out before somebody asks.
  let table: Table | null = null
  const known = new Map<string, Map<number, OwnUsual | null>>()

  const gather = (
    { days, isOff, chosen }: Table,
    values: Float64Array | null,
    [from, to]: readonly [number, number],
    except: number,
    fewest: number
  ) => {
    if (to - from < fewest) return null
    let off = 0
    let all = 0
    for (let index = from; index < to; index += 1) {
      if (days[index] === except) continue
      all += 1
      if (isOff[index] === true) off += 1
    }
    const countsOff = off >= SHIFT_SHARE * all || all - off < fewest
    let size = 0
    for (let index = from; index < to; index += 1) {
      if (days[index] === except || (isOff[index] === true && !countsOff)) continue
      chosen[size++] = values?.[index] ?? 0
    }
    return size < fewest ? null : summarise(chosen.subarray(0, size))
  }

  const find: FindUsual = (indicator, day) => {
    table ??= layOut(dayCounts, catalogue, quietDays)
    const { days, counts } = table
    const values = counts.get(indicator) ?? null
    const from = lowerBound(days, day - EARLIER_DAYS)
    const earlier = gather(table, values, [from, lowerBound(days, day)], day, FEWEST_EARLIER)
    if (earlier !== null && earlier.activeDays >= ENOUGH_EARLIER) return earlier
    const until = lowerBound(days, day + EARLIER_DAYS + 1)
    return gather(table, values, [from, until], day, FEWEST_AROUND) ?? earlier
  }
  return (indicator, day) => {
    let byDay = known.get(indicator)
    if (byDay === undefined) known.set(indicator, (byDay = new Map<number, OwnUsual | null>()))
    let usual = byDay.get(day)
    if (usual === undefined) byDay.set(day, (usual = find(indicator, day)))
    return usual
  }
}

/**
 * One person's median a day for each indicator that the person ever showed, over the same days as the own usual; for
 * every other indicator it is zero. Empty where fewer than five days are known.
 */
export function personMedians(
  dayCounts: readonly DayCount[],
  catalogue: Pick<Catalogue, 'indicators'>,
  quietDays: ReadonlySet<number> = NO_DAYS
): ReadonlyMap<string, number> {
  const { days, counts } = align(dayCounts, catalogue)
  const medians = new Map<string, number>()
  if (days.length < FEWEST_EARLIER) return medians
  const working = days.map((day) => isWorkingDay(day) && !quietDays.has(day))
  const off = working.filter((isWorking) => !isWorking).length
  const countsOff = off >= SHIFT_SHARE * days.length || days.length - off < FEWEST_EARLIER
  for (const [id, values] of counts) {
    medians.set(id, summarise(values.filter((_, index) => countsOff || working[index] === true)).median)
  }
  return medians
}

interface Table {
  readonly days: readonly number[]
  readonly isOff: readonly boolean[]
  readonly counts: ReadonlyMap<string, Float64Array>
  /** Room for the days chosen. */
  readonly chosen: Float64Array
}

function layOut(
  dayCounts: readonly DayCount[],
  catalogue: Pick<Catalogue, 'indicators'>,
  quietDays: ReadonlySet<number>
): Table {
  const { days, counts } = align(dayCounts, catalogue)
  const isOff = days.map((day) => !isWorkingDay(day) || quietDays.has(day))
  return { days, isOff, counts, chosen: new Float64Array(days.length) }
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
