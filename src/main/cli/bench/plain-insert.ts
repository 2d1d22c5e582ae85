/**
 * The baseline: the same rows, already normalised and in memory, one prepared statement a row into one wide table of the
 * same encrypted kind. It parses nothing, looks nothing up and keeps no receipt, so it is what the store alone could do.
 */
import { randomBytes } from 'node:crypto'
import { statSync } from 'node:fs'
import path from 'node:path'
import { openSql, type SqlValue } from '../../store/sql.ts'
import type { MadeCompany } from './made-company.ts'
import { makeRecords, type MadeSpan } from './made-records.ts'

export interface PlainInsert {
  readonly rowsPerSecond: number
  readonly bytesPerRow: number
}

const TABLE = `
  CREATE TABLE plain (
    id INTEGER PRIMARY KEY, record_id TEXT NOT NULL, at_ms INTEGER NOT NULL, person TEXT NOT NULL, workload TEXT NOT NULL,
    operation TEXT NOT NULL, item_type TEXT NOT NULL, path TEXT NOT NULL, file_name TEXT NOT NULL, extension TEXT NOT NULL,
    site_url TEXT NOT NULL, address TEXT NOT NULL, device TEXT NOT NULL, size_bytes INTEGER NOT NULL, raw TEXT NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX plain_record ON plain (record_id);
  CREATE INDEX plain_person_time ON plain (person, at_ms)`
const INSERT =
  'INSERT INTO plain (record_id, at_ms, person, workload, operation, item_type, path, file_name, extension, site_url, address, device, size_bytes, raw) ' +
  'VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)'

/** As many rows in a transaction as an import stores at once. */
const CHUNK_ROWS = 1000

/** What is plain grows slow with its size; beyond this it would take longer than all the rest and fill the disk. */
const MOST_ROWS = 1_000_000

/** Only the inserting is timed, not the making. */
export function measurePlainInsert(folder: string, company: MadeCompany, span: MadeSpan): PlainInsert {
  const file = path.join(folder, 'plain.db')
  const sql = openSql(file, { hex: randomBytes(48).toString('hex') }, { isReader: false })
  sql.exec(TABLE)
  let tookMs = 0
  let rows = 0
  let chunk: SqlValue[][] = []
  const store = (): void => {
    const startedMs = performance.now()
    sql.exec('BEGIN IMMEDIATE')
    for (const values of chunk) sql.run(INSERT, values)
    sql.exec('COMMIT')
    tookMs += performance.now() - startedMs
    rows += chunk.length
    chunk = []
  }
  for (const { json, row } of makeRecords(company, span)) {
    if (rows >= MOST_ROWS) break
    if (chunk.push([...row, json]) === CHUNK_ROWS) store()
  }
  if (chunk.length > 0) store()
  sql.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  sql.close()
  return { rowsPerSecond: (rows / tookMs) * 1000, bytesPerRow: statSync(file).size / rows }
}
