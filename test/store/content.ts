/**
 * Everything that a store holds, as text that two stores share when they hold the same: numbers that depend on the order of
 * things are replaced by what they stand for, times of work and the audit log are left out.
 */
import { eachPersonDays } from '../../src/main/store/day-counts.ts'
import { readClass, readFacts } from '../../src/main/store/fact-blocks.ts'
import { labelText, sensitiveTypesOf } from '../../src/main/store/labels.ts'
import { openReader, type StoreKeys } from '../../src/main/store/open.ts'
import type { Sql, SqlRow } from '../../src/main/store/sql.ts'
import { readRawBlock } from '../../src/main/workers/batch-codec.ts'

export interface ContentWishes {
  /** Receipts of imports tell what happened, and so differ where the content does not. */
  readonly receipts?: boolean
  /** Which imports hold a record; imports are named by their file. */
  readonly provenances?: boolean
}

type Row = Readonly<Record<string, unknown>>
export type StoreContent = Readonly<Record<string, readonly string[]>>

/** Numbers of the store's own that say nothing but the order of things. */
const VOLATILE = new Set([
  'id',
  'import_id',
  'person_id',
  'manager_id',
  'activity_id',
  'record_id',
  'workload_id',
  'operation_id',
  'extension_id',
  'site_id',
  'address_id',
  'domain_set_id',
  'topic_id',
  'country_id',
  'label_id',
  'sensitive_set_id',
  'raw_block_id',
  'raw_index',
  'pseudonym',
  'detected_ms',
  'updated_ms'
])

export function storeContent(folder: string, keys: StoreKeys, wishes: ContentWishes = {}): StoreContent {
  const sql = openReader(folder, keys)
  try {
    return contentOf(sql, wishes)
  } finally {
    sql.close()
  }
}

function contentOf(sql: Sql, { receipts = false, provenances = false }: ContentWishes): StoreContent {
  const people = names(sql, 'SELECT person_id AS id, identity AS name FROM vault.identity')
  const words = names(sql, 'SELECT id, text AS name FROM word')
  const files = names(sql, 'SELECT import_id AS id, path AS name FROM vault.import_text')
  const raw = rawReader(sql)
  const provenance = provenanceReader(sql, files)
  const record = (row: SqlRow): Row => ({
    ...plain(row),
    ...('person_id' in row ? { person: people(row['person_id']) } : {}),
    raw: raw(Number(row['raw_block_id']), Number(row['raw_index'])),
    ...(provenances ? { heldBy: provenance(Number(row['id']), Number(row['import_id'])) } : {})
  })
  const activityKey = new Map<number, string>()
  const activities = sql
    .all(
      'SELECT a.*, t.actor, t.path, t.file_name, t.new_file_name, t.subject, t.targets, t.device, s.url, d.address, ds.domains, l.label, st.types FROM activity a ' +
        'LEFT JOIN vault.activity_text t ON t.activity_id = a.id LEFT JOIN vault.site s ON s.id = a.site_id ' +
        'LEFT JOIN vault.address d ON d.id = a.address_id LEFT JOIN vault.domain_set ds ON ds.id = a.domain_set_id ' +
        'LEFT JOIN vault.label l ON l.id = a.label_id LEFT JOIN vault.sensitive_set st ON st.id = a.sensitive_set_id'
    )
    .map((row) => {
      const shown = {
        ...record(row),
        workload: words(row['workload_id']),
        operation: words(row['operation_id']),
        extension: words(row['extension_id']),
        topic: words(row['topic_id']),
        country: words(row['country_id'])
      }
      activityKey.set(Number(row['id']), JSON.stringify(shown))
      return shown
    })
  const personal = (table: string): Row[] =>
    sql.all(`SELECT * FROM ${table}`).map((row) => ({ ...plain(row), person: people(row['person_id']) }))
  const only = (query: string): Row[] => sql.all(query).map(plain)
  return sorted({
    activities,
    hrEvents: sql
      .all('SELECT e.*, t.* FROM hr_event e LEFT JOIN vault.hr_text t ON t.hr_event_id = e.id')
      .map((row) => ({ ...record(row), hr_event_id: 0 })),
    profiles: sql.all('SELECT * FROM profile').map(record),
    people: sql.all('SELECT * FROM person').map((row) => ({
      ...plain(row),
      person: people(row['id']),
      manager: people(row['manager_id'])
    })),
    names: personal('vault.identity'),
    aliases: personal('vault.alias'),
    deletions: sql.all('SELECT * FROM account_deletion').map((row) => ({
      ...plain(row),
      person: people(row['person_id']),
      activity: activityKey.get(Number(row['activity_id']))
    })),
    keys: storedKeys(sql),
    counts: sql
      .all('SELECT workload_id, operation_id, day, sum(activities) AS activities FROM import_count GROUP BY 1, 2, 3')
      .map((row) => ({ ...plain(row), workload: words(row['workload_id']), operation: words(row['operation_id']) })),
    comparisons: only(
      'SELECT earlier_day, later_day, earlier_people, later_people, is_part, leavers, changes FROM comparison'
    ),
    texts: only(
      'SELECT activity_id IS NULL AS lost FROM vault.activity_text WHERE activity_id NOT IN (SELECT id FROM activity)'
    ),
    hrTexts: only('SELECT 1 AS lost FROM vault.hr_text WHERE hr_event_id NOT IN (SELECT id FROM hr_event)'),
    blocks: only('SELECT 1 AS lost FROM vault.raw_block WHERE id NOT IN (SELECT id FROM block)'),
    sites: only('SELECT url FROM vault.site'),
    addresses: only('SELECT address FROM vault.address'),
    domains: only('SELECT domains FROM vault.domain_set'),
    labels: only('SELECT label FROM vault.label'),
    sensitive: only('SELECT types FROM vault.sensitive_set'),
    leftovers: only('SELECT * FROM leftover'),
    facts: [...factsOf(sql, people, activityKey)],
    days: [...eachPersonDays(sql)].map(({ personId, counts, medians, thirtyDays, hasAlerts }) => ({
      person: people(personId),
      counts: JSON.stringify(counts),
      usual: JSON.stringify([[...medians].sort(), [...thirtyDays].sort()]),
      hasAlerts
    })),
    countryUse: sql
      .all('SELECT * FROM country_use')
      .map((row) => ({ ...plain(row), person: people(row['person_id']), country: words(row['country_id']) })),
    addressUse: sql
      .all('SELECT u.*, d.address FROM address_use u LEFT JOIN vault.address d ON d.id = u.address_id')
      .map((row) => ({
        ...plain(row),
        person: people(row['person_id'])
      })),
    evaluations: personal('evaluation'),
    dayScores: personal('day_score'),
    alerts: personal('alert'),
    // A file that was cut off and read again rejects the same rows under both receipts.
    rejected: only(
      'SELECT DISTINCT t.path, r.ordinal, r.line, r.byte_offset, r.reason, r.raw FROM vault.rejected_row r LEFT JOIN vault.import_text t ON t.import_id = r.import_id'
    ),
    receipts: receipts
      ? sql
          .all('SELECT * FROM import')
          .map((row) => ({ ...plain(row), started_ms: 0, duration_ms: 0, file: files(row['id']) }))
      : []
  })
}

/** Without the numbers of their records: four of a key's twelve bytes. */
export function storedKeys(sql: Sql): Row[] {
  return sql
    .all('SELECT hex(keys) AS keys FROM record_key UNION ALL SELECT hex(keys) FROM recent_key')
    .flatMap(({ keys }) => String(keys).match(/.{24}/g) ?? [])
    .map((entry) => ({ key: entry.slice(0, 16) }))
}

function names(sql: Sql, query: string): (id: unknown) => string | null {
  const known = new Map(sql.all(query).map((row) => [row['id'], String(row['name'])]))
  return (id) => known.get(typeof id === 'number' ? id : null) ?? null
}

function plain(row: SqlRow): Row {
  return Object.fromEntries(Object.entries(row).filter(([name]) => !VOLATILE.has(name)))
}

/** The packed facts say of the same activities what the wide table says. */
function* factsOf(sql: Sql, people: (id: unknown) => string | null, keys: ReadonlyMap<number, string>): Generator<Row> {
  const classes = new Map<number, Row>()
  for (const { id } of sql.all('SELECT id FROM person')) {
    for (const { id: activityId, atMs, classId, itemKey, newItemKey, sizeBytes, itemCount } of readFacts(
      sql,
      Number(id),
      Number.MIN_SAFE_INTEGER,
      Number.MAX_SAFE_INTEGER
    )) {
      let of = classes.get(classId)
      if (of === undefined) classes.set(classId, (of = classRow(sql, classId)))
      yield {
        person: people(id),
        activity: keys.get(activityId),
        atMs,
        itemKey,
        newItemKey,
        sizeBytes,
        itemCount,
        ...of
      }
    }
  }
}

function classRow(sql: Sql, classId: number): Row {
  const { workload_id, operation_id, extension_id, topic_id, country_id, label_id, sensitive_set_id, ...codes } =
    readClass(sql, classId)
  const words = [workload_id, operation_id, extension_id, topic_id, country_id].map(
    (word) => sql.get('SELECT text FROM word WHERE id = ?', [word])?.['text'] ?? ''
  )
  return {
    codes: JSON.stringify(codes),
    texts: JSON.stringify(words),
    label: label_id === 0 ? '' : labelText(sql, 'vault.', label_id),
    sensitive: sensitive_set_id === 0 ? '' : sensitiveTypesOf(sql, 'vault.', sensitive_set_id).join(' ')
  }
}

function rawReader(sql: Sql): (block: number, place: number) => string {
  const known = new Map<number, readonly string[]>()
  return (block, place) => {
    let texts = known.get(block)
    if (texts === undefined) {
      const bytes = sql.get('SELECT bytes FROM vault.raw_block WHERE id = ?', [block])?.['bytes']
      known.set(block, (texts = bytes instanceof Uint8Array ? readRawBlock(bytes) : []))
    }
    return texts[place] ?? 'no raw record'
  }
}

function provenanceReader(
  sql: Sql,
  files: (id: unknown) => string | null
): (record: number, owner: number) => string[] {
  const others = new Map<number, unknown[]>()
  for (const row of sql.all('SELECT import_id, record_id FROM sighting')) {
    const record = Number(row['record_id'])
    others.set(record, [...(others.get(record) ?? []), row['import_id']])
  }
  return (record, owner) =>
    [...new Set([owner, ...(others.get(record) ?? [])].map((id) => files(id) ?? 'no import'))].sort()
}

function sorted(content: Readonly<Record<string, readonly Row[]>>): StoreContent {
  return Object.fromEntries(
    Object.entries(content).map(([part, rows]) => [
      part,
      rows.map((row) => JSON.stringify(row, Object.keys(row).sort())).sort()
    ])
  )
}
