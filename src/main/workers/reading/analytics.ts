/**
 * What people do, without any policy: shares of people behind each kind of risk, from daily counts and HR events. Refuses
 * to tell of fewer than five people at once: such a group is left out, and so is any part of it.
 */
import type { ResponseOf } from '../../../shared/contract/index.ts'
import { ANALYTICS_KINDS, type AnalyticsFinding } from '../../../shared/contract/policy.ts'
import type { DayCount } from '../../../shared/domain/evaluation.ts'
import type { TemplateId } from '../../../shared/domain/policy.ts'
import { dayOfZone } from '../../../shared/domain/day.ts'
import { countOf, type Indicator } from '../../policy/indicator.ts'
import type { Catalogue } from '../../policy/load.ts'
import { levelOf } from '../../policy/score.ts'
import { integer, text } from '../../store/columns.ts'
import { eachPersonDays } from '../../store/day-counts.ts'
import { readSetting } from '../../store/settings.ts'
import type { Sql } from '../../store/sql.ts'
import type { ReaderDesk } from '../reader-desk.ts'
import { perState } from './per-state.ts'

type Kind = AnalyticsFinding['kind']

/** Among fewer one could guess who is meant. */
const FEWEST_PEOPLE = 5
/** As far as the templates for leavers look back from a departure, and forward after it. */
const BEFORE_LEAVING_DAYS = 90
const AFTER_LEAVING_DAYS = 30
/** As long as the templates for people under stress look on after the event. */
const AFTER_STRESSOR_DAYS = 90
/** What is collected one week and taken out in the same belongs together; later it hardly does. */
const SEQUENCE_DAYS = 7
/** The window of cumulative exfiltration. */
const CUMULATIVE_DAYS = 30

interface Kinds {
  readonly name: string
  readonly template: TemplateId
  readonly says: (people: string) => string
}

const KINDS: Readonly<Record<Kind, Kinds>> = {
  'data-leaks': {
    name: 'Data leaks',
    template: 'general-data-leaks',
    says: (people) => `${people} took data out of the organisation on some day, in numbers that an indicator asks for.`
  },
  'departing-data-theft': {
    name: 'Data theft by people who leave',
    template: 'data-theft-by-departing-users',
    says: (people) => `${people} who leave collected data or took it out around their departure.`
  },
  'top-exfiltration': {
    name: 'Largest exfiltration',
    template: 'general-data-leaks',
    says: (people) => `${people} reached the highest threshold of an indicator of exfiltration on some day.`
  },
  'cumulative-exfiltration': {
    name: 'Slow exfiltration',
    template: 'general-data-leaks',
    says: (people) =>
      `${people} took out within thirty days as much as the middle threshold of a day asks for, on days that stayed below the lowest.`
  },
  sequences: {
    name: 'Collected and taken out',
    template: 'general-data-leaks',
    says: (people) => `${people} collected data in bulk and took data out within a week of it.`
  },
  'security-alerts': {
    name: 'Alerts of security products',
    template: 'general-security-policy-violations',
    says: (people) => `${people} are behind activities that security products or policies object to.`
  },
  'stressors-with-exfiltration': {
    name: 'Exfiltration after a stressor',
    template: 'data-leaks-by-disgruntled-users',
    says: (people) =>
      `${people} took data out within ${String(AFTER_STRESSOR_DAYS)} days after a poor review, an improvement plan or a change of job level.`
  }
}

export const analyticsReads = {
  'analytics.run'(desk: ReaderDesk): ResponseOf<'analytics.run'> {
    return resultOf(desk)
  }
}

const resultOf = perState(analyse)

/** People of a kind, and of them by indicator. */
interface Tally {
  people: number
  readonly byIndicator: Map<string, number>
}

function analyse({ sql, catalogue }: ReaderDesk): ResponseOf<'analytics.run'> {
  const tallies = new Map<Kind, Tally>()
  const add = (kind: Kind, indicators: ReadonlySet<string>): void => {
    if (indicators.size === 0) return
    const tally = tallies.get(kind) ?? { people: 0, byIndicator: new Map<string, number>() }
    tallies.set(kind, tally)
    tally.people += 1
    for (const id of indicators) tally.byIndicator.set(id, (tally.byIndicator.get(id) ?? 0) + 1)
  }
  const events = eventDays(sql)
  const days = new Set<number>()
  let people = 0
  for (const { personId, counts } of eachPersonDays(sql)) {
    if (counts.length === 0) continue
    people += 1
    for (const { day } of counts) days.add(day)
    for (const [kind, indicators] of kindsOf(counts, catalogue, events.get(personId) ?? NO_EVENTS))
      add(kind, indicators)
  }
  const findings = ANALYTICS_KINDS.flatMap((kind) => {
    const tally = tallies.get(kind)
    return tally === undefined || tally.people < FEWEST_PEOPLE ? [] : [finding(kind, tally, people, catalogue)]
  })
  return { findings: findings.sort((left, right) => right.people - left.people), people, days: days.size }
}

interface EventDays {
  readonly departures: readonly number[]
  readonly stressors: readonly number[]
}
const NO_EVENTS: EventDays = { departures: [], stressors: [] }

/** Kinds that hold for one person, each with the indicators behind it. */
function kindsOf(counts: readonly DayCount[], catalogue: Catalogue, events: EventDays): Map<Kind, ReadonlySet<string>> {
  const reached = counts.flatMap((count) => {
    const indicator = catalogue.indicators.get(count.indicator)
    if (indicator === undefined) return []
    const level = levelOf(countOf(indicator, count), indicator.thresholds)
    return level === 0 ? [] : [{ day: count.day, indicator, level }]
  })
  const ids = (holds: (each: (typeof reached)[number]) => boolean): Set<string> =>
    new Set(reached.filter(holds).map(({ indicator }) => indicator.id))
  const isOut = ({ indicator }: { readonly indicator: Indicator }): boolean => indicator.category === 'exfiltration'
  const isWithin = (day: number, from: readonly number[], before: number, after: number): boolean =>
    from.some((each) => day >= each - before && day <= each + after)
  const collected = reached.filter(({ indicator }) => indicator.category === 'collection').map(({ day }) => day)
  return new Map<Kind, ReadonlySet<string>>([
    ['data-leaks', ids(isOut)],
    [
      'departing-data-theft',
      ids(
        (each) =>
          (isOut(each) || each.indicator.category === 'collection') &&
          isWithin(each.day, events.departures, BEFORE_LEAVING_DAYS, AFTER_LEAVING_DAYS)
      )
    ],
    ['top-exfiltration', ids((each) => isOut(each) && each.level === 3)],
    ['cumulative-exfiltration', slowChannels(counts, catalogue)],
    ['sequences', ids((each) => isOut(each) && isWithin(each.day, collected, 0, SEQUENCE_DAYS))],
    ['security-alerts', ids(({ indicator }) => indicator.category === 'security')],
    [
      'stressors-with-exfiltration',
      ids((each) => isOut(each) && isWithin(each.day, events.stressors, 0, AFTER_STRESSOR_DAYS))
    ]
  ])
}

/**
 * Channels whose thirty days add up to the middle threshold on days of which none counts. The highest would often be out
 * of reach: thirty days below the lowest cannot add up to it.
 */
function slowChannels(counts: readonly DayCount[], { indicators }: Catalogue): ReadonlySet<string> {
  const channels = new Map<string, { readonly day: number; readonly count: number }[]>()
  for (const each of counts) {
    const indicator = indicators.get(each.indicator)
    if (indicator?.category !== 'exfiltration') continue
    const count = countOf(indicator, each)
    if (levelOf(count, indicator.thresholds) > 0) continue
    channels.set(indicator.id, [...(channels.get(indicator.id) ?? []), { day: each.day, count }])
  }
  const slow = new Set<string>()
  for (const [id, days] of channels) {
    const enough = indicators.get(id)?.thresholds.medium ?? Number.POSITIVE_INFINITY
    let sum = 0
    let first = 0
    for (const { day, count } of days) {
      sum += count
      for (
        let oldest = days[first];
        oldest !== undefined && oldest.day <= day - CUMULATIVE_DAYS;
        oldest = days[first]
      ) {
        sum -= oldest.count
        first += 1
      }
      if (sum >= enough) slow.add(id)
    }
  }
  return slow
}

function eventDays(sql: Sql): ReadonlyMap<number, EventDays> {
  const dayOf = dayOfZone(readSetting(sql, 'timezone'))
  const found = new Map<number, { departures: number[]; stressors: number[] }>()
  const of = (personId: number): { departures: number[]; stressors: number[] } => {
    const known = found.get(personId) ?? { departures: [], stressors: [] }
    found.set(personId, known)
    return known
  }
  for (const row of sql.all('SELECT person_id, kind, coalesce(last_day_ms, at_ms) AS last_ms, at_ms FROM hr_event')) {
    const kind = text(row, 'kind')
    const events = of(integer(row, 'person_id'))
    if (kind === 'resignation' || kind === 'termination') events.departures.push(dayOf(integer(row, 'last_ms')))
    else events.stressors.push(dayOf(integer(row, 'at_ms')))
  }
  for (const row of sql.all('SELECT person_id, at_ms FROM account_deletion'))
    of(integer(row, 'person_id')).departures.push(dayOf(integer(row, 'at_ms')))
  return found
}

function finding(kind: Kind, tally: Tally, people: number, { indicators }: Catalogue): AnalyticsFinding {
  const { name, says, template } = KINDS[kind]
  const share = (part: number): number => Math.round((10_000 * part) / people) / 10_000
  const parts = [...tally.byIndicator]
    .filter(([, count]) => count >= FEWEST_PEOPLE)
    .sort(([one, left], [other, right]) => right - left || (one < other ? -1 : 1))
    .map(([id, count]) => ({
      indicator: id,
      name: indicators.get(id)?.name ?? id,
      people: count,
      share: share(count)
    }))
  const left = tally.byIndicator.size - parts.length
  const leftOut = left === 0 ? '' : ` Groups of fewer than ${String(FEWEST_PEOPLE)} people are left out.`
  return {
    kind,
    name,
    says: `${says(`${String(tally.people)} people`)}${leftOut}`,
    people: tally.people,
    share: share(tally.people),
    suggestedTemplate: template,
    parts
  }
}
