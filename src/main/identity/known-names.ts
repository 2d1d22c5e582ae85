/** The people that the masker knows: the search for their spellings, and the word that stands for each of them. */
import type { Pseudonym } from '../../shared/domain/pseudonym.ts'
import { SEVERAL, createLexicon } from './lexicon.ts'
import type { Accepts, Match } from './lexicon.ts'
import type { Reading } from './reading.ts'
import { createTokens } from './token.ts'
import type { MakeToken } from './token.ts'
import { weigh } from './weight.ts'

export interface KnownNames {
  add(pseudonym: Pseudonym, variants: readonly string[]): void
  find(reading: Reading, start: number, limit: number, accepts: Accepts): Match | null
  /** The spelling that fills a place from end to end, whatever its weight: the place says that it is a name. */
  findWhole(reading: Reading, start: number, end: number): Match | null
  /** The pseudonym; a token where several people share the spelling. */
  wordFor(match: Match): string
  readonly tokenFor: MakeToken
  readonly people: number
}

export function createKnownNames(key: Uint8Array): KnownNames {
  const lexicon = createLexicon()
  const tokenFor = createTokens(key)
  const pseudonyms: Pseudonym[] = []
  const ownerOf = new Map<Pseudonym, number>()
  return {
    add(pseudonym, variants) {
      const owner = ownerOf.get(pseudonym) ?? pseudonyms.push(pseudonym) - 1
      ownerOf.set(pseudonym, owner)
      lexicon.add(owner, weigh(variants))
    },
    find: lexicon.find,
    findWhole: (reading, start, end) => lexicon.find(reading, start, end, (_weight, _start, at) => at === end),
    wordFor(match) {
      const pseudonym = match.owner === SEVERAL ? undefined : pseudonyms[match.owner]
      return pseudonym ?? tokenFor('NAMESAKE', lexicon.phraseOf(match))
    },
    tokenFor,
    get people() {
      return pseudonyms.length
    }
  }
}
