import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commonFactor, type Counted, surveyDays } from '../../src/main/policy/commonness.ts'
import { evaluate, Diary, MONDAY, mail } from './made-person.ts'

/** `people` who each show `count` on each of `days` days. */
function everybody(people: number, days: number, countOf: (person: number, day: number) => number) {
  const survey = surveyDays()
  for (let person = 0; person < people; person += 1) {
    const counts: Counted[] = []
    for (let day = 0; day < days; day += 1) {
      counts.push({ day, indicator: 'many-files-accessed', count: 50 })
      const count = countOf(person, day)
      if (count > 0) counts.push({ day, indicator: 'mail-attachments-outside', count })
    }
    survey.add(counts)
  }
  return survey
}

describe('how common a count is', () => {
  it('is the share of the days of others that reach it', () => {
    // One of a hundred days has nine; the person asked about has one of these days.
    const survey = everybody(100, 20, (person, day) => (day === 3 && person < 20 ? 9 : 0))
    const own = [{ day: 3, indicator: 'mail-attachments-outside', count: 9 }]
    const found = survey.without([
      ...own,
      ...Array.from({ length: 20 }, (_, day) => ({ day, indicator: 'x', count: 1 }))
    ])
    expect(found('mail-attachments-outside', 9, 8)?.ofDays).toBeCloseTo(19 / 1980, 6)
    expect(found('mail-attachments-outside', 10, 8)?.ofDays).toBe(0)
    expect(found('mail-attachments-outside', 9, 3)).toMatchObject({ together: 19 })
    expect(commonFactor(found('mail-attachments-outside', 9, 3))).toBe(0.3)
    expect(commonFactor(found('mail-attachments-outside', 10, 8))).toBe(1)
  })

  it('says nothing where fewer than a thousand days of others are known', () => {
    expect(everybody(10, 20, () => 9).without([])('mail-attachments-outside', 9, 3)).toBeNull()
    expect(commonFactor(null)).toBe(1)
  })

  it('takes two others for chance, three for a common matter, and none for who took more than twice as much', () => {
    const others = (people: number) =>
      everybody(200, 10, (person, day) => (day === 3 && person < people + 1 ? 100 : 0)).without([])
    expect(others(2)('mail-attachments-outside', 100, 3)?.together).toBe(0)
    expect(others(3)('mail-attachments-outside', 100, 3)?.together).toBe(3)
    expect(others(30)('mail-attachments-outside', 201, 3)?.together).toBe(0)
  })

  it('never grows with the count', () => {
    const survey = everybody(60, 30, (person, day) => (person * 7 + day * 13) % 40).without([])
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 29 }), (count, day) => {
        const factor = (of: number) => commonFactor(survey('mail-attachments-outside', of, day))
        expect(factor(count + 1)).toBeGreaterThanOrEqual(factor(count))
      })
    )
  })

  it('lowers the line and says so', () => {
    const diary = new Diary().add(MONDAY, 9, 1, { ...mail, itemCount: 8 })
    const lineWith = (findShare?: () => { ofDays: number; together: number; ofPeople: number }) =>
      evaluate(diary.activities, findShare === undefined ? {} : { findShare }).insights[0]
    const plain = lineWith()
    const common = lineWith(() => ({ ofDays: 0.02, together: 0, ofPeople: 0 }))
    expect(common?.strength).toBeCloseTo((plain?.strength ?? 0) * 0.3, 3)
    expect(common?.says).toContain('as much or more on 20 of a thousand days of others, so it counts for 30 %')
    const together = lineWith(() => ({ ofDays: 0, together: 8, ofPeople: 0.04 }))
    expect(together?.says).toContain('8 others did at least half as much that day, so it counts for 30 %')
  })
})
