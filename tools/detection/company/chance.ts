/** Seeded chance for the invented companies: one independent stream per label. Refuses Math.random and the clock. */
import { createRandom } from '../../../src/main/cli/bench/random.ts'

export interface Chance {
  /** From 0 up to but not including 1. */
  readonly next: () => number
  /** A whole number, both ends included. */
  readonly between: (from: number, to: number) => number
  readonly happens: (probability: number) => boolean
  readonly pick: <Value>(values: readonly Value[]) => Value
  /** So many different ones, or all where there are fewer. */
  readonly some: <Value>(values: readonly Value[], count: number) => readonly Value[]
  /** How often something with this mean happens. */
  readonly times: (mean: number) => number
  /** Around `median`, now and then much more: what people do is not spread like a bell. */
  readonly skewed: (median: number, spread: number) => number
  readonly hex: (digits: number) => string
  readonly guid: () => string
}

/** A change in one part of a company leaves every other part as it was. */
export function chanceOf(seed: number, label: string): Chance {
  const random = createRandom(hash(`${seed}/${label}`))
  const next = (): number => random.next()
  const between = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1))
  const pick = <Value>(values: readonly Value[]): Value => {
    const value = values[between(0, values.length - 1)]
    if (value === undefined) throw new Error('there is nothing to pick from')
    return value
  }
  return {
    next,
    hex: (digits) => random.hex(digits),
    between,
    pick,
    happens: (probability) => next() < probability,
    some: (values, count) => {
      const left = [...values]
      const taken: (typeof left)[number][] = []
      while (taken.length < count && left.length > 0) taken.push(...left.splice(between(0, left.length - 1), 1))
      return taken
    },
    times: (mean) => {
      const limit = Math.exp(-mean)
      let count = 0
      for (let product = next(); product > limit && count < 500; product *= next()) count += 1
      return count
    },
    skewed: (median, spread) => {
      // Twelve uniform numbers minus six are as good as normal here, and need no logarithm of chance.
      let normal = -6
      for (let round = 0; round < 12; round += 1) normal += next()
      return median * Math.exp(spread * normal)
    },
    guid: () => `${random.hex(8)}-${random.hex(4)}-4${random.hex(3)}-a${random.hex(3)}-${random.hex(12)}`
  }
}

function hash(text: string): number {
  let value = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  return value >>> 0
}
