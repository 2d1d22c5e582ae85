/**
 * One person's daily counts by indicator, and what is usual for that person, packed in one value: a policy reads what it
 * needs of somebody with one row, and a survey of everybody reads as many rows as there are people.
 */
import type { DayCount } from '../../shared/domain/evaluation.ts'
import { bytes, integer } from './columns.ts'
import type { Sql } from './sql.ts'
import { PackedReader, PackedWriter } from './varint.ts'

export interface PersonDays {
  readonly personId: number
  /** By day, then indicator. `priorityEvents` are 0: what has priority differs from policy to policy. */
  readonly counts: readonly DayCount[]
  /** Usual number a day by indicator, and of thirty days by channel; what peers are compared by. */
  readonly medians: ReadonlyMap<string, number>
  readonly thirtyDays: ReadonlyMap<string, number>
  /** Some activity is an alert of another product. */
  readonly hasAlerts: boolean
}

export function replacePersonDays(main: Sql, days: PersonDays): void {
  main.run(
    'INSERT INTO person_days (person_id, bytes) VALUES (?, ?) ON CONFLICT (person_id) DO UPDATE SET bytes = excluded.bytes',
    [days.personId, pack(days)]
  )
}

/** Null for whom nothing was counted. */
export function personDays(sql: Sql, personId: number): PersonDays | null {
  const row = sql.get('SELECT bytes FROM person_days WHERE person_id = ?', [personId])
  return row === undefined ? null : unpack(personId, bytes(row, 'bytes'))
}

/** Everybody, in the order of their numbers, some hundred at a time in memory. */
export function* eachPersonDays(sql: Sql): Generator<PersonDays> {
  for (let after = 0; ;) {
    const rows = sql.all('SELECT person_id, bytes FROM person_days WHERE person_id > ? ORDER BY person_id LIMIT 200', [
      after
    ])
    for (const row of rows) {
      after = integer(row, 'person_id')
      yield unpack(after, bytes(row, 'bytes'))
    }
    if (rows.length < 200) return
  }
}

/** Whom an import, or two snapshots, told a departure of: what comes after the last day counts differently. */
export function markLeaversDue(main: Sql, importId: number): void {
  main.run(
    'INSERT INTO person_due (person_id, from_ms) SELECT DISTINCT person_id, ? FROM hr_event ' +
      "WHERE kind IN ('resignation', 'termination') AND import_id IN (SELECT ? UNION SELECT import_id FROM comparison) " +
      'ON CONFLICT (person_id) DO UPDATE SET from_ms = excluded.from_ms',
    [Number.MIN_SAFE_INTEGER, importId]
  )
}

export function forgetPersonDays(main: Sql): void {
  main.run('DELETE FROM person_days')
}

function pack({ counts, medians, thirtyDays, hasAlerts }: PersonDays): Uint8Array<ArrayBuffer> {
  const packed = new PackedWriter(256)
  packed.put(hasAlerts ? 1 : 0)
  const names = [...new Set([...counts.map(({ indicator }) => indicator), ...medians.keys(), ...thirtyDays.keys()])]
  const numberOf = new Map(names.map((name, index) => [name, index]))
  packed.put(names.length)
  for (const name of names) packed.putText(name)
  for (const usual of [medians, thirtyDays]) {
    packed.put(usual.size)
    for (const [name, value] of usual) {
      packed.put(numberOf.get(name) ?? 0)
      // Medians are whole or half numbers.
      packed.put(Math.round(value * 2))
    }
  }
  packed.put(counts.length)
  let lastDay = 0
  let lastMs = 0
  for (const count of counts) {
    packed.putSigned(count.day - lastDay)
    packed.put(numberOf.get(count.indicator) ?? 0)
    packed.put(count.events)
    packed.put(count.distinctItems)
    packed.put(count.sizeBytes)
    packed.put(count.newAddressEvents)
    packed.put(count.ownSiteEvents)
    packed.put(count.unallowedEvents)
    packed.put(count.sensitiveEvents)
    packed.putSigned(count.firstAtMs - lastMs)
    packed.put(count.lastAtMs - count.firstAtMs)
    lastDay = count.day
    lastMs = count.firstAtMs
  }
  return packed.taken()
}

function unpack(personId: number, block: Uint8Array): PersonDays {
  const packed = new PackedReader(block)
  const hasAlerts = packed.take() === 1
  const names = Array.from({ length: packed.take() }, () => packed.takeText())
  const usual = (): Map<string, number> => {
    const found = new Map<string, number>()
    for (let left = packed.take(); left > 0; left -= 1) {
      const name = names[packed.take()] ?? ''
      found.set(name, packed.take() / 2)
    }
    return found
  }
  const medians = usual()
  const thirtyDays = usual()
  const counts: DayCount[] = []
  let day = 0
  let lastMs = 0
  for (let left = packed.take(); left > 0; left -= 1) {
    day += packed.takeSigned()
    const indicator = names[packed.take()] ?? ''
    const events = packed.take()
    const distinctItems = packed.take()
    const sizeBytes = packed.take()
    const newAddressEvents = packed.take()
    const ownSiteEvents = packed.take()
    const unallowedEvents = packed.take()
    const sensitiveEvents = packed.take()
    const firstAtMs = lastMs + packed.takeSigned()
    const lastAtMs = firstAtMs + packed.take()
    lastMs = firstAtMs
    counts.push({
      day,
      indicator,
      events,
      distinctItems,
      sizeBytes,
      priorityEvents: 0,
      newAddressEvents,
      ownSiteEvents,
      unallowedEvents,
      sensitiveEvents,
      firstAtMs,
      lastAtMs
    })
  }
  return { personId, counts, medians, thirtyDays, hasAlerts }
}
