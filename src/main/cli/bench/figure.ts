/** What the benchmark tells of one thing that it measured. */
export interface Figure {
  readonly name: string
  readonly value: number
  readonly unit: string
  /** The same work done in the plain way, in the same run; null where there is no such way. */
  readonly baseline: { readonly name: string; readonly value: number } | null
  /** Value over baseline. */
  readonly ratio: number | null
  /** Peak of all processes together while this was measured; null where the system does not tell. */
  readonly peakRssMb: number | null
  /** In words: what would be good. */
  readonly aim: string
  readonly reached: boolean
}

/** Value at or below which a share of the given values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((left, right) => left - right)
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(sorted.length * share) - 1))] ?? 0
}

export function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits))
}
