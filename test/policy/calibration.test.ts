import { describe, expect, it } from 'vitest'
import { rankDays } from '../../src/main/policy/evaluate.ts'
import { severityOf } from '../../src/shared/domain/severity.ts'
import {
  alike,
  Diary,
  download,
  evaluate as evaluateUnder,
  mail,
  matchAll,
  MONDAY,
  openFile,
  ownSync,
  remove,
  removable,
  rename,
  archive,
  resignation,
  templateDefinition,
  share,
  upload,
  workingDays
} from './made-person.ts'

/** Under the template as it is shipped: these numbers are what an administrator gets without changing anything. */
const evaluate: typeof evaluateUnder = (activities, circumstances) =>
  evaluateUnder(activities, { definition: templateDefinition, match: matchAll, ...circumstances })

/** Ordinary work on every working day of the two months before: some files opened, a few downloaded. */
function ordinary(diary: Diary, downloads: (index: number) => number = (index) => 1 + (index % 3)): Diary {
  workingDays(MONDAY - 60, MONDAY).forEach((day, index) => {
    diary.add(day, 9, 8, openFile)
    diary.add(day, 10, downloads(index), download)
  })
  return diary
}

describe('scores of made people', () => {
  it('puts a leaver who downloads, renames, uploads and deletes 400 files in an evening at 85 or more', () => {
    const diary = ordinary(new Diary(), () => 9)
    diary.add(MONDAY + 2, 18, 400, download, 1)
    for (let file = 1; file <= 400; file += 1)
      diary.add(MONDAY + 2, 20, 1, { ...rename, itemKey: file, newItemKey: 5000 + file })
    diary.add(MONDAY + 2, 22, 400, upload, 5001)
    diary.add(MONDAY + 3, 0.5, 400, remove, 5001)
    const evaluation = evaluate(diary.activities)
    expect(evaluation.score).toBeGreaterThanOrEqual(85)
    expect(evaluation.sequences.map((hit) => [hit.sequence, hit.items])).toContainEqual([
      'download-obfuscate-exfiltrate-clean-up',
      400
    ])
  })

  it('puts the same evening with one archive instead of renaming at 85 or more', () => {
    const diary = ordinary(new Diary(), () => 9)
    diary.add(MONDAY + 2, 18, 400, download, 1)
    for (let file = 1; file <= 400; file += 1)
      diary.add(MONDAY + 2, 20, 1, { ...archive, itemKey: file, newItemKey: 9000 })
    diary.add(MONDAY + 2, 22, 1, upload, 9000)
    diary.add(MONDAY + 3, 0.5, 400, remove, 1)
    const evaluation = evaluate(diary.activities)
    expect(evaluation.score).toBeGreaterThanOrEqual(85)
    expect(evaluation.sequences.at(0)).toMatchObject({ sequence: 'download-obfuscate-exfiltrate', items: 400 })
  })

  it('puts a leaver who mails attachments outside on several days and copies 60 files to a stick at High', () => {
    const diary = ordinary(new Diary())
    ;[5, 8, 10, 6].forEach((attachments, index) =>
      diary.add(MONDAY + index, 16, 1, { ...mail, itemCount: attachments })
    )
    diary.add(MONDAY + 4, 17, 60, removable)
    expect(severityOf(evaluate(diary.activities).score)).toBe('high')
  })

  it('leaves a librarian with 150 to 250 downloads every working day below Medium', () => {
    const diary = new Diary()
    workingDays(MONDAY - 56, MONDAY).forEach((day, index) => diary.add(day, 9, 150 + ((index * 37) % 101), download))
    expect(evaluate(diary.activities).score).toBeLessThan(34)
  })

  it('leaves a laptop swap, 600 own files in a morning, below Medium', () => {
    const diary = ordinary(new Diary()).add(MONDAY + 1, 8, 600, ownSync)
    expect(evaluate(diary.activities).score).toBeLessThan(34)
  })

  it('leaves the same laptop swap below Medium where nothing is known of the person before', () => {
    expect(
      evaluate(new Diary().add(MONDAY + 1, 8, 600, ownSync).activities, { peers: alike({ 'onedrive-sync': 0 }) }).score
    ).toBeLessThan(34)
  })

  it('leaves a farewell folder, 10 pictures for 6 guests, below High', () => {
    const diary = ordinary(new Diary())
    for (let guest = 0; guest < 6; guest += 1)
      diary.add(MONDAY + 3, 15, 10, { ...share, extension: 'jpg', isOwnSite: true }, 1)
    diary.add(MONDAY + 3, 15, 1, { ...share, itemType: 'folder', isOwnSite: true }, 77)
    const { score } = evaluate(diary.activities)
    expect(score).toBeGreaterThan(0)
    expect(score).toBeLessThan(67)
  })

  it('leaves an assistant who sends the same files outside every day below Medium', () => {
    const diary = new Diary()
    workingDays(MONDAY - 60, MONDAY + 20).forEach((day, index) => {
      diary.add(day, 9, 8, openFile)
      const many = 3 + (index % 5)
      diary.add(day, 10, many, download, 10_000 + index * 10)
      diary.add(day, 11, many, mail, 10_000 + index * 10)
    })
    expect(evaluate(diary.activities).score).toBeLessThan(34)
  })

  it('puts three days of 64 downloads and 24 syncs far above a usual of one to three, and ranks them first', () => {
    const diary = ordinary(new Diary())
    for (const day of [MONDAY - 20, MONDAY - 19, MONDAY - 18]) diary.add(day, 9, 1 + (day % 2), share)
    const bulk = [MONDAY - 17, MONDAY - 16, MONDAY - 15]
    for (const day of bulk) diary.add(day, 2, 64, download).add(day, 3, 24, ownSync)
    const evaluation = evaluate(diary.activities)
    expect(evaluation.score).toBeGreaterThanOrEqual(70)
    expect(
      rankDays(evaluation)
        .slice(0, 3)
        .map((day) => day.day)
        .sort()
    ).toEqual(bulk)
  })

  it('does the same for somebody known for a few days only, by what is usual for others', () => {
    const diary = new Diary().add(MONDAY - 2, 9, 2, openFile)
    for (const day of [MONDAY, MONDAY + 1, MONDAY + 2])
      diary.add(day, 2, 64, { ...download, isNewAddress: true }).add(day, 3, 24, { ...ownSync, isNewAddress: true })
    expect(evaluate(diary.activities, { peers: alike({ 'sharepoint-download': 1 }) }).score).toBeGreaterThanOrEqual(67)
  })

  it('makes a single sharing with a guest a Low insight and no more', () => {
    const evaluation = evaluate(ordinary(new Diary()).add(MONDAY + 1, 9, 1, share).activities)
    expect(evaluation.insights).toHaveLength(1)
    expect(evaluation.insights[0]).toMatchObject({ indicator: 'file-shared-outside', level: 1 })
    expect(severityOf(evaluation.score)).toBe('low')
    expect(evaluation.score).toBeGreaterThan(0)
  })

  it('keeps a month of small things below High', () => {
    const diary = ordinary(new Diary())
    for (const day of workingDays(MONDAY, MONDAY + 28)) {
      diary.add(day, 9, 2, share).add(day, 10, 1, mail).add(day, 13, 22, download)
      diary
        .add(day, 14, 10, { workload: 'Endpoint', operation: 'FilePrinted' })
        .add(day, 15, 30, remove)
        .add(day, 16, 10, rename)
    }
    expect(evaluate(diary.activities).score).toBeLessThan(67)
  })

  it('does not take a leak of two weeks for a habit', () => {
    const diary = ordinary(new Diary())
    for (const day of workingDays(MONDAY, MONDAY + 14)) diary.add(day, 20, 64, download)
    const last = evaluate(diary.activities).insights.at(-1)
    expect(last?.says).not.toContain('within own usual')
    expect(last?.strength).toBeGreaterThan(0.35)
  })

  it('scores nothing as 0, in scope with a trigger and out of scope without', () => {
    expect(evaluate([])).toMatchObject({
      inScope: true,
      score: 0,
      insights: [],
      sequences: [],
      days: [],
      shares: [],
      checked: []
    })
    expect(evaluate(new Diary().add(MONDAY, 9, 500, download).activities, { triggers: [] })).toMatchObject({
      inScope: false,
      score: 0,
      insights: []
    })
  })

  it('does not score days outside the window', () => {
    const diary = new Diary().add(MONDAY - 91, 9, 500, download).add(MONDAY + 41, 9, 500, download)
    expect(evaluate(diary.activities, { triggers: [resignation(MONDAY, MONDAY + 10)] }).insights).toEqual([])
    const inside = new Diary().add(MONDAY - 90, 9, 500, download).add(MONDAY + 40, 9, 500, download)
    expect(evaluate(inside.activities, { triggers: [resignation(MONDAY, MONDAY + 10)] }).insights).toHaveLength(2)
  })
})
