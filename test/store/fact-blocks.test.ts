import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { listActivities } from '../../src/main/store/activities.ts'
import { factWriter, packedIds, readFacts } from '../../src/main/store/fact-blocks.ts'
import { inTransaction, openReader } from '../../src/main/store/open.ts'
import { readSetting } from '../../src/main/store/settings.ts'
import { activity, batch, importBatch, newStore, rawOf, type TestStore, undo } from './workspace.ts'

let test: TestStore
beforeEach(() => {
  test = newStore()
})
afterEach(() => {
  test.remove()
})

const MIRA = 'mira.lindqvist@example.org'
const OTTO = 'otto.berg@example.org'

function personOf(identity: string): number {
  return test.store.vault.number('SELECT person_id FROM identity WHERE identity = ?', [identity])
}

function all(identity: string) {
  return readFacts(test.store.main, personOf(identity), Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)
}

/** What a fresh writer finds missing, as after a crash. */
function catchUp(): void {
  inTransaction(test.store, () => {
    factWriter(test.store.main).flush()
  })
}

describe('packed facts', () => {
  it('say what the wide table says, in the order of time', () => {
    const draft = activity(3, { newFileName: 'b.zip', targetDomains: ['example.com'], sizeBytes: 70_000, itemCount: 5 })
    importBatch(test, batch({ activities: [activity(9), draft, activity(5, { actor: OTTO })] }))
    const facts = all(MIRA)
    expect(facts.map(({ atMs }) => atMs)).toEqual([draft.atMs, activity(9).atMs])
    const row = test.store.main.get('SELECT * FROM activity WHERE ordinal = 3')
    expect(facts[0]).toMatchObject({
      id: row?.['id'],
      itemKey: row?.['item_key'],
      newItemKey: row?.['new_item_key'],
      siteId: row?.['site_id'],
      addressId: row?.['address_id'],
      domainSetId: row?.['domain_set_id'],
      sizeBytes: 70_000,
      itemCount: 5
    })
    expect(all(OTTO)).toHaveLength(1)
  })

  it('are read again from the table where a crash lost them, and not twice', () => {
    importBatch(test, batch({ activities: [activity(1), activity(2)] }))
    test.store.main.run('DELETE FROM fact_block')
    test.store.main.run("UPDATE setting SET value = '0' WHERE key = 'factsUpTo'")
    catchUp()
    catchUp()
    expect(all(MIRA).map(({ id }) => id)).toEqual([1, 2])
    expect(readSetting(test.store.main, 'factsUpTo')).toBe('2')
  })

  it('are not packed by two writers', () => {
    importBatch(test, batch({ activities: [activity(1)] }))
    const late = factWriter(test.store.main)
    const [fact] = all(MIRA)
    if (fact === undefined) throw new Error('nothing is packed')
    late.add(personOf(MIRA), fact)
    inTransaction(test.store, () => {
      late.flush()
    })
    expect(packedIds(test.store.main, personOf(MIRA))).toEqual([1])
  })

  it('lose what an undo takes back and keep the rest of a block', () => {
    const first = importBatch(
      test,
      batch({ activities: [activity(1), activity(2)], rawBlocks: [rawOf(['a', 'b', 'c'])] }),
      'cd'.repeat(32)
    )
    importBatch(test, batch({ activities: [activity(3), activity(2)] }))
    undo(test, first.importId)
    expect(all(MIRA)).toHaveLength(2)
    const reader = openReader(test.folder, test.keys)
    const page = { fromMs: null, toMs: null, importId: null, source: null, operations: null }
    const listed = listActivities(reader, { ...page, personId: personOf(MIRA) }, 1, null)
    const next = listActivities(reader, { ...page, personId: personOf(MIRA) }, 5, listed[0] ?? null)
    reader.close()
    expect([...listed, ...next].map(({ atMs }) => atMs)).toEqual([activity(3).atMs, activity(2).atMs])
  })
})
