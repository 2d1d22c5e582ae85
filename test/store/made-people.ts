/** People of a store around any import: an identity each, and whatever the test says of them. */
import { pseudonymOf } from '../../src/main/identity/pseudonym.ts'
import { inTransaction, type WriterStore } from '../../src/main/store/open.ts'
import { peopleWriter } from '../../src/main/store/people.ts'

/** Numbers of the people, in the order of the names. */
export function addPeople(store: WriterStore, names: readonly string[], kind: 'person' | 'guest' = 'person'): number[] {
  const people = peopleWriter(store, {
    pseudonymOf: (person) => pseudonymOf(new Uint8Array(32), person),
    itemKey: new Uint8Array(32)
  })
  return inTransaction(store, () => names.map((name) => people.idOf(`${name}@example.org`, kind)))
}

export function addPolicy(store: WriterStore, status: 'on' | 'off' = 'on'): number {
  const id = store.main.number('SELECT coalesce(max(id), 0) + 1 FROM policy')
  store.main.run('INSERT INTO policy (id, template, status, version, created_ms) VALUES (?, ?, ?, 1, 1)', [
    id,
    'general-data-leaks',
    status
  ])
  return id
}

/** A case with an alert of each person. */
export function addCase(
  store: WriterStore,
  policyId: number,
  personIds: readonly number[],
  resolution: 'benign' | 'violation' | null
): number {
  const { main } = store
  const id = main.number('SELECT coalesce(max(id), 0) + 1 FROM case_file')
  main.run(
    "INSERT INTO case_file (id, status, resolution, opened_ms, updated_ms, updated_by) VALUES (?, ?, ?, 1, 1, 'ada')",
    [id, resolution === null ? 'active' : 'closed', resolution]
  )
  for (const personId of personIds) {
    main.run(
      'INSERT INTO alert (policy_id, person_id, status, severity, score, detected_ms, updated_ms, policy_version, catalogue_hash, last_day, top_factor, body, case_id) ' +
        "VALUES (?, ?, ?, 'high', 80, 1, 1, 1, '', 1, '', '{}', ?)",
      [policyId, personId, resolution === null ? 'confirmed' : 'resolved', id]
    )
  }
  return id
}

/** As many activities as packed facts say that a person has; the last of them at `toMs`. */
export function addActivities(store: WriterStore, personId: number, activities: number, toMs: number): void {
  const first = store.main.number('SELECT coalesce(max(last_id), 0) + 1 FROM fact_block')
  store.main.run(
    'INSERT INTO fact_block (person_id, first_id, last_id, from_ms, to_ms, activities, bytes) VALUES (?, ?, ?, ?, ?, ?, ?)',
    [personId, first, first + activities - 1, 0, toMs, activities, new Uint8Array([0])]
  )
}
