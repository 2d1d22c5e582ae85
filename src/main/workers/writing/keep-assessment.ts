/** Keeps what an evaluation said of a person under a policy, and raises the alert, lets it grow or takes it away. */
import type { Evaluation } from '../../../shared/domain/evaluation.ts'
import { sayTrigger } from '../../policy/trigger.ts'
import { type AlertBody, raiseAlert, triagedUpTo, withdrawAlert } from '../../store/alerts.ts'
import { replaceEvaluation, type StoredEvaluation } from '../../store/evaluations.ts'
import type { StoredPolicy } from '../../store/policies.ts'
import type { Sql } from '../../store/sql.ts'
import type { Assessment } from '../scoring/assess.ts'
import { LATEST, type ScoringContext } from '../scoring/context.ts'
import { detectedMs, factorsOf, lastDayOf } from '../scoring/factors.ts'

export interface Keeping {
  readonly main: Sql
  readonly context: ScoringContext
  readonly policy: StoredPolicy
  readonly lastActivityMs: number
  readonly nowMs: number
}

export interface Kept {
  readonly insights: number
  readonly alert: 'raised' | 'updated' | 'same' | 'none'
}

export function keepAssessment(keeping: Keeping, assessment: Assessment): Kept {
  const { main, context, policy } = keeping
  const { person, evaluation, triggers } = assessment
  const said = triggers.map((event) => ({ says: sayTrigger(event, context.dayOf), atMs: event.atMs }))
  replaceEvaluation(main, {
    policyId: policy.id,
    personId: person.personId,
    inScope: evaluation.windowToMs >= Math.min(keeping.lastActivityMs, context.asOfMs),
    score: evaluation.score,
    body: {
      windowFromMs: evaluation.windowFromMs,
      windowToMs: evaluation.windowToMs,
      triggers: said,
      factors: factorsOf(evaluation, true)
    } satisfies StoredEvaluation,
    days: evaluation.days
  })
  return { insights: evaluation.insights.length, alert: growAlert(keeping, assessment, said) }
}

/** What a triaged alert has counted already does not count again. */
function growAlert(
  { main, context, policy, nowMs }: Keeping,
  { person, evaluation, after, alertLine }: Assessment,
  triggers: AlertBody['triggers']
): Kept['alert'] {
  const counted = triagedUpTo(main, policy.id, person.personId)
  const counting: Evaluation = counted === null ? evaluation : after(counted)
  // An evaluation as of an earlier time takes no alert away.
  if (counting.score < alertLine) {
    if (context.asOfMs === LATEST) withdrawAlert(main, policy.id, person.personId)
    return 'none'
  }
  const factors = factorsOf(counting, false)
  const [strongest] = factors
  if (strongest === undefined) return 'none'
  return raiseAlert(
    main,
    {
      policyId: policy.id,
      personId: person.personId,
      score: counting.score,
      detectedMs: detectedMs(factors),
      policyVersion: policy.version,
      catalogueHash: context.catalogue.hash,
      lastDay: lastDayOf(counting),
      topFactor: strongest.says,
      body: {
        factors,
        triggers,
        windowFromMs: counting.windowFromMs,
        windowToMs: counting.windowToMs,
        checked: [...counting.checked],
        arithmetic: counting.arithmetic
      }
    },
    nowMs
  )
}
