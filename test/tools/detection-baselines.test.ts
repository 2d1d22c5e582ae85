// The baselines and the measure itself, on tables small enough to know the answer.
import { describe, expect, test } from 'vitest'
import { byComponents, eigen } from '../../tools/detection/baselines/components.ts'
import { byForest, meanDepth } from '../../tools/detection/baselines/forest.ts'
import { atRandom, byOwnDeviation, byVolume } from '../../tools/detection/baselines/simple.ts'
import { chanceOf } from '../../tools/detection/company/chance.ts'
import type { Features } from '../../tools/detection/measure/features.ts'
import { findableWithin, foundWithin, type ScoredDay } from '../../tools/detection/measure/found.ts'

const PEOPLE = 20
const DAYS = 30
const COLUMNS = ['first', 'second', 'third']

/** Two columns that move together and one that stays low, with one odd day: the third without the others. */
function madeFeatures(): Features {
  const chance = chanceOf(1, 'features')
  const rows = Array.from({ length: PEOPLE * DAYS }, (_, index) => ({
    address: `person${index % PEOPLE}`,
    day: Math.floor(index / PEOPLE)
  }))
  const counts = new Float64Array(rows.length * COLUMNS.length)
  rows.forEach((_, row) => {
    const much = chance.between(5, 40)
    counts.set([much, 2 * much + chance.between(0, 2), chance.between(0, 2)], row * COLUMNS.length)
  })
  counts.set([6, 80, 30], ODD * COLUMNS.length)
  return { rows, columns: COLUMNS, counts }
}
const ODD = 333

const highest = (scored: readonly ScoredDay[]): number =>
  scored.reduce((best, { score }, index) => (score > (scored[best]?.score ?? 0) ? index : best), 0)

describe('a baseline', () => {
  const features = madeFeatures()

  test.each([
    ['principal components', byComponents],
    ['isolation forest', byForest],
    ['own z-score', byOwnDeviation]
  ])('finds the one odd day: %s', (_name, rank) => {
    expect(highest(rank(features))).toBe(ODD)
  })

  test('by volume adds up, and by chance does not look', () => {
    expect(byVolume(features)[ODD]?.score).toBe(116)
    const empty = { ...features, counts: new Float64Array(features.counts.length) }
    expect(atRandom(empty)).toEqual(atRandom(features))
    expect(new Set(atRandom(features).map(({ score }) => score)).size).toBeGreaterThan(590)
  })

  test('scores every person-day, also where nothing varies', () => {
    const flat = { ...features, counts: new Float64Array(features.counts.length).fill(3) }
    for (const rank of [byComponents, byForest, byOwnDeviation, byVolume, atRandom]) {
      const scored = rank(flat)
      expect(scored).toHaveLength(PEOPLE * DAYS)
      expect(scored.every(({ score }) => Number.isFinite(score))).toBe(true)
    }
  })
})

describe('the arithmetic of the baselines', () => {
  test('takes a symmetric matrix apart so that it can be put together again', () => {
    const matrix = Float64Array.from([4, 1, 0.5, 1, 3, -1, 0.5, -1, 2])
    const { values, vectors } = eigen(matrix, 3)
    for (let row = 0; row < 3; row += 1)
      for (let column = 0; column < 3; column += 1) {
        const sum = values.reduce(
          (whole, value, index) => whole + value * (vectors[index]?.[row] ?? 0) * (vectors[index]?.[column] ?? 0),
          0
        )
        expect(sum).toBeCloseTo(matrix[row * 3 + column] ?? 0, 8)
      }
  })

  test('knows the mean depth of small trees', () => {
    expect(meanDepth(1)).toBe(0)
    expect(meanDepth(2)).toBe(1)
    expect(meanDepth(256)).toBeCloseTo(10.24, 1)
  })
})

describe('found within a daily budget', () => {
  const ranking: ScoredDay[] = [
    { address: 'a', day: 1, score: 9 },
    { address: 'b', day: 1, score: 8 },
    { address: 'c', day: 1, score: 7 },
    { address: 'c', day: 2, score: 1 }
  ]
  const labels = [
    { address: 'b', day: 1 },
    { address: 'c', day: 1 },
    { address: 'c', day: 2 },
    { address: 'd', day: 2 }
  ]

  test('counts what stands highest on its own day, however low that is', () => {
    expect(foundWithin(ranking, labels, 1)).toEqual([{ address: 'c', day: 2 }])
    expect(foundWithin(ranking, labels, 2)).toEqual([
      { address: 'b', day: 1 },
      { address: 'c', day: 2 }
    ])
  })

  test('never counts what was not ranked, whatever the budget', () => {
    expect(foundWithin(ranking, labels, 100)).toHaveLength(3)
  })

  test('cannot find more a day than the budget', () => {
    expect(findableWithin(labels, 1)).toBe(2)
    expect(findableWithin(labels, 2)).toBe(4)
  })
})
