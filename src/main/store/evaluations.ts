/** What the last evaluation of a person under a policy said, and the day scores that ranking reads. */
import { z } from 'zod'
import { AlertFactor } from '../../shared/contract/alert.ts'
import { integer, json } from './columns.ts'
import type { Sql } from './sql.ts'

/** Kept as JSON: sentences and numbers, no names. Factors are in the order in which they happened. */
export const StoredEvaluation = z.strictObject({
  windowFromMs: z.number(),
  windowToMs: z.number(),
  triggers: z.array(z.strictObject({ says: z.string(), atMs: z.number() })),
  factors: z.array(AlertFactor)
})
export type StoredEvaluation = z.infer<typeof StoredEvaluation>

export interface EvaluationRow {
  readonly policyId: number
  readonly personId: number
  readonly inScope: boolean
  readonly score: number
  readonly body: StoredEvaluation
  readonly days: readonly { readonly day: number; readonly score: number }[]
}

export function replaceEvaluation(main: Sql, row: EvaluationRow): void {
  main.run(
    'INSERT INTO evaluation (policy_id, person_id, in_scope, score, body) VALUES (?, ?, ?, ?, ?) ' +
      'ON CONFLICT (policy_id, person_id) DO UPDATE SET in_scope = excluded.in_scope, score = excluded.score, body = excluded.body',
    [row.policyId, row.personId, row.inScope ? 1 : 0, row.score, JSON.stringify(row.body)]
  )
  main.run('DELETE FROM day_score WHERE policy_id = ? AND person_id = ?', [row.policyId, row.personId])
  for (const { day, score } of row.days) {
    main.run('INSERT INTO day_score (policy_id, person_id, day, score) VALUES (?, ?, ?, ?)', [
      row.policyId,
      row.personId,
      day,
      score
    ])
  }
}

export function dropEvaluation(main: Sql, policyId: number, personId: number): void {
  main.run('DELETE FROM evaluation WHERE policy_id = ? AND person_id = ?', [policyId, personId])
  main.run('DELETE FROM day_score WHERE policy_id = ? AND person_id = ?', [policyId, personId])
}

export function evaluatedPeople(sql: Sql, policyId: number): readonly number[] {
  return sql
    .all('SELECT person_id FROM evaluation WHERE policy_id = ?', [policyId])
    .map((row) => integer(row, 'person_id'))
}

/** Evaluations of one person, of every policy that is on. */
export function evaluationsOf(
  sql: Sql,
  personId: number
): readonly { policyId: number; score: number; body: StoredEvaluation }[] {
  return sql
    .all(
      "SELECT e.policy_id, e.score, e.body FROM evaluation e JOIN policy p ON p.id = e.policy_id WHERE e.person_id = ? AND p.status = 'on' ORDER BY e.policy_id",
      [personId]
    )
    .map((row) => ({
      policyId: integer(row, 'policy_id'),
      score: integer(row, 'score'),
      body: json(row, 'body', StoredEvaluation)
    }))
}

/** Person-days, highest score first, each under the policy that scores it highest. Days are included on both ends. */
export function rankDays(
  sql: Sql,
  fromDay: number | null,
  toDay: number | null,
  limit: number
): readonly { personId: number; policyId: number; day: number; score: number }[] {
  return sql
    .all(
      'SELECT person_id, policy_id, day, max(score) AS score FROM day_score WHERE day >= ? AND day <= ? AND score > 0 GROUP BY person_id, day ' +
        'ORDER BY score DESC, day, person_id LIMIT ?',
      [fromDay ?? Number.MIN_SAFE_INTEGER, toDay ?? Number.MAX_SAFE_INTEGER, limit]
    )
    .map((row) => ({
      personId: integer(row, 'person_id'),
      policyId: integer(row, 'policy_id'),
      day: integer(row, 'day'),
      score: integer(row, 'score')
    }))
}

export function countInScope(sql: Sql, policyId: number): number {
  return sql.number('SELECT count(*) FROM evaluation WHERE policy_id = ? AND in_scope = 1', [policyId])
}
