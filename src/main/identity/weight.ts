/**
 * How much a spelling counts in a text: alone, inside a longer word, only tied together or capitalised, only after a
 * sign that a name follows. Decides per spelling, with the person's other spellings at hand.
 */
import { IDEOGRAPH, traitsOf } from './character.ts'
import { phraseOf } from './folded.ts'
import { isOrdinary } from './ordinary-words.ts'

/** Counts wherever a word begins and ends. */
export const PLAIN = 1
/** Counts also at a change of case or before digits: `CvJaneDoe2024`. */
export const LOOSE = 2
/** Counts when its parts are tied (`will.young`) or all capitalised (`Will Young`). */
export const TIED = 4
/** Counts after a title, a field name or a domain: `Mr Green`, `user=green`, `CONTOSO\green`. */
export const SIGNALLED = 8
/** Stands in the directory as it is; outweighs the same spelling guessed from another person's name. */
export const CERTAIN = 16
/** A first and a last name, so it says who somebody is even at another domain. */
export const NAME = 32

export interface WeightedSpelling {
  readonly phrase: string
  readonly weight: number
}

// A last name of four letters (Wolf, Long, Koch) is too often a word; an account of four letters (jdoe) seldom is.
const SHORTEST_LAST_NAME = 5
const SHORTEST_ACCOUNT = 4
// Employee numbers: fewer digits look like any count, year or port.
const SHORTEST_NUMBER = 8
// janedoe inside a longer word; fewer letters occur in words by chance.
const SHORTEST_JOINED = 7
// A character of these scripts is a syllable or a word.
const SHORTEST_IDEOGRAPHIC = 3

export function weigh(variants: readonly string[]): WeightedSpelling[] {
  const spellings = variants.map((written) => ({ written, phrase: phraseOf(written) }))
  const accounts = new Set<string>()
  const certain = new Set<string>()
  const joined = new Set<string>()
  for (const { written, phrase } of spellings) {
    const sign = written.indexOf('@')
    if (sign > 0) {
      const local = phraseOf(written.slice(0, sign))
      certain.add(phrase).add(local)
      accounts.add(local)
      continue
    }
    const words = phrase.split(' ')
    if (words.length < 2 || words.length > 6) continue
    // Only names: account and machine ids have digits, and their joined form means nothing.
    if (/\d/.test(phrase)) continue
    const [first = ''] = words
    const rest = words.slice(1).join('')
    accounts.add(first.charAt(0) + rest).add(rest + first.charAt(0))
    if (first.length > 1 && (words.at(-1) ?? '').length > 1) joined.add(words.join(''))
  }
  return spellings
    .filter(({ phrase }) => phrase !== '')
    .map(({ written, phrase }) => ({
      phrase,
      weight: weightOf(written, phrase, accounts, joined) | (certain.has(phrase) ? CERTAIN : 0)
    }))
}

function weightOf(written: string, phrase: string, accounts: ReadonlySet<string>, joined: ReadonlySet<string>): number {
  if (written.includes('@')) return PLAIN
  if (isTechnicalId(written)) return PLAIN | CERTAIN
  const words = phrase.split(' ')
  if (words.length > 1) {
    const name = words.filter((word) => word.length > 1 && !/\d/.test(word)).length > 1 ? NAME : 0
    if (words.every(isOrdinary)) return name | SIGNALLED | TIED
    // Numbers stand inside other numbers.
    return name | SIGNALLED | PLAIN | (/\d/.test(phrase) ? 0 : LOOSE)
  }
  if (/^\d+$/.test(phrase)) return phrase.length >= SHORTEST_NUMBER ? PLAIN | SIGNALLED : SIGNALLED
  if (isOrdinary(phrase)) return SIGNALLED
  if ((traitsOf(phrase.charCodeAt(0)) & IDEOGRAPH) !== 0) {
    return phrase.length >= SHORTEST_IDEOGRAPHIC ? PLAIN | SIGNALLED : SIGNALLED
  }
  if (joined.has(phrase) && phrase.length >= SHORTEST_JOINED) return PLAIN | LOOSE | NAME | SIGNALLED
  const isAccount = accounts.has(phrase) || /\d/.test(phrase)
  return phrase.length >= (isAccount ? SHORTEST_ACCOUNT : SHORTEST_LAST_NAME) ? PLAIN | SIGNALLED : SIGNALLED
}

/** A security identifier, a GUID, or the sixteen digits of a PUID. */
function isTechnicalId(written: string): boolean {
  return /^(?:s-1-\d[\d-]+|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{16})$/i.test(written)
}
