import { afterEach, beforeEach, expect, it } from 'vitest'
import { recordKeys, removeKeys } from '../../src/main/store/record-keys.ts'
import { inTransaction } from '../../src/main/store/open.ts'
import { storedKeys } from './content.ts'
import { newStore, type TestStore } from './workspace.ts'

const SECRET = new Uint8Array(32)
/** Enough for two runs and some keys that are in none yet. */
const KEYS = 44_000
const RUN_KEYS = 9000

let test: TestStore
beforeEach(() => {
  test = newStore()
})
afterEach(() => {
  test.remove()
})

function takeAll(from: number, to: number, idOf = (number: number) => number + 1): number {
  const keys = recordKeys(test.store.main, SECRET, RUN_KEYS)
  let known = 0
  inTransaction(test.store, () => {
    for (let number = from; number < to; number += 1) {
      const id = keys.take(`record ${String(number)}`, idOf(number))
      if (id === null) continue
      expect(id).toBe(number + 1)
      known += 1
    }
    keys.settle()
  })
  return known
}

it('finds every key again with its record, before and after it was moved, and after the store was opened anew', () => {
  for (let from = 0; from < KEYS; from += 4000) expect(takeAll(from, from + 4000)).toBe(0)
  const main = test.store.main
  expect(main.number('SELECT count(DISTINCT id >> 32) FROM record_key')).toBeGreaterThan(2)
  expect(main.number('SELECT count(*) FROM recent_key')).toBeGreaterThan(0)
  expect(takeAll(0, KEYS, () => 999_999)).toBe(KEYS)
  expect(new Set(storedKeys(main).map(({ key }) => key)).size).toBe(KEYS)
}, 60_000)

it('knows within one run what was moved, and takes what is new for new', () => {
  const keys = recordKeys(test.store.main, SECRET, RUN_KEYS)
  inTransaction(test.store, () => {
    for (let number = 0; number < KEYS; number += 1) {
      expect(keys.take(`record ${String(number)}`, number + 1)).toBeNull()
      if (number % 2000 === 0) keys.settle()
    }
    for (let number = 0; number < KEYS; number += 97)
      expect(keys.take(`record ${String(number)}`, 999_999)).toBe(number + 1)
  })
}, 60_000)

it('tells keys of one workspace from those of another', () => {
  const here = recordKeys(test.store.main, SECRET, RUN_KEYS)
  expect(here.take('record', 1)).toBeNull()
  const there = recordKeys(test.store.main, new Uint8Array(32).fill(1))
  expect(there.take('record', 2)).toBeNull()
})

it('forgets the keys of records that are gone, wherever they lie, and no other', () => {
  for (let from = 0; from < KEYS; from += 4000) takeAll(from, from + 4000)
  const isGone = (id: number): boolean => id % 7 === 0 || id <= 4000
  let gone = 0
  for (let id = 1; id <= KEYS; id += 1) if (isGone(id)) gone += 1
  inTransaction(test.store, () => {
    expect(removeKeys(test.store.main, isGone)).toBe(gone)
  })
  const keys = recordKeys(test.store.main, SECRET, RUN_KEYS)
  for (let number = 0; number < KEYS; number += 1)
    expect(keys.take(`record ${String(number)}`, 999_999)).toBe(isGone(number + 1) ? null : number + 1)
}, 60_000)
