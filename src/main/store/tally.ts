/** What an import has met so far: the people in it, and records that earlier imports hold. Nothing of it is stored. */

/** What an import has met so far, for the findings of its receipt. */
export interface ImportTally {
  readonly people: number
  /** Rows that earlier imports hold, by import, and by how much their times differ there, in milliseconds. */
  readonly shared: ReadonlyMap<number, { readonly rows: number; readonly shifts: ReadonlyMap<number, number> }>
}

export interface Met {
  readonly ownerId: number
  readonly atMs: number | null
}

/** More different shifts than this between two files are no skew but noise. */
const MOST_SHIFTS = 1000

export class Tally {
  readonly people = new Set<number>()
  readonly shared = new Map<number, { rows: number; shifts: Map<number, number> }>()

  met(importId: number, { ownerId, atMs }: Met, hereMs: number | null): void {
    if (ownerId === importId) return
    const shared = this.sharedWith(ownerId)
    shared.rows += 1
    if (atMs !== null && hereMs !== null) addTo(shared.shifts, hereMs - atMs, 1)
  }

  /** This batch's tally and that of the batches before it; apart until the batch is stored. */
  after(before: Tally | undefined): Tally {
    if (before === undefined) return this
    for (const person of this.people) before.people.add(person)
    for (const [ownerId, { rows, shifts }] of this.shared) {
      const shared = before.sharedWith(ownerId)
      shared.rows += rows
      for (const [shift, times] of shifts) addTo(shared.shifts, shift, times)
    }
    return before
  }

  private sharedWith(ownerId: number): { rows: number; shifts: Map<number, number> } {
    let shared = this.shared.get(ownerId)
    if (shared === undefined) this.shared.set(ownerId, (shared = { rows: 0, shifts: new Map() }))
    return shared
  }
}

function addTo(counts: Map<number, number>, key: number, times: number): void {
  if (counts.size < MOST_SHIFTS || counts.has(key)) counts.set(key, (counts.get(key) ?? 0) + times)
}
