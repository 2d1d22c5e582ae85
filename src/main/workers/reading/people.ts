/** People by risk, ranked person-days, the profile beside an alert, and the search for a named person. */
import type { ResponseOf } from '../../../shared/contract/index.ts'
import type { AlertFactor, PersonProfile } from '../../../shared/contract/alert.ts'
import type { PersonRow, RankedDay } from '../../../shared/contract/person.ts'
import type { HrEventKind } from '../../../shared/domain/draft.ts'
import { type DayOf, dayOfZone, dayText, sayDay } from '../../../shared/domain/day.ts'
import type { HrFact } from '../../../shared/domain/evaluation.ts'
import { sayBetween } from '../../../shared/domain/snapshot.ts'
import { severityOf } from '../../../shared/domain/severity.ts'
import { ALL_CHANNELS } from '../../policy/cumulative.ts'
import { loadCatalogue } from '../../policy/load.ts'
import { personDays } from '../../store/day-counts.ts'
import { evaluationsOf, rankDays } from '../../store/evaluations.ts'
import { listPeople, pseudonymOfPerson, readProfile } from '../../store/persons.ts'
import { nowOfData } from '../../store/scopes.ts'
import { readSetting } from '../../store/settings.ts'
import { readText } from '../../store/written.ts'
import { findNamedPerson } from '../named-person.ts'
import type { ReaderDesk } from '../reader-desk.ts'

export const personReads = {
  'person.list'(desk: ReaderDesk, args: { sort: 'risk' | 'activity'; limit: number }): PersonRow[] {
    const names = new Map<number, string>()
    const nameOf = (policyId: number): string => {
      const name = names.get(policyId) ?? desk.mask(readText(desk.sql, 'policy', policyId))
      names.set(policyId, name)
      return name
    }
    return listPeople(desk.sql, args.sort, args.limit, nowOfData(desk.sql, Date.now())).map((person) => ({
      pseudonym: person.pseudonym,
      department: desk.maskOrNull(person.department),
      riskScore: person.riskScore,
      riskLevel: person.riskScore > 0 ? severityOf(person.riskScore) : 'none',
      inScope: person.inScope,
      policies: person.policyIds.map(nameOf),
      alerts: person.alerts,
      violations: person.violations,
      caseId: person.caseId,
      isInPriorityGroup: person.isInPriorityGroup,
      scoredUntilMs: person.scoredUntilMs,
      activities: person.activities
    }))
  },

  'person.rank'(desk: ReaderDesk, args: { fromDay: number | null; toDay: number | null; limit: number }): RankedDay[] {
    const adds = addsTest(desk)
    return rankDays(desk.sql, args.fromDay, args.toDay, args.limit).map(({ personId, policyId, day, score }) => {
      const date = dayText(day)
      const factors = evaluationsOf(desk.sql, personId)
        .filter((evaluation) => evaluation.policyId === policyId)
        .flatMap((evaluation) => evaluation.body.factors.filter((factor) => adds(factor, personId, date)))
      const insights = factors
        .map(({ indicator, strength, says }) => ({ indicator, points: strength, says }))
        .sort((left, right) => right.points - left.points)
      return { date, pseudonym: pseudonymOfPerson(desk.sql, personId), score, insights }
    })
  },

  'person.find'(desk: ReaderDesk, args: { identity: string }): ResponseOf<'person.find'> {
    const personId = findNamedPerson({ main: desk.sql, vault: desk.sql, schema: 'vault.' }, args.identity)
    return { pseudonym: personId === null ? null : pseudonymOfPerson(desk.sql, personId) }
  }
}

/** Thirty days add to each day on which some of what they count left. */
function addsTest(desk: ReaderDesk): (factor: AlertFactor, personId: number, date: string) => boolean {
  const { indicators } = loadCatalogue()
  const known = new Map<number, ReadonlySet<string>>()
  const leftBy = (personId: number): ReadonlySet<string> => {
    let left = known.get(personId)
    if (left === undefined) {
      const counts = personDays(desk.sql, personId)?.counts ?? []
      const out = counts.filter(({ indicator }) => indicators.get(indicator)?.category === 'exfiltration')
      left = new Set(
        out.flatMap(({ indicator, day }) => [`${indicator} ${dayText(day)}`, `${ALL_CHANNELS} ${dayText(day)}`])
      )
      known.set(personId, left)
    }
    return left
  }
  const dayOf = dayOfZone(readSetting(desk.sql, 'timezone'))
  return (factor, personId, date) =>
    factor.kind === 'cumulative'
      ? date <= factor.date &&
        date >= dayText(dayOf(factor.fromMs)) &&
        leftBy(personId).has(`${factor.indicator} ${date}`)
      : factor.date === date
}

const EVENT_WORDS: Record<HrEventKind, string> = {
  resignation: 'resigned',
  termination: 'employment was terminated',
  'job-level-change': 'job level changed',
  'performance-review': 'performance review',
  'improvement-plan': 'performance improvement plan'
}

/** `dayOf` is that of the workspace's zone: midnight there is still yesterday in UTC. */
export function sayHrEvent({ kind, lastDayMs, between }: HrFact, dayOf: DayOf): string {
  if (between !== null) return `${kind === 'termination' ? 'left' : 'title changed'} ${sayBetween(between)}`
  const lastDay = lastDayMs === null ? '' : `, last working day ${sayDay(dayOf(lastDayMs))}`
  return `${EVENT_WORDS[kind]}${lastDay}`
}

export function profileOf(desk: ReaderDesk, personId: number): PersonProfile {
  const profile = readProfile(desk.sql, personId)
  const dayOf = dayOfZone(readSetting(desk.sql, 'timezone'))
  return {
    pseudonym: profile.pseudonym,
    department: desk.maskOrNull(profile.department),
    title: desk.maskOrNull(profile.title),
    country: desk.maskOrNull(profile.country),
    manager: profile.manager,
    hiredMs: profile.hiredMs,
    events: profile.hrEvents.map((event) => ({ kind: event.kind, says: sayHrEvent(event, dayOf), atMs: event.atMs })),
    earlierAlerts: profile.earlierAlerts,
    earlierViolations: profile.earlierViolations
  }
}
