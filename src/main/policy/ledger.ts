/** Counts of one channel by day, summed over any stretch of days without walking through them. Judges nothing. */
import type { DayCount } from '../../shared/domain/evaluation.ts'
import type { Touched } from './booster.ts'
import { countOf } from './indicator.ts'
import type { Indicator } from './indicator.ts'

export interface Ledger {
  /** Days with any, in order. */
  readonly days: readonly number[]
  readonly entries: readonly { readonly dayCount: DayCount; readonly count: number }[]
  /** Both days belong to the stretch. */
  readonly sum: (fromDay: number, toDay: number) => number
  readonly touched: (fromDay: number, toDay: number) => Touched & Pick<DayCount, 'firstAtMs' | 'lastAtMs'>
}

/** By channel; channels without any count have none. */
export function ledgersOf(
  dayCounts: readonly DayCount[],
  channels: ReadonlyMap<string, Indicator>
): ReadonlyMap<string, Ledger> {
  const entries = new Map<string, Ledger['entries'][number][]>()
  for (const dayCount of dayCounts) {
    const channel = channels.get(dayCount.indicator)
    if (channel === undefined) continue
    const count = countOf(channel, dayCount)
    if (count === 0) continue
    const list = entries.get(channel.id)
    if (list === undefined) entries.set(channel.id, [{ dayCount, count }])
    else list.push({ dayCount, count })
  }
  return new Map([...entries].map(([channel, list]) => [channel, ledger(list)]))
}

export function mergeLedgers(ledgers: readonly Ledger[]): Ledger {
  return ledger(ledgers.flatMap(({ entries }) => entries))
}

function ledger(unsorted: readonly Ledger['entries'][number][]): Ledger {
  const entries = [...unsorted].sort((one, other) => one.dayCount.day - other.dayCount.day)
  const days: number[] = []
  /** Up to and with the day of the same index. */
  const sums: number[] = []
  let sum = 0
  for (const { dayCount, count } of entries) {
    sum += count
    if (days.at(-1) === dayCount.day) sums[sums.length - 1] = sum
    else {
      days.push(dayCount.day)
      sums.push(sum)
    }
  }
  const before = (day: number): number => {
    let from = 0
    let to = days.length
    while (from < to) {
      const middle = (from + to) >> 1
      if ((days[middle] ?? 0) < day) from = middle + 1
      else to = middle
    }
    return from === 0 ? 0 : (sums[from - 1] ?? 0)
  }
  return {
    days,
    entries,
    sum: (fromDay, toDay) => before(toDay + 1) - before(fromDay),
    touched: (fromDay, toDay) => {
      const touched = {
        events: 0,
        priorityEvents: 0,
        newAddressEvents: 0,
        unallowedEvents: 0,
        firstAtMs: Number.POSITIVE_INFINITY,
        lastAtMs: Number.NEGATIVE_INFINITY
      }
      for (const { dayCount } of entries) {
        if (dayCount.day < fromDay || dayCount.day > toDay) continue
        touched.events += dayCount.events
        touched.priorityEvents += dayCount.priorityEvents
        touched.newAddressEvents += dayCount.newAddressEvents
        touched.unallowedEvents += dayCount.unallowedEvents
        touched.firstAtMs = Math.min(touched.firstAtMs, dayCount.firstAtMs)
        touched.lastAtMs = Math.max(touched.lastAtMs, dayCount.lastAtMs)
      }
      return touched
    }
  }
}
