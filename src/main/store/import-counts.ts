/**
 * Activities of each import by workload, operation and day of the scoring zone: small enough to answer where the logs
 * have holes, and what nobody looks at, without a look at the activities.
 */
import type { Source } from '../../shared/domain/source.ts'
import { SOURCES } from '../../shared/domain/source.ts'
import { type DayOf, dayOfZone } from '../../shared/domain/day.ts'
import { integer, oneOf, text } from './columns.ts'
import { readSetting } from './settings.ts'
import type { Sql } from './sql.ts'

export interface OpenCounts {
  add(workloadId: number, operationId: number, atMs: number): void
  write(): void
}

/** Counts what an ingest stores, batch by batch. */
export function importCounter(main: Sql): { open(importId: number): OpenCounts } {
  let zone = ''
  let dayOf: DayOf = dayOfZone('UTC')
  return {
    open(importId) {
      const current = readSetting(main, 'timezone')
      if (current !== zone) dayOf = dayOfZone(current)
      zone = current
      const counts = new Map<string, Count>()
      return {
        add: (workloadId, operationId, atMs) => {
          addCount(counts, workloadId, operationId, dayOf(atMs), 1)
        },
        write: () => {
          writeCounts(main, importId, counts)
        }
      }
    }
  }
}

/** Counts an import anew from its activities: after an undo handed some over, and when the scoring zone has changed. */
export function recountImport(main: Sql, importId: number, dayOf: DayOf): void {
  main.run('DELETE FROM import_count WHERE import_id = ?', [importId])
  const counts = new Map<string, Count>()
  // Days of any zone begin on a quarter of an hour.
  const quarters = main.all(
    'SELECT workload_id, operation_id, at_ms / 900000 - (at_ms % 900000 < 0) AS quarter, count(*) AS activities FROM activity WHERE import_id = ? GROUP BY 1, 2, 3',
    [importId]
  )
  for (const row of quarters) {
    const day = dayOf(integer(row, 'quarter') * 900_000)
    addCount(counts, integer(row, 'workload_id'), integer(row, 'operation_id'), day, integer(row, 'activities'))
  }
  writeCounts(main, importId, counts)
}

/** Imports that activities are counted under. */
export function importsWithCounts(sql: Sql): readonly number[] {
  return sql
    .all('SELECT DISTINCT import_id FROM import_count ORDER BY import_id')
    .map((row) => integer(row, 'import_id'))
}

export interface DaysOfWorkload {
  readonly source: Source
  readonly workload: string
  /** In order. */
  readonly days: readonly { readonly day: number; readonly activities: number }[]
}

/** Days on which each source and workload was seen, over all imports, or over those of one source before an import. */
export function daysBySource(
  sql: Sql,
  only: { readonly source: Source; readonly upToImport: number } | null = null
): readonly DaysOfWorkload[] {
  const where = only === null ? '' : 'WHERE i.source = ? AND i.id <= ? '
  const rows = sql.all(
    'SELECT i.source, w.text AS workload, c.day, sum(c.activities) AS activities FROM import_count c JOIN import i ON i.id = c.import_id ' +
      `JOIN word w ON w.id = c.workload_id ${where}GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
    only === null ? [] : [only.source, only.upToImport]
  )
  const found: { source: Source; workload: string; days: { day: number; activities: number }[] }[] = []
  for (const row of rows) {
    const source = oneOf(row, 'source', SOURCES)
    const workload = text(row, 'workload')
    let last = found.at(-1)
    if (last === undefined || last.source !== source || last.workload !== workload)
      found.push((last = { source, workload, days: [] }))
    last.days.push({ day: integer(row, 'day'), activities: integer(row, 'activities') })
  }
  return found
}

/** Operations of an import and how many activities bear them, the most frequent first. */
export function operationsOf(
  sql: Sql,
  importId: number
): readonly { readonly workload: string; readonly operation: string; readonly rows: number }[] {
  return sql
    .all(
      'SELECT w.text AS workload, o.text AS operation, sum(c.activities) AS activities FROM import_count c JOIN word w ON w.id = c.workload_id ' +
        'JOIN word o ON o.id = c.operation_id WHERE c.import_id = ? GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2',
      [importId]
    )
    .map((row) => ({
      workload: text(row, 'workload'),
      operation: text(row, 'operation'),
      rows: integer(row, 'activities')
    }))
}

interface Count {
  readonly workloadId: number
  readonly operationId: number
  readonly day: number
  activities: number
}

function addCount(
  counts: Map<string, Count>,
  workloadId: number,
  operationId: number,
  day: number,
  activities: number
): void {
  const key = `${String(workloadId)} ${String(operationId)} ${String(day)}`
  const count = counts.get(key)
  if (count === undefined) counts.set(key, { workloadId, operationId, day, activities })
  else count.activities += activities
}

function writeCounts(main: Sql, importId: number, counts: ReadonlyMap<string, Count>): void {
  for (const { workloadId, operationId, day, activities } of counts.values()) {
    main.run(
      'INSERT INTO import_count (import_id, workload_id, operation_id, day, activities) VALUES (?, ?, ?, ?, ?) ' +
        'ON CONFLICT (import_id, workload_id, operation_id, day) DO UPDATE SET activities = activities + excluded.activities',
      [importId, workloadId, operationId, day, activities]
    )
  }
}
