/** Reading activities with their texts, newest first, by keyset. The texts are not masked yet: the reader thread does it. */
import type { ActivityView } from '../../shared/contract/activity.ts'
import { Pseudonym } from '../../shared/domain/pseudonym.ts'
import { type Source, SOURCES } from '../../shared/domain/source.ts'
import { actorKindCode, alertSeverityCode, exposureCode, itemTypeCode, labelChangeCode, outcomeCode } from './codes.ts'
import { bytes, integer, oneOf, text, textOrNull } from './columns.ts'
import { type PackedFact, readFacts } from './fact-blocks.ts'
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
  if (filter.personId !== null) return listOfPerson(reader, filter, filter.personId, limit, cursor)
  const { where, params } = conditionOf(filter)
  const page = cursor === null ? '' : ' AND (a.at_ms, a.id) < (?, ?)'
  const pageParams = cursor === null ? [] : [cursor.atMs, cursor.id]
  return reader
    .all(`${SELECT} WHERE ${where}${page} ORDER BY a.at_ms DESC, a.id DESC LIMIT ?`, [...params, ...pageParams, limit])
    .map(activityOf)
}

/** A person's activities are found in the packed facts; what else the filter asks is asked of a few hundred at a time. */
function listOfPerson(
  reader: Sql,
  filter: ActivityFilter,
  personId: number,
  limit: number,
  cursor: ActivityCursor | null
): readonly StoredActivity[] {
  const toMs = Math.min(filter.toMs ?? Infinity, cursor === null ? Infinity : cursor.atMs + 1)
  const facts = factsOf(reader, personId, filter.fromMs, toMs)
  const { where, params } = conditionOf(filter)
  const found: StoredActivity[] = []
  let next = facts.length
  while (found.length < limit && next > 0) {
    const ids: number[] = []
    for (next -= 1; next >= 0 && ids.length < Math.max(200, limit); next -= 1) {
      const fact = facts[next]
      if (fact === undefined) break
      if (cursor === null || fact.atMs < cursor.atMs || fact.id < cursor.id) ids.push(fact.id)
    }
    next += 1
    const rows = reader.all(
      `${SELECT} WHERE a.id IN (SELECT value FROM json_each(?)) AND ${where} ORDER BY a.at_ms DESC, a.id DESC LIMIT ?`,
      [JSON.stringify(ids), ...params, limit - found.length]
    )
    found.push(...rows.map(activityOf))
  }
  return found
}

function factsOf(reader: Sql, personId: number, fromMs: number | null, toMs: number): readonly PackedFact[] {
  return readFacts(reader, personId, fromMs ?? Number.MIN_SAFE_INTEGER, Math.min(toMs, Number.MAX_SAFE_INTEGER))
}

/**
 * Everybody's activities in the order of time, for lists of no one person. Made after the first load: row by row it costs
 * a first import of a million records half of its speed, at once it takes seconds.
 */
export function ensureTimeIndex(main: Sql): void {
  main.exec('CREATE INDEX IF NOT EXISTS activity_time ON activity (at_ms)')
}

/** Without a person or a time the imports' own counts answer; with a person the packed facts, with a time an index. */
export function countActivities(reader: Sql, filter: ActivityFilter): number {
  const { where, params } = conditionOf(filter)
  if (filter.personId === null && filter.fromMs === null && filter.toMs === null)
    return reader.number(
      `SELECT coalesce(sum(a.activities), 0) FROM import_count a JOIN import i ON i.id = a.import_id WHERE ${where}`,
      params
    )
  if (filter.personId === null)
    return reader.number(`SELECT count(*) FROM activity a JOIN import i ON i.id = a.import_id WHERE ${where}`, params)
  const facts = factsOf(reader, filter.personId, filter.fromMs, filter.toMs ?? Infinity)
  if (filter.importId === null && filter.source === null && filter.operations === null) return facts.length
  return reader.number(
    `SELECT count(*) FROM activity a JOIN import i ON i.id = a.import_id WHERE a.id IN (SELECT value FROM json_each(?)) AND ${where}`,
    [JSON.stringify(facts.map(({ id }) => id)), ...params]
  )
}

/** Numbers of the activities of a filter above `after`, in order. */
export function listActivityIds(reader: Sql, filter: ActivityFilter, limit: number, after: number): readonly number[] {
  const { where, params } = conditionOf(filter)
  if (filter.personId === null)
    return reader
      .all(
        `SELECT a.id FROM activity a JOIN import i ON i.id = a.import_id WHERE ${where} AND a.id > ? ORDER BY a.id LIMIT ?`,
        [...params, after, limit]
      )
      .map((row) => integer(row, 'id'))
  const ids = factsOf(reader, filter.personId, filter.fromMs, filter.toMs ?? Infinity)
    .map(({ id }) => id)
    .filter((id) => id > after)
  return reader
    .all(
      `SELECT a.id FROM activity a JOIN import i ON i.id = a.import_id WHERE a.id IN (SELECT value FROM json_each(?)) AND ${where} ORDER BY a.id LIMIT ?`,
      [JSON.stringify(ids), ...params, limit]
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

/** Activities of one person per hour, all kinds, for the density strip. */
export function densityOf(reader: Sql, personId: number): readonly { atMs: number; activities: number }[] {
  const hours = new Map<number, number>()
  for (const { atMs } of factsOf(reader, personId, null, Infinity)) {
    const hour = Math.floor(atMs / 3_600_000)
    hours.set(hour, (hours.get(hour) ?? 0) + 1)
  }
  return [...hours].map(([hour, activities]) => ({ atMs: hour * 3_600_000, activities }))
}

function conditionOf(filter: ActivityFilter): { where: string; params: SqlValue[] } {
  const parts: string[] = ['1 = 1']
  const params: SqlValue[] = []
  const add = (sql: string, ...values: SqlValue[]): void => {
    parts.push(sql)
    params.push(...values)
  }
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
