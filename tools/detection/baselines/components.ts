/** Principal components: what the strongest directions of everybody's days cannot say about a day is its score. */
import type { Features } from '../measure/features.ts'
import type { ScoredDay } from '../measure/found.ts'
import { logarithms, rowOf, type Scaled, scoredRows, standardised } from './table.ts'

/** Enough directions to say nine tenths of all that varies, the usual choice. */
const EXPLAINED = 0.9

export function byComponents(features: Features): readonly ScoredDay[] {
  const table = standardised(logarithms(features))
  const directions = strongest(table)
  return scoredRows(features, (row) => {
    const values = rowOf(table, row)
    const whole = values.reduce((sum, value) => sum + value * value, 0)
    const said = directions.reduce((sum, direction) => sum + dot(direction, values) ** 2, 0)
    return Math.max(0, whole - said)
  })
}

function strongest(table: Scaled): readonly Float64Array[] {
  const { values, vectors } = eigen(covariance(table), table.columns)
  const order = values.map((value, index) => ({ value, index })).sort((one, other) => other.value - one.value)
  const total = values.reduce((sum, value) => sum + value, 0)
  const kept: Float64Array[] = []
  let explained = 0
  for (const { value, index } of order) {
    if (explained >= EXPLAINED * total) break
    explained += value
    kept.push(vectors[index] ?? new Float64Array(table.columns))
  }
  return kept
}

function covariance(table: Scaled): Float64Array {
  const size = table.columns
  const matrix = new Float64Array(size * size)
  for (let row = 0; row < table.rows; row += 1) {
    const values = rowOf(table, row)
    for (let one = 0; one < size; one += 1) {
      const left = values[one] ?? 0
      if (left === 0) continue
      for (let other = 0; other < size; other += 1)
        matrix[one * size + other] = (matrix[one * size + other] ?? 0) + left * (values[other] ?? 0)
    }
  }
  return matrix.map((value) => value / table.rows)
}

const MOST_SWEEPS = 60
/** Of the sum of squares beside the diagonal. */
const SMALL = 1e-20

/** Eigenvalues and unit eigenvectors of a symmetric matrix, by Jacobi's rotations. */
export function eigen(
  symmetric: Float64Array,
  size: number
): {
  readonly values: readonly number[]
  readonly vectors: readonly Float64Array[]
} {
  const matrix = Float64Array.from(symmetric)
  const basis = new Float64Array(size * size)
  for (let index = 0; index < size; index += 1) basis[index * size + index] = 1
  const at = (row: number, column: number): number => matrix[row * size + column] ?? 0
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep += 1) {
    let off = 0
    for (let row = 0; row < size; row += 1) for (let column = 0; column < row; column += 1) off += at(row, column) ** 2
    if (off < SMALL) break
    for (let one = 0; one < size; one += 1)
      for (let other = one + 1; other < size; other += 1) {
        if (Math.abs(at(one, other)) < 1e-14) continue
        const angle = (at(other, other) - at(one, one)) / (2 * at(one, other))
        const tangent = Math.sign(angle || 1) / (Math.abs(angle) + Math.sqrt(angle * angle + 1))
        const cosine = 1 / Math.sqrt(tangent * tangent + 1)
        rotate(matrix, basis, size, one, other, cosine, tangent * cosine)
      }
  }
  return {
    values: Array.from({ length: size }, (_, index) => at(index, index)),
    vectors: Array.from({ length: size }, (_, column) =>
      Float64Array.from({ length: size }, (_unused, row) => basis[row * size + column] ?? 0)
    )
  }
}

function rotate(
  matrix: Float64Array,
  basis: Float64Array,
  size: number,
  one: number,
  other: number,
  cosine: number,
  sine: number
): void {
  const turn = (table: Float64Array, first: number, second: number): void => {
    const left = table[first] ?? 0
    const right = table[second] ?? 0
    table[first] = cosine * left - sine * right
    table[second] = sine * left + cosine * right
  }
  for (let index = 0; index < size; index += 1) turn(matrix, index * size + one, index * size + other)
  for (let index = 0; index < size; index += 1) turn(matrix, one * size + index, other * size + index)
  for (let index = 0; index < size; index += 1) turn(basis, index * size + one, index * size + other)
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0
  for (let index = 0; index < one.length; index += 1) sum += (one[index] ?? 0) * (other[index] ?? 0)
  return sum
}
