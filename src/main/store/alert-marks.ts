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
  main.exec(
    'DROP TABLE IF EXISTS temp.moment; CREATE TEMP TABLE moment (person_id INTEGER NOT NULL, at_ms INTEGER NOT NULL); ' +
      'INSERT INTO temp.moment SELECT v.person_id, v.at_ms FROM temp.doomed x JOIN activity v ON v.id = x.id ' +
      "WHERE v.person_id IN (SELECT person_id FROM alert WHERE status <> 'needs-review'); " +
      'CREATE INDEX temp.moment_person ON moment (person_id, at_ms)'
  )
  const marked = main.run(
    'INSERT OR IGNORE INTO alert_undone_import (alert_id, import_id, at_ms, operator) SELECT a.id, ?, ?, ? FROM alert a ' +
      "WHERE a.status <> 'needs-review' AND a.person_id IN (SELECT id FROM temp.touched) AND (" +
      "EXISTS (SELECT 1 FROM json_each(a.body, '$.factors') f JOIN temp.moment v ON v.person_id = a.person_id " +
      "AND v.at_ms >= json_extract(f.value, '$.fromMs') AND v.at_ms <= json_extract(f.value, '$.toMs')) " +
      'OR EXISTS (SELECT 1 FROM hr_event h JOIN temp.doomed x ON x.id = h.id WHERE h.person_id = a.person_id AND h.at_ms IN ' +
      "(SELECT json_extract(t.value, '$.atMs') FROM json_each(a.body, '$.triggers') t)) " +
      'OR EXISTS (SELECT 1 FROM account_deletion d JOIN temp.doomed x ON x.id = d.activity_id WHERE d.person_id = a.person_id AND d.at_ms IN ' +
      "(SELECT json_extract(t.value, '$.atMs') FROM json_each(a.body, '$.triggers') t)))",
    [importId, by.atMs, by.operator]
  )
  main.exec('DROP TABLE temp.moment')
  return marked
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
