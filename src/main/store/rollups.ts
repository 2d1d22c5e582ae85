/** Daily counts of every person and indicator, and who used which address first: what scoring compares with. */
import type { DayCount } from '../../shared/domain/evaluation.ts'
import { integer, text } from './columns.ts'
import type { Sql } from './sql.ts'

/** Replaces the counts of one person from `fromDay` on. */
export function replaceDayCounts(main: Sql, personId: number, fromDay: number, counts: readonly DayCount[]): void {
  main.run('DELETE FROM day_count WHERE person_id = ? AND day >= ?', [personId, fromDay])
  for (const count of counts) {
    main.run(
      'INSERT INTO day_count (person_id, indicator, day, events, distinct_items, size_bytes) VALUES (?, ?, ?, ?, ?, ?)',
      [personId, count.indicator, count.day, count.events, count.distinctItems, count.sizeBytes]
    )
  }
}

export function forgetRollups(main: Sql): void {
  main.run('DELETE FROM day_count')
  main.run('DELETE FROM address_use')
  main.run('DELETE FROM person_usual')
}

/** Notes the first use of each address by each person among activities after `afterId`. */
export function extendAddressUse(main: Sql, afterId: number): void {
  main.run(
    'INSERT INTO address_use (address_id, person_id, first_at_ms) SELECT address_id, person_id, min(at_ms) FROM activity ' +
      'WHERE id > ? AND address_id IS NOT NULL AND person_id IS NOT NULL GROUP BY 1, 2 ' +
      'ON CONFLICT (address_id, person_id) DO UPDATE SET first_at_ms = min(first_at_ms, excluded.first_at_ms)',
    [afterId]
  )
}

/**
 * Addresses that the person took up after others, and that hardly anybody else uses: a hotel, a new home, or a stranger
 * who holds the account. Offices and shared gateways are used by many.
 */
export function newAddressesOf(main: Sql, personId: number): ReadonlyMap<number, number> {
  const rows = main.all(
    'SELECT u.address_id, u.first_at_ms FROM address_use u WHERE u.person_id = ? ' +
      'AND (SELECT count(*) FROM (SELECT 1 FROM address_use v WHERE v.address_id = u.address_id LIMIT ?)) < ? ' +
      'AND u.first_at_ms > (SELECT min(first_at_ms) + ? FROM address_use w WHERE w.person_id = u.person_id)',
    [personId, MANY_PEOPLE, MANY_PEOPLE, KNOWN_BEFORE_MS]
  )
  return new Map(rows.map((row) => [integer(row, 'address_id'), integer(row, 'first_at_ms')]))
}

/** A stranger who takes over accounts seldom holds more than a few; from four people on an address is a shared one. */
const MANY_PEOPLE = 4
/** Two days of other addresses are the least that makes one new rather than the first that the logs happen to hold. */
const KNOWN_BEFORE_MS = 2 * 86_400_000

/** All counts of one person, oldest first; what the rollup does not keep is 0. */
export function dayCountsOf(sql: Sql, personId: number): readonly DayCount[] {
  return sql
    .all(
      'SELECT indicator, day, events, distinct_items, size_bytes FROM day_count WHERE person_id = ? ORDER BY day, indicator',
      [personId]
    )
    .map((row) => ({
      day: integer(row, 'day'),
      indicator: text(row, 'indicator'),
      events: integer(row, 'events'),
      distinctItems: integer(row, 'distinct_items'),
      sizeBytes: integer(row, 'size_bytes'),
      priorityEvents: 0,
      newAddressEvents: 0,
      ownSiteEvents: 0,
      firstAtMs: 0,
      lastAtMs: 0
    }))
}

export function replaceUsual(main: Sql, personId: number, medians: ReadonlyMap<string, number>): void {
  main.run('DELETE FROM person_usual WHERE person_id = ?', [personId])
  for (const [indicator, median] of medians)
    main.run('INSERT INTO person_usual (person_id, indicator, median) VALUES (?, ?, ?)', [personId, indicator, median])
}

/** Each person's usual by indicator, one person at a time. */
export function* eachUsual(sql: Sql): Generator<ReadonlyMap<string, number>> {
  let after = 0
  for (;;) {
    const next = sql.get('SELECT min(person_id) AS id FROM person_usual WHERE person_id > ?', [after])
    const personId = next === undefined ? null : next['id']
    if (typeof personId !== 'number') return
    after = personId
    yield new Map(
      sql
        .all('SELECT indicator, median FROM person_usual WHERE person_id = ?', [personId])
        .map((row) => [text(row, 'indicator'), integer(row, 'median')])
    )
  }
}

/** How many other people reached `events` of an indicator on a day. */
export function countSpikes(sql: Sql, indicator: string, day: number, events: number, exceptPersonId: number): number {
  return sql.number(
    'SELECT count(*) FROM day_count WHERE indicator = ? AND day = ? AND events >= ? AND person_id <> ?',
    [indicator, day, events, exceptPersonId]
  )
}
