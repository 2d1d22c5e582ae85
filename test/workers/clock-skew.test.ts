import { describe, expect, it } from 'vitest'
import { findSkew, type Presence } from '../../src/main/workers/clock-skew.ts'

/** A small sequence that is the same in every run. */
function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}

/** Half hours of one person's working days; each source sees most of them. */
function presences(people: number, shift: number, seed: number): Presence[] {
  return Array.from({ length: people }, (_, personId) => {
    const work = dice(personId + 1)
    const seen = dice(seed + personId)
    const halfHours = new Set<number>()
    for (let day = 0; day < 20; day += 1) {
      const start = 16 + Math.floor(work() * 4)
      for (let half = start; half < start + 18; half += 1) {
        const isWorking = work() < 0.7
        if (isWorking && seen() < 0.7) halfHours.add(day * 48 + half + shift)
      }
    }
    return { personId, halfHours }
  })
}

describe('the clocks of two sources', () => {
  it('agree when people are seen at the same time', () => {
    expect(findSkew(presences(12, 0, 100), presences(12, 0, 900))).toBeNull()
  })

  it.each([2, -2, 4, 11, -16])('differ by %s half hours when nearly everybody does', (shift) => {
    const skew = findSkew(presences(12, shift, 100), presences(12, 0, 900))
    expect(skew).toMatchObject({ halfHours: shift, people: 12 })
    expect(skew?.agreeing).toBeGreaterThanOrEqual(9)
  })

  it('are not judged by half an hour, by a few people, or by people who share nothing', () => {
    expect(findSkew(presences(12, 1, 100), presences(12, 0, 900))).toBeNull()
    expect(findSkew(presences(4, 4, 100), presences(4, 0, 900))).toBeNull()
    const nights = presences(12, 0, 100).map(({ personId }, index) => ({
      personId,
      halfHours: presences(40, 0, 7000 + index * 31)[index + 20]?.halfHours ?? new Set<number>()
    }))
    expect(findSkew(nights, presences(12, 0, 900))).toBeNull()
    expect(findSkew([], [])).toBeNull()
  })

  it('are not judged when half of the people say otherwise', () => {
    const mixed = [...presences(6, 4, 100), ...presences(12, 0, 100).slice(6)]
    expect(findSkew(mixed, presences(12, 0, 900))).toBeNull()
  })
})
