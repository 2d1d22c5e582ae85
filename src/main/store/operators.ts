/** Operators of the workspace: names, roles, status. Their passphrases are known to the keyring only. */
import { z } from 'zod'
import { ROLES, type Role } from '../../shared/domain/role.ts'
import { integer, integerOrNull, json, oneOf, text } from './columns.ts'
import type { Sql, SqlRow } from './sql.ts'

export interface OperatorRow {
  readonly id: number
  readonly name: string
  readonly roles: readonly Role[]
  readonly status: 'active' | 'disabled'
  readonly lastSeenMs: number | null
}

export function listOperators(sql: Sql): readonly OperatorRow[] {
  return sql.all('SELECT id, name, roles, status, last_seen_ms FROM operator ORDER BY name').map(operatorOf)
}

/** The name is matched without regard to case. */
export function findOperator(sql: Sql, name: string): OperatorRow | null {
  const row = sql.get('SELECT id, name, roles, status, last_seen_ms FROM operator WHERE name = ?', [name])
  return row === undefined ? null : operatorOf(row)
}

export function addOperator(sql: Sql, name: string, roles: readonly Role[], atMs: number): void {
  sql.run("INSERT INTO operator (name, roles, status, created_ms) VALUES (?, ?, 'active', ?)", [
    name,
    JSON.stringify(roles),
    atMs
  ])
}

export function markSeen(sql: Sql, name: string, atMs: number): void {
  sql.run('UPDATE operator SET last_seen_ms = ? WHERE name = ?', [atMs, name])
}

function operatorOf(row: SqlRow): OperatorRow {
  return {
    id: integer(row, 'id'),
    name: text(row, 'name'),
    roles: json(row, 'roles', z.array(z.enum(ROLES))),
    status: oneOf(row, 'status', ['active', 'disabled']),
    lastSeenMs: integerOrNull(row, 'last_seen_ms')
  }
}
