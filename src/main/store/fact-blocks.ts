/**
 * What policies look at, packed a second time: each person's activities in blocks of a few hundred, a couple of dozen bytes
 * each. Scoring reads a person's blocks and nothing else; lists of one person find their activities here, so the wide
 * table needs no index by person, which would cost a large import a page for each of its people again and again.
 *
 * Newest activities wait in memory until they fill blocks. What a crash or another process makes them lose is read again
 * from the table: `factsUpTo` says up to which activity the blocks are complete.
 */
import { bytes, integer, integerOrNull, text } from './columns.ts'
import { readSetting, writeSetting } from './settings.ts'
import type { Sql, SqlRow } from './sql.ts'
import { PackedReader, PackedWriter } from './varint.ts'

/** The numbers of one activity as the store knows them; texts are ids of their dictionaries. */
export interface PackedFact {
  readonly id: number
  readonly atMs: number
  readonly classId: number
  readonly itemKey: number | null
  readonly newItemKey: number | null
  readonly siteId: number | null
  readonly addressId: number | null
  readonly domainSetId: number | null
  readonly sizeBytes: number
  readonly itemCount: number
}

/** Columns of a class, in this order, as numbers; 0 where a row has none. Their combinations are few. */
export const CLASS_COLUMNS = [
  'workload_id',
  'operation_id',
  'extension_id',
  'actor_kind',
  'outcome',
  'item_type',
  'exposure',
  'label_change',
  'alert_severity',
  'alert_state',
  'is_own_site',
  'topic_id',
  'country_id',
  'label_id',
  'sensitive_set_id'
] as const
export type ClassColumn = (typeof CLASS_COLUMNS)[number]
export type FactClass = Readonly<Record<ClassColumn, number>>

/** Enough rows for blocks worth their page, some five megabytes of memory. */
const MOST_WAITING = 200_000
/** A person with more than this in one go gets several blocks, so that a look at one day reads little. */
const BLOCK_BYTES = 16_384

export interface FactWriter {
  /** Number of a class; values in the order of CLASS_COLUMNS. */
  classOf(values: readonly (number | null)[]): number
  add(personId: number, fact: PackedFact): void
  /** Writes blocks when many rows wait; call it inside the transaction that stored them. */
  settle(): void
  /** Writes all that waits, and what is missing. */
  flush(): void
  forget(): void
}

export function factWriter(main: Sql): FactWriter {
  const classes = new Map<string, number>()
  let open = new Map<number, OpenBlock[]>()
  let waiting = 0
  let firstWaiting = 0
  let lastWaiting = 0

  const classOf = (values: readonly (number | null)[]): number => {
    // Written out by hand: joining a list takes several times as long, and this is done for every activity.
    let parts = ''
    for (const value of values) parts += parts === '' ? String(value ?? 0) : ` ${String(value ?? 0)}`
    let id = classes.get(parts)
    if (id === undefined) {
      const row =
        main.get('SELECT id FROM fact_class WHERE parts = ?', [parts]) ??
        main.get('INSERT INTO fact_class (parts) VALUES (?) RETURNING id', [parts])
      if (row === undefined) throw new Error('a class of facts could not be stored')
      id = integer(row, 'id')
      if (classes.size >= 50_000) classes.clear()
      classes.set(parts, id)
    }
    return id
  }
  const add = (personId: number, fact: PackedFact): void => {
    const blocks = open.get(personId)
    const last = blocks?.at(-1)
    if (blocks !== undefined && last !== undefined && last.sizeBytes() < BLOCK_BYTES) last.add(fact)
    else {
      const block = openBlock(fact)
      block.add(fact)
      if (blocks === undefined) open.set(personId, [block])
      else blocks.push(block)
    }
    if (waiting === 0) firstWaiting = fact.id
    waiting += 1
    lastWaiting = fact.id
  }
  const drop = (): void => {
    open = new Map()
    waiting = 0
  }
  const writeOpen = (upTo: number): void => {
    for (const [personId, blocks] of [...open].sort(([left], [right]) => left - right))
      for (const block of blocks) block.write(main, personId)
    drop()
    writeSetting(main, 'factsUpTo', String(upTo))
  }
  /** Reads what no block holds. */
  const catchUp = (): void => {
    const last = main.number('SELECT coalesce(max(id), 0) FROM activity')
    for (let after = Number(readSetting(main, 'factsUpTo')); after < last;) {
      const rows = main.all(`${PACKED_COLUMNS} WHERE id > ? AND id <= ? ORDER BY id`, [after, after + 20_000])
      after += 20_000
      for (const row of rows) {
        const personId = integerOrNull(row, 'person_id')
        if (personId === null) continue
        const { fact, of } = factOfRow(row)
        add(personId, { ...fact, classId: classOf(CLASS_COLUMNS.map((column) => of[column])) })
      }
      if (waiting >= MOST_WAITING) writeOpen(Math.min(after, last))
    }
    writeOpen(last)
  }
  return {
    classOf,
    add,
    settle: () => {
      if (waiting < MOST_WAITING) return
      // Whoever else has packed in the meantime has packed these as well.
      if (Number(readSetting(main, 'factsUpTo')) < firstWaiting) writeOpen(lastWaiting)
      else drop()
    },
    flush: () => {
      const upTo = Number(readSetting(main, 'factsUpTo'))
      if (waiting > 0 && upTo < firstWaiting) writeOpen(lastWaiting)
      else drop()
      if (Number(readSetting(main, 'factsUpTo')) < main.number('SELECT coalesce(max(id), 0) FROM activity')) catchUp()
    },
    forget: () => {
      classes.clear()
      drop()
    }
  }
}

/** Facts of one person in the order of time; `fromMs` is included, `toMs` is not. */
export function readFacts(sql: Sql, personId: number, fromMs: number, toMs: number): readonly PackedFact[] {
  const facts: PackedFact[] = []
  for (const row of sql.all(
    'SELECT first_id, bytes FROM fact_block WHERE person_id = ? AND to_ms >= ? AND from_ms < ?',
    [personId, fromMs, toMs]
  )) {
    for (const fact of unpack(integer(row, 'first_id'), bytes(row, 'bytes')))
      if (fact.atMs >= fromMs && fact.atMs < toMs) facts.push(fact)
  }
  return facts.sort((left, right) => left.atMs - right.atMs || left.id - right.id)
}

/** Numbers of all activities of a person, in no order of time. */
export function packedIds(sql: Sql, personId: number): readonly number[] {
  return sql
    .all('SELECT first_id, bytes FROM fact_block WHERE person_id = ?', [personId])
    .flatMap((row) => unpack(integer(row, 'first_id'), bytes(row, 'bytes')).map(({ id }) => id))
}

export function readClass(sql: Sql, classId: number): FactClass {
  const row = sql.get('SELECT parts FROM fact_class WHERE id = ?', [classId])
  if (row === undefined) throw new Error('a class of facts is missing')
  const parts = text(row, 'parts').split(' ').map(Number)
  return classFrom((column) => parts[CLASS_COLUMNS.indexOf(column)] ?? 0)
}

/** Takes activities out of the blocks of some people; `isGone` is asked for each number between the first and the last. */
export function removeFacts(
  main: Sql,
  people: readonly number[],
  range: { readonly firstId: number; readonly lastId: number },
  isGone: (id: number) => boolean
): void {
  for (const personId of people) {
    const blocks = main.all(
      'SELECT first_id, bytes FROM fact_block WHERE person_id = ? AND last_id >= ? AND first_id <= ?',
      [personId, range.firstId, range.lastId]
    )
    for (const row of blocks) {
      const firstId = integer(row, 'first_id')
      const all = unpack(firstId, bytes(row, 'bytes'))
      const left = all.filter(({ id }) => !isGone(id))
      if (left.length === all.length) continue
      main.run('DELETE FROM fact_block WHERE person_id = ? AND first_id = ?', [personId, firstId])
      const [first] = left
      if (first === undefined) continue
      const block = openBlock(first)
      for (const fact of left) block.add(fact)
      block.write(main, personId)
    }
  }
}

/** A statement without its condition; rows of it become facts. */
export const PACKED_COLUMNS = `SELECT id, person_id, at_ms, item_key, new_item_key, site_id, address_id, domain_set_id, size_bytes, item_count, ${CLASS_COLUMNS.join(', ')} FROM activity`

/** A row of the wide table; its class has no number yet. */
export function factOfRow(row: SqlRow): { readonly fact: PackedFact; readonly of: FactClass } {
  return {
    fact: {
      id: integer(row, 'id'),
      atMs: integer(row, 'at_ms'),
      classId: 0,
      itemKey: integerOrNull(row, 'item_key'),
      newItemKey: integerOrNull(row, 'new_item_key'),
      siteId: integerOrNull(row, 'site_id'),
      addressId: integerOrNull(row, 'address_id'),
      domainSetId: integerOrNull(row, 'domain_set_id'),
      sizeBytes: integer(row, 'size_bytes'),
      itemCount: integer(row, 'item_count')
    },
    of: classFrom((column) => integerOrNull(row, column) ?? 0)
  }
}

function classFrom(valueOf: (column: ClassColumn) => number): FactClass {
  return {
    workload_id: valueOf('workload_id'),
    operation_id: valueOf('operation_id'),
    extension_id: valueOf('extension_id'),
    actor_kind: valueOf('actor_kind'),
    outcome: valueOf('outcome'),
    item_type: valueOf('item_type'),
    exposure: valueOf('exposure'),
    label_change: valueOf('label_change'),
    alert_severity: valueOf('alert_severity'),
    alert_state: valueOf('alert_state'),
    is_own_site: valueOf('is_own_site'),
    topic_id: valueOf('topic_id'),
    country_id: valueOf('country_id'),
    label_id: valueOf('label_id'),
    sensitive_set_id: valueOf('sensitive_set_id')
  }
}

interface OpenBlock {
  add(fact: PackedFact): void
  sizeBytes(): number
  write(main: Sql, personId: number): void
}

function openBlock(first: PackedFact): OpenBlock {
  const packed = new PackedWriter(96)
  let count = 0
  let lastId = first.id
  let lastMs = 0
  let fromMs = first.atMs
  let toMs = first.atMs
  return {
    add: (fact) => {
      packed.put(fact.id - lastId)
      packed.putSigned(fact.atMs - lastMs)
      packed.put(fact.classId)
      // Most rows have an item, a site and an address; which of the rest they have stands in the bits of one number.
      packed.put(
        (fact.newItemKey === null ? 0 : 1) |
          (fact.domainSetId === null ? 0 : 2) |
          (fact.sizeBytes === 0 ? 0 : 4) |
          (fact.itemCount === 1 ? 0 : 8) |
          (fact.itemKey === null ? 0 : 16) |
          (fact.siteId === null ? 0 : 32) |
          (fact.addressId === null ? 0 : 64)
      )
      if (fact.newItemKey !== null) packed.put(fact.newItemKey)
      if (fact.domainSetId !== null) packed.put(fact.domainSetId)
      if (fact.sizeBytes !== 0) packed.put(fact.sizeBytes)
      if (fact.itemCount !== 1) packed.put(fact.itemCount)
      if (fact.itemKey !== null) packed.put(fact.itemKey)
      if (fact.siteId !== null) packed.put(fact.siteId)
      if (fact.addressId !== null) packed.put(fact.addressId)
      count += 1
      lastId = fact.id
      lastMs = fact.atMs
      if (lastMs < fromMs) fromMs = lastMs
      if (lastMs > toMs) toMs = lastMs
    },
    sizeBytes: () => packed.length,
    write: (main, personId) => {
      main.run(
        'INSERT INTO fact_block (person_id, first_id, last_id, from_ms, to_ms, activities, bytes) VALUES (?, ?, ?, ?, ?, ?, ?)',
        [personId, first.id, lastId, fromMs, toMs, count, packed.taken()]
      )
      main.run(
        'INSERT INTO person_due (person_id, from_ms) VALUES (?, ?) ON CONFLICT (person_id) DO UPDATE SET from_ms = min(from_ms, excluded.from_ms)',
        [personId, fromMs]
      )
    }
  }
}

function unpack(firstId: number, block: Uint8Array): PackedFact[] {
  const packed = new PackedReader(block)
  const facts: PackedFact[] = []
  let id = firstId
  let atMs = 0
  while (!packed.isAtEnd) {
    id += packed.take()
    atMs += packed.takeSigned()
    const classId = packed.take()
    const has = packed.take()
    facts.push({
      id,
      atMs,
      classId,
      newItemKey: has & 1 ? packed.take() : null,
      domainSetId: has & 2 ? packed.take() : null,
      sizeBytes: has & 4 ? packed.take() : 0,
      itemCount: has & 8 ? packed.take() : 1,
      itemKey: has & 16 ? packed.take() : null,
      siteId: has & 32 ? packed.take() : null,
      addressId: has & 64 ? packed.take() : null
    })
  }
  return facts
}
