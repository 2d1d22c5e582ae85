/**
 * People in the store: an identity in the vault, a pseudonym in the main store, joined by a number. Finds the person
 * of an identity or alias, and creates one on first sight; the pseudonym comes from a function of the caller. A number
 * is never given to somebody else, and whom an undo removed gets the old one back.
 */
import { createHmac } from 'node:crypto'
import type { Pseudonym } from '../../shared/domain/pseudonym.ts'
import { integer } from './columns.ts'
import type { WriterStore } from './open.ts'
import type { VaultView } from './setting-text.ts'

export interface PeopleWriter {
  /** Number of the person with this identity in canonical spelling; created if unknown. */
  idOf(identity: string, kind: 'person' | 'guest'): number
  find(identity: string): number | null
  /** Adds a spelling; leaves it with its owner when another person has it. */
  addAlias(personId: number, alias: string): void
  forget(): void
}

export interface PeopleSecrets {
  readonly pseudonymOf: (personNumber: number) => Pseudonym
  /** Key of the hashes by which removed people are known again. */
  readonly itemKey: Uint8Array
}

export function peopleWriter(store: WriterStore, secrets: PeopleSecrets): PeopleWriter {
  const known = new Map<string, number>()
  const find = (identity: string): number | null => {
    const seen = known.get(identity)
    if (seen !== undefined) return seen
    const id = personOf({ vault: store.vault, schema: '' }, identity)
    if (id !== null) known.set(identity, id)
    return id
  }
  return {
    find,
    idOf(identity, kind) {
      const found = find(identity)
      if (found !== null) return found
      const id = numberOf(store, secrets.itemKey, identity)
      store.vault.run('INSERT INTO identity (person_id, identity) VALUES (?, ?)', [id, identity])
      store.main.run('INSERT INTO person (id, pseudonym, kind) VALUES (?, ?, ?)', [id, secrets.pseudonymOf(id), kind])
      known.set(identity, id)
      return id
    },
    addAlias(personId, alias) {
      if (alias === '' || find(alias) !== null) return
      store.vault.run('INSERT INTO alias (alias, person_id) VALUES (?, ?)', [alias, personId])
      known.set(alias, personId)
    },
    forget: () => {
      known.clear()
    }
  }
}

/** Number of the person with this identity or alias, in canonical spelling. */
export function personOf({ vault, schema }: VaultView, identity: string): number | null {
  const row =
    vault.get(`SELECT person_id FROM ${schema}identity WHERE identity = ?`, [identity]) ??
    vault.get(`SELECT person_id FROM ${schema}alias WHERE alias = ?`, [identity])
  return row === undefined ? null : integer(row, 'person_id')
}

/** Removes identity, names and aliases of a person whom nothing in the main store mentions; the number stays taken. */
export function retirePerson(vault: WriterStore['vault'], itemKey: Uint8Array, personId: number): void {
  const row = vault.get('SELECT identity FROM identity WHERE person_id = ?', [personId])
  if (row === undefined) return
  vault.run('INSERT OR REPLACE INTO retired_person (identity_key, person_id) VALUES (?, ?)', [
    identityKey(itemKey, String(row['identity'])),
    personId
  ])
  vault.run('DELETE FROM alias WHERE person_id = ?', [personId])
  vault.run('DELETE FROM profile_text WHERE person_id = ?', [personId])
  vault.run('DELETE FROM identity WHERE person_id = ?', [personId])
}

function numberOf(store: WriterStore, itemKey: Uint8Array, identity: string): number {
  const retired = store.vault.number('SELECT person_id FROM retired_person WHERE identity_key = ?', [
    identityKey(itemKey, identity)
  ])
  if (retired !== 0) return retired
  const inUse = store.main.number('SELECT coalesce(max(id), 0) FROM person')
  return Math.max(inUse, store.vault.number('SELECT coalesce(max(person_id), 0) FROM retired_person')) + 1
}

function identityKey(itemKey: Uint8Array, identity: string): string {
  return createHmac('sha256', itemKey).update(`person ${identity}`).digest('hex').slice(0, 32)
}
