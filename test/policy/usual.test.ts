import { describe, expect, it } from 'vitest'
import { ownUsuals, personMedians } from '../../src/main/policy/usual.ts'
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
      if (week <= 4) workday.add(MONDAY - 7 * week + 5, 9, 1, download)
      weekend.add(MONDAY - 7 * week + 5, 9, 7, download)
    }
    const find = (diary: Diary) =>
      ownUsuals(rollUp(diary.activities, match, utcDay), catalogue)('sharepoint-download', MONDAY)
    expect(find(workday)).toMatchObject({ median: 10, activeDays: 20 })
    expect(find(weekend)).toMatchObject({ median: 7, activeDays: 8 })
  })
})

describe('the own usual of people whose weeks are not like others', () => {
  const usualOf = (diary: Diary, quietDays?: ReadonlySet<number>, day = MONDAY) =>
    ownUsuals(rollUp(diary.activities, match, utcDay), catalogue, quietDays)('sharepoint-download', day)

  it('stands on every day for shifts that do not know weekends', () => {
    const diary = new Diary()
    for (let day = MONDAY - 56; day < MONDAY; day += 1) if (day % 8 < 6) diary.add(day, 9, 4, download)
    expect(usualOf(diary)).toMatchObject({ median: 4, activeDays: 42 })
  })

  it('leaves holidays out, and counts them for somebody who works on them', () => {
    const shutdown = new Set(Array.from({ length: 14 }, (_, index) => MONDAY - 21 + index))
    const office = new Diary()
    for (const day of workingDays(MONDAY - 42, MONDAY)) office.add(day, 9, shutdown.has(day) ? 1 : 20, download)
    // A third of the days are such ones: somebody who is there when others are not.
    expect(usualOf(office, shutdown)).toMatchObject({ median: 20, activeDays: 30 })
    const away = new Diary()
    for (const day of workingDays(MONDAY - 42, MONDAY))
      if (!shutdown.has(day) || day % 3 === 0) away.add(day, 9, shutdown.has(day) ? 1 : 20, download)
    expect(usualOf(away, shutdown)).toMatchObject({ median: 20, activeDays: 20 })
    expect(usualOf(away)?.activeDays).toBeGreaterThan(20)
  })

  it('is unknown for somebody new', () => {
    const diary = new Diary()
    for (const day of workingDays(MONDAY - 4, MONDAY)) diary.add(day, 9, 20, download)
    expect(usualOf(diary)).toBeNull()
  })
})

describe('the median of a person', () => {
  const person = (downloads: number, quietDays?: ReadonlySet<number>) => {
    const diary = new Diary()
    for (const day of workingDays(MONDAY - 14, MONDAY)) diary.add(day, 9, downloads, download)
    diary.add(MONDAY - 3, 9, 3, share)
    return personMedians(rollUp(diary.activities, match, utcDay), catalogue, quietDays)
  }

  it('is told for what the person ever did, and is zero for what is rare', () => {
    expect([...person(4)]).toEqual([
      ['sharepoint-download', 4],
      ['file-shared-outside', 0]
    ])
  })

  it('is not told of somebody with a few days', () => {
    const days = rollUp(new Diary().add(MONDAY, 9, 5, download).activities, match, utcDay)
    expect(personMedians(days, catalogue).size).toBe(0)
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
