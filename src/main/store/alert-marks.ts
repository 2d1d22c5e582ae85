/** Marks alerts on which somebody decided when an import behind them is undone: they stay as they were decided on. */
import { integer, text } from './columns.ts'
import type { Sql } from './sql.ts'

/**
 * Marks every decided alert whose lines or triggers fall on a record that is about to go (`temp.doomed`). Open alerts
 * need no mark: they are scored anew. Gives their number.
 */
export function markAlerts(
  main: Sql,
  importId: number,
  by: { readonly operator: string; readonly atMs: number }
): number {
  return main.run(
    'INSERT OR IGNORE INTO alert_undone_import (alert_id, import_id, at_ms, operator) SELECT a.id, ?, ?, ? FROM alert a ' +
      "WHERE a.status <> 'needs-review' AND a.person_id IN (SELECT id FROM temp.touched) AND (" +
      "EXISTS (SELECT 1 FROM json_each(a.body, '$.factors') f JOIN activity v ON v.person_id = a.person_id " +
      "AND v.at_ms >= json_extract(f.value, '$.fromMs') AND v.at_ms <= json_extract(f.value, '$.toMs') JOIN temp.doomed x ON x.id = v.id) " +
      'OR EXISTS (SELECT 1 FROM hr_event h JOIN temp.doomed x ON x.id = h.id WHERE h.person_id = a.person_id AND h.at_ms IN ' +
      "(SELECT json_extract(t.value, '$.atMs') FROM json_each(a.body, '$.triggers') t)) " +
      'OR EXISTS (SELECT 1 FROM account_deletion d JOIN temp.doomed x ON x.id = d.activity_id WHERE d.person_id = a.person_id AND d.at_ms IN ' +
      "(SELECT json_extract(t.value, '$.atMs') FROM json_each(a.body, '$.triggers') t)))",
    [importId, by.atMs, by.operator]
  )
}

export interface AlertMark {
  readonly importId: number
  readonly atMs: number
  readonly operator: string
}

/** Newest first. */
export function marksOn(sql: Sql, alertId: number): readonly AlertMark[] {
  return sql
    .all(
      'SELECT import_id, at_ms, operator FROM alert_undone_import WHERE alert_id = ? ORDER BY at_ms DESC, import_id DESC',
      [alertId]
    )
    .map((row) => ({
      importId: integer(row, 'import_id'),
      atMs: integer(row, 'at_ms'),
      operator: text(row, 'operator')
    }))
}
