/**
 * Brings scores and alerts up to date: daily counts of everybody whose activities are new, then every person whom a
 * trigger brings into a policy's scope. Works in small transactions, so that other changes need not wait for the end.
 */
import { dayOfZone } from '../../../shared/domain/day.ts'
import { compileMatchers } from '../../policy/match.ts'
import { loadCatalogue } from '../../policy/load.ts'
import { rollUp } from '../../policy/rollup.ts'
import { startOfDay } from '../../policy/calendar.ts'
import { peersUsual, personMedians } from '../../policy/usual.ts'
import { withdrawAlert } from '../../store/alerts.ts'
import { dropEvaluation, evaluatedPeople } from '../../store/evaluations.ts'
import { factsOfPerson, peopleWithNewActivities, peopleWithTriggers } from '../../store/facts.ts'
import { importsWithCounts, recountImport } from '../../store/import-counts.ts'
import { inTransaction } from '../../store/open.ts'
import { listPolicies, type StoredPolicy } from '../../store/policies.ts'
import {
  dayCountsOf,
  eachUsual,
  extendAddressUse,
  forgetRollups,
  replaceDayCounts,
  replaceUsual
} from '../../store/rollups.ts'
import { readSetting, writeSetting } from '../../store/settings.ts'
import { createLenses, NO_PRIORITY, ownDomains } from '../lenses.ts'
import type { WriterDesk } from '../writer-desk.ts'
import { evaluateInScope } from './evaluate.ts'
import type { ScoreContext } from './score-context.ts'

export interface ScoreRun {
  readonly activitiesEvaluated: number
  readonly insights: number
  readonly alertsRaised: number
  readonly alertsUpdated: number
  readonly durationMs: number
}

/** People per transaction: short enough that another change waits for a blink only. */
const PEOPLE_AT_ONCE = 20

export const scoreProcedures = {
  async 'score.run'(desk: WriterDesk, args: { asOfMs: number | null }): Promise<ScoreRun> {
    const startedMs = performance.now()
    const catalogue = loadCatalogue()
    const context: ScoreContext = {
      desk,
      catalogue,
      match: compileMatchers(catalogue),
      dayOf: dayOfZone(readSetting(desk.store.main, 'timezone')),
      asOfMs: args.asOfMs ?? Number.MAX_SAFE_INTEGER,
      isNow: args.asOfMs === null
    }
    await countInZone(context)
    const activitiesEvaluated = await rollUpNew(context)
    const peers = peersUsual(eachUsual(desk.store.main))
    let insights = 0
    let alertsRaised = 0
    let alertsUpdated = 0
    for (const policy of listPolicies(desk.store).filter((each) => each.status === 'on')) {
      await eachInGroups(desk, candidatesOf(desk, policy), (personId) => {
        const done = evaluateInScope(context, policy, personId, peers)
        if (done === null) {
          dropEvaluation(desk.store.main, policy.id, personId)
          if (context.isNow) withdrawAlert(desk.store.main, policy.id, personId)
          return
        }
        insights += done.insights
        if (done.alert === 'raised') alertsRaised += 1
        if (done.alert === 'updated') alertsUpdated += 1
      })
    }
    return {
      activitiesEvaluated,
      insights,
      alertsRaised,
      alertsUpdated,
      durationMs: Math.round(performance.now() - startedMs)
    }
  }
}

function candidatesOf(desk: WriterDesk, policy: StoredPolicy): readonly number[] {
  const people = new Set([...peopleWithTriggers(desk.store.main), ...evaluatedPeople(desk.store.main, policy.id)])
  return [...people].sort((left, right) => left - right)
}

/** Days of the coverage follow the scoring zone; each import is counted anew when it has changed. */
async function countInZone({ desk, dayOf }: ScoreContext): Promise<void> {
  const { main } = desk.store
  const zone = readSetting(main, 'timezone')
  if (readSetting(main, 'countedIn') === zone) return
  for (const importId of importsWithCounts(main)) {
    inTransaction(desk.store, () => {
      recountImport(main, importId, dayOf)
    })
    await new Promise<void>((resolve) => setImmediate(resolve))
  }
  inTransaction(desk.store, () => {
    writeSetting(main, 'countedIn', zone)
  })
}

/** Counts what is new; everything, when the definitions or the organisation's domains have changed. */
async function rollUpNew(context: ScoreContext): Promise<number> {
  const { desk, catalogue, match, dayOf } = context
  const { main, vault } = desk.store
  const view = { main, vault, schema: '' } as const
  const madeWith = `${catalogue.hash} ${ownDomains(view).join(' ')} | ${readSetting(main, 'unallowedDomains')} | ${readSetting(main, 'timezone')}`
  if (readSetting(main, 'rolledUpWith') !== madeWith) {
    inTransaction(desk.store, () => {
      forgetRollups(main)
      writeSetting(main, 'rolledUpWith', madeWith)
      writeSetting(main, 'rolledUpTo', '0')
    })
  }
  const after = Number(readSetting(main, 'rolledUpTo'))
  const upTo = main.number('SELECT coalesce(max(id), 0) FROM activity')
  if (upTo <= after) return 0
  const people = peopleWithNewActivities(main, after)
  const since = new Map(people.map(({ personId, fromMs }) => [personId, fromMs]))
  inTransaction(desk.store, () => {
    extendAddressUse(main, after)
  })
  const lenses = createLenses(view, NO_PRIORITY)
  let evaluated = 0
  await eachInGroups(desk, [...since.keys()], (personId) => {
    const fromDay = dayOf(since.get(personId) ?? 0)
    const facts = factsOfPerson(main, personId, startOfDay(fromDay, dayOf), Number.MAX_SAFE_INTEGER, lenses)
    evaluated += facts.length
    replaceDayCounts(main, personId, fromDay, rollUp(facts, match, dayOf))
    replaceUsual(main, personId, personMedians(dayCountsOf(main, personId), catalogue))
  })
  inTransaction(desk.store, () => {
    writeSetting(main, 'rolledUpTo', String(upTo))
  })
  return evaluated
}

async function eachInGroups(
  desk: WriterDesk,
  people: readonly number[],
  work: (personId: number) => void
): Promise<void> {
  for (let at = 0; at < people.length; at += PEOPLE_AT_ONCE) {
    inTransaction(desk.store, () => {
      for (const personId of people.slice(at, at + PEOPLE_AT_ONCE)) work(personId)
    })
    await new Promise<void>((resolve) => setImmediate(resolve))
  }
}
