/** Rows of the audit log. Appends only; sealing and checking the chain is custody's, joined by the worker. */
import { z } from 'zod'
import type { AuditEntry } from '../../shared/contract/audit.ts'
import { ROLES } from '../../shared/domain/role.ts'
import { integer, integerOrNull, json, oneOf, text } from './columns.ts'
import type { Sql, SqlRow } from './sql.ts'

export function lastAudit(sql: Sql): { seq: number; hash: string; atMs: number } | null {
  const row = sql.get('SELECT seq, hash, at_ms FROM audit ORDER BY seq DESC LIMIT 1')
  return row === undefined ? null : { seq: integer(row, 'seq'), hash: text(row, 'hash'), atMs: integer(row, 'at_ms') }
}

export function appendAudit(main: Sql, entry: AuditEntry): void {
  main.run(
    'INSERT INTO audit (seq, at_ms, operator, roles, action, object_type, object_id, case_id, outcome, details, previous_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    [
      entry.seq,
      entry.atMs,
      entry.operator,
      JSON.stringify(entry.roles),
      entry.action,
      entry.objectType,
      entry.objectId,
      entry.caseId,
      entry.outcome,
      JSON.stringify(entry.details),
      entry.previousHash,
      entry.hash
    ]
  )
}

/** Newest first, below `before`. */
export function listAudit(
  reader: Sql,
  filter: { action: string | null; before: number | null; limit: number }
): { rows: readonly AuditEntry[]; total: number } {
  const rows = reader.all('SELECT * FROM audit WHERE seq < ? AND (? IS NULL OR action = ?) ORDER BY seq DESC LIMIT ?', [
    filter.before ?? Number.MAX_SAFE_INTEGER,
    filter.action,
    filter.action,
    filter.limit
  ])
  return {
    rows: rows.map(entryOf),
    total: reader.number('SELECT count(*) FROM audit WHERE (? IS NULL OR action = ?)', [filter.action, filter.action])
  }
}

/** The whole log in order, a thousand entries at a time. */
export function* eachAudit(sql: Sql): Generator<AuditEntry> {
  let after = Number.MIN_SAFE_INTEGER
  for (;;) {
    const rows = sql.all('SELECT * FROM audit WHERE seq > ? ORDER BY seq LIMIT 1000', [after])
    for (const row of rows) yield entryOf(row)
    const last = rows.at(-1)
    if (last === undefined) return
    after = integer(last, 'seq')
  }
}

export function listCaseAudit(reader: Sql, caseId: number): readonly AuditEntry[] {
  return reader.all('SELECT * FROM audit WHERE case_id = ? ORDER BY seq', [caseId]).map(entryOf)
}

function entryOf(row: SqlRow): AuditEntry {
  return {
    seq: integer(row, 'seq'),
    atMs: integer(row, 'at_ms'),
    operator: text(row, 'operator'),
    roles: json(row, 'roles', z.array(z.enum(ROLES))),
    action: text(row, 'action'),
    objectType: text(row, 'object_type'),
    objectId: text(row, 'object_id'),
    caseId: integerOrNull(row, 'case_id'),
    outcome: oneOf(row, 'outcome', ['done', 'refused', 'failed']),
    details: json(row, 'details', z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))),
    previousHash: text(row, 'previous_hash'),
    hash: text(row, 'hash')
  }
}
