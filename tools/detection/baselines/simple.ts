/** Three baselines that need no model: chance, how much was done, how much more than the person's own days. */
import type { Features } from '../measure/features.ts'
import { keyOf, type ScoredDay, shuffled } from '../measure/found.ts'
import { scoredRows } from './table.ts'

export function atRandom(features: Features): readonly ScoredDay[] {
  return features.rows.map((day) => ({ ...day, score: shuffled(`chance ${keyOf(day)}`) }))
}

/** All matches of all indicators. */
export function byVolume(features: Features): readonly ScoredDay[] {
  const width = features.columns.length
  return scoredRows(features, (row) => {
    let sum = 0
    for (let column = 0; column < width; column += 1) sum += features.counts[row * width + column] ?? 0
    return sum
  })
}

/** A count that a person never shows has no deviation; one a day stands in, so that a single match is not infinitely odd. */
const LEAST_DEVIATION = 1

/** How far a day is above the person's own other days, over all indicators: the positive deviations, squared and summed. */
export function byOwnDeviation(features: Features): readonly ScoredDay[] {
  const width = features.columns.length
  const scores = new Float64Array(features.rows.length)
  const rowsOf = new Map<string, number[]>()
  features.rows.forEach(({ address }, row) => {
    const own = rowsOf.get(address)
    if (own === undefined) rowsOf.set(address, [row])
    else own.push(row)
  })
  for (const rows of rowsOf.values())
    for (let column = 0; column < width; column += 1) {
      const valueOf = (row: number): number => features.counts[row * width + column] ?? 0
      const sum = rows.reduce((total, row) => total + valueOf(row), 0)
      const squares = rows.reduce((total, row) => total + valueOf(row) ** 2, 0)
      const others = Math.max(1, rows.length - 1)
      for (const row of rows) {
        const value = valueOf(row)
        const mean = (sum - value) / others
        const variance = Math.max(0, (squares - value * value) / others - mean * mean)
        const above = (value - mean) / Math.max(LEAST_DEVIATION, Math.sqrt(variance))
        if (above > 0) scores[row] = (scores[row] ?? 0) + above * above
      }
    }
  return scoredRows(features, (row) => scores[row] ?? 0)
}
