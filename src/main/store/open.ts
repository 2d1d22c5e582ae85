/**
 * Opens the two encrypted files of a workspace. The writer holds one connection to each, so that the vault is
 * committed before the main store; readers hold one connection that sees both and can write neither.
 */
import { copyFileSync, existsSync } from 'node:fs'
import path from 'node:path'
import { integer } from './columns.ts'
import { MAIN_MIGRATIONS, migrate, VAULT_MIGRATIONS } from './migrate.ts'
import { openSql, type RawKey, type Sql } from './sql.ts'

export interface StoreKeys {
  readonly main: RawKey
  readonly vault: RawKey
}

export interface WriterStore {
  readonly main: Sql
  readonly vault: Sql
  /** Opens a transaction on both. Waits for another process that writes; throws `StoreBusy` when that does not end. */
  begin(): void
  close(): void
}

export const MAIN_FILE = 'main.db'
export const VAULT_FILE = 'vault.db'

/** Another process writes and did not end within a minute. */
export class StoreBusy extends Error {}

/** One of the two files is gone, or they are of different times: opening would make up an empty one. */
export class StoreIncomplete extends Error {}

/**
 * Opens the files, or makes them when the workspace is new. Throws `StoreIncomplete`, `NotReadable`, `NewerVersion` or
 * `ChangedMigration`.
 */
export function openWriter(folder: string, keys: StoreKeys, isNew: boolean, onWait: () => void = ignore): WriterStore {
  if (!isNew && [MAIN_FILE, VAULT_FILE].some((file) => !existsSync(path.join(folder, file)))) {
    throw new StoreIncomplete('a file of the store is missing')
  }
  const main = openMigrated(path.join(folder, MAIN_FILE), keys.main, MAIN_MIGRATIONS)
  try {
    const vault = openMigrated(path.join(folder, VAULT_FILE), keys.vault, VAULT_MIGRATIONS)
    try {
      sweepOrphans(main, vault, onWait)
    } catch (error) {
      vault.close()
      throw error
    }
    return {
      main,
      vault,
      begin: () => {
        // Every writer takes the vault first, so whoever has it finds the main store free.
        beginPatiently(vault, onWait)
        main.exec('BEGIN IMMEDIATE')
      },
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
  store.begin()
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

const ignore = (): void => undefined
/** From here on a person notices that something waits. */
const NOTICEABLE_MS = 1500
const MOST_WAITS = 40

function beginPatiently(vault: Sql, onWait: () => void): void {
  vault.exec(`PRAGMA busy_timeout = ${String(NOTICEABLE_MS)}`)
  for (let waits = 0; waits < MOST_WAITS; waits += 1) {
    try {
      vault.exec('BEGIN IMMEDIATE')
      return
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY')) throw error
      if (waits === 0) onWait()
    }
  }
  throw new StoreBusy('another process is writing')
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

/** Removes what a crash between the two commits left in the vault; what an undo left there is `leftovers.ts`. */
function sweepOrphans(main: Sql, vault: Sql, onWait: () => void): void {
  const lastActivity = main.number('SELECT coalesce(max(id), 0) FROM activity')
  const lastHrEvent = main.number('SELECT coalesce(max(id), 0) FROM hr_event')
  const lastBlock = main.number('SELECT coalesce(max(id), 0) FROM block')
  const lastImport = main.number('SELECT coalesce(max(id), 0) FROM import')
  const left = vault.number('SELECT count(*) FROM activity_text WHERE activity_id > ?', [lastActivity])
  const undone = main.number("SELECT coalesce(sum(until - id + 1), 0) FROM leftover WHERE what = 'activity'")
  if (left > MOST_ORPHANS + undone) throw new StoreIncomplete('the two files of the store are of different times')
  beginPatiently(vault, onWait)
  vault.run('DELETE FROM activity_text WHERE activity_id > ?', [lastActivity])
  vault.run('DELETE FROM hr_text WHERE hr_event_id > ?', [lastHrEvent])
  vault.run('DELETE FROM raw_block WHERE id > ?', [lastBlock])
  for (const table of ['import_text', 'rejected_row', 'profile_text'])
    vault.run(`DELETE FROM ${table} WHERE import_id > ?`, [lastImport])
  sweepPeople(main, vault)
  vault.exec('COMMIT')
}

/** People of the vault that the main store does not know; whom an undo removed is told by its leftovers. */
function sweepPeople(main: Sql, vault: Sql): void {
  const leaving = main.number("SELECT count(*) FROM leftover WHERE what = 'person'")
  if (vault.number('SELECT count(*) FROM identity') === main.number('SELECT count(*) FROM person') + leaving) return
  const known = new Set(
    main
      .all("SELECT id FROM person UNION ALL SELECT id FROM leftover WHERE what = 'person'")
      .map((row) => integer(row, 'id'))
  )
  for (const row of vault.all('SELECT person_id FROM identity')) {
    const personId = integer(row, 'person_id')
    if (known.has(personId)) continue
    for (const table of ['alias', 'profile_text', 'identity'])
      vault.run(`DELETE FROM ${table} WHERE person_id = ?`, [personId])
  }
}
