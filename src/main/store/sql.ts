/**
 * The one file that knows the SQLCipher binding. Opens a database with its raw key, keeps prepared statements, and
 * never lets an error text of the binding out while a key is in play: a syntax error would echo it.
 */
import { Database, setLogger, type Statement } from '@signalapp/sqlcipher'

export type SqlValue = string | number | null | Uint8Array<ArrayBuffer>
export type SqlRow = Readonly<Record<string, SqlValue>>

/** A 32-byte key and 16-byte salt as 96 hexadecimal digits; the raw form skips the binding's own derivation. */
export interface RawKey {
  readonly hex: string
}

/** The file is not a database under this key, or not a database at all. */
export class NotReadable extends Error {}

export interface Sql {
  exec(sql: string): void
  run(sql: string, params?: readonly SqlValue[]): number
  get(sql: string, params?: readonly SqlValue[]): SqlRow | undefined
  all(sql: string, params?: readonly SqlValue[]): readonly SqlRow[]
  /** First column of the first row as a number; 0 when there is no row. */
  number(sql: string, params?: readonly SqlValue[]): number
  close(): void
}

export interface OpenOptions {
  readonly isReader: boolean
  /** A second encrypted file, visible to this connection as `vault`. */
  readonly attach?: { readonly file: string; readonly key: RawKey }
}

setLogger(() => undefined)

/** Opens or creates `file`. Throws `NotReadable` for a wrong key or a file that is no database. */
export function openSql(file: string, key: RawKey, options: OpenOptions): Sql {
  const database = new Database(file)
  try {
    database.exec('PRAGMA cipher_log_level = NONE')
    database.exec(`PRAGMA key = ${keyLiteral(key)}`)
    database.exec(
      'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 30000; PRAGMA foreign_keys = ON; ' +
        'PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; PRAGMA cache_size = -12000; PRAGMA temp_store = MEMORY; ' +
        'PRAGMA journal_size_limit = 67108864'
    )
    database.prepare('SELECT count(*) AS n FROM sqlite_master').get()
    if (options.attach !== undefined) {
      database.exec(
        `ATTACH DATABASE '${options.attach.file.replaceAll("'", "''")}' AS vault KEY ${keyLiteral(options.attach.key)}`
      )
      database.prepare('SELECT count(*) AS n FROM vault.sqlite_master').get()
    }
    if (options.isReader) database.exec('PRAGMA query_only = ON')
  } catch {
    // The binding's message may hold the key: it ends here.
    database.close()
    throw new NotReadable('the file is not a database under this key')
  }
  return wrap(database)
}

function keyLiteral(key: RawKey): string {
  if (!/^[0-9a-f]{96}$/.test(key.hex)) throw new NotReadable('the key has not the form of a raw key')
  return `"x'${key.hex}'"`
}

function wrap(database: Database): Sql {
  const statements = new Map<string, Statement>()
  const prepared = (sql: string): Statement => {
    let statement = statements.get(sql)
    if (statement === undefined) {
      statement = database.prepare(sql)
      statements.set(sql, statement)
    }
    return statement
  }
  return {
    exec: (sql) => {
      database.exec(sql)
    },
    run: (sql, params = []) => prepared(sql).run(params).changes,
    get: (sql, params = []) => prepared(sql).get(params),
    all: (sql, params = []) => prepared(sql).all(params),
    number: (sql, params = []) => {
      const row = prepared(sql).get(params)
      const value = row === undefined ? 0 : Object.values(row)[0]
      return typeof value === 'number' ? value : 0
    },
    close: () => {
      for (const statement of statements.values()) statement.close()
      statements.clear()
      database.close()
    }
  }
}
