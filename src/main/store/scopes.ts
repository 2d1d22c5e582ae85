/**
 * Whom operators bring into scope and take out of it by hand. The reasons lie in the vault. What by hand means is
 * decided in docs/decisions/013-scoring-by-hand.md.
 */
import { integer, integerOrNull } from './columns.ts'
import type { WriterStore } from './open.ts'
import type { Sql } from './sql.ts'
import { writeText } from './written.ts'

export interface ManualScope {
  readonly fromMs: number
  readonly untilMs: number
}

const DAY_MS = 86_400_000

/** Oldest first, whether or not a removal ended them: see `removedAtMs`. */
export function manualScopesOf(sql: Sql, policyId: number, personId: number): readonly ManualScope[] {
  return sql
    .all('SELECT from_ms, until_ms FROM manual_scope WHERE person_id = ? AND policy_id = ? ORDER BY from_ms, id', [
      personId,
      policyId
    ])
    .map((row) => ({ fromMs: integer(row, 'from_ms'), untilMs: integer(row, 'until_ms') }))
}

/** Triggers at this time and before no longer bring the person into scope; null where nobody took the person out. */
export function removedAtMs(sql: Sql, personId: number): number | null {
  const row = sql.get('SELECT at_ms FROM scope_removal WHERE person_id = ?', [personId])
  return row === undefined ? null : integer(row, 'at_ms')
}

/** Everybody for whom scoring under this policy was ever started by hand. */
export function peopleWithManualScope(sql: Sql, policyId: number): readonly number[] {
  return sql
    .all('SELECT DISTINCT person_id FROM manual_scope WHERE policy_id = ? ORDER BY person_id', [policyId])
    .map((row) => integer(row, 'person_id'))
}

/**
 * What "now" is for work by hand: logs arrive late, so it is the last activity that is known, but never later than the
 * clock. Where no activity is known it is the clock.
 */
export function nowOfData(sql: Sql, clockMs: number): number {
  const row = sql.get('SELECT max(to_ms) AS last_ms FROM fact_block')
  const lastMs = row === undefined ? null : integerOrNull(row, 'last_ms')
  return lastMs === null ? clockMs : Math.min(lastMs, clockMs)
}

export interface ScopeStart {
  readonly policyId: number
  readonly personId: number
  readonly nowMs: number
  readonly days: number
  readonly reason: string
  readonly operator: string
}

/** Starts scoring by hand. Whom an operator took out at the same moment of the data comes in after that, not before. */
export function startScope(store: WriterStore, start: ScopeStart): number {
  const { main, vault } = store
  const removedMs = removedAtMs(main, start.personId)
  const fromMs = removedMs === null ? start.nowMs : Math.max(start.nowMs, removedMs + 1)
  const id = main.number('SELECT coalesce(max(id), 0) + 1 FROM manual_scope')
  writeText(vault, 'scope', id, start.reason)
  main.run(
    'INSERT INTO manual_scope (id, policy_id, person_id, from_ms, until_ms, operator) VALUES (?, ?, ?, ?, ?, ?)',
    [id, start.policyId, start.personId, fromMs, fromMs + start.days * DAY_MS, start.operator]
  )
  return id
}

/** Takes a person out of every scope, also out of one that was started by hand at the same moment of the data. */
export function removeFromScope(main: Sql, personId: number, nowMs: number, operator: string): void {
  const startedMs = main.number('SELECT coalesce(max(from_ms), 0) FROM manual_scope WHERE person_id = ?', [personId])
  main.run(
    'INSERT INTO scope_removal (person_id, at_ms, operator) VALUES (?, ?, ?) ' +
      'ON CONFLICT (person_id) DO UPDATE SET at_ms = max(at_ms, excluded.at_ms), operator = excluded.operator',
    [personId, Math.max(nowMs, startedMs), operator]
  )
}
