import { describe, expect, it } from 'vitest'
import { isAtTurn, withoutIntent } from '../../src/main/policy/intent.ts'
import { Diary, download, evaluate, MONDAY, remove, upload, workingDays } from './made-person.ts'
import type { TriggerEvent } from '../../src/shared/domain/evaluation.ts'
import { DAY_MS } from '../../src/main/policy/calendar.ts'

/** Scoring that somebody started says nothing of the person. */
const byHand: TriggerEvent = { trigger: 'manual', atMs: MONDAY * DAY_MS, lastDayMs: null }
const triggers = [byHand]
const quiet = () => {
  const diary = new Diary()
  workingDays(MONDAY - 40, MONDAY).forEach((day) => diary.add(day, 9, 9, download))
  return diary
}
const amounts = () => quiet().add(MONDAY, 9, 400, download, 1).add(MONDAY, 14, 400, upload, 1)

describe('what speaks for more than amounts', () => {
  it('keeps mere amounts out of High, in the alert and in the ranking, and says why', () => {
    const evaluation = evaluate(amounts().activities, { triggers })
    expect(evaluation.score).toBeGreaterThan(50)
    expect(evaluation.score).toBeLessThan(67)
    expect(Math.max(...evaluation.days.map(({ score }) => score))).toBeLessThan(67)
    expect(evaluation.arithmetic).toContain('High needs more than amounts')
    const points = evaluation.shares.reduce((sum, share) => sum + share.points, 0)
    expect(points).toBeCloseTo(evaluation.score, 6)
  })

  it('lets the same amounts be High where traces were removed, or where somebody leaves', () => {
    const cleaned = amounts().add(MONDAY, 15, 400, remove, 1)
    expect(evaluate(cleaned.activities, { triggers }).score).toBeGreaterThan(90)
    const leaving = evaluate(amounts().activities)
    expect(leaving.score).toBeGreaterThan(90)
    expect(leaving.arithmetic).not.toContain('High needs more than amounts')
  })

  it('knows the records that are turns', () => {
    expect(isAtTurn([{ trigger: 'hr-resignation' }, byHand])).toBe(true)
    expect(isAtTurn([{ trigger: 'dlp-alert' }, { trigger: 'exfiltration' }, byHand])).toBe(false)
  })

  it('keeps the order of scores and never reaches High', () => {
    let before = -1
    for (let tenths = 0; tenths <= 1000; tenths += 1) {
      const score = withoutIntent(tenths / 10)
      expect(score).toBeGreaterThanOrEqual(before)
      expect(score).toBeLessThanOrEqual(66)
      before = score
    }
  })
})
