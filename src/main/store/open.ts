/**
 * Opens the two encrypted files of a workspace. The writer holds one connection to each, so that the vault is
 * committed before the main store; readers hold one connection that sees both and can write neither.
 */
import { copyFileSync, existsSync } from 'node:fs'
import path from 'node:path'
import { MAIN_MIGRATIONS, migrate, VAULT_MIGRATIONS } from './migrate.ts'
import { openSql, type RawKey, type Sql } from './sql.ts'

export interface StoreKeys {
  readonly main: RawKey
  readonly vault: RawKey
}

export interface WriterStore {
  readonly main: Sql
  readonly vault: Sql
  close(): void
}

export const MAIN_FILE = 'main.db'
export const VAULT_FILE = 'vault.db'

/** One of the two files is gone, or they are of different times: opening would make up an empty one. */
export class StoreIncomplete extends Error {}

/**
 * Opens the files, or makes them when the workspace is new. Throws `StoreIncomplete`, `NotReadable`, `NewerVersion` or
 * `ChangedMigration`.
 */
export function openWriter(folder: string, keys: StoreKeys, isNew: boolean): WriterStore {
  if (!isNew && [MAIN_FILE, VAULT_FILE].some((file) => !existsSync(path.join(folder, file)))) {
    throw new StoreIncomplete('a file of the store is missing')
  }
  const main = openMigrated(path.join(folder, MAIN_FILE), keys.main, MAIN_MIGRATIONS)
  try {
    const vault = openMigrated(path.join(folder, VAULT_FILE), keys.vault, VAULT_MIGRATIONS)
    try {
      sweepOrphans(main, vault)
    } catch (error) {
      vault.close()
      throw error
    }
    return {
      main,
      vault,
      close: () => {
        main.close()
        vault.close()
      }
    }
  } catch (error) {
    main.close()
    throw error
  }
}

/** Reads both files through one connection; the vault's tables are named `vault.…`. */
export function openReader(folder: string, keys: StoreKeys): Sql {
  return openSql(path.join(folder, MAIN_FILE), keys.main, {
    isReader: true,
    attach: { file: path.join(folder, VAULT_FILE), key: keys.vault }
  })
}

/** Both or neither: the vault first, so that the main store never names a text that is not there. */
export function inTransaction<Result>(store: WriterStore, work: () => Result): Result {
  store.vault.exec('BEGIN IMMEDIATE')
  store.main.exec('BEGIN IMMEDIATE')
  let result: Result
  try {
    result = work()
  } catch (error) {
    store.main.exec('ROLLBACK')
    store.vault.exec('ROLLBACK')
    throw error
  }
  store.vault.exec('COMMIT')
  store.main.exec('COMMIT')
  return result
}

function openMigrated(file: string, key: RawKey, migrations: typeof MAIN_MIGRATIONS): Sql {
  const sql = openSql(file, key, { isReader: false })
  try {
    migrate(sql, migrations, () => {
      sql.exec('PRAGMA wal_checkpoint(TRUNCATE)')
      if (existsSync(file)) copyFileSync(file, `${file}.before-upgrade`)
    })
  } catch (error) {
    sql.close()
    throw error
  }
  return sql
}

/** A crash leaves one batch; more tells that one of the files was restored from an older backup than the other. */
const MOST_ORPHANS = 20_000

/** Removes what a crash between the two commits left in the vault. */
function sweepOrphans(main: Sql, vault: Sql): void {
  const lastActivity = main.number('SELECT coalesce(max(id), 0) FROM activity')
  const lastPerson = main.number('SELECT coalesce(max(id), 0) FROM person')
  const lastHrEvent = main.number('SELECT coalesce(max(id), 0) FROM hr_event')
  const lastImport = main.number('SELECT coalesce(max(id), 0) FROM import')
  const left = vault.number('SELECT count(*) FROM activity_text WHERE activity_id > ?', [lastActivity])
  if (left > MOST_ORPHANS) throw new StoreIncomplete('the two files of the store are of different times')
  vault.exec('BEGIN IMMEDIATE')
  vault.run('DELETE FROM activity_text WHERE activity_id > ?', [lastActivity])
  vault.run('DELETE FROM hr_text WHERE hr_event_id > ?', [lastHrEvent])
  vault.run('DELETE FROM import_text WHERE import_id > ?', [lastImport])
  vault.run('DELETE FROM alias WHERE person_id > ?', [lastPerson])
  vault.run('DELETE FROM identity WHERE person_id > ?', [lastPerson])
  vault.exec('COMMIT')
}
