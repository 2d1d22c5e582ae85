/**
 * What a policy, or a change of one, would have raised over the imported history, beside the queue of today. Counts
 * people and alerts only, stores nothing, and stops at the next person when it is cancelled.
 */
import { Backtest } from '../../../shared/contract/policy.ts'
import { type DayOf, dayOfZone, dayText, parseDay } from '../../../shared/domain/day.ts'
import type { PolicyDefinition } from '../../../shared/domain/policy.ts'
import { type Severity, severityOf } from '../../../shared/domain/severity.ts'
import { startOfDay } from '../../policy/calendar.ts'
import { integer } from '../../store/columns.ts'
import { findPolicy } from '../../store/policies.ts'
import { readSetting } from '../../store/settings.ts'
import type { Sql } from '../../store/sql.ts'
import { problemOf } from '../policy-check.ts'
import { done, refused, type Result } from '../protocol.ts'
import type { ReaderDesk } from '../reader-desk.ts'
import { type Assessment, createAssessor } from '../scoring/assess.ts'
import { LATEST, type ScoringContext, scoringContext } from '../scoring/context.ts'
import { detectedMs, factorsOf } from '../scoring/factors.ts'
import { policyReads } from './policies.ts'

export interface BacktestArgs {
  readonly of: { readonly id: number } | { readonly definition: PolicyDefinition; readonly insteadOf: number | null }
  readonly from: string | null
  readonly to: string | null
}

export const backtestReads = {
  /** In a thread of its own, which ends with the run; what cannot be tested needs none. */
  async 'policy.backtest'(desk: ReaderDesk, args: BacktestArgs, signal?: AbortSignal): Promise<Result<Backtest>> {
    const subject = subjectOf(desk, args.of)
    if (!subject.ok) return subject
    const range = rangeOf(desk.sql, args, dayOfZone(readSetting(desk.sql, 'timezone')))
    if (!range.ok) return range
    const run = await desk.beside('policy.backtestHere', args, signal)
    return run.ok ? done(Backtest.parse(run.value)) : run
  },

  async 'policy.backtestHere'(desk: ReaderDesk, args: BacktestArgs, signal?: AbortSignal): Promise<Result<Backtest>> {
    const startedMs = performance.now()
    const subject = subjectOf(desk, args.of)
    if (!subject.ok) return subject
    const view = { main: desk.sql, vault: desk.sql, schema: 'vault.' } as const
    const dayOf = dayOfZone(readSetting(desk.sql, 'timezone'))
    const range = rangeOf(desk.sql, args, dayOf)
    if (!range.ok) return range
    const context = scoringContext(view, args.to === null ? LATEST : startOfDay(range.value.toDay + 1, dayOf) - 1)
    const { definition, policyId } = subject.value
    const tally = createTally(context, range.value)
    let restedMs = performance.now()
    for (const assessment of createAssessor(context, [definition]).eachInScope(definition, policyId)) {
      tally.add(assessment)
      if (performance.now() - restedMs < REST_AFTER_MS) continue
      // A cancel waits among the messages of this thread.
      await new Promise<void>((resolve) => setImmediate(resolve))
      restedMs = performance.now()
      if (signal?.aborted === true) return CANCELLED
    }
    const difference = policyId === null ? null : tally.against(scoresOf(desk.sql, policyId, context, range.value))
    return done({ ...tally.result(), difference, durationMs: Math.round(performance.now() - startedMs) })
  }
}

const CANCELLED = refused('cancelled', 'The back-test was cancelled. Nothing was stored.')
const REST_AFTER_MS = 50
/** More names than a reader looks at; what comes later made hardly any noise. */
const MOST_NOISY = 20
/** Ten years: a broken clock in one record must not make a list of every day since 1970. */
const MOST_DAYS = 3660

interface Subject {
  readonly definition: PolicyDefinition
  /** Stored policy to compare with. */
  readonly policyId: number | null
}

function subjectOf(desk: ReaderDesk, of: BacktestArgs['of']): Result<Subject> {
  const policyId = 'id' in of ? of.id : of.insteadOf
  const policy = policyId === null ? null : findPolicy({ main: desk.sql, vault: desk.sql }, policyId)
  if (policyId !== null && (policy === null || policy.status === 'deleted'))
    return refused('not-found', 'There is no such policy.')
  const definition =
    'definition' in of
      ? policyReads['policy.typed'](desk, { id: policyId, definition: of.definition })
      : policy?.definition
  if (definition === undefined) return refused('not-found', 'There is no such policy.')
  const problem = problemOf(definition, desk.catalogue, desk.sql)
  return problem === null ? done({ definition, policyId }) : refused('bad-input', problem)
}

interface Range {
  readonly fromDay: number
  readonly toDay: number
}

/** The days that were asked for, else those of the imported logs. */
function rangeOf(sql: Sql, { from, to }: BacktestArgs, dayOf: DayOf): Result<Range> {
  const asked = [from, to].map((day) => (day === null ? null : parseDay(day)))
  if ((from !== null && asked[0] === null) || (to !== null && asked[1] === null))
    return refused('bad-input', 'There is no such day in the calendar.')
  const row = sql.get(
    "SELECT min(first_at_ms) AS first, max(last_at_ms) AS last FROM import WHERE kept > 0 AND source NOT IN ('hr', 'directory') AND status IN ('finished', 'stopped')"
  )
  const edge = (value: unknown): number | null => (typeof value === 'number' ? dayOf(value) : null)
  const toDay = asked[1] ?? edge(row?.['last']) ?? asked[0]
  const fromDay = asked[0] ?? edge(row?.['first']) ?? toDay
  if (toDay === null || toDay === undefined || fromDay === null || fromDay === undefined)
    return refused('conflict', 'No activities are imported, so there is no history to test against.')
  if (fromDay > toDay) return refused('bad-input', 'The first day is later than the last. Choose an earlier one.')
  return done({ fromDay: Math.max(fromDay, toDay - MOST_DAYS), toDay })
}

interface Tally {
  add(assessment: Assessment): void
  result(): Omit<Backtest, 'difference' | 'durationMs'>
  /** `stored`: score of each person's alert today. */
  against(stored: ReadonlyMap<number, number>): NonNullable<Backtest['difference']>
}

interface Noise {
  name: string
  alerts: number
  insights: number
}

function createTally({ dayOf }: ScoringContext, { fromDay, toDay }: Range): Tally {
  const days = new Map<number, number>()
  const raised = new Map<number, number>()
  const bySeverity: Record<Severity, number> = { high: 0, medium: 0, low: 0 }
  const noise = new Map<string, Noise>()
  let inScope = 0
  const noiseOf = (id: string, name: string): Noise => {
    const known = noise.get(id) ?? { name, alerts: 0, insights: 0 }
    noise.set(id, known)
    return known
  }
  return {
    add: ({ person, evaluation, alertLine }) => {
      inScope += 1
      if (evaluation.score < alertLine) return
      const factors = factorsOf(evaluation, false)
      const [strongest] = factors
      if (strongest === undefined) return
      const day = dayOf(detectedMs(factors))
      if (day < fromDay || day > toDay) return
      days.set(day, (days.get(day) ?? 0) + 1)
      raised.set(person.personId, evaluation.score)
      bySeverity[severityOf(evaluation.score)] += 1
      noiseOf(strongest.indicator, strongest.name).alerts += 1
      for (const { indicator, name } of factors) noiseOf(indicator, name).insights += 1
    },
    result: () => ({
      days: Array.from({ length: toDay - fromDay + 1 }, (_, index) => ({
        date: dayText(fromDay + index),
        alerts: days.get(fromDay + index) ?? 0
      })),
      alerts: raised.size,
      people: raised.size,
      inScope,
      bySeverity,
      noisiest: [...noise]
        .map(([id, { name, alerts, insights }]) => ({ id, name, alerts, insights }))
        .sort(
          (one, other) => other.alerts - one.alerts || other.insights - one.insights || (one.id < other.id ? -1 : 1)
        )
        .slice(0, MOST_NOISY)
    }),
    against: (stored) => {
      const difference = { added: 0, gone: 0, higher: 0, lower: 0, same: 0 }
      for (const [personId, score] of raised) {
        const before = stored.get(personId)
        if (before === undefined) difference.added += 1
        else if (score > before) difference.higher += 1
        else if (score < before) difference.lower += 1
        else difference.same += 1
      }
      for (const personId of stored.keys()) if (!raised.has(personId)) difference.gone += 1
      return difference
    }
  }
}

/** Alerts of a policy today, whatever was decided on them: the highest of each person among those of the same days. */
function scoresOf(
  sql: Sql,
  policyId: number,
  { dayOf }: ScoringContext,
  { fromDay, toDay }: Range
): ReadonlyMap<number, number> {
  const scores = new Map<number, number>()
  for (const row of sql.all('SELECT person_id, score, detected_ms FROM alert WHERE policy_id = ?', [policyId])) {
    const day = dayOf(integer(row, 'detected_ms'))
    if (day < fromDay || day > toDay) continue
    const personId = integer(row, 'person_id')
    scores.set(personId, Math.max(scores.get(personId) ?? 0, integer(row, 'score')))
  }
  return scores
}
