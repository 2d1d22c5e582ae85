/**
 * Which record ids are known already. A key is 64 bits of a keyed hash: at ten million records the odds that any two
 * share one are three in a million, and without the workspace's secret nobody can make two records share one.
 *
 * Keys come in no order, and each would touch a page of its own in a large table. So new ones are appended to a small
 * table, kept in memory beside it, and moved into the large one sorted and many at once; a filter in memory answers
 * most questions about the large one.
 */
import { hash } from 'node:crypto'
import { integer } from './columns.ts'
import type { Sql } from './sql.ts'

export interface RecordKeys {
  /** Number of the record that is known by this text; null when it is new, and then it is known as `id` from now on. */
  take(recordKey: string, id: number): number | null
  /** Moves the newest keys into the large table when they are many; between two transactions' batches. */
  settle(): void
  forget(): void
}

/** A move touches every page of the large table, so it must carry an eighth of it; below this it costs nothing. */
const LEAST_MOVED = 50_000
/** Six megabytes of memory, and as much again while they are sorted. */
const MOST_MOVED = 360_000

export function recordKeys(main: Sql, secret: Uint8Array): RecordKeys {
  const prefix = Buffer.from(secret).toString('hex')
  let recent: RecentKeys | null = null
  let settled = 0
  let asked = 0
  let filter: KeyFilter | null = null

  const load = (): RecentKeys => {
    const keys = recentKeys()
    for (let after = 0; ;) {
      const rows = main.all(
        'SELECT record_id, (hash >> 32) & 4294967295 AS high, hash & 4294967295 AS low FROM recent_key WHERE record_id > ? ORDER BY record_id LIMIT 20000',
        [after]
      )
      for (const row of rows) {
        after = integer(row, 'record_id')
        keys.add(integer(row, 'high'), integer(row, 'low'), after)
      }
      if (rows.length < 20_000) break
    }
    settled = main.number('SELECT count(*) FROM record_key')
    asked = 0
    filter = null
    return keys
  }

  const findSettled = (high: number, low: number): number | null => {
    if (settled === 0) return null
    asked += 1
    // Reading all keys pays when a good part of them would be asked for one by one.
    if (filter === null && asked > settled / 20) filter = fill(keyFilter(settled * 2), main)
    if (filter !== null && !filter.mayHold(high, low)) return null
    const row = main.get('SELECT record_id FROM record_key WHERE hash = (? << 32) | ?', [high, low])
    return row === undefined ? null : integer(row, 'record_id')
  }

  return {
    take(recordKey, id) {
      recent ??= load()
      const digest = hash('sha256', prefix + recordKey, 'buffer')
      const high = digest.readUInt32BE(0)
      const low = digest.readUInt32BE(4)
      const known = recent.find(high, low) ?? findSettled(high, low)
      if (known !== null) return known
      recent.add(high, low, id)
      main.run('INSERT INTO recent_key (record_id, hash) VALUES (?, (? << 32) | ?)', [id, high, low])
      return null
    },
    settle() {
      if (recent === null || recent.size() < Math.min(MOST_MOVED, Math.max(LEAST_MOVED, settled / 8))) return
      // The filter of an empty table is true without a look at it.
      if (settled === 0) filter = keyFilter(LEAST_MOVED * 8)
      main.run('INSERT INTO record_key (hash, record_id) SELECT hash, record_id FROM recent_key ORDER BY hash')
      main.run('DELETE FROM recent_key')
      settled += recent.size()
      if (filter !== null) recent.each(filter.add)
      recent = recentKeys()
    },
    forget() {
      recent = null
    }
  }
}

interface RecentKeys {
  find(high: number, low: number): number | null
  add(high: number, low: number, id: number): void
  each(work: (high: number, low: number) => void): void
  size(): number
}

/** Open addressing in flat arrays: a map of so many objects would take five times the memory. An id of 0 is a free place. */
function recentKeys(): RecentKeys {
  let places = 1 << 12
  let highs = new Uint32Array(places)
  let lows = new Uint32Array(places)
  let ids = new Uint32Array(places)
  let used = 0
  const placeOf = (high: number, low: number): number => {
    let place = low & (places - 1)
    while (ids[place] !== 0 && (highs[place] !== high || lows[place] !== low)) place = (place + 1) & (places - 1)
    return place
  }
  const put = (high: number, low: number, id: number): void => {
    const place = placeOf(high, low)
    highs[place] = high
    lows[place] = low
    ids[place] = id
  }
  const grow = (): void => {
    const old = { highs, lows, ids }
    places *= 2
    highs = new Uint32Array(places)
    lows = new Uint32Array(places)
    ids = new Uint32Array(places)
    for (let at = 0; at < old.ids.length; at += 1) {
      const id = old.ids[at] ?? 0
      if (id !== 0) put(old.highs[at] ?? 0, old.lows[at] ?? 0, id)
    }
  }
  return {
    find: (high, low) => {
      const id = ids[placeOf(high, low)] ?? 0
      return id === 0 ? null : id
    },
    add: (high, low, id) => {
      if (used * 10 > places * 7) grow()
      put(high, low, id)
      used += 1
    },
    each: (work) => {
      for (let at = 0; at < places; at += 1) if (ids[at] !== 0) work(highs[at] ?? 0, lows[at] ?? 0)
    },
    size: () => used
  }
}

interface KeyFilter {
  readonly add: (high: number, low: number) => void
  readonly mayHold: (high: number, low: number) => boolean
}

/** Ten bits a key and six places each let one question of a hundred through in vain. */
const BITS_PER_KEY = 10
const PLACES_PER_KEY = 6
/** Eight megabytes; beyond ten million keys the last filter grows dull rather than large. */
const MOST_BITS = 2 ** 26

/** A Bloom filter over the upper 53 bits of all settled keys; filters are added as the table outgrows them. */
function keyFilter(keys: number): KeyFilter {
  let bits = 0
  let words = new Uint32Array(0)
  let left = 0
  const full: { readonly bits: number; readonly words: Uint32Array }[] = []
  const open = (forKeys: number): void => {
    if (bits > 0) full.push({ bits, words })
    bits = Math.min(MOST_BITS, 2 ** Math.ceil(Math.log2(forKeys * BITS_PER_KEY)))
    words = new Uint32Array(bits / 32)
    left = bits === MOST_BITS ? Infinity : Math.floor(bits / BITS_PER_KEY)
  }
  const add = (high: number, low: number): void => {
    if (left <= 0) open(bits / BITS_PER_KEY)
    left -= 1
    const step = (low >>> 11) | 1
    for (let turn = 0, at = high; turn < PLACES_PER_KEY; turn += 1, at += step) {
      const bit = at & (bits - 1)
      words[bit >>> 5] = (words[bit >>> 5] ?? 0) | (1 << (bit & 31))
    }
  }
  const holds = (
    filter: { readonly bits: number; readonly words: Uint32Array },
    high: number,
    low: number
  ): boolean => {
    const step = (low >>> 11) | 1
    for (let turn = 0, at = high; turn < PLACES_PER_KEY; turn += 1, at += step) {
      const bit = at & (filter.bits - 1)
      if (((filter.words[bit >>> 5] ?? 0) & (1 << (bit & 31))) === 0) return false
    }
    return true
  }
  open(keys)
  return {
    add,
    mayHold: (high, low) => holds({ bits, words }, high, low) || full.some((each) => holds(each, high, low))
  }
}

function fill(filter: KeyFilter, main: Sql): KeyFilter {
  // As one text of numbers a slice: a row object for each of ten million keys would take ten times as long.
  for (let from = -(2 ** 52); from < 2 ** 52;) {
    const row = main.get(
      'SELECT json_group_array(part) AS parts, max(part) AS last FROM (SELECT hash >> 11 AS part FROM record_key WHERE hash >= ? << 11 ORDER BY hash LIMIT 20000)',
      [from]
    )
    const last = row?.['last']
    if (row === undefined || typeof last !== 'number') break
    for (const part of partsOf(row['parts']))
      filter.add(Math.floor(part / 2 ** 21) >>> 0, ((part & 0x1fffff) << 11) >>> 0)
    from = last + 1
  }
  return filter
}

function partsOf(text: unknown): readonly number[] {
  const parts: unknown = typeof text === 'string' ? JSON.parse(text) : []
  return Array.isArray(parts) ? parts.filter((part): part is number => typeof part === 'number') : []
}
