// A record that only repeats another one is linked to it; one that stands alone is not.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { echoOf } from '../../src/main/store/echoes.ts'
import { openReader } from '../../src/main/store/open.ts'
import { activity, batch, importBatch, newStore, type TestStore } from './workspace.ts'

const NINE = Date.UTC(2026, 2, 2, 9)
const MINUTE_MS = 60_000
let test: TestStore

beforeEach(() => {
  test = newStore()
})
afterEach(() => {
  test.remove()
})

/** The link of the last of these activities. */
function linkOfLast(activities: readonly ReturnType<typeof activity>[]): number | null {
  importBatch(test, batch({ activities }))
  const reader = openReader(test.folder, test.keys)
  try {
    return echoOf(reader, { id: activities.length, operation: activities.at(-1)?.operation ?? '' })
  } finally {
    reader.close()
  }
}

const at = (ordinal: number, minutes: number, operation: string, changed = {}) =>
  activity(ordinal, { atMs: NINE + minutes * MINUTE_MS, operation, ...changed })

describe('an echo', () => {
  it('is linked to the nearest record of the same person and item', () => {
    const far = at(1, 0, 'FileAccessed')
    const near = at(2, 100, 'FileAccessed')
    expect(linkOfLast([far, near, at(3, 130, 'FileAccessedExtended')])).toBe(2)
  })

  it('may be logged minutes before what it echoes', () => {
    expect(linkOfLast([at(1, 3, 'FileAccessed'), at(2, 0, 'FilePreviewed')])).toBe(1)
  })

  it.each([
    ['of another person', { actor: 'per.aldous@example.org' }, 0],
    ['of another item', { fileName: 'other.docx' }, 0],
    ['of hours before', {}, -200]
  ])('is not linked to a record %s', (_, changed, minutes) => {
    expect(linkOfLast([at(1, minutes, 'FileAccessed', changed), at(2, 0, 'FileAccessedExtended')])).toBeNull()
  })

  it('is no other operation', () => {
    expect(linkOfLast([at(1, 0, 'FileAccessed'), at(2, 1, 'FileDownloaded')])).toBeNull()
  })
})
