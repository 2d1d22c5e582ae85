/**
 * What in a person's activities brings that person into a policy's scope: alerts, exfiltration, or what the policy names
 * itself; and how every trigger is said. One event a day and trigger; whether it opens a window is for the window to say.
 */
import { sayDay } from '../../shared/domain/day.ts'
import type { DayOf } from '../../shared/domain/day.ts'
import { ALERT_SEVERITIES } from '../../shared/domain/draft.ts'
import type { ActivityFacts, DayCount, TriggerEvent } from '../../shared/domain/evaluation.ts'
import type { PolicyDefinition } from '../../shared/domain/policy.ts'
import { sayBetween } from '../../shared/domain/snapshot.ts'
import { rememberDays } from './calendar.ts'
import { chosenIndicators, ofPriority } from './chosen.ts'
import { countOf } from './indicator.ts'
import type { Indicator } from './indicator.ts'
import type { Catalogue } from './load.ts'
import type { Match } from './match.ts'
import { findSequences } from './sequence.ts'
import { thresholdsOf } from './threshold.ts'

export interface TriggerInput {
  readonly definition: PolicyDefinition
  readonly catalogue: Catalogue
  /** All days known of the person. */
  readonly dayCounts: readonly DayCount[]
  /** All activities known, in any order; alerts in states that do not count are left out by the caller. */
  readonly activities: readonly ActivityFacts[]
  readonly match: Match
  readonly dayOf: DayOf
  /** Switched off for all policies: they trigger nothing either. */
  readonly indicatorsOff?: readonly string[] | undefined
}

/** The topic by which readers tell alerts of data-loss prevention from those of security products. */
export const DLP_TOPIC = 'data-loss-prevention'

/** In order of time. Only triggers that the policy uses. */
export function activityTriggers(input: TriggerInput): readonly TriggerEvent[] {
  const { definition, catalogue } = input
  const uses = (trigger: TriggerEvent['trigger']): boolean => definition.triggers.includes(trigger)
  const rules = definition.triggerRules
  const events: TriggerEvent[] = []
  const usesDlp = uses('dlp-alert')
  const usesSecurity = uses('security-alert')
  if (usesDlp || usesSecurity) {
    const least = ALERT_SEVERITIES.indexOf(rules.alertSeverity)
    const dayOf = rememberDays(input.dayOf)
    const first = new Map<string, ActivityFacts>()
    for (const activity of input.activities) {
      if (activity.alertSeverity === 'none' || activity.actorKind !== 'person' || activity.isExcluded) continue
      if (definition.scoreOnlyPriorityContent && !activity.isPriority) continue
      const isDlp = activity.topic === DLP_TOPIC
      const fits = isDlp
        ? usesDlp && activity.alertSeverity === 'high'
        : usesSecurity && ALERT_SEVERITIES.indexOf(activity.alertSeverity) >= least
      if (!fits) continue
      const key = `${isDlp ? 'dlp-alert' : 'security-alert'} ${String(dayOf(activity.atMs))}`
      const seen = first.get(key)
      if (seen === undefined || activity.atMs < seen.atMs || (activity.atMs === seen.atMs && activity.id < seen.id))
        first.set(key, activity)
    }
    for (const activity of first.values()) {
      const trigger = activity.topic === DLP_TOPIC ? 'dlp-alert' : 'security-alert'
      events.push({ trigger, atMs: activity.atMs, lastDayMs: null, ...because(alertName(activity, input)) })
    }
  }
  const counts = definition.scoreOnlyPriorityContent ? ofPriority(input.dayCounts) : input.dayCounts
  if (uses('exfiltration')) {
    const numbers = new Map<string, number>()
    for (const [id, indicator] of chosenIndicators(definition, catalogue, input.indicatorsOff)) {
      if (indicator.category !== 'exfiltration') continue
      numbers.set(id, rules.indicators[id] ?? thresholdsOf(indicator, definition).low)
    }
    const atOnce = daysReaching('exfiltration', numbers, counts, catalogue)
    const days = new Set(atOnce.map(({ atMs }) => input.dayOf(atMs)))
    events.push(...atOnce)
    for (const event of daysOfSlowLeak(numbers, counts, catalogue)) {
      const day = input.dayOf(event.atMs)
      if (!days.has(day)) events.push(event)
      days.add(day)
    }
  }
  if (uses('chosen')) {
    const off = new Set(input.indicatorsOff)
    const numbers = new Map(Object.entries(rules.indicators).filter(([id]) => !off.has(id)))
    const indicators = new Map([...catalogue.indicators].filter(([id]) => !off.has(id)))
    const byDay = new Map<number, TriggerEvent>()
    for (const event of [
      ...daysReaching('chosen', numbers, counts, catalogue),
      ...sequenceTriggers(input, indicators)
    ]) {
      const day = input.dayOf(event.atMs)
      const seen = byDay.get(day)
      if (seen === undefined || event.atMs < seen.atMs) byDay.set(day, event)
    }
    events.push(...byDay.values())
  }
  return events.sort((one, other) => one.atMs - other.atMs || (one.trigger < other.trigger ? -1 : 1))
}

/** "resigned, last working day 3 Apr 2026". Names no person and nothing that a source wrote. */
export function sayTrigger(event: TriggerEvent, dayOf: DayOf): string {
  const { lastDayMs, between, because: reason } = event
  if (between !== undefined && between !== null) return `left ${sayBetween(between)}`
  const until = (words: string): string => (lastDayMs === null ? '' : `, ${words} ${sayDay(dayOf(lastDayMs))}`)
  const about = reason === undefined ? '' : `: ${reason}`
  switch (event.trigger) {
    case 'hr-resignation':
      return `resigned${until('last working day')}`
    case 'hr-termination':
      return `employment was terminated${until('last working day')}`
    case 'account-deleted':
      return `account was deleted${until('last working day')}`
    case 'hr-performance-review':
      return 'performance was reviewed'
    case 'hr-improvement-plan':
      return 'was put on an improvement plan'
    case 'hr-job-level-change':
      return 'job level was changed'
    case 'dlp-alert':
      return `high alert of data-loss prevention${about}`
    case 'security-alert':
      return `alert of a security product${about}`
    case 'exfiltration':
      return `data was taken out${about}`
    case 'chosen':
      return `did what the policy names as its trigger${about}`
    case 'manual':
      return `scoring was started by hand${until('until')}`
  }
}

function because(name: string | null): Pick<TriggerEvent, 'because'> {
  return name === null ? {} : { because: name }
}

/** The catalogue's name for such an alert; never the source's own words, which could name somebody. */
function alertName(activity: ActivityFacts, { match, catalogue }: TriggerInput): string | null {
  const names = match(activity).flatMap((id) => catalogue.indicators.get(id) ?? [])
  return (names.find((indicator) => indicator.category === 'security') ?? names[0])?.name ?? null
}

/** The indicator that exceeds its number most is the reason; the time is that of its last activity, when it was reached. */
function daysReaching(
  trigger: 'exfiltration' | 'chosen',
  numbers: ReadonlyMap<string, number>,
  dayCounts: readonly DayCount[],
  catalogue: Catalogue
): readonly TriggerEvent[] {
  const best = new Map<number, { readonly times: number; readonly indicator: Indicator; readonly count: DayCount }>()
  for (const count of dayCounts) {
    const number = numbers.get(count.indicator)
    const indicator = number === undefined ? undefined : catalogue.indicators.get(count.indicator)
    if (number === undefined || indicator === undefined) continue
    const reached = countOf(indicator, count)
    if (reached < number) continue
    const times = reached / number
    const seen = best.get(count.day)
    if (seen === undefined || times > seen.times || (times === seen.times && indicator.id < seen.indicator.id))
      best.set(count.day, { times, indicator, count })
  }
  return [...best.values()].map(({ indicator, count }) => ({
    trigger,
    atMs: count.lastAtMs,
    lastDayMs: null,
    because: indicator.name
  }))
}

/** Thirty days of one thing are watched for as one matter, as cumulative exfiltration does. */
const SLOW_DAYS = 30
/**
 * Two and a half times the number of a day within thirty: half a day's number on one working day of each week would be
 * twice it, which is still ordinary work; above that it is more than one day's matter, taken in pieces.
 */
const SLOW_TIMES = 2.5

/** Each day on which what left through one channel over thirty days is so much; the last activity is when it was reached. */
function daysOfSlowLeak(
  numbers: ReadonlyMap<string, number>,
  dayCounts: readonly DayCount[],
  catalogue: Catalogue
): readonly TriggerEvent[] {
  const byChannel = new Map<string, DayCount[]>()
  for (const count of dayCounts) {
    if (!numbers.has(count.indicator)) continue
    const list = byChannel.get(count.indicator)
    if (list === undefined) byChannel.set(count.indicator, [count])
    else list.push(count)
  }
  const events: TriggerEvent[] = []
  for (const [id, counts] of byChannel) {
    const indicator = catalogue.indicators.get(id)
    if (indicator === undefined) continue
    const inOrder = counts.sort((one, other) => one.day - other.day)
    let first = 0
    let sum = 0
    for (const count of inOrder) {
      sum += countOf(indicator, count)
      for (
        let oldest = inOrder[first];
        oldest !== undefined && oldest.day <= count.day - SLOW_DAYS;
        oldest = inOrder[++first]
      )
        sum -= countOf(indicator, oldest)
      if (sum < SLOW_TIMES * (numbers.get(id) ?? 0)) continue
      events.push({
        trigger: 'exfiltration',
        atMs: count.lastAtMs,
        lastDayMs: null,
        because: `${indicator.name}, over thirty days`
      })
    }
  }
  return events
}

function sequenceTriggers(
  { definition, catalogue, activities, match, dayOf }: TriggerInput,
  indicators: ReadonlyMap<string, Indicator>
): readonly TriggerEvent[] {
  const patterns = definition.triggerRules.sequences.flatMap((id) => catalogue.sequences.get(id) ?? [])
  if (patterns.length === 0) return []
  return findSequences({
    activities: [...activities].sort((one, other) => one.atMs - other.atMs || one.id - other.id),
    patterns,
    indicators,
    match,
    dayOf: rememberDays(dayOf),
    habitOf: () => 1,
    isPriorityOnly: definition.scoreOnlyPriorityContent
  }).map(({ hit }) => ({ trigger: 'chosen', atMs: hit.toMs, lastDayMs: null, because: hit.name }))
}
