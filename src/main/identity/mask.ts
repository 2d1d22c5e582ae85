/**
 * Replaces every identity of a known person in a text by the pseudonym, and addresses, personal folders and account
 * numbers of everybody else by short keyed hashes. All other bytes stay. Masked text masks to itself. Expects decoded
 * text: it reads through percent encoding, but not through JSON escapes, entities or quoted-printable.
 */
import type { Pseudonym } from '../../shared/domain/pseudonym.ts'
import { acceptsIn } from './acceptance.ts'
import { findAddresses } from './address.ts'
import type { AddressSpan } from './address.ts'
import { personalFolderAfter } from './folder.ts'
import { phraseIn } from './folded.ts'
import { createKnownNames } from './known-names.ts'
import type { Accepts } from './lexicon.ts'
import { maskAddress } from './mask-address.ts'
import { maskFolder } from './mask-folder.ts'
import { HARD, INSIDE, borderAt, createReader, isDigit, isWord } from './reading.ts'
import type { Reading } from './reading.ts'
import { rewrite } from './replacement.ts'
import type { Replacement } from './replacement.ts'
import { accountNumberLengthAt, tokenLengthAt } from './token.ts'

export interface MaskedPerson {
  readonly pseudonym: Pseudonym
  /** From `variantsOf`. */
  readonly variants: readonly string[]
}

export interface Masker {
  /** Adds spellings; again for a person already known, it adds to theirs. */
  add(person: MaskedPerson): void
  mask(text: string): string
  /** People known. */
  readonly size: number
}

// Parting two words that were written as one can show a name between them, and beside a sign that belonged to no
// address a masked word can make one; such texts are read again.
const MOST_ROUNDS = 4

/** The key makes the short hashes of strangers; keep it with the vault. */
export function createMasker(key: Uint8Array): Masker {
  const names = createKnownNames(key)
  const readText = createReader()

  function mask(text: string): string {
    let masked = text
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const reading = readText(masked)
      const spans = findAddresses(reading)
      const replacements = findReplacements(reading, spans)
      if (replacements.length === 0) break
      const rewritten = rewrite(reading, replacements)
      masked = rewritten.text
      const hasLooseSign = spans.length < reading.signs.length || spans.some(({ isGuest }) => isGuest)
      if (rewritten.joints === 0 && !hasLooseSign) break
    }
    return masked
  }

  function findReplacements(reading: Reading, spans: readonly AddressSpan[]): Replacement[] {
    const found: Replacement[] = []
    const accepts = acceptsIn(reading)
    let nextSpan = 0
    let at = 0
    while (at < reading.length) {
      const span = spans[nextSpan]
      if (span !== undefined && at >= span.start) {
        at = maskAddress(names, reading, span, found)
        nextSpan += 1
        continue
      }
      const border = isWord(reading, at) ? borderAt(reading, at) : INSIDE
      const limit = span?.start ?? reading.length
      if (border === INSIDE) at += 1
      else if (border === HARD) at = maskWord(reading, at, limit, accepts, found)
      else if (isDigit(reading, at)) at += 1
      else at = maskName(reading, at, limit, accepts, found)
    }
    return found
  }

  /** Handles what starts where a word starts; returns where the text goes on. */
  function maskWord(reading: Reading, at: number, limit: number, accepts: Accepts, found: Replacement[]): number {
    const index = reading.starts[at] ?? 0
    const initial = reading.codes[at]
    if (initial === LETTER_A || initial === LETTER_E || initial === LETTER_N || initial === LETTER_S) {
      const tokenLength = tokenLengthAt(reading.text, index)
      if (tokenLength > 0) return at + tokenLength
      const numberEnd = at + accountNumberLengthAt(reading.text, index)
      if (numberEnd > at) {
        const owner = names.findWhole(reading, at, numberEnd)
        const token = () => names.tokenFor('SID', phraseIn(reading, at, numberEnd))
        found.push({ start: at, end: numberEnd, text: owner === null ? token() : names.wordFor(owner) })
        return numberEnd
      }
    }
    const folder = personalFolderAfter(reading, at)
    // An address that stands as a folder's name is masked as an address.
    const masked = folder === null || folder.end > limit ? null : maskFolder(names, reading, folder)
    if (masked !== null) {
      found.push(masked)
      return masked.end
    }
    return maskName(reading, at, limit, accepts, found)
  }

  function maskName(reading: Reading, at: number, limit: number, accepts: Accepts, found: Replacement[]): number {
    const match = names.find(reading, at, limit, accepts)
    if (match === null) return at + 1
    found.push({ start: at, end: match.end, text: names.wordFor(match) })
    return match.end
  }

  return {
    add: ({ pseudonym, variants }) => names.add(pseudonym, variants),
    mask,
    get size() {
      return names.people
    }
  }
}

// What tokens and account numbers start with, folded.
const LETTER_A = 0x61
const LETTER_E = 0x65
const LETTER_N = 0x6e
const LETTER_S = 0x73
