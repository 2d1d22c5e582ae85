import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PackedBatch } from '../../src/main/store/ingest.ts'
import { openReader } from '../../src/main/store/open.ts'
import { listRejected } from '../../src/main/store/imports.ts'
import { provenancesOf } from '../../src/main/store/sightings.ts'
import { findMarked, raiseOn } from './decided.ts'
import { storeContent, type StoreContent } from './content.ts'
import { activity, batch, importBatch, newStore, rawOf, resignation, type TestStore, undo } from './workspace.ts'

const MIRA = 'mira.lindqvist@example.org'
const OLAF = 'olaf.berg@example.org'
const SHA = { a: 'aa'.repeat(32), b: 'bb'.repeat(32), c: 'cc'.repeat(32) }

/** Records of these numbers, in one block, in the order given. */
function records(numbers: readonly number[], changed: Parameters<typeof activity>[1] = {}): PackedBatch {
  return batch({
    activities: numbers.map((number, index) => ({ ...activity(number, changed), ordinal: index + 1, rawIndex: index })),
    rawBlocks: [rawOf(numbers.map((number) => `record ${String(number)}`))]
  })
}

function person(identity: string, facts: { department: string; aliases?: readonly string[]; manager?: string }) {
  return {
    ...resignation(1, identity),
    recordKey: `profile|${identity}|${JSON.stringify(facts)}`,
    displayName: `Name of ${identity}`,
    firstName: '',
    lastName: '',
    title: '',
    country: 'Sweden',
    businessUnit: '',
    manager: facts.manager ?? '',
    hiredMs: null,
    department: facts.department,
    aliases: facts.aliases ?? []
  }
}

function people(...profiles: ReturnType<typeof person>[]): PackedBatch {
  return batch({
    profiles: profiles.map((profile, index) => ({ ...profile, ordinal: index + 1, rawIndex: index })),
    rawBlocks: [rawOf(profiles.map(({ identity }) => identity))]
  })
}

describe('an import', () => {
  let test: TestStore
  let other: TestStore
  const content = (store: TestStore): StoreContent => storeContent(store.folder, store.keys, { provenances: true })
  beforeEach(() => {
    test = newStore()
    other = newStore()
  })
  afterEach(() => {
    test.remove()
    other.remove()
  })

  it('of the same file again leaves the store as it was', () => {
    const rows = batch({
      ...records([1, 2, 3]),
      hrEvents: [resignation(4, MIRA)],
      rejected: [{ ordinal: 5, line: 5, byteOffset: 80, reason: 'The row is cut.', raw: '{"Id":' }]
    })
    importBatch(test, rows, SHA.a)
    const before = content(test)
    expect(before['activities']).toHaveLength(3)
    importBatch(test, rows, SHA.a)
    expect(content(test)).toEqual(before)
    expect(test.store.main.number('SELECT count(*) FROM sighting')).toBe(0)
  })

  it('that is taken back leaves the store as it was before, people, sites and addresses too', () => {
    importBatch(test, records([1, 2, 3]), SHA.a)
    const before = content(test)
    const second = importBatch(
      test,
      records([3, 4, 5], {
        actor: OLAF,
        siteUrl: 'https://example.sharepoint.com/sites/Else',
        address: '198.51.100.4'
      }),
      SHA.b
    )
    importBatch(
      test,
      people(person(MIRA, { department: 'Sales', aliases: ['mlind'], manager: 'boss@example.org' })),
      SHA.c
    )
    expect(content(test)).not.toEqual(before)
    expect(undo(test, second.importId)).toMatchObject({ removedActivities: 2, handedOver: 0 })
    undo(test, second.importId + 1)
    expect(content(test)).toEqual(before)
    expect(test.store.main.number('SELECT count(*) FROM sighting')).toBe(0)
  })

  it('hands what another import also holds to that import, with its raw records, and nothing else', () => {
    const first = importBatch(test, records([1, 2, 3, 4]), SHA.a)
    importBatch(test, records([9, 4, 2]), SHA.b)
    importBatch(other, records([9, 4, 2]), SHA.b)
    expect(undo(test, first.importId)).toMatchObject({ removedActivities: 2, handedOver: 2 })
    expect(content(test)).toEqual(content(other))
    expect(test.store.main.number('SELECT count(*) FROM sighting')).toBe(0)
    expect(undo(test, first.importId + 1)).toMatchObject({ removedActivities: 3, handedOver: 0 })
    expect(test.store.vault.number('SELECT count(*) FROM raw_block')).toBe(0)
    expect(test.store.main.number('SELECT count(*) FROM block')).toBe(0)
  })

  it('empties the raw records that it takes back from a block that others still need', () => {
    const first = importBatch(test, records([1, 2, 3]), SHA.a)
    const second = importBatch(test, records([2, 3]), SHA.b)
    importBatch(test, records([3]), SHA.c)
    undo(test, first.importId)
    undo(test, second.importId)
    const bytes = test.store.vault.get('SELECT bytes FROM raw_block')?.['bytes']
    importBatch(other, records([3]), SHA.c)
    expect(content(test)).toEqual(content(other))
    expect(bytes).toBeInstanceOf(Uint8Array)
  })

  it('of a file that was imported twice goes over to its twin whole', () => {
    const rows = batch({
      ...records([1, 2]),
      rejected: [{ ordinal: 3, line: 3, byteOffset: 80, reason: 'The row is cut.', raw: '{"Id":' }]
    })
    const first = importBatch(test, rows, SHA.a)
    const twin = importBatch(test, rows, SHA.a)
    const before = content(test)
    expect(undo(test, first.importId)).toEqual({
      removedActivities: 0,
      removedHrEvents: 0,
      handedOver: 2,
      markedAlerts: 0
    })
    expect(content(test)).toEqual(before)
    const reader = openReader(test.folder, test.keys)
    expect(listRejected(reader, twin.importId, 10, -1)).toMatchObject({ total: 1 })
    expect(listRejected(reader, first.importId, 10, -1)).toEqual({ rows: [], total: 0 })
    reader.close()
    undo(test, twin.importId)
    expect(content(test)).toEqual(content(other))
  })

  it('brings back what an older import says of a person', () => {
    importBatch(test, people(person(MIRA, { department: 'Research', aliases: ['mlind', 'mira'] })), SHA.a)
    const before = content(test)
    const second = importBatch(
      test,
      people(person(MIRA, { department: 'Sales', aliases: ['mira', 'ml'], manager: OLAF })),
      SHA.b
    )
    expect(test.store.main.get("SELECT department FROM person WHERE department = 'Sales'")).toBeDefined()
    undo(test, second.importId)
    expect(content(test)).toEqual(before)
  })

  it('gives a person who comes back the same pseudonym, and nobody else', () => {
    const first = importBatch(test, records([1]), SHA.a)
    const pseudonymOf = (): unknown => test.store.main.get('SELECT pseudonym FROM person')?.['pseudonym']
    const pseudonym = pseudonymOf()
    undo(test, first.importId)
    expect(test.store.main.number('SELECT count(*) FROM person')).toBe(0)
    expect(test.store.vault.number('SELECT count(*) FROM identity')).toBe(0)
    const second = importBatch(test, records([2], { actor: OLAF }), SHA.b)
    expect(pseudonymOf()).not.toBe(pseudonym)
    undo(test, second.importId)
    importBatch(test, records([1]), SHA.a)
    expect(pseudonymOf()).toBe(pseudonym)
  })

  it('tells all imports that hold an activity, with its row in each', () => {
    importBatch(test, records([1, 2]), SHA.a)
    importBatch(test, records([7, 8, 2]), SHA.b)
    importBatch(test, records([7, 8, 2]), SHA.b)
    const id = test.store.main.number('SELECT id FROM activity WHERE ordinal = 2 AND import_id = 1')
    expect(provenancesOf(test.store.main, id)).toEqual([
      { importId: 1, ordinal: 2 },
      { importId: 2, ordinal: 3 }
    ])
  })

  it('marks decided alerts that stood on it, once, and drops open ones of people who are gone', () => {
    const first = importBatch(test, records([1, 2]), SHA.a)
    raiseOn(test, 'dismissed')
    expect(undo(test, first.importId)).toMatchObject({ markedAlerts: 1 })
    expect(findMarked(test)).toEqual([{ status: 'dismissed', importId: first.importId, operator: 'ada' }])
    expect(test.store.main.number('SELECT count(*) FROM person')).toBe(1)
    const second = importBatch(test, records([3], { actor: OLAF }), SHA.b)
    raiseOn(test, 'needs-review')
    undo(test, second.importId)
    expect(findMarked(test)).toHaveLength(1)
    expect(test.store.main.number('SELECT count(*) FROM alert')).toBe(1)
  })
})
