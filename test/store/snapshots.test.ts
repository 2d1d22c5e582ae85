import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { pseudonymOf } from '../../src/main/identity/pseudonym.ts'
import { beginImport, endImport, findReceipt, receiptsBehind, recordCounts } from '../../src/main/store/imports.ts'
import { hrFactsOf } from '../../src/main/store/facts.ts'
import { createIngest, type PackedBatch } from '../../src/main/store/ingest.ts'
import { inTransaction, openReader, openWriter } from '../../src/main/store/open.ts'
import { compareSnapshots } from '../../src/main/store/snapshots.ts'
import { sweepLeftovers } from '../../src/main/store/leftovers.ts'
import { blankRecords } from '../../src/main/workers/batch-codec.ts'
import { findMarked } from './decided.ts'
import { storeContent, type StoreContent } from './content.ts'
import { batch, newStore, rawOf, RECOGNITION, resignation, type TestStore, undo } from './workspace.ts'

const DAY_MS = 86_400_000
/** Account and title; a row without a change is the same record in each month. */
type Row = readonly [account: string, title: string]
const STAYING: readonly Row[] = [
  ['edda', 'Clerk'],
  ['finn', 'Clerk'],
  ['gudrun', 'Lead']
]
const MONTHS: Readonly<Record<string, readonly Row[]>> = {
  'people-2010-01.csv': [...STAYING, ['asta', 'Analyst'], ['bjorn', 'Analyst'], ['carl', 'Analyst']],
  'people-2010-02.csv': [...STAYING, ['asta', 'Senior analyst'], ['carl', 'Analyst']],
  // Back again, gone, and without a title.
  'people-2010-03.csv': [...STAYING, ['bjorn', 'Analyst'], ['asta', '']]
}

function rowsOf(rows: readonly Row[]): PackedBatch {
  return batch({
    profiles: rows.map(([account, title], index) => ({
      ...resignation(index + 1, `${account}@example.org`),
      recordKey: `directory|${account}|${title}`,
      displayName: `Name of ${account}`,
      firstName: '',
      lastName: '',
      department: '',
      title,
      country: '',
      businessUnit: '',
      manager: '',
      hiredMs: null,
      aliases: [account],
      rawIndex: index
    })),
    rawBlocks: [rawOf(rows.map((row) => row.join()))]
  })
}

interface Wishes {
  readonly status?: 'finished' | 'stopped'
  readonly sha256?: string
  readonly timezone?: string
}

/** One file, as the writer stores it. */
function take({ store }: TestStore, file: string, rows: PackedBatch, wishes: Wishes = {}): number {
  const ingest = createIngest(store, {
    pseudonymOf: (person) => pseudonymOf(new Uint8Array(32), person),
    itemKey: new Uint8Array(32)
  })
  const importId = inTransaction(store, () => {
    const id = beginImport(store, {
      path: `/evidence/2009-12/${file}`,
      label: '',
      operator: 'ada',
      bytes: 10,
      startedMs: 1,
      recognition: { ...RECOGNITION, source: 'directory', wrapping: 'csv', timezone: wishes.timezone ?? 'UTC' }
    })
    const counts = ingest.store(id, rows)
    recordCounts(store, id, { ...counts, rowsRead: counts.kept + counts.duplicate, rejected: 0, ignored: {} })
    const sha256 = wishes.sha256 ?? Buffer.from(file.padEnd(32).slice(0, 32)).toString('hex')
    const end = { sha256, bytes: 10, warnings: [], durationMs: 1, people: 1, status: wishes.status ?? 'finished' }
    endImport(store, id, end)
    compareSnapshots(store)
    return id
  })
  sweepLeftovers(store, { blank: blankRecords, itemKey: new Uint8Array(32) })
  return importId
}

const takeMonth = (test: TestStore, file: string): number => take(test, file, rowsOf(MONTHS[file] ?? []))

function content(test: TestStore): StoreContent {
  return storeContent(test.folder, test.keys, { provenances: true })
}

/** What the comparisons tell, one line each, in the order of time. */
function told(test: TestStore): readonly string[] {
  const reader = openReader(test.folder, test.keys)
  const lines = reader
    .all(
      'SELECT e.at_ms, e.kind, i.identity, t.old_level, t.new_level, p.path FROM hr_event e JOIN vault.identity i ON i.person_id = e.person_id ' +
        'JOIN vault.hr_text t ON t.hr_event_id = e.id JOIN vault.import_text p ON p.import_id = e.import_id WHERE e.raw_block_id IS NULL ORDER BY 1, 2, 3'
    )
    .map((row) => {
      const levels = row['old_level'] === '' ? '' : ` from ${String(row['old_level'])} to ${String(row['new_level'])}`
      const who = String(row['identity']).replace('@example.org', '')
      const file = String(row['path']).split('/').at(-1) ?? ''
      return `${new Date(Number(row['at_ms'])).toISOString().slice(0, 10)} ${String(row['kind'])} ${who}${levels}, ${file}`
    })
  reader.close()
  return lines
}

const THREE = [
  '2010-02-01 job-level-change asta from Analyst to Senior analyst, people-2010-02.csv',
  '2010-02-01 termination bjorn, people-2010-02.csv',
  '2010-03-01 termination carl, people-2010-03.csv'
]

function warnings(test: TestStore, importId: number): readonly string[] {
  const reader = openReader(test.folder, test.keys)
  const receipt = findReceipt(reader, importId)
  reader.close()
  return receipt?.warnings ?? []
}

describe('snapshots of a directory', () => {
  let test: TestStore
  let other: TestStore
  beforeEach(() => {
    test = newStore()
    other = newStore()
  })
  afterEach(() => {
    test.remove()
    other.remove()
  })

  it('tell the same in every order of import, and rows that are duplicates count as there', () => {
    const [first = '', second = '', third = ''] = Object.keys(MONTHS)
    for (const file of [first, second, third]) takeMonth(other, file)
    expect(told(other)).toEqual(THREE)
    const { hrEvents, comparisons } = content(other)
    for (const order of [
      [third, second, first],
      [first, third, second],
      [second, first, third],
      [third, first, second]
    ]) {
      const store = newStore()
      for (const file of order) takeMonth(store, file)
      const found = content(store)
      expect(found['hrEvents']).toEqual(hrEvents)
      expect(found['comparisons']).toEqual(comparisons)
      expect(found['hrTexts']).toEqual([])
      store.remove()
    }
  })

  it('tell what the others tell when the one in between is taken back, and the same again when it returns', () => {
    takeMonth(test, 'people-2010-01.csv')
    const second = takeMonth(test, 'people-2010-02.csv')
    const third = takeMonth(test, 'people-2010-03.csv')
    takeMonth(other, 'people-2010-01.csv')
    takeMonth(other, 'people-2010-03.csv')
    undo(test, second)
    expect(told(test)).toEqual(['2010-03-01 termination carl, people-2010-03.csv'])
    expect(content(test)).toEqual(content(other))
    expect(warnings(test, second)).toEqual([])
    expect(warnings(test, third)).toEqual([
      '1 person left and 0 people changed title between 2010-01-01 and 2010-03-01, as two snapshots of the directory show.'
    ])
    takeMonth(test, 'people-2010-02.csv')
    expect(told(test)).toEqual(THREE)
    expect(content(test)['hrTexts']).toEqual([])
  })

  it('leave nothing of people whom only the undone one knew, though a later one had told that they left', () => {
    const first = takeMonth(test, 'people-2010-01.csv')
    takeMonth(test, 'people-2010-02.csv')
    takeMonth(other, 'people-2010-02.csv')
    undo(test, first)
    expect(told(test)).toEqual([])
    expect(content(test)).toEqual(content(other))
  })

  it('mark a decided alert whose leaver stood on the undone one', () => {
    const first = takeMonth(test, 'people-2010-01.csv')
    takeMonth(test, 'people-2010-02.csv')
    const { main } = test.store
    main.run("INSERT INTO policy (id, template, status, version, created_ms) VALUES (1, 'x', 'on', 1, 1)")
    main.run(
      "INSERT INTO alert (policy_id, person_id, status, severity, score, detected_ms, updated_ms, policy_version, catalogue_hash, last_day, top_factor, body) SELECT 1, person_id, 'confirmed', " +
        "'low', 9, 1, 1, 1, '', 1, '', json_object('factors', json_array(), 'triggers', json_array(json_object('atMs', at_ms))) FROM hr_event WHERE kind = 'termination'"
    )
    expect(undo(test, first)).toMatchObject({ markedAlerts: 1 })
    expect(findMarked(test)).toEqual([{ status: 'confirmed', importId: first, operator: 'ada' }])
  })

  it('go over to the same file imported twice, with its own day', () => {
    const sha256 = 'cd'.repeat(32)
    takeMonth(test, 'people-2010-01.csv')
    const nameless = take(test, 'people.csv', rowsOf(MONTHS['people-2010-02.csv'] ?? []), { sha256 })
    expect(told(test)).toEqual([])
    take(test, 'people-2010-02.csv', rowsOf(MONTHS['people-2010-02.csv'] ?? []), { sha256 })
    expect(told(test)).toEqual([])
    undo(test, nameless)
    expect(told(test)).toEqual(THREE.slice(0, 2))
    expect(content(test)['hrTexts']).toEqual([])
  })

  it('of less than half of the people tell of no leavers, and the receipt says so; of half they do', () => {
    takeMonth(test, 'people-2010-01.csv')
    const part = take(
      test,
      'people-2010-02.csv',
      rowsOf([
        ['edda', 'Chief'],
        ['finn', 'Clerk']
      ])
    )
    expect(told(test)).toEqual(['2010-02-01 job-level-change edda from Clerk to Chief, people-2010-02.csv'])
    expect(warnings(test, part)).toEqual([
      'This snapshot holds 2 people, less than half of the 6 of 2010-01-01: it is taken for a part of the organisation, and nobody counts as having left.'
    ])
    takeMonth(other, 'people-2010-01.csv')
    take(other, 'people-2010-02.csv', rowsOf(STAYING))
    expect(told(other)).toHaveLength(3)
  })

  it('of one day are one snapshot, and their parts do not make leavers of each other', () => {
    takeMonth(test, 'people-2010-01.csv')
    take(test, 'north-2010-02.csv', rowsOf((MONTHS['people-2010-02.csv'] ?? []).slice(0, 3)))
    take(test, 'south-2010-02-01.csv', rowsOf((MONTHS['people-2010-02.csv'] ?? []).slice(3)))
    expect(told(test)).toEqual(THREE.slice(0, 2).map((line) => line.replace('people-2010-02', 'north-2010-02')))
  })

  it('are no snapshots without a day, or cut off', () => {
    takeMonth(test, 'people-2010-01.csv')
    take(test, 'people.csv', rowsOf(STAYING))
    take(test, 'people-2010-02.csv', rowsOf(STAYING), { status: 'stopped', sha256: '' })
    expect(told(test)).toEqual([])
  })

  it('count days in the zone of their import', () => {
    takeMonth(test, 'people-2010-01.csv')
    take(test, 'people-2010-02.csv', rowsOf(STAYING), { timezone: 'America/New_York' })
    const [event] = test.store.main.all('SELECT at_ms FROM hr_event')
    expect(event?.['at_ms']).toBe(Date.UTC(2010, 1, 1, 5))
  })

  it('are echoes where a record tells a departure in that time, and not where it tells an earlier one', () => {
    const told = (lastDayMs: number): PackedBatch =>
      batch({ hrEvents: [{ ...resignation(1, 'bjorn@example.org'), atMs: Date.UTC(2009, 11, 1), lastDayMs }] })
    for (const [store, lastDayMs] of [
      [test, Date.UTC(2010, 0, 29)],
      [other, Date.UTC(2009, 11, 20)]
    ] as const) {
      takeMonth(store, 'people-2010-01.csv')
      takeMonth(store, 'people-2010-02.csv')
      take(store, 'leavers.csv', told(lastDayMs))
    }
    const facts = ({ store }: TestStore) =>
      hrFactsOf(store.main, store.vault.number("SELECT person_id FROM identity WHERE identity = 'bjorn@example.org'"))
    expect(facts(test)).toMatchObject([{ kind: 'resignation', between: null }])
    const between = { earlierDay: Date.UTC(2010, 0, 1) / DAY_MS, laterDay: Date.UTC(2010, 1, 1) / DAY_MS }
    expect(facts(other)).toMatchObject([
      { kind: 'resignation', between: null },
      { kind: 'termination', lastDayMs: null, between }
    ])
  })

  it('are both evidence, and outlast closing the store', () => {
    const ids = [takeMonth(test, 'people-2010-01.csv'), takeMonth(test, 'people-2010-02.csv')]
    const person = test.store.main.number("SELECT person_id FROM hr_event WHERE kind = 'termination'")
    const reader = openReader(test.folder, test.keys)
    expect(receiptsBehind(reader, [person]).map(({ id }) => id)).toEqual(ids)
    reader.close()
    test.store.close()
    test.store = openWriter(test.folder, test.keys, false)
    expect(told(test)).toEqual(THREE.slice(0, 2))
  })
})
