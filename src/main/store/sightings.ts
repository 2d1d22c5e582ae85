/** Which imports hold a record: the one that it is counted under, and every other that met it again. */
import { integer } from './columns.ts'
import type { Sql } from './sql.ts'

export interface Provenance {
  readonly importId: number
  /** Number of the row in that import's file. */
  readonly ordinal: number
}

/** The import that holds the activity first, then the others in the order in which they came. Files read twice count once. */
export function provenancesOf(sql: Sql, activityId: number): readonly Provenance[] {
  return sql
    .all(
      'SELECT import_id, ordinal FROM (SELECT 0 AS later, import_id, ordinal FROM activity WHERE id = ? UNION ALL ' +
        'SELECT 1, s.import_id, s.ordinal FROM import i JOIN sighting s ON s.import_id = i.id AND s.record_id = ?) ORDER BY later, import_id',
      [activityId, activityId]
    )
    .map((row) => ({ importId: integer(row, 'import_id'), ordinal: integer(row, 'ordinal') }))
}

/**
 * Other imports that hold each of these records; what no other import holds is left out. Walks the imports that have met
 * anything at all: sightings lie by import, and an index by record would cost every import that overlaps.
 */
export function otherImportsOf(sql: Sql, recordIds: readonly number[]): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>()
  if (recordIds.length === 0) return found
  const rows = sql.all(
    'WITH RECURSIVE holder (id) AS (SELECT min(import_id) FROM sighting UNION ALL ' +
      'SELECT (SELECT min(import_id) FROM sighting WHERE import_id > holder.id) FROM holder WHERE holder.id IS NOT NULL) ' +
      'SELECT s.record_id, s.import_id FROM holder CROSS JOIN json_each(?) wanted ' +
      'CROSS JOIN sighting s ON s.import_id = holder.id AND s.record_id = wanted.value ORDER BY s.import_id',
    [JSON.stringify(recordIds)]
  )
  for (const row of rows) {
    const recordId = integer(row, 'record_id')
    const imports = found.get(recordId)
    if (imports === undefined) found.set(recordId, [integer(row, 'import_id')])
    else imports.push(integer(row, 'import_id'))
  }
  return found
}

/** The same file adds nothing that its first import does not hold. */
export function forgetSightings(main: Sql, importId: number): void {
  main.run('DELETE FROM sighting WHERE import_id = ?', [importId])
}
