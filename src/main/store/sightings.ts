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

/** The same file adds nothing that its first import does not hold. */
export function forgetSightings(main: Sql, importId: number): void {
  main.run('DELETE FROM sighting WHERE import_id = ?', [importId])
}
