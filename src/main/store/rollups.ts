/** Who used which address and was active in which country first: what makes one new for a person. */
import { integer } from './columns.ts'
import type { PackedFact } from './fact-blocks.ts'
import type { Sql } from './sql.ts'

/** A stranger who takes over accounts seldom holds more than a few; from four people on an address is a shared one. */
const MANY_PEOPLE = 4
/** Two days of other places are the least that makes one new rather than the first that the logs happen to hold. */
const KNOWN_BEFORE_MS = 2 * 86_400_000

/** Notes the first use of addresses and countries; gives the addresses that the person had not used before. */
export function noteFirstUses(
  main: Sql,
  personId: number,
  facts: readonly PackedFact[],
  countryOf: (classId: number) => number
): readonly number[] {
  const addresses = new Map<number, number>()
  const countries = new Map<number, number>()
  for (const { atMs, addressId, classId } of facts) {
    if (addressId !== null && atMs < (addresses.get(addressId) ?? Infinity)) addresses.set(addressId, atMs)
    const country = countryOf(classId)
    if (country !== 0 && atMs < (countries.get(country) ?? Infinity)) countries.set(country, atMs)
  }
  for (const [countryId, atMs] of countries) {
    main.run(
      'INSERT INTO country_use (country_id, person_id, first_at_ms) VALUES (?, ?, ?) ON CONFLICT (person_id, country_id) ' +
        'DO UPDATE SET first_at_ms = min(first_at_ms, excluded.first_at_ms)',
      [countryId, personId, atMs]
    )
  }
  const fresh: number[] = []
  for (const [addressId, atMs] of addresses) {
    const known = main.number('SELECT count(*) FROM address_use WHERE address_id = ? AND person_id = ?', [
      addressId,
      personId
    ])
    if (known === 0) {
      main.run('INSERT INTO address_use (address_id, person_id, first_at_ms) VALUES (?, ?, ?)', [
        addressId,
        personId,
        atMs
      ])
      fresh.push(addressId)
    } else {
      main.run('UPDATE address_use SET first_at_ms = min(first_at_ms, ?) WHERE address_id = ? AND person_id = ?', [
        atMs,
        addressId,
        personId
      ])
    }
  }
  return fresh
}

/** People for whom an address stops being a new one because others, `newUsers` of them just now, use it as well. */
export function peopleOfSharedAddress(main: Sql, addressId: number, newUsers: number): readonly number[] {
  const users = main.all('SELECT person_id FROM address_use WHERE address_id = ?', [addressId])
  const crossed = users.length >= MANY_PEOPLE && users.length - newUsers < MANY_PEOPLE
  return crossed ? users.map((row) => integer(row, 'person_id')) : []
}

/**
 * Addresses that the person took up after others, and that hardly anybody else uses: a hotel, a new home, or a stranger
 * who holds the account. Offices and shared gateways are used by many.
 */
export function newAddressesOf(main: Sql, personId: number): ReadonlyMap<number, number> {
  const rows = main.all(
    'SELECT u.address_id AS id, u.first_at_ms FROM address_use u WHERE u.person_id = ? ' +
      'AND u.first_at_ms > (SELECT min(first_at_ms) + ? FROM address_use w WHERE w.person_id = u.person_id) ' +
      'AND (SELECT count(*) FROM (SELECT 1 FROM address_use v WHERE v.address_id = u.address_id LIMIT ?)) < ?',
    [personId, KNOWN_BEFORE_MS, MANY_PEOPLE, MANY_PEOPLE]
  )
  return new Map(rows.map((row) => [integer(row, 'id'), integer(row, 'first_at_ms')]))
}

/** Countries that the person came to after others, by the first activity there. */
export function newCountriesOf(main: Sql, personId: number): ReadonlyMap<number, number> {
  const rows = main.all(
    'SELECT country_id AS id, first_at_ms FROM country_use u WHERE person_id = ? ' +
      'AND first_at_ms > (SELECT min(first_at_ms) + ? FROM country_use w WHERE w.person_id = u.person_id)',
    [personId, KNOWN_BEFORE_MS]
  )
  return new Map(rows.map((row) => [integer(row, 'id'), integer(row, 'first_at_ms')]))
}

export function forgetFirstUses(main: Sql): void {
  main.run('DELETE FROM address_use')
  main.run('DELETE FROM country_use')
}
