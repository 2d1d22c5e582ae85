/** Cases and their append-only notes. Names of cases and texts of notes lie in the vault, unmasked. */
import type { NoteView } from '../../shared/contract/case.ts'
import { type CaseRow, RESOLUTIONS } from '../../shared/contract/case.ts'
import { CASE_STATUSES } from '../../shared/contract/alert.ts'
import { Pseudonym } from '../../shared/domain/pseudonym.ts'
import { integer, oneOf, text } from './columns.ts'
import type { WriterStore } from './open.ts'
import type { Sql, SqlRow } from './sql.ts'
import { writeText } from './written.ts'

type NoteKind = NoteView['kind']

export function openCase(store: WriterStore, name: string, operator: string, atMs: number): number {
  const id = store.main.number('SELECT coalesce(max(id), 0) + 1 FROM case_file')
  store.main.run(
    "INSERT INTO case_file (id, status, opened_ms, updated_ms, updated_by) VALUES (?, 'active', ?, ?, ?)",
    [id, atMs, atMs, operator]
  )
  writeText(store.vault, 'case', id, name)
  return id
}

export function touchCase(main: Sql, id: number, operator: string, atMs: number): void {
  main.run('UPDATE case_file SET updated_ms = ?, updated_by = ? WHERE id = ?', [atMs, operator, id])
}

export function closeCase(
  main: Sql,
  id: number,
  resolution: (typeof RESOLUTIONS)[number],
  operator: string,
  atMs: number
): void {
  main.run("UPDATE case_file SET status = 'closed', resolution = ? WHERE id = ?", [resolution, id])
  touchCase(main, id, operator, atMs)
}

export function caseStatus(sql: Sql, id: number): 'active' | 'closed' | null {
  const row = sql.get('SELECT status FROM case_file WHERE id = ?', [id])
  return row === undefined ? null : oneOf(row, 'status', CASE_STATUSES)
}

export function alertsOfCase(sql: Sql, id: number): readonly number[] {
  return sql.all('SELECT id FROM alert WHERE case_id = ? ORDER BY id', [id]).map((row) => integer(row, 'id'))
}

export function addNote(
  store: WriterStore,
  note: { caseId: number; kind: NoteKind; text: string; operator: string; atMs: number }
): number {
  const id = store.main.number('SELECT coalesce(max(id), 0) + 1 FROM note')
  store.main.run('INSERT INTO note (id, case_id, at_ms, operator, kind) VALUES (?, ?, ?, ?, ?)', [
    id,
    note.caseId,
    note.atMs,
    note.operator,
    note.kind
  ])
  writeText(store.vault, 'note', id, note.text)
  touchCase(store.main, note.caseId, note.operator, note.atMs)
  return id
}

const SELECT =
  "SELECT c.*, coalesce(t.text, '') AS name, (SELECT count(*) FROM alert a WHERE a.case_id = c.id) AS alerts, " +
  '(SELECT count(*) FROM note n WHERE n.case_id = c.id) AS notes, (SELECT coalesce(max(score), 0) FROM alert a WHERE a.case_id = c.id) AS highest_score, ' +
  "(SELECT coalesce(group_concat(pseudonym, ' '), '') FROM (SELECT DISTINCT p.pseudonym FROM alert a JOIN person p ON p.id = a.person_id WHERE a.case_id = c.id ORDER BY 1)) AS people " +
  "FROM case_file c LEFT JOIN vault.written_text t ON t.about = 'case' AND t.id = c.id"

/** Last updated first. */
export function listCases(reader: Sql, status: 'active' | 'closed' | null): readonly CaseRow[] {
  return reader
    .all(`${SELECT} WHERE ? IS NULL OR c.status = ? ORDER BY c.updated_ms DESC, c.id DESC`, [status, status])
    .map(caseOf)
}

export function findCase(reader: Sql, id: number): CaseRow | null {
  const row = reader.get(`${SELECT} WHERE c.id = ?`, [id])
  return row === undefined ? null : caseOf(row)
}

/** Oldest first. */
export function listNotes(reader: Sql, caseId: number): readonly NoteView[] {
  return reader
    .all(
      "SELECT n.*, coalesce(t.text, '') AS words FROM note n LEFT JOIN vault.written_text t ON t.about = 'note' AND t.id = n.id WHERE n.case_id = ? ORDER BY n.id",
      [caseId]
    )
    .map((row) => ({
      id: integer(row, 'id'),
      atMs: integer(row, 'at_ms'),
      operator: text(row, 'operator'),
      kind: oneOf(row, 'kind', ['note', 'decision', 'export', 'resolution']),
      text: text(row, 'words')
    }))
}

function caseOf(row: SqlRow): CaseRow {
  const people = text(row, 'people')
  return {
    id: integer(row, 'id'),
    name: text(row, 'name'),
    status: oneOf(row, 'status', CASE_STATUSES),
    resolution: row['resolution'] === null ? null : oneOf(row, 'resolution', RESOLUTIONS),
    people: people === '' ? [] : people.split(' ').map((pseudonym) => Pseudonym.parse(pseudonym)),
    alerts: integer(row, 'alerts'),
    notes: integer(row, 'notes'),
    highestScore: integer(row, 'highest_score'),
    openedMs: integer(row, 'opened_ms'),
    updatedMs: integer(row, 'updated_ms'),
    updatedBy: text(row, 'updated_by')
  }
}
