/**
 * The pseudonym of a person from the number under which the vault keeps them: a keyed permutation of 30 bits, so it is
 * stable, free of collisions and says nothing about the order of arrival. There is no way back from here.
 */
import { createHmac } from 'node:crypto'
import { Pseudonym } from '../../shared/domain/pseudonym.ts'
import { crockford } from './crockford.ts'

/** Six symbols of five bits. */
export const MOST_PEOPLE = 2 ** 30

const HALF_BITS = 15
const HALF_MASK = (1 << HALF_BITS) - 1
// A balanced Feistel network is a good permutation from four rounds on; on halves as small as 15 bits known attacks
// reach further, and eight keep a margin.
const ROUNDS = 8

/** `ANON-XXXX-XX`; throws a RangeError for a number that is not a whole one from 0 to 2^30 − 1. */
export function pseudonymOf(key: Uint8Array, personNumber: number): Pseudonym {
  if (!Number.isInteger(personNumber) || personNumber < 0 || personNumber >= MOST_PEOPLE) {
    throw new RangeError('A person number is a whole number below 2^30.')
  }
  let left = personNumber >>> HALF_BITS
  let right = personNumber & HALF_MASK
  const input = new Uint8Array(3)
  for (let round = 0; round < ROUNDS; round += 1) {
    input[0] = round
    input[1] = right >>> 8
    input[2] = right & 0xff
    const mixed = left ^ (createHmac('sha256', key).update(input).digest().readUInt16BE(0) & HALF_MASK)
    left = right
    right = mixed
  }
  const symbols = crockford(((left << HALF_BITS) | right) >>> 0, 6)
  return Pseudonym.parse(`ANON-${symbols.slice(0, 4)}-${symbols.slice(4)}`)
}
