/**
 * What everybody does, for comparing one person with others: peers' usual numbers, how many people show much of something
 * on a day, days on which hardly anybody works. One pass over the packed counts; keeps numbers, no person's days.
 */
import { integer, integerOrNull } from '../../store/columns.ts'
import { eachPersonDays } from '../../store/day-counts.ts'
import type { Sql } from '../../store/sql.ts'
import { isWorkingDay } from '../../policy/calendar.ts'
import { type Counted, type FindShare, surveyDays } from '../../policy/commonness.ts'
import type { IndicatorSpikes } from '../../policy/causes.ts'
import { countOf } from '../../policy/indicator.ts'
import { gatherPeers, type PeerRow, type Peers } from '../../policy/peers.ts'
import type { DayCount } from '../../../shared/domain/evaluation.ts'
import type { PolicyDefinition } from '../../../shared/domain/policy.ts'
import type { ScoringContext } from './context.ts'
import type { PersonFile } from './people.ts'

export interface Survey {
  readonly quietDays: ReadonlySet<number>
  /** First day of any log; undefined where there is none. */
  readonly firstDay: number | undefined
  peersOf(person: PersonFile): Peers
  /** How many others reach the middle threshold of a policy. */
  spikesFor(definition: PolicyDefinition, own: readonly DayCount[]): IndicatorSpikes
  /** How common a count is on the days of others; `own` are all counts kept of the person. */
  sharesFor(own: readonly DayCount[]): FindShare
}

export function surveyEverybody(
  context: ScoringContext,
  people: ReadonlyMap<number, PersonFile>,
  definitions: readonly PolicyDefinition[]
): Survey {
  const { view, catalogue } = context
  const lines = middleLines(context, definitions)
  const spikes = new Map<string, Map<number, number>>()
  const everyDay = surveyDays()
  const note = (counts: readonly DayCount[]): void => {
    everyDay.add(countedIn(counts, catalogue))
    for (const count of counts) {
      const indicator = catalogue.indicators.get(count.indicator)
      if (indicator === undefined) continue
      const amount = countOf(indicator, count)
      for (const line of lines.get(count.indicator) ?? []) {
        if (amount < line) continue
        const key = spikeKey(count.indicator, line)
        let days = spikes.get(key)
        if (days === undefined) spikes.set(key, (days = new Map<number, number>()))
        days.set(count.day, (days.get(count.day) ?? 0) + 1)
      }
    }
  }
  const survey = gatherPeers(peerRows(view.main, people, note))
  return {
    quietDays: quietDaysOf(view.main),
    firstDay: integerOrNull(view.main.get('SELECT min(day) AS day FROM import_count') ?? {}, 'day') ?? undefined,
    peersOf: (person) => survey.of(person),
    sharesFor: (own) => everyDay.without(countedIn(own, catalogue)),
    spikesFor: (definition, own) => {
      const mine = new Map(own.map((count) => [`${count.indicator} ${String(count.day)}`, count]))
      return (id, day) => {
        const indicator = catalogue.indicators.get(id)
        const line = indicator === undefined ? undefined : middleLine(context, definition, id)
        if (indicator === undefined || line === undefined) return 0
        const count = mine.get(`${id} ${String(day)}`)
        const isMine = count !== undefined && countOf(indicator, count) >= line
        return (spikes.get(spikeKey(id, line))?.get(day) ?? 0) - (isMine ? 1 : 0)
      }
    }
  }
}

function* peerRows(
  main: Sql,
  people: ReadonlyMap<number, PersonFile>,
  note: (counts: readonly DayCount[]) => void
): Generator<PeerRow> {
  for (const { personId, counts, medians, thirtyDays } of eachPersonDays(main)) {
    note(counts)
    const person = people.get(personId)
    if (person === undefined) continue
    const { department, title, managerId } = person
    yield { personId, department, title, managerId, medians, thirtyDays }
  }
}

function countedIn(counts: readonly DayCount[], { indicators }: ScoringContext['catalogue']): readonly Counted[] {
  return counts.flatMap((count) => {
    const indicator = indicators.get(count.indicator)
    return indicator === undefined
      ? []
      : [{ day: count.day, indicator: indicator.id, count: countOf(indicator, count) }]
  })
}

function spikeKey(indicator: string, line: number): string {
  return `${indicator} ${String(line)}`
}

function middleLines(
  context: ScoringContext,
  definitions: readonly PolicyDefinition[]
): ReadonlyMap<string, ReadonlySet<number>> {
  const lines = new Map<string, Set<number>>()
  for (const definition of definitions) {
    for (const id of context.catalogue.indicators.keys()) {
      const line = middleLine(context, definition, id)
      if (line === undefined) continue
      const known = lines.get(id)
      if (known === undefined) lines.set(id, new Set([line]))
      else known.add(line)
    }
  }
  return lines
}

/** A policy that asks for more than usual instead of a number is compared by the indicator's own. */
function middleLine({ catalogue }: ScoringContext, definition: PolicyDefinition, id: string): number | undefined {
  const chosen = definition.thresholds[id]
  if (chosen !== undefined && 'medium' in chosen) return chosen.medium
  return catalogue.indicators.get(id)?.thresholds.medium
}

/** Holidays and shutdowns: working days with less than a fifth of what working days usually bring. */
const QUIET_SHARE = 0.2
/** Two working weeks tell what working days usually bring. */
const ENOUGH_DAYS = 10

function quietDaysOf(main: Sql): ReadonlySet<number> {
  const days = main
    .all('SELECT day, sum(activities) AS activities FROM import_count GROUP BY day')
    .map((row) => ({ day: integer(row, 'day'), activities: integer(row, 'activities') }))
    .filter(({ day }) => isWorkingDay(day))
    .sort((left, right) => left.activities - right.activities)
  if (days.length < ENOUGH_DAYS) return new Set()
  const median = days[days.length >> 1]?.activities ?? 0
  return new Set(days.filter(({ activities }) => activities < median * QUIET_SHARE).map(({ day }) => day))
}
