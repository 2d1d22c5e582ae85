import { describe, expect, it } from 'vitest'
import type { ActivityFacts } from '../../src/shared/domain/evaluation.ts'
import { findSequences } from '../../src/main/policy/sequence.ts'
import {
  Diary,
  archive,
  catalogue,
  definition,
  download,
  evaluate,
  mail,
  match,
  MONDAY,
  remove,
  rename,
  share,
  upload,
  utcDay
} from './made-person.ts'

const patterns = [...catalogue.sequences.values()].filter(({ id }) => definition.sequences.includes(id))

function find(activities: readonly ActivityFacts[], indicators = catalogue.indicators) {
  return findSequences({
    activities,
    patterns,
    indicators,
    match,
    dayOf: utcDay,
    habitOf: () => 1,
    isPriorityOnly: false
  })
}
const said = (activities: readonly ActivityFacts[]) =>
  find(activities).map(({ hit }) => `${hit.day - MONDAY} ${hit.sequence} ${hit.items}`)

describe('sequences', () => {
  it('are found in order on the same items, the longest only', () => {
    const diary = new Diary()
      .add(MONDAY, 9, 5, download, 1)
      .add(MONDAY, 12, 5, archive, 1)
      .add(MONDAY, 15, 5, upload, 1)
      .add(MONDAY, 18, 5, remove, 1)
    expect(said(diary.activities)).toEqual(['0 download-obfuscate-exfiltrate-clean-up 5'])
    const [found] = find(diary.activities)
    expect(found?.hit).toMatchObject({ category: 'exfiltration', level: 2 })
    expect(found?.hit.says).toBe(
      '5 files downloaded, then renamed, archived or unlabelled, then taken out, then deleted, within 10 hours, last step on 2 Mar 2026, medium from 5 on'
    )
    expect(found?.hit.steps.map((step) => [step.category, step.indicator, step.events])).toEqual([
      ['collection', 'sharepoint-download', 5],
      ['obfuscation', 'archive-created', 5],
      ['exfiltration', 'cloud-upload', 5],
      ['clean-up', 'device-file-deleted', 5]
    ])
  })

  it('are found in each of the shorter forms', () => {
    const base = () => new Diary().add(MONDAY, 9, 4, download, 1)
    expect(said(base().add(MONDAY, 15, 4, upload, 1).activities)).toEqual(['0 download-exfiltrate 4'])
    expect(said(base().add(MONDAY, 12, 4, rename, 1).add(MONDAY, 15, 4, upload, 1).activities)).toEqual([
      '0 download-obfuscate-exfiltrate 4'
    ])
    expect(said(base().add(MONDAY, 15, 4, upload, 1).add(MONDAY, 18, 4, remove, 1).activities)).toEqual([
      '0 download-exfiltrate-clean-up 4'
    ])
  })

  it('follow a file through several names', () => {
    const diary = new Diary()
    for (const file of [1, 2, 3]) {
      diary.add(MONDAY, 9, 1, { ...download, itemKey: file })
      diary.add(MONDAY, 10, 1, { ...rename, itemKey: file, newItemKey: file + 100 })
    }
    for (const file of [1, 2, 3]) diary.add(MONDAY, 13, 1, { ...rename, itemKey: file + 100, newItemKey: file + 200 })
    diary.add(MONDAY, 16, 3, share, 201)
    expect(said(diary.activities)).toEqual(['0 download-obfuscate-exfiltrate 3'])
  })

  it('follow many files into one archive', () => {
    const diary = new Diary()
    for (let file = 1; file <= 40; file += 1) diary.add(MONDAY, 9, 1, { ...download, itemKey: file })
    for (let file = 1; file <= 40; file += 1) diary.add(MONDAY, 12, 1, { ...archive, itemKey: file, newItemKey: 999 })
    diary.add(MONDAY + 1, 9, 1, { ...mail, itemKey: 999 })
    expect(said(diary.activities)).toEqual(['1 download-obfuscate-exfiltrate 40'])
    expect(find(diary.activities)[0]?.hit.steps.map((step) => step.events)).toEqual([40, 40, 1])
  })

  it('do not lead back from a new name to the old one', () => {
    const diary = new Diary()
    for (const file of [1, 2, 3]) diary.add(MONDAY, 9, 1, { ...rename, itemKey: file, newItemKey: file + 100 })
    diary.add(MONDAY, 12, 3, download, 101).add(MONDAY, 15, 3, upload, 1)
    expect(said(diary.activities)).toEqual([])
  })

  it('are not found in the wrong order', () => {
    expect(said(new Diary().add(MONDAY, 9, 5, upload, 1).add(MONDAY, 15, 5, download, 1).activities)).toEqual([])
    expect(
      said(
        new Diary().add(MONDAY, 9, 5, rename, 1).add(MONDAY, 12, 5, download, 1).add(MONDAY, 15, 5, upload, 1)
          .activities
      )
    ).toEqual(['0 download-exfiltrate 5'])
  })

  it('are not found on different items, on nameless ones, or on too few', () => {
    expect(said(new Diary().add(MONDAY, 9, 5, download, 1).add(MONDAY, 15, 5, upload, 11).activities)).toEqual([])
    expect(said(new Diary().add(MONDAY, 9, 5, download, null).add(MONDAY, 15, 5, upload, null).activities)).toEqual([])
    expect(said(new Diary().add(MONDAY, 9, 2, download, 1).add(MONDAY, 15, 2, upload, 1).activities)).toEqual([])
  })

  it('are found up to the end of the window and not beyond', () => {
    const within = new Diary().add(MONDAY, 9, 3, download, 1).add(MONDAY + 7, 9, 3, upload, 1)
    expect(said(within.activities)).toEqual(['7 download-exfiltrate 3'])
    const beyond = new Diary().add(MONDAY, 9, 3, download, 1).add(MONDAY + 7, 10, 3, upload, 1)
    expect(said(beyond.activities)).toEqual([])
  })

  it('use a later download when an earlier one is too old', () => {
    const diary = new Diary()
      .add(MONDAY, 9, 3, download, 1)
      .add(MONDAY + 9, 9, 3, download, 1)
      .add(MONDAY + 10, 9, 3, upload, 1)
    expect(find(diary.activities)[0]?.hit.says).toContain('within 25 hours')
  })

  it('need every step to have an indicator that the policy uses', () => {
    const diary = new Diary().add(MONDAY, 9, 5, download, 1).add(MONDAY, 15, 5, upload, 1)
    const without = new Map([...catalogue.indicators].filter(([id]) => id !== 'cloud-upload'))
    expect(find(diary.activities, without)).toEqual([])
    const evaluation = evaluate(diary.activities)
    expect(evaluation.sequences).toHaveLength(1)
  })

  it('count the same items once in the score of the alert', () => {
    const diary = new Diary()
      .add(MONDAY, 9, 20, download, 1)
      .add(MONDAY, 15, 20, upload, 1)
      .add(MONDAY + 1, 9, 20, remove, 1)
    const evaluation = evaluate(diary.activities)
    expect(evaluation.sequences.map((hit) => hit.sequence)).toEqual([
      'download-exfiltrate',
      'download-exfiltrate-clean-up'
    ])
    expect(evaluation.shares.filter((share) => share.kind === 'sequence').map((share) => share.index)).toEqual([1])
  })

  it('count only items of priority where the policy counts nothing else, whichever step shows it', () => {
    const diary = new Diary()
      .add(MONDAY, 9, 3, { ...download, isPriority: true }, 1)
      .add(MONDAY, 9, 5, download, 11)
      .add(MONDAY, 12, 3, { ...download }, 1)
      .add(MONDAY, 15, 3, upload, 1)
      .add(MONDAY, 15, 5, upload, 11)
    const hitsOf = (isPriorityOnly: boolean) =>
      findSequences({
        activities: [...diary.activities].sort((one, other) => one.atMs - other.atMs || one.id - other.id),
        patterns,
        indicators: catalogue.indicators,
        match,
        dayOf: utcDay,
        habitOf: () => 1,
        isPriorityOnly
      }).map(({ hit }) => hit.items)
    expect([hitsOf(false), hitsOf(true)]).toEqual([[8], [3]])
  })

  it('give up counting on 100 000 rows where one name inherits thousands', () => {
    const diary = new Diary()
    for (let index = 0; index < 25_000; index += 1)
      diary.activities.push({ ...sample(download, index), itemKey: index })
    for (let index = 0; index < 25_000; index += 1)
      diary.activities.push({ ...sample(archive, 25_000 + index), itemKey: index, newItemKey: 99_999 })
    for (let index = 0; index < 50_000; index += 1)
      diary.activities.push({ ...sample(upload, 50_000 + index), itemKey: 99_999 })
    const [found] = find(diary.activities)
    expect(found?.hit.sequence).toBe('download-obfuscate-exfiltrate')
    expect(found?.hit.items).toBe(25_000)
    expect(found?.hit.says).toMatch(/^at least/)
  })
})

function sample(facts: Parameters<Diary['add']>[3], index: number): ActivityFacts {
  const [activity] = new Diary().add(MONDAY, 9, 1, facts).activities
  if (activity === undefined) throw new Error('no activity made')
  return { ...activity, id: index + 1, atMs: activity.atMs + index }
}
