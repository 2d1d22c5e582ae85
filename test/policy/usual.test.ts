import { describe, expect, it } from 'vitest'
import { ownUsuals, peersUsual, personMedians } from '../../src/main/policy/usual.ts'
import { rollUp } from '../../src/main/policy/rollup.ts'
import { spikesOf } from '../../src/main/policy/spike.ts'
import {
  catalogue,
  definition,
  Diary,
  download,
  match,
  MONDAY,
  openFile,
  share,
  utcDay,
  workingDays
} from './made-person.ts'

/** Downloads by working day before MONDAY, the last one last. */
function usualAfter(...downloads: number[]) {
  const diary = new Diary()
  const days = workingDays(MONDAY - 90, MONDAY).slice(-downloads.length)
  days.forEach((day, index) => diary.add(day, 8, 1, openFile).add(day, 9, downloads[index] ?? 0, download))
  return { find: ownUsuals(rollUp(diary.activities, match, utcDay), catalogue), days }
}

describe('the own usual', () => {
  it('is the median and the ninetieth of earlier active days, days with none included', () => {
    const { find } = usualAfter(0, 1, 2, 3, 4, 5, 6, 7, 8, 90)
    expect(find('sharepoint-download', MONDAY)).toEqual({ median: 4.5, ninetieth: 8, activeDays: 10 })
    expect(find('print', MONDAY)).toEqual({ median: 0, ninetieth: 0, activeDays: 10 })
  })

  it('leaves out the day itself', () => {
    const { find, days } = usualAfter(2, 2, 2, 2, 2, 500)
    expect(find('sharepoint-download', days.at(-1) ?? 0)).toMatchObject({ median: 2, activeDays: 5 })
  })

  it('is unknown below five days, and reaches back sixty days only', () => {
    expect(usualAfter(3, 3, 3, 3).find('sharepoint-download', MONDAY)).toBeNull()
    expect(usualAfter(3, 3, 3, 3, 3).find('sharepoint-download', MONDAY)).not.toBeNull()
    expect(usualAfter(3, 3, 3, 3, 3).find('sharepoint-download', MONDAY + 61)).toBeNull()
  })

  it('stands on the days around where history starts too late, if these are four weeks', () => {
    const long = usualAfter(...Array.from({ length: 21 }, () => 40))
    expect(long.find('sharepoint-download', long.days[0] ?? 0)).toEqual({ median: 40, ninetieth: 40, activeDays: 20 })
    const short = usualAfter(...Array.from({ length: 20 }, () => 40))
    expect(short.find('sharepoint-download', short.days[0] ?? 0)).toBeNull()
  })

  it('leaves weekends out, except for people who work on them only', () => {
    const workday = new Diary()
    const weekend = new Diary()
    for (const day of workingDays(MONDAY - 28, MONDAY)) workday.add(day, 9, 10, download)
    for (let week = 1; week <= 8; week += 1) {
      workday.add(MONDAY - 7 * week + 5, 9, 1, download)
      weekend.add(MONDAY - 7 * week + 5, 9, 7, download)
    }
    const find = (diary: Diary) =>
      ownUsuals(rollUp(diary.activities, match, utcDay), catalogue)('sharepoint-download', MONDAY)
    expect(find(workday)).toMatchObject({ median: 10, activeDays: 20 })
    expect(find(weekend)).toMatchObject({ median: 7, activeDays: 8 })
  })
})

describe('the usual of others', () => {
  const person = (downloads: number) => {
    const diary = new Diary()
    for (const day of workingDays(MONDAY - 14, MONDAY)) diary.add(day, 9, downloads, download)
    return personMedians(rollUp(diary.activities, match, utcDay), catalogue)
  }

  it('is the median of the medians of people', () => {
    const usual = peersUsual([1, 2, 3, 4, 500].map(person))
    expect(usual.get('sharepoint-download')).toBe(3)
    expect(usual.get('print')).toBe(0)
  })

  it('is not told of fewer than five people, nor from people of a few days', () => {
    expect(peersUsual([1, 2, 3, 4].map(person)).size).toBe(0)
    expect(
      personMedians(rollUp(new Diary().add(MONDAY, 9, 5, download).activities, match, utcDay), catalogue).size
    ).toBe(0)
  })

  it('knows the days on which somebody does markedly much', () => {
    const counts = rollUp(
      new Diary()
        .add(MONDAY, 9, 59, download)
        .add(MONDAY + 1, 9, 60, download)
        .add(MONDAY + 1, 9, 1, share).activities,
      match,
      utcDay
    )
    expect(spikesOf(counts, catalogue, definition)).toEqual([{ indicator: 'sharepoint-download', day: MONDAY + 1 }])
    const stricter = { thresholds: { 'sharepoint-download': { low: 1, medium: 2, high: 3 } } }
    expect(spikesOf(counts, catalogue, stricter)).toHaveLength(2)
  })
})
