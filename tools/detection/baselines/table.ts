/** Small arithmetic on the table of features that several baselines share. */
import type { Features } from '../measure/features.ts'
import type { ScoredDay } from '../measure/found.ts'

export interface Scaled {
  readonly rows: number
  readonly columns: number
  readonly values: Float64Array
}

/** Counts as logarithms, since forty instead of twenty is what four hundred instead of two hundred is. */
export function logarithms({ rows, columns, counts }: Features): Scaled {
  return { rows: rows.length, columns: columns.length, values: counts.map((count) => Math.log1p(count)) }
}

/** Every column with mean 0 and deviation 1; one that never varies stays 0. */
export function standardised({ rows, columns, values }: Scaled): Scaled {
  const scaled = new Float64Array(values.length)
  for (let column = 0; column < columns; column += 1) {
    let sum = 0
    let squares = 0
    for (let row = 0; row < rows; row += 1) {
      const value = values[row * columns + column] ?? 0
      sum += value
      squares += value * value
    }
    const mean = sum / rows
    const deviation = Math.sqrt(Math.max(0, squares / rows - mean * mean))
    if (deviation === 0) continue
    for (let row = 0; row < rows; row += 1)
      scaled[row * columns + column] = ((values[row * columns + column] ?? 0) - mean) / deviation
  }
  return { rows, columns, values: scaled }
}

export function rowOf({ columns, values }: Scaled, row: number): Float64Array {
  return values.subarray(row * columns, (row + 1) * columns)
}

export function scoredRows({ rows }: Features, scoreOf: (row: number) => number): readonly ScoredDay[] {
  return rows.map((day, row) => ({ ...day, score: scoreOf(row) }))
}
