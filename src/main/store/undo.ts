/**
 * Takes an import back. What another import also holds is handed to it; everything else goes: records, raw records,
 * rejected rows, what the file said of people, people and texts that nothing else mentions. The receipt stays, and so do
 * alerts on which somebody decided, marked.
 *
 * The main store forgets first and lists what the vault has still to drop, so that a crash between the two leaves texts
 * too many and never one too few.
 */
import { type DayOf, dayOfZone } from '../../shared/domain/day.ts'
import { integer } from './columns.ts'
import { removeFacts } from './fact-blocks.ts'
import { markAlerts } from './alert-marks.ts'
import { recountImport } from './import-counts.ts'
import { compare, type ComparisonPlan, dropComparisons, GONE_EVENTS, planComparisons } from './snapshots.ts'
import { removeKeys } from './record-keys.ts'
import { describeFromProfile, peopleToldBy } from './profiles.ts'
import type { WriterStore } from './open.ts'
import { readSetting } from './settings.ts'
import type { Sql } from './sql.ts'

export interface Undone {
  readonly removedActivities: number
  readonly removedHrEvents: number
  /** Records that another import holds as well and now owns. */
  readonly handedOver: number
  readonly markedAlerts: number
}

/** The tables whose rows are records; their numbers are of one sequence. */
const RECORDS = ['activity', 'hr_event', 'profile'] as const

export function undoImport(
  store: WriterStore,
  id: number,
  by: { readonly operator: string; readonly atMs: number }
): Undone {
  const { main } = store
  const twin = twinOf(main, id)
  main.run("UPDATE import SET status = 'undone' WHERE id = ?", [id])
  if (twin !== null) main.run("INSERT INTO leftover (what, id, until) VALUES ('heir', ?, ?)", [id, twin])
  const plan = planComparisons(store)
  return twin === null ? takeBack(store, id, by, plan) : handOverAll(store, id, twin, plan)
}

/** The same file, imported once more: it holds all that this import holds. */
function twinOf(main: Sql, id: number): number | null {
  const twin = main.number(
    "SELECT coalesce(min(t.id), 0) FROM import i JOIN import t ON t.sha256 = i.sha256 AND t.id <> i.id WHERE i.id = ? AND i.sha256 <> '' AND t.status = 'finished'",
    [id]
  )
  return twin === 0 ? null : twin
}

function handOverAll(store: WriterStore, id: number, twin: number, plan: ComparisonPlan): Undone {
  const { main } = store
  let handedOver = 0
  dropComparisons(main, plan)
  for (const table of RECORDS)
    handedOver += main.run(`UPDATE ${table} SET import_id = ? WHERE import_id = ?`, [twin, id])
  main.run('UPDATE block SET import_id = ? WHERE import_id = ?', [twin, id])
  main.run('UPDATE OR IGNORE sighting SET import_id = ? WHERE import_id = ?', [twin, id])
  main.run('DELETE FROM sighting WHERE import_id = ?', [id])
  main.run('DELETE FROM import_count WHERE import_id = ?', [id])
  recountImport(main, twin, zoneOf(main))
  for (const pair of plan.due) compare(store, pair)
  return { removedActivities: 0, removedHrEvents: 0, handedOver, markedAlerts: 0 }
}

function takeBack(
  store: WriterStore,
  id: number,
  by: { readonly operator: string; readonly atMs: number },
  plan: ComparisonPlan
): Undone {
  const { main, vault } = store
  main.exec(
    'DROP TABLE IF EXISTS temp.heir; CREATE TEMP TABLE heir (id INTEGER PRIMARY KEY, import_id INTEGER NOT NULL, ordinal INTEGER NOT NULL); ' +
      'DROP TABLE IF EXISTS temp.doomed; CREATE TEMP TABLE doomed (id INTEGER PRIMARY KEY, block INTEGER NOT NULL, place INTEGER NOT NULL); ' +
      'DROP TABLE IF EXISTS temp.touched; CREATE TEMP TABLE touched (id INTEGER PRIMARY KEY)'
  )
  findHeirs(main, id)
  for (const table of RECORDS) {
    main.run(
      `INSERT INTO temp.doomed SELECT id, coalesce(raw_block_id, 0), coalesce(raw_index, 0) FROM ${table} r WHERE import_id = ? AND NOT EXISTS (SELECT 1 FROM temp.heir h WHERE h.id = r.id)`,
      [id]
    )
  }
  // Events of other imports that stand on this one as a snapshot.
  main.run(`INSERT OR IGNORE INTO temp.doomed SELECT id, 0, 0 FROM (${GONE_EVENTS})`, [JSON.stringify(plan.gone)])
  const told = peopleToldBy(vault, id)
  listTouchedPeople(main, id, told)
  const markedAlerts = markAlerts(main, id, by)
  listBlocks(main, id)
  listTexts(main)
  unpackDoomed(main)
  const removed = removeRecords(main, id)
  dropComparisons(main, plan)
  const heirs = handOver(main, id)
  const dayOf = zoneOf(main)
  for (const heir of heirs.imports) recountImport(main, heir, dayOf)
  main.run('DELETE FROM import_count WHERE import_id = ?', [id])
  for (const personId of told) describeFromProfile(store, personId, id)
  for (const pair of plan.due) compare(store, pair)
  keepUsedTexts(main)
  retireUnmentioned(main)
  main.run("INSERT INTO leftover (what, id, until) VALUES ('import', ?, 0)", [id])
  main.exec('DROP TABLE temp.heir; DROP TABLE temp.doomed; DROP TABLE temp.touched')
  return { ...removed, handedOver: heirs.records, markedAlerts }
}

/** Of several imports that hold a record, the oldest takes it. */
function findHeirs(main: Sql, id: number): void {
  for (const table of RECORDS) {
    main.run(
      `INSERT INTO temp.heir SELECT s.record_id, min(s.import_id), s.ordinal FROM sighting s CROSS JOIN ${table} r ON r.id = s.record_id WHERE r.import_id = ? GROUP BY s.record_id`,
      [id]
    )
  }
}

function listTouchedPeople(main: Sql, id: number, told: readonly number[]): void {
  const list = (sql: string, params: readonly number[] = []): void => {
    main.run(`INSERT OR IGNORE INTO temp.touched ${sql}`, params)
  }
  list('SELECT DISTINCT person_id FROM activity WHERE import_id = ? AND person_id IS NOT NULL', [id])
  list('SELECT person_id FROM hr_event WHERE import_id = ?', [id])
  list('SELECT h.person_id FROM hr_event h JOIN temp.doomed x ON x.id = h.id')
  list('SELECT person_id FROM profile WHERE import_id = ?', [id])
  list('SELECT d.person_id FROM account_deletion d JOIN temp.doomed x ON x.id = d.activity_id')
  for (const personId of told) {
    list('SELECT ?', [personId])
    list('SELECT manager_id FROM person WHERE id = ? AND manager_id IS NOT NULL', [personId])
  }
}

/** Blocks of this import go, but for the records in them that are handed over; of handed-over blocks its records go. */
function listBlocks(main: Sql, id: number): void {
  main.exec('DROP TABLE IF EXISTS temp.saved; CREATE TEMP TABLE saved (block INTEGER NOT NULL, place INTEGER NOT NULL)')
  for (const table of RECORDS)
    main.run(
      `INSERT INTO temp.saved SELECT r.raw_block_id, r.raw_index FROM ${table} r JOIN temp.heir h ON h.id = r.id`
    )
  main.run(
    "INSERT OR IGNORE INTO leftover (what, id, until, places) SELECT 'block', s.block, 0, 'keep ' || group_concat(s.place, ' ') FROM temp.saved s " +
      'JOIN block b ON b.id = s.block WHERE b.import_id = ? GROUP BY s.block',
    [id]
  )
  main.run(
    "INSERT OR IGNORE INTO leftover (what, id, until, places) SELECT 'block', x.block, 0, 'blank ' || group_concat(x.place, ' ') FROM temp.doomed x " +
      'JOIN block b ON b.id = x.block WHERE b.import_id IS NULL GROUP BY x.block'
  )
  main.run("INSERT OR IGNORE INTO leftover (what, id, until) SELECT 'block', id, 0 FROM block WHERE import_id = ?", [
    id
  ])
  main.run('UPDATE block SET import_id = NULL WHERE import_id = ? AND id IN (SELECT block FROM temp.saved)', [id])
  main.run('DELETE FROM block WHERE import_id = ?', [id])
  main.exec('DROP TABLE temp.saved')
}

const TEXTS = [
  ['site', 'site_id'],
  ['address', 'address_id'],
  ['domain-set', 'domain_set_id'],
  ['label', 'label_id'],
  ['sensitive-set', 'sensitive_set_id']
] as const

function listTexts(main: Sql): void {
  for (const [what, column] of TEXTS) {
    main.run(
      `INSERT OR IGNORE INTO leftover (what, id, until) SELECT DISTINCT '${what}', a.${column}, 0 FROM activity a JOIN temp.doomed x ON x.id = a.id WHERE a.${column} IS NOT NULL`
    )
  }
}

/** Texts that other activities use stay. */
function keepUsedTexts(main: Sql): void {
  for (const [what, column] of TEXTS) {
    if (main.number('SELECT count(*) FROM leftover WHERE what = ?', [what]) === 0) continue
    main.run(`DELETE FROM leftover WHERE what = ? AND id IN (SELECT DISTINCT ${column} FROM activity)`, [what])
  }
}

interface DoomedRecords {
  readonly firstId: number
  readonly lastId: number
  readonly isGone: (id: number) => boolean
}

/** Null when there are none. Numbers of one import mostly follow each other: ranges say them all. */
function doomedRecords(main: Sql): DoomedRecords | null {
  const ranges = main
    .all(
      'SELECT min(id) AS first, max(id) AS last FROM (SELECT id, id - row_number() OVER (ORDER BY id) AS stretch FROM temp.doomed) ' +
        'GROUP BY stretch ORDER BY 1'
    )
    .map((row) => ({ first: integer(row, 'first'), last: integer(row, 'last') }))
  const [earliest] = ranges
  const latest = ranges.at(-1)
  if (earliest === undefined || latest === undefined) return null
  const isGone = (id: number): boolean => {
    let from = 0
    let to = ranges.length
    while (from < to) {
      const middle = (from + to) >> 1
      if ((ranges[middle]?.last ?? 0) < id) from = middle + 1
      else to = middle
    }
    const range = ranges[from]
    return range !== undefined && range.first <= id
  }
  return { firstId: earliest.first, lastId: latest.last, isGone }
}

/** Takes them out of what is packed: facts by person, and keys. */
function unpackDoomed(main: Sql): void {
  const doomed = doomedRecords(main)
  if (doomed === null) return
  const people = main.all('SELECT id FROM temp.touched').map((row) => integer(row, 'id'))
  removeFacts(main, people, doomed, doomed.isGone)
  removeKeys(main, doomed.isGone)
}

function removeRecords(main: Sql, id: number): { removedActivities: number; removedHrEvents: number } {
  for (const [what, table] of [
    ['activity', 'activity'],
    ['hr-event', 'hr_event']
  ] as const) {
    main.run(
      `INSERT OR REPLACE INTO leftover (what, id, until) SELECT '${what}', min(id), max(id) FROM (SELECT r.id, r.id - row_number() OVER (ORDER BY r.id) AS stretch ` +
        `FROM ${table} r JOIN temp.doomed x ON x.id = r.id) GROUP BY stretch`
    )
  }
  main.run('DELETE FROM account_deletion WHERE activity_id IN (SELECT id FROM temp.doomed)')
  const removedActivities = main.run('DELETE FROM activity WHERE id IN (SELECT id FROM temp.doomed)')
  const removedHrEvents = main.run('DELETE FROM hr_event WHERE id IN (SELECT id FROM temp.doomed)')
  main.run('DELETE FROM profile WHERE id IN (SELECT id FROM temp.doomed)')
  main.run('DELETE FROM sighting WHERE import_id = ?', [id])
  return { removedActivities, removedHrEvents }
}

function handOver(main: Sql, id: number): { imports: readonly number[]; records: number } {
  let records = 0
  for (const table of RECORDS) {
    records += main.run(
      `UPDATE ${table} SET (import_id, ordinal) = (SELECT h.import_id, h.ordinal FROM temp.heir h WHERE h.id = ${table}.id) WHERE import_id = ?`,
      [id]
    )
  }
  main.run(
    'DELETE FROM sighting WHERE EXISTS (SELECT 1 FROM temp.heir h WHERE h.id = sighting.record_id AND h.import_id = sighting.import_id)'
  )
  const imports = main.all('SELECT DISTINCT import_id FROM temp.heir').map((row) => integer(row, 'import_id'))
  return { imports, records }
}

/** People whom nothing mentions any more go, with what was computed of them; one with an alert stays. */
function retireUnmentioned(main: Sql): void {
  main.run(
    "DELETE FROM alert WHERE status = 'needs-review' AND id NOT IN (SELECT alert_id FROM decision_alert) AND person_id IN (SELECT id FROM temp.touched) " +
      'AND NOT EXISTS (SELECT 1 FROM fact_block f WHERE f.person_id = alert.person_id)'
  )
  main.run(
    'DELETE FROM temp.touched WHERE id IN (SELECT manager_id FROM person) OR EXISTS (SELECT 1 FROM fact_block WHERE person_id = touched.id) ' +
      'OR EXISTS (SELECT 1 FROM hr_event WHERE person_id = touched.id) OR EXISTS (SELECT 1 FROM profile WHERE person_id = touched.id) ' +
      'OR EXISTS (SELECT 1 FROM account_deletion WHERE person_id = touched.id) OR EXISTS (SELECT 1 FROM alert WHERE person_id = touched.id) ' +
      'OR EXISTS (SELECT 1 FROM manual_scope WHERE person_id = touched.id)'
  )
  for (const table of [
    'evaluation',
    'day_score',
    'person_days',
    'person_due',
    'address_use',
    'country_use',
    'scope_removal'
  ])
    main.run(`DELETE FROM ${table} WHERE person_id IN (SELECT id FROM temp.touched)`)
  main.run("INSERT INTO leftover (what, id, until) SELECT 'person', id, 0 FROM temp.touched")
  main.run('DELETE FROM person WHERE id IN (SELECT id FROM temp.touched)')
}

function zoneOf(main: Sql): DayOf {
  return dayOfZone(readSetting(main, 'timezone'))
}
