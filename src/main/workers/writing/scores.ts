/**
 * Brings scores and alerts up to date: daily counts of everybody whose activities are new, then every person whom a
 * trigger brings into a policy's scope. Works in small transactions, so that other changes need not wait for the end.
 */
import { createAssessor } from '../scoring/assess.ts'
import { LATEST, type ScoringContext, scoringContext } from '../scoring/context.ts'
import { type InSteps, rollUpDue } from '../scoring/roll-up.ts'
import { withdrawAlert } from '../../store/alerts.ts'
import { dropEvaluation, evaluatedPeople } from '../../store/evaluations.ts'
import { importsWithCounts, recountImport } from '../../store/import-counts.ts'
import { inTransaction } from '../../store/open.ts'
import { listPolicies } from '../../store/policies.ts'
import { readSetting, writeSetting } from '../../store/settings.ts'
import type { WriterDesk } from '../writer-desk.ts'
import { keepAssessment } from './keep-assessment.ts'

export interface ScoreRun {
  readonly activitiesEvaluated: number
  readonly insights: number
  readonly alertsRaised: number
  readonly alertsUpdated: number
  readonly durationMs: number
}

/** Steps per transaction: short enough that another change waits for a blink only. */
const STEPS_AT_ONCE = 200

export const scoreProcedures = {
  async 'score.run'(desk: WriterDesk, args: { asOfMs: number | null }): Promise<ScoreRun> {
    const startedMs = performance.now()
    const { store } = desk
    const inSteps = stepsOf(desk)
    await inSteps([null], () => {
      desk.ingest.packFacts()
    })
    const context = scoringContext({ main: store.main, vault: store.vault, schema: '' }, args.asOfMs ?? LATEST)
    await countInZone(desk, context)
    const activitiesEvaluated = await rollUpDue(context, inSteps)
    const counts = { insights: 0, alertsRaised: 0, alertsUpdated: 0 }
    const policies = listPolicies(store).filter(({ status }) => status === 'on')
    const fresh = scoringContext(context.view, context.asOfMs)
    const assessor = createAssessor(
      fresh,
      policies.map(({ definition }) => definition)
    )
    const lastActivityMs = store.main.number('SELECT coalesce(max(at_ms), 0) FROM activity')
    for (const policy of policies) {
      const before = new Set(evaluatedPeople(store.main, policy.id))
      const keeping = { main: store.main, context: fresh, policy, lastActivityMs, nowMs: desk.nowMs() }
      await inSteps(assessor.eachInScope(policy.definition, policy.id), (assessment) => {
        before.delete(assessment.person.personId)
        const kept = keepAssessment(keeping, assessment)
        counts.insights += kept.insights
        if (kept.alert === 'raised') counts.alertsRaised += 1
        if (kept.alert === 'updated') counts.alertsUpdated += 1
      })
      await inSteps(before, (personId) => {
        dropEvaluation(store.main, policy.id, personId)
        if (args.asOfMs === null) withdrawAlert(store.main, policy.id, personId)
      })
    }
    return { activitiesEvaluated, ...counts, durationMs: Math.round(performance.now() - startedMs) }
  }
}

/** Days of the coverage follow the scoring zone; each import is counted anew when it has changed. */
async function countInZone(desk: WriterDesk, { dayOf }: ScoringContext): Promise<void> {
  const { main } = desk.store
  const zone = readSetting(main, 'timezone')
  if (readSetting(main, 'countedIn') === zone) return
  const inSteps = stepsOf(desk, 1)
  await inSteps(importsWithCounts(main), (importId) => {
    recountImport(main, importId, dayOf)
  })
  await inSteps([null], () => {
    writeSetting(main, 'countedIn', zone)
  })
}

function stepsOf(desk: WriterDesk, atOnce = STEPS_AT_ONCE): InSteps {
  return async (items, work) => {
    const each = items[Symbol.iterator]()
    let next = each.next()
    while (next.done !== true) {
      inTransaction(desk.store, () => {
        for (let step = 0; step < atOnce && next.done !== true; step += 1) {
          work(next.value)
          next = each.next()
        }
      })
      await new Promise<void>((resolve) => setImmediate(resolve))
    }
  }
}
