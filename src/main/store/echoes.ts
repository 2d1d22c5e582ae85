/** Finds the record that another one echoes: the same person, the same item, shortly before. */
import { ECHO_AFTER_MS, ECHO_BEFORE_MS, ECHOES } from '../../shared/domain/echo.ts'
import { integer } from './columns.ts'
import type { Sql } from './sql.ts'

/** Null for what is no echo, and for an echo whose first record is not in the store. */
export function echoOf(reader: Sql, activity: { readonly id: number; readonly operation: string }): number | null {
  const first = ECHOES[activity.operation]
  if (first === undefined) return null
  const row = reader.get(
    'SELECT a.id FROM activity e JOIN activity a ON a.at_ms BETWEEN e.at_ms - ? AND e.at_ms + ? AND a.person_id = e.person_id ' +
      "AND a.item_key = e.item_key WHERE e.id = ? AND a.operation_id IN (SELECT id FROM word WHERE kind = 'operation' AND text = ?) " +
      'ORDER BY abs(a.at_ms - e.at_ms), a.id LIMIT 1',
    [ECHO_BEFORE_MS, ECHO_AFTER_MS, activity.id, first]
  )
  return row === undefined ? null : integer(row, 'id')
}
