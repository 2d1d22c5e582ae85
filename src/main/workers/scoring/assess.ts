/**
 * Evaluates people under a policy's definition with what the store knows. Keeps nothing: a scoring run stores what comes
 * out, a back-test only counts it.
 */
import { DAY_MS } from '../../policy/calendar.ts'
import { alertLineOf, evaluatePerson, type PersonInput } from '../../policy/evaluate.ts'
import { activityTriggers } from '../../policy/trigger.ts'
import { rollUp } from '../../policy/rollup.ts'
import { scopeWindows, windowBounds } from '../../policy/window.ts'
import { type PersonDays, personDays } from '../../store/day-counts.ts'
import { accountDeletionsOf, type FactReader, factReader, hrFactsOf } from '../../store/facts.ts'
import { integer } from '../../store/columns.ts'
import { manualScopesOf, peopleWithManualScope, removedAtMs } from '../../store/scopes.ts'
import { NO_STANDING, standings } from '../../store/standing.ts'
import type { Sql } from '../../store/sql.ts'
import type { ActivityFacts, DayCount, Evaluation, Standing, TriggerEvent } from '../../../shared/domain/evaluation.ts'
import type { PolicyDefinition, Trigger } from '../../../shared/domain/policy.ts'
import { hasPriority, withPriority } from '../lenses.ts'
import { LATEST, type ScoringContext } from './context.ts'
import { concernTest, type PersonFile, readPeople } from './people.ts'
import { type Survey, surveyEverybody } from './survey.ts'

export interface Assessment {
  readonly person: PersonFile
  readonly triggers: readonly TriggerEvent[]
  readonly evaluation: Evaluation
  /** The same without what belongs to an earlier alert, up to that day and with it. */
  readonly after: (day: number) => Evaluation
  readonly alertLine: number
}

export interface Assessor {
  /** Each person whom a trigger brings into scope; `policyId` is that of the stored policy, for scoring by hand. */
  eachInScope(definition: PolicyDefinition, policyId: number | null): Generator<Assessment>
}

/** `definitions`: all that will be asked for, since everybody is surveyed once for all of them. */
export function createAssessor(context: ScoringContext, definitions: readonly PolicyDefinition[]): Assessor {
  const { main } = context.view
  const people = readPeople(main)
  const survey = surveyEverybody(context, people, definitions)
  const standing = standings(main)
  const told = peopleWithTold(main)
  return {
    *eachInScope(definition, policyId) {
      const isConcerned = concernTest(main, definition.people)
      const byHand = new Set(policyId === null ? [] : peopleWithManualScope(main, policyId))
      const isOfActivity = definition.triggers.some((trigger) => ACTIVITY_TRIGGERS.has(trigger))
      const facts = factsFor(context, definition)
      for (const person of people.values()) {
        const { personId } = person
        if (!byHand.has(personId) && !((told.has(personId) || isOfActivity) && isConcerned(person))) continue
        const look: Look = {
          context,
          definition,
          person,
          survey,
          facts,
          standing: standing.get(personId) ?? NO_STANDING,
          isConcerned: isConcerned(person),
          byHand: policyId !== null && byHand.has(personId) ? manualScopesOf(main, policyId, personId) : []
        }
        const assessment = assess(look)
        if (assessment !== null) yield assessment
      }
    }
  }
}

const ACTIVITY_TRIGGERS: ReadonlySet<Trigger> = new Set<Trigger>([
  'dlp-alert',
  'exfiltration',
  'security-alert',
  'chosen'
])
const HR_TRIGGERS = {
  resignation: 'hr-resignation',
  termination: 'hr-termination',
  'performance-review': 'hr-performance-review',
  'improvement-plan': 'hr-improvement-plan',
  'job-level-change': 'hr-job-level-change'
} as const

interface Look {
  readonly context: ScoringContext
  readonly definition: PolicyDefinition
  readonly person: PersonFile
  readonly survey: Survey
  readonly facts: FactReader
  readonly standing: Standing
  readonly isConcerned: boolean
  readonly byHand: readonly { readonly fromMs: number; readonly untilMs: number }[]
}

function assess(look: Look): Assessment | null {
  const { context, definition, person, survey } = look
  const { catalogue, match, dayOf, settings } = context
  const days = daysOf(look)
  const triggers = triggersOf(look, days)
  const windows = scopeWindows(triggers, definition, dayOf)
  if (windows.length === 0) return null
  const bounds = windows.map((window) => windowBounds(window, dayOf))
  const known = rememberFacts(look, bounds)
  const input: PersonInput = {
    definition,
    catalogue,
    settings,
    triggers,
    dayCounts: days.counts,
    standing: look.standing,
    peers: survey.peersOf(person),
    quietDays: survey.quietDays,
    firstLoggedDay: survey.firstDay,
    activitiesBetween: known,
    match,
    dayOf,
    indicatorSpikes: survey.spikesFor(definition, days.counts),
    findShare: survey.sharesFor(days.kept)
  }
  return {
    person,
    triggers,
    evaluation: evaluatePerson(input),
    after: (day) => evaluatePerson({ ...input, afterDay: day }),
    alertLine: alertLineOf(definition, settings.alertVolume)
  }
}

/** Kept counts serve where they say all; a policy's own priorities and an earlier time need the facts again. */
function daysOf({ context, definition, person, facts }: Look): Days {
  const kept = personDays(context.view.main, person.personId)
  if (kept === null) return { counts: [], hasAlerts: false, kept: [] }
  if (context.asOfMs === LATEST && !hasPriority(definition.priorityContent)) return { ...kept, kept: kept.counts }
  const all = facts.ofPerson(person.personId, Number.MIN_SAFE_INTEGER, untilMs(context))
  return { counts: rollUp(all, context.match, context.dayOf), hasAlerts: kept.hasAlerts, kept: kept.counts }
}

interface Days extends Pick<PersonDays, 'counts' | 'hasAlerts'> {
  /** As everybody is surveyed by. */
  readonly kept: readonly DayCount[]
}

function untilMs({ asOfMs }: ScoringContext): number {
  return asOfMs === LATEST ? LATEST : asOfMs + 1
}

function triggersOf(look: Look, days: Pick<PersonDays, 'counts' | 'hasAlerts'>): readonly TriggerEvent[] {
  const { context, definition, person, facts } = look
  const { main } = context.view
  const events: TriggerEvent[] = []
  if (look.isConcerned) {
    for (const { kind, atMs, lastDayMs, between } of hrFactsOf(main, person.personId))
      events.push({ trigger: HR_TRIGGERS[kind], atMs, lastDayMs, between })
    for (const atMs of accountDeletionsOf(main, person.personId))
      events.push({ trigger: 'account-deleted', atMs, lastDayMs: null })
    if (definition.triggers.some((trigger) => ACTIVITY_TRIGGERS.has(trigger))) {
      const wantsFacts =
        definition.triggerRules.sequences.length > 0 ||
        (days.hasAlerts &&
          definition.triggers.some((trigger) => trigger === 'dlp-alert' || trigger === 'security-alert'))
      const activities = wantsFacts ? facts.ofPerson(person.personId, Number.MIN_SAFE_INTEGER, untilMs(context)) : []
      const { catalogue, match, dayOf, settings } = context
      const { indicatorsOff } = settings
      events.push(
        ...activityTriggers({ definition, catalogue, dayCounts: days.counts, activities, match, dayOf, indicatorsOff })
      )
    }
  }
  const removed = removedAtMs(main, person.personId) ?? -Infinity
  return [
    ...events.filter(({ trigger }) => definition.triggers.includes(trigger)),
    ...look.byHand.map((each): TriggerEvent => ({ trigger: 'manual', atMs: each.fromMs, lastDayMs: each.untilMs }))
  ]
    .filter(({ atMs }) => atMs <= context.asOfMs && atMs > removed)
    .sort((left, right) => left.atMs - right.atMs)
}

/** Facts of the windows, read once when first asked for. */
function rememberFacts(
  { context, person, facts }: Look,
  bounds: readonly { readonly fromMs: number; readonly toMs: number }[]
): PersonInput['activitiesBetween'] {
  let all: readonly ActivityFacts[] | null = null
  const fromMs = (bounds[0]?.fromMs ?? 0) - DAY_MS
  const toMs = Math.min((bounds.at(-1)?.toMs ?? 0) + DAY_MS, untilMs(context))
  return (from, to) => {
    all ??= facts.ofPerson(person.personId, fromMs, toMs)
    return all.filter(({ atMs }) => atMs >= from && atMs <= to)
  }
}

function factsFor(context: ScoringContext, { priorityContent }: PolicyDefinition): FactReader {
  return hasPriority(priorityContent)
    ? factReader(context.view.main, withPriority(context.view, context.lenses, priorityContent))
    : context.facts
}

/** People of whom a record tells something that can be a trigger. */
function peopleWithTold(main: Sql): ReadonlySet<number> {
  return new Set(
    main
      .all('SELECT person_id FROM hr_event UNION SELECT person_id FROM account_deletion')
      .map((row) => integer(row, 'person_id'))
  )
}
