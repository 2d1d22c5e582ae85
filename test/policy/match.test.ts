import { describe, expect, it } from 'vitest'
import { completeFacts } from '../../src/main/policy/example.ts'
import { rollUp } from '../../src/main/policy/rollup.ts'
import { DAY_MS } from '../../src/main/policy/calendar.ts'
import { Diary, download, mail, match, MONDAY, ownSync, share, utcDay } from './made-person.ts'

describe('matching', () => {
  it('compares operations and workloads without case', () => {
    expect(match(completeFacts({ workload: 'sharepoint', operation: 'FILEDOWNLOADED' }))).toEqual([
      'sharepoint-download'
    ])
  })

  it('finds every indicator that an activity belongs to', () => {
    expect([...match(completeFacts({ ...download, isNewAddress: true }))].sort()).toEqual([
      'new-address-access',
      'sharepoint-download'
    ])
  })

  it('never matches services, guests, unknown actors or failures', () => {
    for (const actorKind of ['service', 'guest', 'unknown'] as const)
      expect(match(completeFacts({ ...download, actorKind }))).toEqual([])
    expect(match(completeFacts({ ...download, outcome: 'failure' }))).toEqual([])
    expect(match(completeFacts({ ...download, outcome: 'unknown' }))).toEqual(['sharepoint-download'])
  })

  it('stays right when a log brings more names than are remembered', () => {
    for (let index = 0; index < 6000; index += 1)
      expect(match(completeFacts({ operation: `Made${index}` }))).toEqual([])
    expect(match(completeFacts({ workload: 'onedrive', operation: 'filedownloaded' }))).toEqual(['onedrive-download'])
  })
})

describe('rolling up', () => {
  it('counts events, items, sizes and circumstances by day and indicator', () => {
    const diary = new Diary()
    diary.add(MONDAY, 9, 3, { ...ownSync, sizeBytes: 100, isPriority: true }, 1)
    diary.add(MONDAY, 15, 2, { ...ownSync, isNewAddress: false }, 2)
    const [count] = rollUp(diary.activities, match, utcDay)
    expect(count).toEqual({
      day: MONDAY,
      indicator: 'onedrive-sync',
      events: 5,
      distinctItems: 3,
      sizeBytes: 300,
      priorityEvents: 3,
      newAddressEvents: 0,
      ownSiteEvents: 5,
      firstAtMs: MONDAY * DAY_MS + 9 * 3_600_000,
      lastAtMs: MONDAY * DAY_MS + 15 * 3_600_000 + 60_000
    })
  })

  it('counts the attachments of a mail, and a record without a name as an item', () => {
    const diary = new Diary().add(MONDAY, 9, 2, { ...mail, itemCount: 4, itemKey: 7 }).add(MONDAY, 10, 3, share, null)
    const counts = rollUp(diary.activities, match, utcDay)
    expect(counts.map((count) => [count.indicator, count.events, count.distinctItems])).toEqual([
      ['file-shared-outside', 3, 3],
      ['mail-attachments-outside', 8, 1]
    ])
  })

  it('sorts by day, then indicator, whatever the order of the activities', () => {
    const diary = new Diary()
      .add(MONDAY + 1, 9, 1, share)
      .add(MONDAY, 9, 1, share)
      .add(MONDAY, 9, 1, download)
    const counts = rollUp(diary.activities, match, utcDay)
    expect(counts.map((count) => `${count.day - MONDAY} ${count.indicator}`)).toEqual([
      '0 file-shared-outside',
      '0 sharepoint-download',
      '1 file-shared-outside'
    ])
    expect(rollUp([...diary.activities].reverse(), match, utcDay)).toEqual(counts)
  })
})
