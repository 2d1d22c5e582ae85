/**
 * The words that stand in masked text in place of names: a pseudonym, or a short keyed hash for somebody without one.
 * Where one stands already, the text is left alone.
 */
import { createHmac } from 'node:crypto'
import { crockford } from './crockford.ts'
import { HARD, borderAt, isWord } from './reading.ts'
import type { Reading } from './reading.ts'

/** EXTERNAL: nobody of ours. SID: an account without a name. NAMESAKE: a spelling that several people share. */
export type TokenKind = 'EXTERNAL' | 'SID' | 'NAMESAKE'

export type MakeToken = (kind: TokenKind, phrase: string) => string

// Texts repeat their addresses; a forgotten one only costs a hash.
const TOKENS_REMEMBERED = 50_000
const LONGEST_REMEMBERED = 200

/** The same phrase under the same key always gives the same word. Four symbols can collide: they tell apart, not identify. */
export function createTokens(key: Uint8Array): MakeToken {
  const remembered = new Map<string, string>()
  return (kind, phrase) => {
    const name = `${kind}\0${phrase}`
    const known = remembered.get(name)
    if (known !== undefined) return known
    const hash = createHmac('sha256', key).update('inward/mask/v1\0').update(name).digest().readUInt32BE(0)
    const token = `${kind}-${crockford(hash & 0xfffff, 4)}`
    if (phrase.length > LONGEST_REMEMBERED) return token
    if (remembered.size >= TOKENS_REMEMBERED) remembered.clear()
    remembered.set(name, token)
    return token
  }
}

const SYMBOL = '[0-9A-HJKMNP-TV-Z]'
const PATTERN = `(?:ANON-${SYMBOL}{4}-${SYMBOL}{2,}|(?:EXTERNAL|SID|NAMESAKE)-${SYMBOL}{4})(?![0-9A-Za-z])`
const HERE = new RegExp(PATTERN, 'y')

/** How many characters of the text belong to a token that starts at an index; 0 when none does. */
export function tokenLengthAt(text: string, index: number): number {
  HERE.lastIndex = index
  return HERE.test(text) ? HERE.lastIndex - index : 0
}

export function hasToken(reading: Reading, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    if (
      isWord(reading, at) &&
      borderAt(reading, at) === HARD &&
      tokenLengthAt(reading.text, reading.starts[at] ?? 0) > 0
    ) {
      return true
    }
  }
  return false
}

// Windows domains and Entra ID; the well-known ones (S-1-5-18) are nobody's.
const ACCOUNT_NUMBER = /S-1-(?:5-21|12-1)(?:-\d{1,10}){1,6}(?!\d)/iy

/** How many characters of a Windows account number (SID) start at an index; 0 when none does. */
export function accountNumberLengthAt(text: string, index: number): number {
  ACCOUNT_NUMBER.lastIndex = index
  return ACCOUNT_NUMBER.test(text) ? ACCOUNT_NUMBER.lastIndex - index : 0
}
