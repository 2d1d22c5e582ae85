/** Counts one person's activities by day and indicator. Keeps no item, only how many different ones there were. */
import type { ActivityFacts, DayCount } from '../../shared/domain/evaluation.ts'
import { rememberDays } from './calendar.ts'
import type { DayOf } from '../../shared/domain/day.ts'
import type { Match } from './match.ts'

/**
 * Sorted by day, then indicator. `events` sums what the records stand for (a mail with four attachments is four);
 * a record without an item's name counts as an item of its own.
 */
export function rollUp(facts: readonly ActivityFacts[], match: Match, dayOf: DayOf): DayCount[] {
  const day = rememberDays(dayOf)
  const byIndicator = new Map<string, Map<number, Tally>>()
  for (const activity of facts) {
    const indicators = match(activity)
    if (indicators.length === 0) continue
    const onDay = day(activity.atMs)
    for (const indicator of indicators) {
      let days = byIndicator.get(indicator)
      if (days === undefined) byIndicator.set(indicator, (days = new Map<number, Tally>()))
      let tally = days.get(onDay)
      if (tally === undefined) days.set(onDay, (tally = new Tally(activity.atMs)))
      tally.add(activity)
    }
  }
  const counts: DayCount[] = []
  for (const [indicator, days] of byIndicator)
    for (const [onDay, tally] of days) counts.push(tally.count(onDay, indicator))
  return counts.sort((one, other) => one.day - other.day || (one.indicator < other.indicator ? -1 : 1))
}

class Tally {
  private readonly items = new Set<number>()
  private unnamed = 0
  private events = 0
  private sizeBytes = 0
  private priorityEvents = 0
  private newAddressEvents = 0
  private ownSiteEvents = 0
  private unallowedEvents = 0
  private sensitiveEvents = 0
  private firstAtMs: number
  private lastAtMs: number

  constructor(atMs: number) {
    this.firstAtMs = atMs
    this.lastAtMs = atMs
  }

  add(activity: ActivityFacts): void {
    const { itemKey, itemCount, atMs } = activity
    this.events += itemCount
    this.sizeBytes += activity.sizeBytes
    if (itemKey === null) this.unnamed += itemCount
    else this.items.add(itemKey)
    if (activity.isPriority) this.priorityEvents += itemCount
    if (activity.isNewAddress) this.newAddressEvents += itemCount
    if (activity.isOwnSite) this.ownSiteEvents += itemCount
    if (activity.destination === 'unallowed') this.unallowedEvents += itemCount
    if (activity.isSensitive) this.sensitiveEvents += itemCount
    if (atMs < this.firstAtMs) this.firstAtMs = atMs
    if (atMs > this.lastAtMs) this.lastAtMs = atMs
  }

  count(day: number, indicator: string): DayCount {
    return {
      day,
      indicator,
      events: this.events,
      distinctItems: this.items.size + this.unnamed,
      sizeBytes: this.sizeBytes,
      priorityEvents: this.priorityEvents,
      newAddressEvents: this.newAddressEvents,
      ownSiteEvents: this.ownSiteEvents,
      unallowedEvents: this.unallowedEvents,
      sensitiveEvents: this.sensitiveEvents,
      firstAtMs: this.firstAtMs,
      lastAtMs: this.lastAtMs
    }
  }
}
