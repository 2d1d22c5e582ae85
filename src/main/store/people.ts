/**
 * People in the store: an identity in the vault, a pseudonym in the main store, joined by a number. Finds the person
 * of an identity or alias, and creates one on first sight; the pseudonym comes from a function of the caller.
 */
import type { Pseudonym } from '../../shared/domain/pseudonym.ts'
import { integer } from './columns.ts'
import type { WriterStore } from './open.ts'

export interface PeopleWriter {
  /** Number of the person with this identity in canonical spelling; created if unknown. */
  idOf(identity: string, kind: 'person' | 'guest'): number
  find(identity: string): number | null
  /** Adds a spelling; leaves it with its owner when another person has it. */
  addAlias(personId: number, alias: string): void
  forget(): void
}

export function peopleWriter(store: WriterStore, pseudonymOf: (personNumber: number) => Pseudonym): PeopleWriter {
  const known = new Map<string, number>()
  const find = (identity: string): number | null => {
    const seen = known.get(identity)
    if (seen !== undefined) return seen
    const row =
      store.vault.get('SELECT person_id FROM identity WHERE identity = ?', [identity]) ??
      store.vault.get('SELECT person_id FROM alias WHERE alias = ?', [identity])
    if (row === undefined) return null
    const id = integer(row, 'person_id')
    known.set(identity, id)
    return id
  }
  return {
    find,
    idOf(identity, kind) {
      const found = find(identity)
      if (found !== null) return found
      const id = store.main.number('SELECT coalesce(max(id), 0) + 1 FROM person')
      store.vault.run('INSERT INTO identity (person_id, identity) VALUES (?, ?)', [id, identity])
      store.main.run('INSERT INTO person (id, pseudonym, kind) VALUES (?, ?, ?)', [id, pseudonymOf(id), kind])
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
