/**
 * What neighbouring snapshots of a directory tell together: who left, and whose title changed. A snapshot is a finished
 * directory import whose file's name tells a day; files of one day are one snapshot. Its people and titles are what the
 * vault keeps of each import anyway, and that holds for rows that count as duplicates too. The events are a function of
 * the snapshots that are there, so the order of imports does not matter.
 */
import { z } from 'zod'
import { offsetOfZone } from '../../shared/domain/day.ts'
import { snapshotDay } from '../../shared/domain/snapshot.ts'
import { integer, json, text } from './columns.ts'
import { lastRecord } from './ingest.ts'
import type { WriterStore } from './open.ts'
import type { Sql, SqlRow } from './sql.ts'

interface Snapshot {
  readonly day: number
  readonly timezone: string
  readonly imports: readonly number[]
  /** Imports under which the vault keeps what these say: others while an undo is handing them over. */
  readonly toldBy: readonly number[]
}

interface Pair {
  readonly earlier: Snapshot
  readonly later: Snapshot
}

export interface ComparisonPlan {
  /** Comparisons whose snapshots are no longer neighbours, by the import that their events belong to. */
  readonly gone: readonly number[]
  readonly due: readonly Pair[]
}

/** Brings the events up to date after an import has ended. */
export function compareSnapshots(store: WriterStore): void {
  const plan = planComparisons(store)
  dropComparisons(store.main, plan)
  for (const pair of plan.due) compare(store, pair)
}

export function planComparisons(store: WriterStore): ComparisonPlan {
  const snapshots = snapshotsOf(store)
  const due = new Map<string, Pair>()
  for (const [index, later] of snapshots.entries()) {
    const earlier = snapshots[index - 1]
    if (earlier !== undefined) due.set(keyOf(earlier, later), { earlier, later })
  }
  const gone: number[] = []
  for (const row of store.main.all('SELECT * FROM comparison')) {
    const [earlier, later] = comparedIn(row)
    // What was compared before stays as it is: what an import says of its people does not change.
    if (!due.delete(keyOf(earlier, later))) gone.push(integer(row, 'import_id'))
  }
  return { gone, due: [...due.values()] }
}

/** Numbers of the events that the plan drops. */
export const GONE_EVENTS =
  'SELECT id FROM hr_event WHERE raw_block_id IS NULL AND import_id IN (SELECT value FROM json_each(?))'

/** Drops the events; their texts leave the vault with the next sweep. */
export function dropComparisons(main: Sql, { gone }: ComparisonPlan): void {
  const those = [JSON.stringify(gone)]
  main.run(`INSERT OR REPLACE INTO leftover (what, id, until) SELECT 'hr-event', id, id FROM (${GONE_EVENTS})`, those)
  main.run(`DELETE FROM hr_event WHERE id IN (${GONE_EVENTS})`, those)
  main.run('DELETE FROM comparison WHERE import_id IN (SELECT value FROM json_each(?))', those)
}

/**
 * Fewer people than this share of the earlier snapshot's are a part of the organisation (one site, a cut export), and who
 * is missing has not left. No organisation loses half of its people in a month without anybody knowing.
 */
const LEAST_SHARE = 0.5

export function compare({ main, vault }: WriterStore, { earlier, later }: Pair): void {
  const pair = [JSON.stringify(earlier.toldBy), JSON.stringify(later.toldBy)]
  const [earlierPeople, laterPeople] = pair.map((told) => vault.number(`SELECT count(*) FROM (${PEOPLE})`, [told]))
  if (earlierPeople === undefined || laterPeople === undefined) throw new Error('a snapshot is missing')
  const isPart = laterPeople < earlierPeople * LEAST_SHARE
  const left = isPart ? [] : vault.all(`${PEOPLE} EXCEPT ${PEOPLE} ORDER BY 1`, pair)
  const changed = vault.all(CHANGED, pair)
  const [importId] = later.imports
  if (importId === undefined) throw new Error('a snapshot has no import')
  const atMs = midnight(later.day, later.timezone)
  // Texts of dropped events are still to be swept out of the vault: their numbers must not be met again before.
  const pending = main.number("SELECT coalesce(max(until), 0) FROM leftover WHERE what = 'hr-event'")
  let id = Math.max(lastRecord(main), pending)
  const add = (row: SqlRow, kind: 'termination' | 'job-level-change', levels: readonly [string, string]): void => {
    id += 1
    vault.run("INSERT INTO hr_text (hr_event_id, old_level, new_level, rating, remarks) VALUES (?, ?, ?, '', '')", [
      id,
      ...levels
    ])
    main.run('INSERT INTO hr_event (id, import_id, ordinal, person_id, kind, at_ms) VALUES (?, ?, 0, ?, ?, ?)', [
      id,
      importId,
      integer(row, 'person_id'),
      kind,
      atMs
    ])
  }
  for (const row of left) add(row, 'termination', ['', ''])
  for (const row of changed) add(row, 'job-level-change', [text(row, 'old_title'), text(row, 'new_title')])
  main.run(
    'INSERT INTO comparison (import_id, earlier, later, earlier_day, later_day, earlier_people, later_people, is_part, leavers, changes) ' +
      'VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    [
      importId,
      JSON.stringify(earlier.imports),
      JSON.stringify(later.imports),
      earlier.day,
      later.day,
      earlierPeople,
      laterPeople,
      isPart ? 1 : 0,
      left.length,
      changed.length
    ]
  )
}

const PEOPLE = 'SELECT DISTINCT person_id FROM profile_text WHERE import_id IN (SELECT value FROM json_each(?))'

/** Where files of one day disagree on a title, it is not known. */
const TITLES =
  "SELECT person_id, min(title) AS title FROM profile_text WHERE import_id IN (SELECT value FROM json_each(?)) AND title <> '' " +
  'GROUP BY person_id HAVING min(title) = max(title)'

const CHANGED =
  `SELECT e.person_id, e.title AS old_title, l.title AS new_title FROM (${TITLES}) e JOIN (${TITLES}) l ` +
  'ON l.person_id = e.person_id WHERE lower(trim(l.title)) <> lower(trim(e.title)) ORDER BY 1'

/** In the order of their days. The same file again is no snapshot of its own. */
function snapshotsOf({ main, vault }: WriterStore): readonly Snapshot[] {
  const byDay = new Map<number, { timezone: string; imports: number[]; toldBy: number[] }>()
  const rows = main.all(
    "SELECT i.id, i.timezone, coalesce((SELECT l.id FROM leftover l WHERE l.what = 'heir' AND l.until = i.id), i.id) AS told_by FROM import i " +
      "WHERE i.source = 'directory' AND i.status = 'finished' AND NOT EXISTS (SELECT 1 FROM import e WHERE e.sha256 = i.sha256 AND e.id < i.id " +
      "AND e.status = 'finished') ORDER BY i.id"
  )
  for (const row of rows) {
    const id = integer(row, 'id')
    const toldBy = integer(row, 'told_by')
    const file = vault.get(
      'SELECT path FROM import_text WHERE import_id = ? AND EXISTS (SELECT 1 FROM profile_text WHERE import_id = ?)',
      [id, toldBy]
    )
    const day = file === undefined ? null : snapshotDay(text(file, 'path'))
    if (day === null) continue
    const snapshot = byDay.get(day) ?? { timezone: text(row, 'timezone'), imports: [], toldBy: [] }
    snapshot.imports.push(id)
    snapshot.toldBy.push(toldBy)
    byDay.set(day, snapshot)
  }
  return [...byDay].map(([day, snapshot]) => ({ day, ...snapshot })).sort((left, right) => left.day - right.day)
}

type Compared = Pick<Snapshot, 'day' | 'imports'>

function keyOf(earlier: Compared, later: Compared): string {
  return JSON.stringify([earlier.day, earlier.imports, later.day, later.imports])
}

const Imports = z.array(z.number())

function comparedIn(row: SqlRow): readonly [Compared, Compared] {
  return [
    { day: integer(row, 'earlier_day'), imports: json(row, 'earlier', Imports) },
    { day: integer(row, 'later_day'), imports: json(row, 'later', Imports) }
  ]
}

const DAY_MS = 86_400_000

/** Dates of a directory are days of its import's zone, and so is this one. */
function midnight(day: number, timezone: string): number {
  const offset = offsetOfZone(timezone)
  const near = day * DAY_MS - offset(day * DAY_MS)
  return day * DAY_MS - offset(near)
}
