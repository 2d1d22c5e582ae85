/**
 * What files say of people. Each import keeps what it says of a person; the newest import that says anything holds, so
 * that taking an import back brings back what the others say.
 */
import type { ProfileFacts } from '../../shared/domain/draft.ts'
import { integer, integerOrNull, text } from './columns.ts'
import type { WriterStore } from './open.ts'
import { type PeopleWriter, personOf } from './people.ts'
import type { Sql, SqlRow } from './sql.ts'

/** Keeps what this import says, and lets it hold; of several rows in one import the last holds, but all aliases count. */
export function tellProfile(
  store: WriterStore,
  people: PeopleWriter,
  importId: number,
  personId: number,
  facts: ProfileFacts
): void {
  for (const alias of facts.aliases) people.addAlias(personId, alias)
  const before = store.vault.get('SELECT aliases FROM profile_text WHERE person_id = ? AND import_id = ?', [
    personId,
    importId
  ])
  const aliases = new Set([...(before === undefined ? [] : aliasesOf(before)), ...facts.aliases])
  store.vault.run(
    'INSERT OR REPLACE INTO profile_text (person_id, import_id, display_name, first_name, last_name, department, title, country, business_unit, manager, hired_ms, aliases) ' +
      'VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    [
      personId,
      importId,
      facts.displayName,
      facts.firstName,
      facts.lastName,
      facts.department,
      facts.title,
      facts.country,
      facts.businessUnit,
      facts.manager,
      facts.hiredMs,
      [...aliases].filter((alias) => alias !== '').join('\n')
    ]
  )
  if (facts.manager !== '') people.idOf(facts.manager, 'person')
  nameFromProfile(store.vault, personId)
  describeFromProfile(store, personId)
}

/** Brings a person's names up to date with what the newest import says. */
export function nameFromProfile(vault: Sql, personId: number): void {
  const row = newestOf(vault, personId)
  vault.run('UPDATE identity SET display_name = ?, first_name = ?, last_name = ? WHERE person_id = ?', [
    row === undefined ? '' : text(row, 'display_name'),
    row === undefined ? '' : text(row, 'first_name'),
    row === undefined ? '' : text(row, 'last_name'),
    personId
  ])
}

/** The same for the facts in the main store; `exceptImport` is one that is being taken back. */
export function describeFromProfile(store: WriterStore, personId: number, exceptImport = 0): void {
  const row = newestOf(store.vault, personId, exceptImport)
  const filled = (column: string): string | null => {
    const value = row === undefined ? '' : text(row, column)
    return value === '' ? null : value
  }
  const manager = filled('manager')
  store.main.run(
    'UPDATE person SET department = ?, title = ?, country = ?, business_unit = ?, hired_ms = ?, manager_id = ? WHERE id = ?',
    [
      filled('department'),
      filled('title'),
      filled('country'),
      filled('business_unit'),
      row === undefined ? null : integerOrNull(row, 'hired_ms'),
      manager === null ? null : personOf({ vault: store.vault, schema: '' }, manager),
      personId
    ]
  )
}

/** People of whom an import says anything. */
export function peopleToldBy(vault: Sql, importId: number): readonly number[] {
  return vault
    .all('SELECT person_id FROM profile_text WHERE import_id = ? ORDER BY person_id', [importId])
    .map((row) => integer(row, 'person_id'))
}

/** Takes back what an import says: names, and aliases that no other import tells. Another who claims such an alias gets it. */
export function untellProfiles(vault: Sql, importId: number): void {
  const told = vault.all('SELECT person_id, aliases FROM profile_text WHERE import_id = ?', [importId])
  vault.run('DELETE FROM profile_text WHERE import_id = ?', [importId])
  const orphaned = new Set<string>()
  for (const row of told) {
    const personId = integer(row, 'person_id')
    nameFromProfile(vault, personId)
    const still = new Set(
      vault.all('SELECT aliases FROM profile_text WHERE person_id = ?', [personId]).flatMap((other) => aliasesOf(other))
    )
    for (const alias of aliasesOf(row)) {
      if (still.has(alias)) continue
      if (vault.run('DELETE FROM alias WHERE alias = ? AND person_id = ?', [alias, personId]) === 1) orphaned.add(alias)
    }
  }
  if (orphaned.size === 0) return
  for (const row of vault.all("SELECT person_id, aliases FROM profile_text WHERE aliases <> '' ORDER BY import_id")) {
    for (const alias of aliasesOf(row)) {
      if (!orphaned.has(alias)) continue
      vault.run('INSERT OR IGNORE INTO alias (alias, person_id) VALUES (?, ?)', [alias, integer(row, 'person_id')])
    }
  }
}

function newestOf(vault: Sql, personId: number, exceptImport = 0): SqlRow | undefined {
  return vault.get(
    'SELECT * FROM profile_text WHERE person_id = ? AND import_id <> ? ORDER BY import_id DESC LIMIT 1',
    [personId, exceptImport]
  )
}

function aliasesOf(row: SqlRow): readonly string[] {
  const aliases = text(row, 'aliases')
  return aliases === '' ? [] : aliases.split('\n')
}
