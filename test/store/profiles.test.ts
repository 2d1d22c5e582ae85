import { afterAll, beforeAll, expect, test } from 'vitest'
import { pseudonymOf } from '../../src/main/identity/pseudonym.ts'
import { inTransaction } from '../../src/main/store/open.ts'
import { peopleWriter, personOf } from '../../src/main/store/people.ts'
import { describeFromProfile, tellProfile } from '../../src/main/store/profiles.ts'
import type { ProfileFacts } from '../../src/shared/domain/draft.ts'
import { addPeople } from './made-people.ts'
import { newStore, type TestStore } from './workspace.ts'

let place: TestStore
let person = 0
const FACTS: ProfileFacts = {
  displayName: '',
  firstName: '',
  lastName: '',
  department: 'Sales',
  title: '',
  country: '',
  businessUnit: 'Northern Division',
  manager: '',
  hiredMs: null,
  aliases: ['EX\\arne']
}

beforeAll(() => {
  place = newStore()
  ;[person = 0] = addPeople(place.store, ['arne'])
})
afterAll(() => place.remove())

function tell(importId: number, facts: ProfileFacts): void {
  const secrets = { pseudonymOf: (id: number) => pseudonymOf(new Uint8Array(32), id), itemKey: new Uint8Array(32) }
  inTransaction(place.store, () =>
    tellProfile(place.store, peopleWriter(place.store, secrets), importId, person, facts)
  )
}
const unit = (): unknown =>
  place.store.main.get('SELECT business_unit FROM person WHERE id = ?', [person])?.['business_unit']

test('the business unit is what the newest import says, and what the one before said when that is taken back', () => {
  expect(unit()).toBeNull()
  tell(1, FACTS)
  expect(unit()).toBe('Northern Division')
  tell(2, { ...FACTS, businessUnit: 'Southern Division' })
  expect(unit()).toBe('Southern Division')
  inTransaction(place.store, () => describeFromProfile(place.store, person, 2))
  expect(unit()).toBe('Northern Division')
  tell(3, { ...FACTS, businessUnit: '' })
  expect(unit()).toBeNull()
})

test('a person is found by identity and alias, and nobody by anything else', () => {
  const view = { vault: place.store.vault, schema: '' } as const
  expect(personOf(view, 'arne@example.org')).toBe(person)
  expect(personOf(view, 'EX\\arne')).toBe(person)
  expect(personOf(view, 'arne')).toBeNull()
})
