/**
 * Which record ids are known already. A key is 64 bits of a keyed hash: at ten million records the odds that any two
 * share one are three in a million, and without the workspace's secret nobody can make two records share one.
 *
 * Keys come in no order, and each would touch a page of its own in one large table. So new ones are appended to a small
 * table, kept in memory beside it, and moved many at once into a run of their own: sorted, and never touched again. A
 * filter in memory for each run answers most questions about it, so the work for a key hardly grows with their number.
 */
import { hash } from 'node:crypto'
import { integer } from './columns.ts'
import type { Sql } from './sql.ts'

export interface RecordKeys {
  /** Number of the record that is known by this text; null when it is new, and then it is known as `id` from now on. */
  take(recordKey: string, id: number): number | null
  /** Moves the newest keys into a run when they are many; between two transactions' batches. */
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
    runs = main.all(EACH_RUN).map((row) => ({ number: integer(row, 'run'), filter: null }))
    all = null
    asked = 0
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
      const row = main.get('SELECT record_id FROM record_key WHERE run = ? AND hash = (? << 32) | ?', [
        run.number,
        high,
        low
      ])
      if (row !== undefined) return integer(row, 'record_id')
    }
    return null
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
      if (recent === null || recent.size() < runKeys) return
      const number = (runs.at(-1)?.number ?? 0) + 1
      main.run(
        'INSERT INTO record_key (run, hash, record_id) SELECT ?, hash, record_id FROM recent_key ORDER BY hash',
        [number]
      )
      main.run('DELETE FROM recent_key')
      // The filters of an empty table are true without a look at it.
      if (runs.length === 0) all = allFilter()
      const run: Run = { number, filter: all === null ? null : runFilter() }
      runs.push(run)
      recent.each((high, low) => {
        addToFilters(run, high, low)
      })
      recent = recentKeys()
    },
    forget() {
      recent = null
    }
  }
}

/** Numbers of the runs, found one from the other: a list of distinct ones would read all keys. */
const EACH_RUN =
  'WITH RECURSIVE each (run) AS (SELECT min(run) FROM record_key UNION ALL SELECT (SELECT min(run) FROM record_key WHERE run > each.run) ' +
  'FROM each WHERE each.run IS NOT NULL) SELECT run FROM each WHERE run IS NOT NULL'

interface Run {
  readonly number: number
  filter: KeyFilter | null
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

function eachKey(main: Sql, run: number, work: (high: number, low: number) => void): void {
  // As one text of numbers a slice: a row object for each of ten million keys would take ten times as long.
  for (let from = -(2 ** 52); from < 2 ** 52;) {
    const row = main.get(
      'SELECT json_group_array(part) AS parts, max(part) AS last FROM (SELECT hash >> 11 AS part FROM record_key WHERE run = ? AND hash >= ? << 11 ORDER BY hash LIMIT 20000)',
      [run, from]
    )
    const last = row?.['last']
    if (row === undefined || typeof last !== 'number') break
    for (const part of partsOf(row['parts'])) work(Math.floor(part / 2 ** 21) >>> 0, ((part & 0x1fffff) << 11) >>> 0)
    from = last + 1
  }
}

function partsOf(text: unknown): readonly number[] {
  const parts: unknown = typeof text === 'string' ? JSON.parse(text) : []
  return Array.isArray(parts) ? parts.filter((part): part is number => typeof part === 'number') : []
}
