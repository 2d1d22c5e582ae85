/** Evaluates one person under one policy with what the store knows, keeps the result, raises or grows the alert. */
import type { AlertFactor } from '../../../shared/contract/alert.ts'
import { type DayOf, dayText, sayDay } from '../../../shared/domain/day.ts'
import { sayBetween } from '../../../shared/domain/snapshot.ts'
import type { Evaluation, TriggerEvent } from '../../../shared/domain/evaluation.ts'
import { type AlertBody, raiseAlert, triagedUpTo, withdrawAlert } from '../../store/alerts.ts'
import { replaceEvaluation, type StoredEvaluation } from '../../store/evaluations.ts'
import { accountDeletionsOf, factsOfPerson, hrFactsOf } from '../../store/facts.ts'
import type { StoredPolicy } from '../../store/policies.ts'
import { countSpikes } from '../../store/rollups.ts'
import { evaluatePerson, type PersonInput } from '../../policy/evaluate.ts'
import { rollUp } from '../../policy/rollup.ts'
import { scopeWindows, windowBounds } from '../../policy/window.ts'
import { createLenses } from '../lenses.ts'
import type { ScoreContext } from './score-context.ts'

/** Own usual needs days before the window; the engine looks back sixty. */
const USUAL_BEFORE_MS = 62 * 86_400_000

export interface Evaluated {
  readonly insights: number
  readonly alert: 'raised' | 'updated' | 'same' | 'none'
}

/** Null when no trigger of the policy concerns the person. */
export function evaluateInScope(
  context: ScoreContext,
  policy: StoredPolicy,
  personId: number,
  peersUsual: ReadonlyMap<string, number>
): Evaluated | null {
  const { main, vault } = context.desk.store
  const triggers = triggersOf(context, policy, personId)
  const windows = scopeWindows(triggers, policy.definition, context.dayOf)
  const [first] = windows
  const last = windows.at(-1)
  if (first === undefined || last === undefined) return null
  const { fromMs } = windowBounds(first, context.dayOf)
  const toMs = Math.min(windowBounds(last, context.dayOf).toMs, context.asOfMs)
  const lenses = createLenses({ main, vault, schema: '' }, policy.definition.priorityContent)
  const facts = factsOfPerson(main, personId, fromMs - USUAL_BEFORE_MS, toMs + 1, lenses)
  const input: PersonInput = {
    definition: policy.definition,
    catalogue: context.catalogue,
    triggers,
    dayCounts: rollUp(facts, context.match, context.dayOf),
    peersUsual,
    activitiesBetween: (from, to) => facts.filter((fact) => fact.atMs >= from && fact.atMs <= to),
    match: context.match,
    dayOf: context.dayOf,
    indicatorSpikes: (indicator, day) =>
      countSpikes(main, indicator, day, mediumThreshold(context, policy, indicator), personId)
  }
  const evaluation = evaluatePerson(input)
  const saidTriggers = triggers.map((event) => ({ says: sayTrigger(event, context.dayOf), atMs: event.atMs }))
  const lastActivityMs = main.number('SELECT coalesce(max(at_ms), 0) FROM activity')
  replaceEvaluation(main, {
    policyId: policy.id,
    personId,
    inScope: evaluation.windowToMs >= Math.min(lastActivityMs, context.asOfMs),
    score: evaluation.score,
    body: {
      windowFromMs: evaluation.windowFromMs,
      windowToMs: evaluation.windowToMs,
      triggers: saidTriggers,
      factors: factorsOf(evaluation, true)
    } satisfies StoredEvaluation,
    days: evaluation.days
  })
  const alert = growAlert(context, policy, personId, input, evaluation, saidTriggers)
  return { insights: evaluation.insights.length, alert }
}

/** What a triaged alert has counted already does not count again. */
function growAlert(
  context: ScoreContext,
  policy: StoredPolicy,
  personId: number,
  input: PersonInput,
  evaluation: Evaluation,
  triggers: AlertBody['triggers']
): Evaluated['alert'] {
  const { main } = context.desk.store
  const counted = triagedUpTo(main, policy.id, personId)
  const counting = counted === null ? evaluation : evaluatePerson({ ...input, afterDay: counted })
  if (counting.score < policy.definition.alertLine) {
    if (context.isNow) withdrawAlert(main, policy.id, personId)
    return 'none'
  }
  const factors = factorsOf(counting, false)
  const [strongest] = factors
  if (strongest === undefined) return 'none'
  const lastDay = Math.max(
    ...counting.insights.map((insight) => insight.day),
    ...counting.sequences.map((hit) => hit.day)
  )
  return raiseAlert(
    main,
    {
      policyId: policy.id,
      personId,
      score: counting.score,
      detectedMs: detectedMs(factors),
      policyVersion: policy.version,
      catalogueHash: context.catalogue.hash,
      lastDay,
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
    context.desk.nowMs()
  )
}

/** When the strongest half of the score was there: the time in the data, so that old logs do not all look new. */
function detectedMs(factors: readonly AlertFactor[]): number {
  const total = factors.reduce((sum, factor) => sum + factor.points, 0)
  const inTime = [...factors].sort((left, right) => left.toMs - right.toMs)
  let reached = 0
  for (const factor of inTime) {
    reached += factor.points
    if (reached >= total / 2) return factor.toMs
  }
  return inTime.at(-1)?.toMs ?? 0
}

function triggersOf(context: ScoreContext, policy: StoredPolicy, personId: number): readonly TriggerEvent[] {
  const { main } = context.desk.store
  const events: TriggerEvent[] = []
  for (const fact of hrFactsOf(main, personId)) {
    if (fact.kind === 'resignation')
      events.push({ trigger: 'hr-resignation', atMs: fact.atMs, lastDayMs: fact.lastDayMs })
    if (fact.kind === 'termination')
      events.push({ trigger: 'hr-termination', atMs: fact.atMs, lastDayMs: fact.lastDayMs, between: fact.between })
  }
  for (const atMs of accountDeletionsOf(main, personId))
    events.push({ trigger: 'account-deleted', atMs, lastDayMs: null })
  return events
    .filter((event) => policy.definition.triggers.includes(event.trigger) && event.atMs <= context.asOfMs)
    .sort((left, right) => left.atMs - right.atMs)
}

function sayTrigger({ trigger, lastDayMs, between }: TriggerEvent, dayOf: DayOf): string {
  if (between !== undefined && between !== null) return `left ${sayBetween(between)}`
  const words = {
    'hr-resignation': 'resigned',
    'hr-termination': 'employment was terminated',
    'account-deleted': 'account was deleted',
    manual: 'scoring was started by hand'
  }[trigger]
  return lastDayMs === null ? words : `${words}, last working day ${sayDay(dayOf(lastDayMs))}`
}

function mediumThreshold(context: ScoreContext, policy: StoredPolicy, indicator: string): number {
  return (
    (policy.definition.thresholds[indicator] ?? context.catalogue.indicators.get(indicator)?.thresholds)?.medium ??
    Number.MAX_SAFE_INTEGER
  )
}

/** Lines of the arithmetic, strongest share first. `all` keeps those that add too little to have a share of their own. */
function factorsOf(evaluation: Evaluation, all: boolean): AlertFactor[] {
  const points = new Map(evaluation.shares.map((share) => [`${share.kind} ${String(share.index)}`, share.points]))
  const insights = evaluation.insights.map((insight, index): AlertFactor => ({
    kind: 'insight',
    indicator: insight.indicator,
    name: insight.name,
    category: insight.category,
    date: dayText(insight.day),
    fromMs: insight.firstAtMs,
    toMs: insight.lastAtMs,
    count: insight.events,
    distinctItems: insight.distinctItems,
    usual: insight.usual,
    peersUsual: insight.peersUsual,
    level: insight.level,
    points: points.get(`insight ${String(index)}`) ?? 0,
    strength: asPercent(insight.strength),
    boosters: [...insight.boosters],
    says: insight.says,
    steps: []
  }))
  const sequences = evaluation.sequences.map((hit, index): AlertFactor => ({
    kind: 'sequence',
    indicator: hit.sequence,
    name: hit.name,
    category: hit.category,
    date: dayText(hit.day),
    fromMs: hit.fromMs,
    toMs: hit.toMs,
    count: hit.items,
    distinctItems: hit.items,
    usual: null,
    peersUsual: null,
    level: hit.level,
    points: points.get(`sequence ${String(index)}`) ?? 0,
    strength: asPercent(hit.strength),
    boosters: [],
    says: hit.says,
    steps: hit.steps.map((step) => ({ category: step.category, says: step.says, atMs: step.atMs, count: step.events }))
  }))
  return [...insights, ...sequences]
    .filter((factor) => all || factor.points > 0)
    .sort(
      (left, right) =>
        right.points - left.points || left.fromMs - right.fromMs || (left.indicator < right.indicator ? -1 : 1)
    )
}

/** 0–1 to 0–100 with two decimals. */
function asPercent(strength: number): number {
  return Math.round(strength * 10_000) / 100
}
