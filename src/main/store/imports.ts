/** Imports and their receipts, which reconcile: rows read = kept + duplicate + rejected + ignored. Kept for ever. */
import { z } from 'zod'
import { IMPORT_STATUSES, Receipt } from '../../shared/contract/import.ts'
import type { Recognition } from '../../shared/domain/draft.ts'
import { dayText } from '../../shared/domain/day.ts'
import { sayBetween } from '../../shared/domain/snapshot.ts'
import { ENCODINGS, SOURCES, WRAPPINGS } from '../../shared/domain/source.ts'
import { integer, integerOrNull, json, oneOf, text, textOrNull } from './columns.ts'
import type { WriterStore } from './open.ts'
import { describeFromProfile, peopleToldBy, untellProfiles } from './profiles.ts'
import { forgetSightings } from './sightings.ts'
import { packedIds } from './fact-blocks.ts'
import type { Sql, SqlRow } from './sql.ts'

export interface ImportStart {
  readonly path: string
  readonly label: string
  readonly operator: string
  readonly bytes: number
  readonly startedMs: number
  readonly recognition: Recognition
}

export interface ImportCounts {
  readonly rowsRead: number
  readonly kept: number
  readonly duplicate: number
  readonly rejected: number
  readonly ignored: Readonly<Record<string, number>>
  readonly firstAtMs: number | null
  readonly lastAtMs: number | null
}

export interface ImportEnd {
  readonly status: 'finished' | 'stopped'
  readonly sha256: string
  readonly bytes: number
  readonly warnings: readonly string[]
  readonly durationMs: number
  readonly people: number
}

/** What a receipt keeps of its comparison with everything that was there. */
export interface ImportFindings {
  readonly warnings: readonly string[]
  readonly findings: Receipt['findings']
  readonly unreadOperations: Receipt['unreadOperations']
}

export function beginImport(store: WriterStore, start: ImportStart): number {
  const id = store.main.number('SELECT coalesce(max(id), 0) + 1 FROM import')
  const { recognition } = start
  store.vault.run('INSERT INTO import_text (import_id, path, label) VALUES (?, ?, ?)', [id, start.path, start.label])
  store.main.run(
    'INSERT INTO import (id, status, operator, source, wrapping, encoding, confidence, because, reader, timezone, timezone_because, bytes, started_ms) ' +
      "VALUES (?, 'running', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    [
      id,
      start.operator,
      recognition.source,
      recognition.wrapping,
      recognition.encoding,
      recognition.confidence,
      recognition.because,
      `${recognition.reader} ${String(recognition.readerVersion)}`,
      recognition.timezone,
      recognition.timezoneBecause,
      start.bytes,
      start.startedMs
    ]
  )
  return id
}

/** A file that no reader took: it has a receipt too. */
export function recordRefusal(
  store: WriterStore,
  file: { path: string; label: string; operator: string; bytes: number; startedMs: number; reason: string }
): number {
  const id = store.main.number('SELECT coalesce(max(id), 0) + 1 FROM import')
  store.vault.run('INSERT INTO import_text (import_id, path, label) VALUES (?, ?, ?)', [id, file.path, file.label])
  store.main.run(
    "INSERT INTO import (id, status, operator, bytes, started_ms, refusal) VALUES (?, 'refused', ?, ?, ?, ?)",
    [id, file.operator, file.bytes, file.startedMs, file.reason]
  )
  return id
}

export function recordCounts(store: WriterStore, id: number, counts: ImportCounts): void {
  store.main.run(
    'UPDATE import SET rows_read = ?, kept = ?, duplicate = ?, rejected = ?, ignored = ?, ignored_by_reason = ?, first_at_ms = ?, last_at_ms = ? WHERE id = ?',
    [
      counts.rowsRead,
      counts.kept,
      counts.duplicate,
      counts.rejected,
      Object.values(counts.ignored).reduce((sum, rows) => sum + rows, 0),
      JSON.stringify(counts.ignored),
      counts.firstAtMs,
      counts.lastAtMs,
      id
    ]
  )
}

/** Ends an import; a file that was imported before adds nothing beside its receipt. Gives that earlier import. */
export function endImport(store: WriterStore, id: number, end: ImportEnd): number | null {
  store.main.run(
    'UPDATE import SET status = ?, sha256 = ?, bytes = ?, warnings = ?, duration_ms = ?, people = ? WHERE id = ?',
    [end.status, end.sha256, end.bytes, JSON.stringify(end.warnings), end.durationMs, end.people, id]
  )
  if (end.status === 'stopped') return null
  const earlier = store.main.number(
    "SELECT coalesce(min(id), 0) FROM import WHERE sha256 = ? AND id < ? AND status = 'finished'",
    [end.sha256, id]
  )
  if (earlier === 0) return null
  store.vault.run('DELETE FROM rejected_row WHERE import_id = ?', [id])
  forgetSightings(store.main, id)
  const told = peopleToldBy(store.vault, id)
  untellProfiles(store.vault, id)
  for (const personId of told) describeFromProfile(store, personId)
  return earlier
}

export function recordFindings(main: Sql, id: number, found: ImportFindings): void {
  main.run('UPDATE import SET warnings = ?, findings = ?, unread_operations = ? WHERE id = ?', [
    JSON.stringify(found.warnings),
    JSON.stringify(found.findings),
    JSON.stringify(found.unreadOperations),
    id
  ])
}

/** Imports that a crash or a kill left running are stopped: what they stored is consistent, a new import goes on. */
export function stopUnfinished(store: WriterStore): number {
  for (const row of store.main.all("SELECT id, rejected FROM import WHERE status = 'running'")) {
    const id = integer(row, 'id')
    // The vault is written first, so it can hold rejected rows of a batch that the main store never counted.
    store.vault.run(
      'DELETE FROM rejected_row WHERE import_id = ? AND ordinal NOT IN (SELECT ordinal FROM rejected_row WHERE import_id = ? ORDER BY ordinal LIMIT ?)',
      [id, id, integer(row, 'rejected')]
    )
    store.main.run(
      'UPDATE import SET people = (SELECT count(DISTINCT person_id) FROM activity WHERE import_id = import.id) WHERE id = ?',
      [id]
    )
  }
  return store.main.run("UPDATE import SET status = 'stopped', warnings = ? WHERE status = 'running'", [
    JSON.stringify([
      'The import was cut off before its end. Import the same file again: what is already stored counts as duplicate.'
    ])
  ])
}

const RECEIPT_SQL =
  'SELECT i.*, t.path, t.label, c.earlier_day, c.later_day, c.earlier_people, c.later_people, c.is_part, c.leavers, c.changes FROM import i ' +
  'LEFT JOIN vault.import_text t ON t.import_id = i.id LEFT JOIN comparison c ON c.import_id = i.id'

/** Newest first; `path` and `label` are not masked yet. */
export function listReceipts(
  reader: Sql,
  limit: number,
  before: number | null
): { rows: readonly Receipt[]; total: number } {
  const rows = reader.all(`${RECEIPT_SQL} WHERE i.id < ? ORDER BY i.id DESC LIMIT ?`, [
    before ?? Number.MAX_SAFE_INTEGER,
    limit
  ])
  return { rows: rows.map(receiptOf), total: reader.number('SELECT count(*) FROM import') }
}

/** Receipts of the imports that activities or HR events of these people came with; both snapshots of an event between two. */
export function receiptsBehind(reader: Sql, people: readonly number[]): readonly Receipt[] {
  const those = JSON.stringify(people)
  const activities = JSON.stringify(people.flatMap((personId) => packedIds(reader, personId)))
  return reader
    .all(
      `${RECEIPT_SQL} WHERE i.id IN (SELECT import_id FROM activity WHERE id IN (SELECT value FROM json_each(?)) ` +
        'UNION SELECT import_id FROM hr_event WHERE person_id IN (SELECT value FROM json_each(?)) ' +
        'UNION SELECT import_id FROM sighting WHERE record_id IN (SELECT value FROM json_each(?)) ' +
        'UNION SELECT j.value FROM hr_event e JOIN comparison c ON c.import_id = e.import_id JOIN json_each(json_array(c.earlier, c.later)) s JOIN json_each(s.value) j ' +
        'WHERE e.raw_block_id IS NULL AND e.person_id IN (SELECT value FROM json_each(?))) ORDER BY i.id',
      [activities, those, activities, those]
    )
    .map(receiptOf)
}

export function findReceipt(reader: Sql, id: number): Receipt | null {
  const row = reader.get(`${RECEIPT_SQL} WHERE i.id = ?`, [id])
  return row === undefined ? null : receiptOf(row)
}

export interface RejectedRecord {
  readonly ordinal: number
  readonly line: number
  readonly byteOffset: number
  readonly reason: string
  readonly raw: string
}

/** Rejected rows of an import, or of the first import of the same file. */
export function listRejected(
  reader: Sql,
  id: number,
  limit: number,
  after: number
): { rows: readonly RejectedRecord[]; total: number } {
  const receipt = findReceipt(reader, id)
  if (receipt === null) return { rows: [], total: 0 }
  const holder = reader.number(
    "SELECT coalesce(min(id), ?) FROM import WHERE sha256 = ? AND sha256 <> '' AND status = 'finished'",
    [id, receipt.sha256]
  )
  const owner = receipt.status === 'finished' ? holder : id
  const rows = reader.all(
    'SELECT ordinal, line, byte_offset, reason, raw FROM vault.rejected_row WHERE import_id = ? AND ordinal > ? ORDER BY ordinal LIMIT ?',
    [owner, after, limit]
  )
  return {
    rows: rows.map((row) => ({
      ordinal: integer(row, 'ordinal'),
      line: integer(row, 'line'),
      byteOffset: integer(row, 'byte_offset'),
      reason: text(row, 'reason'),
      raw: text(row, 'raw')
    })),
    total: reader.number('SELECT count(*) FROM vault.rejected_row WHERE import_id = ?', [owner])
  }
}

function receiptOf(row: SqlRow): Receipt {
  return {
    id: integer(row, 'id'),
    path: textOrNull(row, 'path') ?? '',
    label: textOrNull(row, 'label') ?? '',
    status: oneOf(row, 'status', IMPORT_STATUSES),
    sha256: text(row, 'sha256'),
    bytes: integer(row, 'bytes'),
    source: row['source'] === null ? null : oneOf(row, 'source', SOURCES),
    wrapping: row['wrapping'] === null ? null : oneOf(row, 'wrapping', WRAPPINGS),
    encoding: row['encoding'] === null ? null : oneOf(row, 'encoding', ENCODINGS),
    recognisedBecause: text(row, 'because'),
    confidence: integer(row, 'confidence'),
    reader: text(row, 'reader'),
    timezone: text(row, 'timezone'),
    timezoneBecause: text(row, 'timezone_because'),
    rowsRead: integer(row, 'rows_read'),
    kept: integer(row, 'kept'),
    duplicate: integer(row, 'duplicate'),
    rejected: integer(row, 'rejected'),
    ignored: integer(row, 'ignored'),
    ignoredByReason: Object.entries(json(row, 'ignored_by_reason', z.record(z.string(), z.number()))).map(
      ([reason, rows]) => ({ reason, rows })
    ),
    people: integer(row, 'people'),
    firstAtMs: integerOrNull(row, 'first_at_ms'),
    lastAtMs: integerOrNull(row, 'last_at_ms'),
    startedMs: integer(row, 'started_ms'),
    durationMs: integer(row, 'duration_ms'),
    operator: text(row, 'operator'),
    warnings: [...json(row, 'warnings', z.array(z.string())), ...sayComparison(row)],
    findings: json(row, 'findings', Receipt.shape.findings),
    unreadOperations: json(row, 'unread_operations', Receipt.shape.unreadOperations),
    refusal: textOrNull(row, 'refusal')
  }
}

/** What the comparison with the snapshot before found, as it stands now: a later import may come between. */
function sayComparison(row: SqlRow): readonly string[] {
  if (row['earlier_day'] === null) return []
  const days = { earlierDay: integer(row, 'earlier_day'), laterDay: integer(row, 'later_day') }
  if (integer(row, 'is_part') === 1) {
    return [
      `This snapshot holds ${people(integer(row, 'later_people'))}, less than half of the ${String(integer(row, 'earlier_people'))} of ${dayText(days.earlierDay)}: ` +
        'it is taken for a part of the organisation, and nobody counts as having left.'
    ]
  }
  const leavers = integer(row, 'leavers')
  const changes = integer(row, 'changes')
  if (leavers === 0 && changes === 0) return []
  return [`${people(leavers)} left and ${people(changes)} changed title ${sayBetween(days)}.`]
}

function people(number: number): string {
  return `${String(number)} ${number === 1 ? 'person' : 'people'}`
}
