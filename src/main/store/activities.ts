/** Reading activities with their texts, newest first, by keyset. The texts are not masked yet: the reader thread does it. */
import type { ActivityView } from '../../shared/contract/activity.ts'
import { Pseudonym } from '../../shared/domain/pseudonym.ts'
import { type Source, SOURCES } from '../../shared/domain/source.ts'
import { actorKindCode, alertSeverityCode, exposureCode, itemTypeCode, labelChangeCode, outcomeCode } from './codes.ts'
import { bytes, integer, oneOf, text, textOrNull } from './columns.ts'
import type { Sql, SqlRow, SqlValue } from './sql.ts'

/** As in the contract, before masking, with the actor's own text for actors that are no person. */
export type StoredActivity = Omit<ActivityView, 'indicators' | 'echoOf' | 'alsoIn'> & { readonly actor: string }

export interface ActivityFilter {
  readonly personId: number | null
  readonly fromMs: number | null
  readonly toMs: number | null
  readonly importId: number | null
  readonly source: Source | null
  /** Only these operations, in lower case; null for all. */
  readonly operations: readonly string[] | null
}

export interface ActivityCursor {
  readonly atMs: number
  readonly id: number
}

const SELECT =
  'SELECT a.*, p.pseudonym, w.text AS workload, o.text AS operation, i.source, t.actor, t.path, t.file_name, t.new_file_name, t.subject, t.targets, ' +
  't.device, s.url AS site_url, d.address, ds.domains FROM activity a ' +
  'JOIN import i ON i.id = a.import_id JOIN word w ON w.id = a.workload_id JOIN word o ON o.id = a.operation_id ' +
  'JOIN vault.activity_text t ON t.activity_id = a.id LEFT JOIN person p ON p.id = a.person_id ' +
  'LEFT JOIN vault.site s ON s.id = a.site_id LEFT JOIN vault.address d ON d.id = a.address_id LEFT JOIN vault.domain_set ds ON ds.id = a.domain_set_id'

/** One page, newest first, strictly after `cursor` in that order. */
export function listActivities(
  reader: Sql,
  filter: ActivityFilter,
  limit: number,
  cursor: ActivityCursor | null
): readonly StoredActivity[] {
  const { where, params } = conditionOf(filter)
  const page = cursor === null ? '' : ' AND (a.at_ms, a.id) < (?, ?)'
  const pageParams = cursor === null ? [] : [cursor.atMs, cursor.id]
  return reader
    .all(`${SELECT} WHERE ${where}${page} ORDER BY a.at_ms DESC, a.id DESC LIMIT ?`, [...params, ...pageParams, limit])
    .map(activityOf)
}

/**
 * Everybody's activities in the order of time, for lists of no one person. Made after the first load: row by row it costs
 * a first import of a million records half of its speed, at once it takes seconds.
 */
export function ensureTimeIndex(main: Sql): void {
  main.exec('CREATE INDEX IF NOT EXISTS activity_time ON activity (at_ms)')
}

/** Without a person or a time the imports' own counts answer; with one, an index does. */
export function countActivities(reader: Sql, filter: ActivityFilter): number {
  const { where, params } = conditionOf(filter)
  if (filter.personId === null && filter.fromMs === null && filter.toMs === null)
    return reader.number(
      `SELECT coalesce(sum(a.activities), 0) FROM import_count a JOIN import i ON i.id = a.import_id WHERE ${where}`,
      params
    )
  return reader.number(`SELECT count(*) FROM activity a JOIN import i ON i.id = a.import_id WHERE ${where}`, params)
}

/** Numbers of the activities of a filter above `after`, in order. */
export function listActivityIds(reader: Sql, filter: ActivityFilter, limit: number, after: number): readonly number[] {
  const { where, params } = conditionOf(filter)
  return reader
    .all(
      `SELECT a.id FROM activity a JOIN import i ON i.id = a.import_id WHERE ${where} AND a.id > ? ORDER BY a.id LIMIT ?`,
      [...params, after, limit]
    )
    .map((row) => integer(row, 'id'))
}

/** The compressed block that holds an activity's record, and its place in it. */
export function findRawBlock(reader: Sql, activityId: number): { block: Uint8Array; index: number } | null {
  const row = reader.get(
    'SELECT b.bytes, a.raw_index FROM activity a JOIN vault.raw_block b ON b.id = a.raw_block_id WHERE a.id = ?',
    [activityId]
  )
  return row === undefined ? null : { block: bytes(row, 'bytes'), index: integer(row, 'raw_index') }
}

/** Activities of one person per day, all kinds, for the density strip; `dayMs` shifts the border of days from UTC. */
export function densityOf(reader: Sql, personId: number): readonly { atMs: number; activities: number }[] {
  return reader
    .all(
      'SELECT at_ms / 3600000 AS hour, count(*) AS activities FROM activity WHERE person_id = ? GROUP BY 1 ORDER BY 1',
      [personId]
    )
    .map((row) => ({ atMs: integer(row, 'hour') * 3_600_000, activities: integer(row, 'activities') }))
}

function conditionOf(filter: ActivityFilter): { where: string; params: SqlValue[] } {
  const parts: string[] = ['1 = 1']
  const params: SqlValue[] = []
  const add = (sql: string, ...values: SqlValue[]): void => {
    parts.push(sql)
    params.push(...values)
  }
  if (filter.personId !== null) add('a.person_id = ?', filter.personId)
  if (filter.fromMs !== null) add('a.at_ms >= ?', filter.fromMs)
  if (filter.toMs !== null) add('a.at_ms < ?', filter.toMs)
  if (filter.importId !== null) add('a.import_id = ?', filter.importId)
  if (filter.source !== null) add('i.source = ?', filter.source)
  if (filter.operations !== null) {
    add(
      "a.operation_id IN (SELECT id FROM word WHERE kind = 'operation' AND lower(text) IN (SELECT value FROM json_each(?)))",
      JSON.stringify(filter.operations)
    )
  }
  return { where: parts.join(' AND '), params }
}

function activityOf(row: SqlRow): StoredActivity {
  const pseudonym = textOrNull(row, 'pseudonym')
  const targets = text(row, 'targets')
  const domains = textOrNull(row, 'domains') ?? ''
  return {
    id: integer(row, 'id'),
    atMs: integer(row, 'at_ms'),
    pseudonym: pseudonym === null ? null : Pseudonym.parse(pseudonym),
    actorKind: actorKindCode.decode(integer(row, 'actor_kind')),
    actor: text(row, 'actor'),
    source: oneOf(row, 'source', SOURCES),
    workload: text(row, 'workload'),
    operation: text(row, 'operation'),
    outcome: outcomeCode.decode(integer(row, 'outcome')),
    itemType: itemTypeCode.decode(integer(row, 'item_type')),
    fileName: text(row, 'file_name'),
    newFileName: text(row, 'new_file_name'),
    path: text(row, 'path'),
    siteUrl: textOrNull(row, 'site_url') ?? '',
    subject: text(row, 'subject'),
    targets: targets === '' ? [] : targets.split('\n'),
    targetDomains: domains === '' ? [] : domains.split(' '),
    exposure: exposureCode.decode(integer(row, 'exposure')),
    labelChange: labelChangeCode.decode(integer(row, 'label_change')),
    alertSeverity: alertSeverityCode.decode(integer(row, 'alert_severity')),
    address: textOrNull(row, 'address') ?? '',
    device: text(row, 'device'),
    sizeBytes: integer(row, 'size_bytes'),
    itemCount: integer(row, 'item_count'),
    importId: integer(row, 'import_id'),
    ordinal: integer(row, 'ordinal')
  }
}
