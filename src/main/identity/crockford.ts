/** Crockford's base32: digits and letters without I, L, O and U, so that they can be read aloud. Upper case only. */
const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** The lowest `symbols` × 5 bits of a whole number below 2^32, highest first. */
export function crockford(value: number, symbols: number): string {
  let text = ''
  for (let shift = (symbols - 1) * 5; shift >= 0; shift -= 5) text += SYMBOLS.charAt((value >>> shift) & 31)
  return text
}
