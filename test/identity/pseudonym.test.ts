import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MOST_PEOPLE, pseudonymOf } from '../../src/main/identity/pseudonym.ts'
import { PSEUDONYM_PATTERN } from '../../src/shared/domain/pseudonym.ts'

const key = new Uint8Array(32).fill(3)
const otherKey = new Uint8Array(32).fill(4)
const numbers = fc.integer({ min: 0, max: MOST_PEOPLE - 1 })

describe('a pseudonym', () => {
  test('is the same for the same key and number, in every release', () => {
    expect(pseudonymOf(key, 0)).toBe(pseudonymOf(new Uint8Array(32).fill(3), 0))
    expect([0, 1, 2, MOST_PEOPLE - 1].map((number) => pseudonymOf(key, number))).toMatchInlineSnapshot(`
      [
        "ANON-6XD9-71",
        "ANON-1MR2-S2",
        "ANON-9MAY-F8",
        "ANON-BD64-KC",
      ]
    `)
  })

  test('reads aloud in six symbols of Crockford’s alphabet', () => {
    fc.assert(
      fc.property(numbers, (number) => {
        expect(pseudonymOf(key, number)).toMatch(PSEUDONYM_PATTERN)
        expect(pseudonymOf(key, number)).toHaveLength(12)
      })
    )
  })

  test('differs wherever the numbers differ', () => {
    fc.assert(
      fc.property(numbers, numbers, (one, other) => {
        expect(pseudonymOf(key, one) === pseudonymOf(key, other)).toBe(one === other)
      }),
      { numRuns: 2000 }
    )
  })

  test('is distinct for 50 000 people', () => {
    const seen = new Set<string>()
    const start = process.cpuUsage()
    for (let number = 0; number < 50_000; number += 1) seen.add(pseudonymOf(key, number))
    const seconds = process.cpuUsage(start).user / 1e6
    console.info(`${Math.round(50_000 / seconds)} pseudonyms a second`)
    expect(seen.size).toBe(50_000)
  }, 60_000)

  test('tells nothing under another key: hardly any number keeps its pseudonym', () => {
    const kept = Array.from({ length: 1000 }, (_, number) => number).filter(
      (number) => pseudonymOf(key, number) === pseudonymOf(otherKey, number)
    )
    expect(kept.length).toBeLessThan(3)
  })

  test('is refused for numbers outside the permutation', () => {
    for (const number of [-1, 0.5, MOST_PEOPLE, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => pseudonymOf(key, number)).toThrow(RangeError)
    }
  })
})
