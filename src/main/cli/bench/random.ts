/** Numbers that look random and are the same in every run (mulberry32, a public-domain generator of 32-bit state). */
export interface Random {
  /** From 0 up to but not including 1. */
  next(): number
  /** A whole number from 0 up to but not including `count`. */
  below(count: number): number
  pick<Value>(values: readonly [Value, ...Value[]]): Value
  hex(digits: number): string
}

export function createRandom(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (count: number): number => Math.floor(next() * count)
  return {
    next,
    below,
    pick: (values) => values[below(values.length)] ?? values[0],
    hex: (digits) => {
      let text = ''
      while (text.length < digits)
        text += Math.floor(next() * 0x10000)
          .toString(16)
          .padStart(4, '0')
      return text.slice(0, digits)
    }
  }
}
