/** When people were active, by source, in half hours: what tells whether two sources agree on the time. */
import { type Source, SOURCES } from '../../shared/domain/source.ts'
import { integer, oneOf } from './columns.ts'
import { readFacts } from './fact-blocks.ts'
import type { Sql } from './sql.ts'

export interface ActiveHalfHours {
  readonly personId: number
  /** Null: the import itself; else another source. */
  readonly source: Source | null
  /** Half hours since 1970 with at least one activity. */
  readonly halfHours: ReadonlySet<number>
}

/** Enough to agree or not; more would cost time and change nothing. */
const MOST_PEOPLE = 40
/** Of one person. A quarter of a year of a busy person is some ten thousand. */
const MOST_ACTIVITIES = 4000

export interface ImportSpan {
  readonly importId: number
  readonly source: Source
  readonly fromMs: number
  readonly toMs: number
}

/** Some people of an import, and when it and each other source saw them within its span. */
export function activeHalfHours(sql: Sql, { importId, source, fromMs, toMs }: ImportSpan): readonly ActiveHalfHours[] {
  const others = sql.number(
    // HR files and directories hold no activities.
    'SELECT count(*) FROM import WHERE source <> ? AND first_at_ms <= ? AND last_at_ms >= ? AND EXISTS (SELECT 1 FROM import_count c WHERE c.import_id = import.id)',
    [source, toMs, fromMs]
  )
  if (others === 0) return []
  const people = sql.all(
    // The first rows of an import stand for it; the index by import gives them without a look at the rest.
    'SELECT person_id, count(*) AS activities FROM (SELECT person_id FROM activity WHERE import_id = ? AND person_id IS NOT NULL LIMIT 20000) ' +
      'GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ?',
    [importId, MOST_PEOPLE]
  )
  const found = new Map<string, { personId: number; source: Source | null; halfHours: Set<number> }>()
  for (const person of people) {
    const personId = integer(person, 'person_id')
    const ids = readFacts(sql, personId, fromMs, toMs + 1)
      .slice(0, MOST_ACTIVITIES)
      .map(({ id }) => id)
    const rows = sql.all(
      'SELECT a.import_id = ? AS is_here, i.source, a.at_ms / 1800000 AS half FROM activity a JOIN import i ON i.id = a.import_id ' +
        'WHERE a.id IN (SELECT value FROM json_each(?)) AND (a.import_id = ? OR i.source <> ?) GROUP BY 1, 2, 3',
      [importId, JSON.stringify(ids), importId, source]
    )
    for (const row of rows) {
      const seenBy = integer(row, 'is_here') === 1 ? null : oneOf(row, 'source', SOURCES)
      const key = `${String(personId)} ${seenBy ?? ''}`
      let entry = found.get(key)
      if (entry === undefined) found.set(key, (entry = { personId, source: seenBy, halfHours: new Set() }))
      entry.halfHours.add(integer(row, 'half'))
    }
  }
  return [...found.values()]
}
