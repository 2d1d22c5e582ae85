/**
 * Which record ids are known already. A key is 64 bits of a keyed hash: at ten million records the odds that any two
 * share one are three in a million, and without the workspace's secret nobody can make two records share one.
 *
 * Keys come in no order, and each would touch a page of its own in one large table. So new ones are appended to a small
 * table, kept in memory beside it, and moved many at once into a run of their own: sorted, and never touched again. A
 * filter in memory for each run answers most questions about it, so the work for a key hardly grows with their number.
 */
import { hash } from 'node:crypto'
import { bytes, integer } from './columns.ts'
import type { Sql } from './sql.ts'

export interface RecordKeys {
  /** Number of the record that is known by this text; null when it is new, and then it is known as `id` from now on. */
  take(recordKey: string, id: number): number | null
  /** Writes the new keys, as a run of their own when they are many; at the end of each batch, inside its transaction. */
  settle(): void
  forget(): void
}

/** Three megabytes of memory, and ten million records make fifty-five runs. */
const RUN_KEYS = 180_000

/** `runKeys`: how many keys make a run; few for a test. */
export function recordKeys(main: Sql, secret: Uint8Array, runKeys = RUN_KEYS): RecordKeys {
  const prefix = Buffer.from(secret).toString('hex')
  let recent: RecentKeys | null = null
  let runs: Run[] = []
  let all: KeyFilter | null = null
  let asked = 0
  /** High, low and record of each key since the last `settle`. */
  let unwritten: number[] = []

  const load = (): RecentKeys => {
    const keys = recentKeys()
    for (const row of main.all('SELECT keys FROM recent_key ORDER BY first_id')) {
      eachEntry(bytes(row, 'keys'), (high, low, id) => {
        keys.add(high, low, id)
      })
    }
    runs = main.all(EACH_RUN).map((row) => ({ number: integer(row, 'run'), filter: null }))
    all = null
    asked = 0
    unwritten = []
    return keys
  }

  const addToFilters = (run: Run, high: number, low: number): void => {
    run.filter?.add(high, low)
    all?.add(high, low)
  }

  const readFilters = (): void => {
    all = allFilter()
    for (const run of runs) {
      run.filter = runFilter()
      eachKey(main, run.number, (high, low) => {
        addToFilters(run, high, low)
      })
    }
  }

  const findSettled = (high: number, low: number): number | null => {
    if (runs.length === 0) return null
    asked += 1
    // Reading all keys pays when a part of them would be asked for one by one.
    if (all === null && asked > (runs.length * runKeys) / 200) readFilters()
    if (all?.mayHold(high, low) === false) return null
    for (const run of runs) {
      if (run.filter?.mayHold(high, low) === false) continue
      const id = findInRun(main, run.number, high, low)
      if (id !== null) return id
    }
    return null
  }

  return {
    take(recordKey, id) {
      recent ??= load()
      // As one text of a sign a byte, which is made in a third of the time of a buffer.
      const digest = hash('sha256', prefix + recordKey, 'binary')
      const high = wordAt(digest, 0)
      const low = wordAt(digest, 4)
      const known = recent.find(high, low) ?? findSettled(high, low)
      if (known !== null) return known
      recent.add(high, low, id)
      unwritten.push(high, low, id)
      return null
    },
    settle() {
      if (recent === null) return
      if (recent.size() < runKeys) {
        const firstId = unwritten[2]
        if (firstId === undefined) return
        main.run('INSERT INTO recent_key (first_id, keys) VALUES (?, ?)', [firstId, asBytes(unwritten)])
        unwritten = []
        return
      }
      const number = (runs.at(-1)?.number ?? 0) + 1
      writeRun(main, number, recent.entries())
      main.run('DELETE FROM recent_key')
      // The filters of an empty table are true without a look at it.
      if (runs.length === 0) all = allFilter()
      const run: Run = { number, filter: all === null ? null : runFilter() }
      runs.push(run)
      recent.each((high, low) => {
        addToFilters(run, high, low)
      })
      recent = recentKeys()
      unwritten = []
    },
    forget() {
      recent = null
    }
  }
}

/** Numbers of the runs, found one from the other: a list of distinct ones would read all keys. */
const EACH_RUN =
  'WITH RECURSIVE each (run) AS (SELECT min(id) >> 32 FROM record_key UNION ALL ' +
  'SELECT (SELECT min(id) >> 32 FROM record_key WHERE id >= (each.run + 1) << 32) FROM each WHERE each.run IS NOT NULL) ' +
  'SELECT run FROM each WHERE run IS NOT NULL'

interface Run {
  readonly number: number
  filter: KeyFilter | null
}

interface RecentKeys {
  find(high: number, low: number): number | null
  add(high: number, low: number, id: number): void
  each(work: (high: number, low: number) => void): void
  entries(): { readonly highs: Uint32Array; readonly lows: Uint32Array; readonly ids: Uint32Array }
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
    entries: () => ({ highs, lows, ids }),
    size: () => used
  }
}

interface KeyFilter {
  readonly add: (high: number, low: number) => void
  readonly mayHold: (high: number, low: number) => boolean
}

/**
 * A Bloom filter over the upper 53 bits of keys; `bits` is a power of two. With ten bits and six places for each key one
 * question of a hundred goes on in vain.
 */
function keyFilter(bits: number, places: number): KeyFilter {
  const words = new Uint32Array(bits / 32)
  return {
    add: (high, low) => {
      const step = (low >>> 11) | 1
      for (let turn = 0, at = high; turn < places; turn += 1, at += step) {
        const bit = at & (bits - 1)
        words[bit >>> 5] = (words[bit >>> 5] ?? 0) | (1 << (bit & 31))
      }
    },
    mayHold: (high, low) => {
      const step = (low >>> 11) | 1
      for (let turn = 0, at = high; turn < places; turn += 1, at += step) {
        const bit = at & (bits - 1)
        if (((words[bit >>> 5] ?? 0) & (1 << (bit & 31))) === 0) return false
      }
      return true
    }
  }
}

/** A hundred and thirty kilobytes: it is asked only about keys that the filters of all runs let through. */
const runFilter = (): KeyFilter => keyFilter(2 ** 20, 4)

const FIRST_BITS = 2 ** 23
const BITS_PER_KEY = 10

/** Over the keys of all runs, so that a new key is asked for a few times and not once a run; each is twice the last. */
function allFilter(): KeyFilter {
  const filters: KeyFilter[] = []
  let bits = FIRST_BITS / 2
  let left = 0
  return {
    add: (high, low) => {
      if (left === 0) {
        bits *= 2
        left = Math.floor(bits / BITS_PER_KEY)
        filters.push(keyFilter(bits, 6))
      }
      left -= 1
      filters.at(-1)?.add(high, low)
    },
    mayHold: (high, low) => filters.some((filter) => filter.mayHold(high, low))
  }
}

/** High, low and record of a key, four bytes each, the least first. */
const ENTRY_BYTES = 12
/** Such a row fills a page of the encrypted file. */
const CHUNK_KEYS = 320

function asBytes(entries: readonly number[]): Uint8Array<ArrayBuffer> {
  const packed = Buffer.alloc(entries.length * 4)
  entries.forEach((word, index) => packed.writeUInt32LE(word, index * 4))
  return new Uint8Array(packed.buffer, packed.byteOffset, packed.length)
}

function eachEntry(packed: Uint8Array, work: (high: number, low: number, id: number) => void): void {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength)
  for (let at = 0; at < packed.length; at += ENTRY_BYTES)
    work(view.getUint32(at, true), view.getUint32(at + 4, true), view.getUint32(at + 8, true))
}

type Entries = ReturnType<RecentKeys['entries']>

/** In the order of their upper halves. Keys with the same one stay in one row, so that one row answers for it. */
function writeRun(main: Sql, run: number, { highs, lows, ids }: Entries): void {
  const places = Float64Array.from(usedPlaces(ids), (place) => (highs[place] ?? 0) * ids.length + place).sort()
  let chunk: number[] = []
  let firstHigh = 0
  let lastHigh = 0
  const write = (): void => {
    if (chunk.length > 0)
      main.run('INSERT INTO record_key (id, keys) VALUES (?, ?)', [rowOf(run, firstHigh), asBytes(chunk)])
    chunk = []
  }
  for (const order of places) {
    const place = order % ids.length
    const high = highs[place] ?? 0
    if (chunk.length >= CHUNK_KEYS * 3 && high !== lastHigh) write()
    if (chunk.length === 0) firstHigh = high
    chunk.push(high, lows[place] ?? 0, ids[place] ?? 0)
    lastHigh = high
  }
  write()
}

function* usedPlaces(ids: Uint32Array): Generator<number> {
  for (let place = 0; place < ids.length; place += 1) if (ids[place] !== 0) yield place
}

/** The run in the upper half, the first key's upper half in the lower. */
function rowOf(run: number, high: number): number {
  return run * 2 ** 32 + high
}

function findInRun(main: Sql, run: number, high: number, low: number): number | null {
  const row = main.get('SELECT keys FROM record_key WHERE id BETWEEN ? AND ? ORDER BY id DESC LIMIT 1', [
    rowOf(run, 0),
    rowOf(run, high)
  ])
  let found: number | null = null
  if (row !== undefined) {
    eachEntry(bytes(row, 'keys'), (here, lower, id) => {
      if (here === high && lower === low) found = id
    })
  }
  return found
}

function eachKey(main: Sql, run: number, work: (high: number, low: number) => void): void {
  for (let after = rowOf(run, 0) - 1; ;) {
    const row = main.get('SELECT id, keys FROM record_key WHERE id > ? AND id < ? ORDER BY id LIMIT 1', [
      after,
      rowOf(run + 1, 0)
    ])
    if (row === undefined) return
    eachEntry(bytes(row, 'keys'), work)
    after = integer(row, 'id')
  }
}

/** The first four bytes from `at` as a number; each sign of the text is a byte. */
function wordAt(digest: string, at: number): number {
  return (
    ((digest.charCodeAt(at) << 24) |
      (digest.charCodeAt(at + 1) << 16) |
      (digest.charCodeAt(at + 2) << 8) |
      digest.charCodeAt(at + 3)) >>>
    0
  )
}

/** Forgets the keys of records that are gone; inside a transaction of the caller. Returns how many. */
export function removeKeys(main: Sql, isGone: (recordId: number) => boolean): number {
  let removed = 0
  for (const [table, key] of [
    ['recent_key', 'first_id'],
    ['record_key', 'id']
  ] as const) {
    for (let after = -1; ;) {
      const row = main.get(`SELECT ${key} AS id, keys FROM ${table} WHERE ${key} > ? ORDER BY ${key} LIMIT 1`, [after])
      if (row === undefined) break
      after = integer(row, 'id')
      const kept: number[] = []
      const packed = bytes(row, 'keys')
      eachEntry(packed, (high, low, id) => {
        if (!isGone(id)) kept.push(high, low, id)
      })
      const gone = packed.length / ENTRY_BYTES - kept.length / 3
      if (gone === 0) continue
      removed += gone
      if (kept.length === 0) main.run(`DELETE FROM ${table} WHERE ${key} = ?`, [after])
      else main.run(`UPDATE ${table} SET keys = ? WHERE ${key} = ?`, [asBytes(kept), after])
    }
  }
  return removed
}
