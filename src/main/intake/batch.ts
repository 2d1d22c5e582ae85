/** Gathers what rows became until a batch is worth sending. Each row read is counted exactly once, under what it became. */
import type { ActivityDraft, HrEventDraft, ProfileDraft, RejectedRow, RowBatch } from '../../shared/domain/draft.ts'
import { BATCH_CHARACTERS, BATCH_ROWS } from './limits.ts'

export interface BatchBuilder {
  activity(draft: ActivityDraft): void
  hrEvent(draft: HrEventDraft): void
  profile(draft: ProfileDraft): void
  reject(row: RejectedRow): void
  ignore(reason: string): void
  /** Rows counted so far, in all batches. */
  rowsRead(): number
  /** Batches that are full; they are handed out once. */
  takeFull(): readonly RowBatch[]
  /** The last batch, however small; null when nothing is left. */
  takeRest(): RowBatch | null
}

export function openBatchBuilder(bytesRead: () => number): BatchBuilder {
  let activities: ActivityDraft[] = []
  let hrEvents: HrEventDraft[] = []
  let profiles: ProfileDraft[] = []
  let rejected: RejectedRow[] = []
  let ignored: Record<string, number> = {}
  let rows = 0
  let characters = 0
  let total = 0
  let full: RowBatch[] = []

  function seal(): RowBatch {
    const batch = { activities, hrEvents, profiles, rejected, ignored, rowsRead: rows, bytesRead: bytesRead() }
    activities = []
    hrEvents = []
    profiles = []
    rejected = []
    ignored = {}
    rows = 0
    characters = 0
    return batch
  }

  function count(length: number): void {
    rows++
    total++
    characters += length
    if (rows >= BATCH_ROWS || characters >= BATCH_CHARACTERS) full.push(seal())
  }

  return {
    activity(draft) {
      activities.push(draft)
      count(draft.raw.length)
    },
    hrEvent(draft) {
      hrEvents.push(draft)
      count(draft.raw.length)
    },
    profile(draft) {
      profiles.push(draft)
      count(draft.raw.length)
    },
    reject(row) {
      rejected.push(row)
      count(row.raw.length)
    },
    ignore(reason) {
      ignored[reason] = (ignored[reason] ?? 0) + 1
      count(0)
    },
    rowsRead: () => total,
    takeFull() {
      const taken = full
      full = []
      return taken
    },
    takeRest: () => (rows > 0 ? seal() : null)
  }
}
