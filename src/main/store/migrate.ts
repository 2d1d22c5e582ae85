/**
 * Numbered migrations, each once, all pending ones in one transaction. Refuses a database of a newer version and a
 * shipped migration that changed since it was applied.
 */
import { createHash } from 'node:crypto'
import { integer, text } from './columns.ts'
import mainFirst from './migrations/main/001-first.sql?raw'
import vaultFirst from './migrations/vault/001-first.sql?raw'
import type { Sql } from './sql.ts'

export interface Migration {
  readonly number: number
  readonly sql: string
}

export const MAIN_MIGRATIONS: readonly Migration[] = [{ number: 1, sql: mainFirst }]
export const VAULT_MIGRATIONS: readonly Migration[] = [{ number: 1, sql: vaultFirst }]

/** The database was written by a newer Inward. */
export class NewerVersion extends Error {}
/** A migration differs from what was applied: the program was tampered with or built wrongly. */
export class ChangedMigration extends Error {}

/** Brings the database to the newest version; calls `backUp` before it touches one that already holds data. */
export function migrate(sql: Sql, migrations: readonly Migration[], backUp: () => void): void {
  sql.exec('CREATE TABLE IF NOT EXISTS migration (number INTEGER PRIMARY KEY, sha256 TEXT NOT NULL) STRICT')
  const applied = new Map(
    sql.all('SELECT number, sha256 FROM migration').map((row) => [integer(row, 'number'), text(row, 'sha256')])
  )
  for (const number of applied.keys()) {
    if (!migrations.some((migration) => migration.number === number))
      throw new NewerVersion(`version ${String(number)}`)
  }
  for (const migration of migrations) {
    const known = applied.get(migration.number)
    if (known !== undefined && known !== fingerprint(migration))
      throw new ChangedMigration(`migration ${String(migration.number)}`)
  }
  const pending = migrations.filter((migration) => !applied.has(migration.number))
  if (pending.length === 0) return
  if (applied.size > 0) backUp()
  sql.exec('BEGIN IMMEDIATE')
  try {
    for (const migration of pending) {
      sql.exec(migration.sql)
      sql.run('INSERT INTO migration (number, sha256) VALUES (?, ?)', [migration.number, fingerprint(migration)])
    }
    sql.exec('COMMIT')
  } catch (error) {
    sql.exec('ROLLBACK')
    throw error
  }
}

function fingerprint(migration: Migration): string {
  return createHash('sha256').update(migration.sql).digest('hex')
}
