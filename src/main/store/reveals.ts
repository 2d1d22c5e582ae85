/** Requests for a name and what became of them. What operators typed lies in the vault; the name itself is never copied. */
import { integer, integerOrNull, oneOf, text, textOrNull } from './columns.ts'
import type { WriterStore } from './open.ts'
import type { Sql, SqlRow } from './sql.ts'
import { writeText } from './written.ts'

/** As it is stored; time makes `expired` and `lapsed` of it. */
export const STORED_REVEAL_STATUSES = ['requested', 'granted', 'refused', 'withdrawn'] as const

export interface StoredReveal {
  readonly id: number
  readonly caseId: number
  readonly personId: number
  readonly pseudonym: string
  readonly status: (typeof STORED_REVEAL_STATUSES)[number]
  readonly hours: number
  readonly requestedBy: string
  readonly requestedMs: number
  readonly decidedBy: string | null
  readonly decidedMs: number | null
  readonly expiresMs: number | null
  readonly withdrawnBy: string | null
  readonly withdrawnMs: number | null
  readonly shown: number
  readonly lastShownMs: number | null
}

export interface NewReveal {
  readonly caseId: number
  readonly personId: number
  readonly hours: number
  readonly reason: string
  readonly operator: string
  readonly atMs: number
}

export function addReveal(store: WriterStore, { caseId, personId, hours, reason, operator, atMs }: NewReveal): number {
  const id = store.main.number('SELECT coalesce(max(id), 0) + 1 FROM reveal')
  store.main.run(
    "INSERT INTO reveal (id, case_id, person_id, status, hours, requested_by, requested_ms, shown) VALUES (?, ?, ?, 'requested', ?, ?, ?, 0)",
    [id, caseId, personId, hours, operator, atMs]
  )
  writeText(store.vault, 'reveal', id, reason)
  return id
}

export function decideReveal(
  store: WriterStore,
  id: number,
  decision: {
    readonly status: 'granted' | 'refused'
    readonly operator: string
    readonly atMs: number
    readonly expiresMs: number | null
    readonly answer: string | null
  }
): void {
  store.main.run('UPDATE reveal SET status = ?, decided_by = ?, decided_ms = ?, expires_ms = ? WHERE id = ?', [
    decision.status,
    decision.operator,
    decision.atMs,
    decision.expiresMs,
    id
  ])
  if (decision.answer !== null) writeText(store.vault, 'reveal-answer', id, decision.answer)
}

export function withdrawReveal(main: Sql, id: number, operator: string, atMs: number): void {
  main.run("UPDATE reveal SET status = 'withdrawn', withdrawn_by = ?, withdrawn_ms = ? WHERE id = ?", [
    operator,
    atMs,
    id
  ])
}

export function countShown(main: Sql, id: number, atMs: number): void {
  main.run('UPDATE reveal SET shown = shown + 1, last_shown_ms = ? WHERE id = ?', [atMs, id])
}

const SELECT = 'SELECT r.*, p.pseudonym FROM reveal r JOIN person p ON p.id = r.person_id'

export function findReveal(sql: Sql, id: number): StoredReveal | null {
  const row = sql.get(`${SELECT} WHERE r.id = ?`, [id])
  return row === undefined ? null : revealOf(row)
}

/** Newest first. */
export function listReveals(sql: Sql, caseId: number | null, limit: number): readonly StoredReveal[] {
  return sql
    .all(`${SELECT} WHERE ? IS NULL OR r.case_id = ? ORDER BY r.id DESC LIMIT ?`, [caseId, caseId, limit])
    .map(revealOf)
}

/** Those of one operator about one person in one case that nobody has ended. */
export function openReveals(sql: Sql, caseId: number, personId: number, operator: string): readonly StoredReveal[] {
  return sql
    .all(
      `${SELECT} WHERE r.case_id = ? AND r.person_id = ? AND r.requested_by = ? AND r.status IN ('requested', 'granted')`,
      [caseId, personId, operator]
    )
    .map(revealOf)
}

export interface StoredIdentity {
  readonly account: string
  readonly displayName: string
  readonly firstName: string
  readonly lastName: string
  readonly aliases: readonly string[]
}

/** Null for somebody whom the vault no longer knows. */
export function readIdentity(vault: Sql, personId: number): StoredIdentity | null {
  const row = vault.get('SELECT identity, display_name, first_name, last_name FROM identity WHERE person_id = ?', [
    personId
  ])
  if (row === undefined) return null
  return {
    account: text(row, 'identity'),
    displayName: text(row, 'display_name'),
    firstName: text(row, 'first_name'),
    lastName: text(row, 'last_name'),
    aliases: vault
      .all('SELECT alias FROM alias WHERE person_id = ? ORDER BY alias', [personId])
      .map((alias) => text(alias, 'alias'))
  }
}

function revealOf(row: SqlRow): StoredReveal {
  return {
    id: integer(row, 'id'),
    caseId: integer(row, 'case_id'),
    personId: integer(row, 'person_id'),
    pseudonym: text(row, 'pseudonym'),
    status: oneOf(row, 'status', STORED_REVEAL_STATUSES),
    hours: integer(row, 'hours'),
    requestedBy: text(row, 'requested_by'),
    requestedMs: integer(row, 'requested_ms'),
    decidedBy: textOrNull(row, 'decided_by'),
    decidedMs: integerOrNull(row, 'decided_ms'),
    expiresMs: integerOrNull(row, 'expires_ms'),
    withdrawnBy: textOrNull(row, 'withdrawn_by'),
    withdrawnMs: integerOrNull(row, 'withdrawn_ms'),
    shown: integer(row, 'shown'),
    lastShownMs: integerOrNull(row, 'last_shown_ms')
  }
}
