/**
 * Keeps one transaction open over several batches of an import: a commit encrypts every touched page anew, which costs more
 * than the rows. Each batch is a savepoint of its own, so one that fails leaves the others; any other work commits first.
 */
import type { WriterStore } from '../store/open.ts'

export interface Bulk {
  /** Runs one batch inside the open transaction; opens it when there is none. */
  run<Value>(work: () => Value): Value
  /** Commits what is open. Must come before any other work of the writer. */
  commit(): void
}

/** Some thousand rows: beyond, a commit no longer gets cheaper and a crash would cost more rows to read again. */
const MOST_BATCHES = 16
/** Another process that wants to write waits no longer than this. */
const LONGEST_MS = 500

export function createBulk(store: WriterStore): Bulk {
  let batches = 0
  let openedMs = 0
  let timer: NodeJS.Timeout | null = null
  const both = [store.vault, store.main]

  const open = (): void => {
    // A main store that is not flushed loses rows that are read again from the file; the vault is always flushed first.
    store.main.exec('PRAGMA synchronous = NORMAL')
    store.begin()
    openedMs = performance.now()
    timer = setTimeout(commit, LONGEST_MS)
  }

  const commit = (): void => {
    if (timer === null) return
    clearTimeout(timer)
    timer = null
    batches = 0
    for (const sql of both) sql.exec('COMMIT')
    store.main.exec('PRAGMA synchronous = FULL')
  }

  return {
    run: (work) => {
      if (timer === null) open()
      for (const sql of both) sql.exec('SAVEPOINT batch')
      try {
        const value = work()
        for (const sql of both) sql.exec('RELEASE batch')
        return value
      } catch (error) {
        for (const sql of both) sql.exec('ROLLBACK TO batch; RELEASE batch')
        throw error
      } finally {
        batches += 1
        if (batches >= MOST_BATCHES || performance.now() - openedMs >= LONGEST_MS) commit()
      }
    },
    commit
  }
}
