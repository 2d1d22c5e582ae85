import { afterEach, beforeEach, expect, test } from 'vitest'
import { inTransaction, openReader } from '../../src/main/store/open.ts'
import { listPeople } from '../../src/main/store/persons.ts'
import {
  manualScopesOf,
  nowOfData,
  peopleWithManualScope,
  removedAtMs,
  removeFromScope,
  startScope
} from '../../src/main/store/scopes.ts'
import { readText } from '../../src/main/store/written.ts'
import { addActivities, addPeople, addPolicy } from './made-people.ts'
import { newStore, type TestStore } from './workspace.ts'

const DAY_MS = 86_400_000
const NOW = 100 * DAY_MS
let place: TestStore
let person = 0
let other = 0
let policy = 0

beforeEach(() => {
  place = newStore()
  ;[person = 0, other = 0] = addPeople(place.store, ['arne', 'bodil'])
  policy = addPolicy(place.store)
})
afterEach(() => place.remove())

function start(personId: number, days: number, nowMs = NOW, policyId = policy): number {
  return inTransaction(place.store, () =>
    startScope(place.store, { policyId, personId, nowMs, days, reason: 'a tip-off', operator: 'ada' })
  )
}
function remove(personId: number, nowMs = NOW): void {
  inTransaction(place.store, () => removeFromScope(place.store.main, personId, nowMs, 'ada'))
}
const scopedUntil = (nowMs: number): (number | null)[] =>
  listPeople(place.store.main, 'risk', 10, nowMs).map(({ scoredUntilMs }) => scoredUntilMs)

test('scoring by hand runs for its days, under its policy, for its person', () => {
  const { main } = place.store
  const second = addPolicy(place.store)
  const id = start(person, 30)
  expect(manualScopesOf(main, policy, person)).toEqual([{ fromMs: NOW, untilMs: NOW + 30 * DAY_MS }])
  expect(manualScopesOf(main, second, person)).toEqual([])
  expect(manualScopesOf(main, policy, other)).toEqual([])
  expect(peopleWithManualScope(main, policy)).toEqual([person])
  expect(peopleWithManualScope(main, second)).toEqual([])
  expect(removedAtMs(main, person)).toBeNull()
  const reader = openReader(place.folder, place.keys)
  try {
    expect(readText(reader, 'scope', id)).toBe('a tip-off')
  } finally {
    reader.close()
  }
})

test('a second start stands beside the first, and the list tells the later end', () => {
  start(person, 30)
  start(person, 5, NOW + DAY_MS)
  expect(manualScopesOf(place.store.main, policy, person)).toHaveLength(2)
  expect(peopleWithManualScope(place.store.main, policy)).toEqual([person])
  expect(scopedUntil(NOW)).toEqual([NOW + 30 * DAY_MS, null])
})

test('whom somebody takes out at the same moment of the data is out, and whom somebody brings in after that is in', () => {
  const { main } = place.store
  start(person, 30)
  remove(person)
  expect(removedAtMs(main, person)).toBe(NOW)
  expect(scopedUntil(NOW)).toEqual([null, null])
  start(person, 10)
  const [, again] = manualScopesOf(main, policy, person)
  expect(again?.fromMs).toBeGreaterThan(removedAtMs(main, person) ?? Infinity)
  expect(scopedUntil(NOW)).toEqual([NOW + 1 + 10 * DAY_MS, null])
  remove(person)
  expect(removedAtMs(main, person)).toBeGreaterThanOrEqual(again?.fromMs ?? Infinity)
  expect(scopedUntil(NOW)).toEqual([null, null])
})

test('a removal never goes back, even where the last activity was taken away again', () => {
  remove(person)
  remove(person, NOW - DAY_MS)
  expect(removedAtMs(place.store.main, person)).toBe(NOW)
  expect(removedAtMs(place.store.main, other)).toBeNull()
})

test('the list tells no end that is over, and none of a policy that is off', () => {
  start(person, 2)
  const off = addPolicy(place.store, 'off')
  start(other, 20, NOW, off)
  expect(scopedUntil(NOW + DAY_MS)).toEqual([NOW + 2 * DAY_MS, null])
  expect(scopedUntil(NOW + 2 * DAY_MS)).toEqual([null, null])
})

test('now is the last activity, the clock where that is earlier, and the clock where nothing is known', () => {
  const { main } = place.store
  expect(nowOfData(main, NOW)).toBe(NOW)
  addActivities(place.store, person, 3, NOW - 40 * DAY_MS)
  addActivities(place.store, other, 3, NOW - 50 * DAY_MS)
  expect(nowOfData(main, NOW)).toBe(NOW - 40 * DAY_MS)
  expect(nowOfData(main, NOW - 60 * DAY_MS)).toBe(NOW - 60 * DAY_MS)
})
