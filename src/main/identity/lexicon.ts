/**
 * All spellings of all known people, searched word by word: a trie over folded words, kept as one hash table of the
 * spellings and of their beginnings in flat arrays, because nodes with links would need ten times the memory for 150 000
 * people. A hit is compared letter by letter, so no two spellings are ever mistaken for each other.
 */
import { APOSTROPHE, IDEOGRAPH, SEPARATOR, traitsOf } from './character.ts'
import { HARD, INSIDE, borderAt, isApostrophe, isWord } from './reading.ts'
import type { Reading } from './reading.ts'
import { CERTAIN } from './weight.ts'
import type { WeightedSpelling } from './weight.ts'

/** Owner of a spelling that several people share. */
export const SEVERAL = -1

export interface Match {
  readonly end: number
  readonly owner: number
  readonly spelling: number
}
export type Accepts = (weight: number, start: number, end: number) => boolean

export interface Lexicon {
  add(owner: number, spellings: readonly WeightedSpelling[]): void
  /** The longest accepted spelling that starts here and ends, at a border, no later than `limit`. */
  readonly find: (reading: Reading, start: number, limit: number, accepts: Accepts) => Match | null
  /** The folded phrase of a match. */
  phraseOf(match: Match): string
  /** Spellings and beginnings of spellings held. */
  readonly size: number
}

const SEED = 0x811c9dc5 | 0
const PRIME = 0x01000193
const BLANK = 0x20
const LONGEST_PHRASE = 256
// `Doe,  Jane` or a folded header line; more between two words is no longer one name.
const LONGEST_GAP = 4

/** The entry is the beginning of a longer one. Beside the weights of `weight.ts`. */
const BEGINNING = 64
/** Beginnings belong to nobody. */
const NOBODY = -2

export function createLexicon(): Lexicon {
  let slots = new Int32Array(1 << 12)
  let hashes = new Int32Array(1 << 11)
  let places = new Uint32Array(1 << 11)
  let lengths = new Uint16Array(1 << 11)
  let owners = new Int32Array(1 << 11)
  let weights = new Uint8Array(1 << 11)
  let letters = new Uint16Array(1 << 14)
  let entryCount = 0
  let letterCount = 0
  let longestWord = 0
  const walked = new Uint16Array(LONGEST_PHRASE)

  /** The entry that spells the first `length` walked letters, or −1. */
  function probe(hash: number, length: number): number {
    const mask = slots.length - 1
    for (let slot = scatter(hash) & mask; ; slot = (slot + 1) & mask) {
      const entry = (slots[slot] ?? 0) - 1
      if (entry < 0) return -1
      if (hashes[entry] === hash && lengths[entry] === length && isSpelled(places[entry] ?? 0, length)) return entry
    }
  }

  function isSpelled(place: number, length: number): boolean {
    for (let index = 0; index < length; index += 1) {
      if (letters[place + index] !== walked[index]) return false
    }
    return true
  }

  function find(reading: Reading, start: number, limit: number, accepts: Accepts): Match | null {
    const { codes, traits, borders } = reading
    let hash = SEED
    let length = 0
    let found = -1
    let end = 0
    let at = start
    let wordStart = start
    while (at < limit) {
      // To the next border, or to where every spelling has ended.
      const stop = Math.min(limit, wordStart + longestWord, at + LONGEST_PHRASE - length)
      let border: number = INSIDE
      while (at < stop && border === INSIDE) {
        const code = codes[at] ?? 0
        hash = Math.imul(hash ^ code, PRIME)
        walked[length] = code
        length += 1
        at += 1
        border = borders[at] ?? HARD
      }
      if (at >= limit) border = HARD
      if (border === INSIDE) break
      const entry = probe(hash, length)
      if (entry >= 0 && owners[entry] !== NOBODY && accepts(weights[entry] ?? 0, start, at)) {
        found = entry
        end = at
      }
      if (border !== HARD) continue
      // O'Doe is searched as odoe: the apostrophe is a border that does not part the name.
      if (isApostrophe(reading, at) && at + 1 < limit && isWord(reading, at + 1)) {
        if (isPossessive(reading, at + 1, limit)) break
        at += 1
        wordStart += 1
        continue
      }
      if (entry < 0 || ((weights[entry] ?? 0) & BEGINNING) === 0) break
      let next = at
      const gapEnd = Math.min(limit, at + LONGEST_GAP)
      while (next < gapEnd && ((traits[next] ?? 0) & (SEPARATOR | APOSTROPHE)) !== 0) next += 1
      if (next >= limit || !isWord(reading, next) || length >= LONGEST_PHRASE) break
      if (next > at) {
        hash = Math.imul(hash ^ BLANK, PRIME)
        walked[length] = BLANK
        length += 1
      }
      at = next
      wordStart = next
    }
    return found < 0 ? null : { end, owner: owners[found] ?? NOBODY, spelling: found }
  }

  function phraseOf({ spelling }: Match): string {
    const place = places[spelling] ?? 0
    return String.fromCharCode(...letters.subarray(place, place + (lengths[spelling] ?? 0)))
  }

  function add(owner: number, spellings: readonly WeightedSpelling[]): void {
    // Longer ones first: their beginnings then need no letters of their own.
    for (const { phrase, weight } of [...spellings].sort((one, other) => other.phrase.length - one.phrase.length)) {
      if (phrase === '' || phrase.length > LONGEST_PHRASE) continue
      for (let index = 0; index < phrase.length; index += 1) walked[index] = phrase.charCodeAt(index)
      let hash = SEED
      let place = -1
      let wordStart = 0
      for (let index = 0; index < phrase.length; index += 1) {
        if (isBorder(phrase, index)) {
          place = record(hash, index, place, phrase.length, NOBODY, BEGINNING)
          longestWord = Math.max(longestWord, index - wordStart)
          wordStart = index
        }
        hash = Math.imul(hash ^ (walked[index] ?? 0), PRIME)
      }
      record(hash, phrase.length, place, phrase.length, owner, weight)
      longestWord = Math.max(longestWord, phrase.length - wordStart)
    }
  }

  /** Returns where the letters of the whole phrase are kept, or −1 while others' letters do. */
  function record(hash: number, length: number, kept: number, whole: number, owner: number, weight: number): number {
    const known = probe(hash, length)
    if (known >= 0) {
      merge(known, owner, weight)
      return kept
    }
    const place = kept >= 0 ? kept : keepLetters(whole)
    makeRoom()
    hashes[entryCount] = hash
    places[entryCount] = place
    lengths[entryCount] = length
    owners[entryCount] = owner
    weights[entryCount] = weight
    entryCount += 1
    occupy(slots, hash, entryCount)
    return place
  }

  function merge(entry: number, owner: number, weight: number): void {
    const before = owners[entry] ?? NOBODY
    const weightBefore = weights[entry] ?? 0
    weights[entry] = weightBefore | weight
    if (owner === NOBODY || owner === before) return
    const isCertain = (weight & CERTAIN) !== 0
    const wasCertain = (weightBefore & CERTAIN) !== 0
    if (before === NOBODY || (isCertain && !wasCertain)) owners[entry] = owner
    else if (isCertain || !wasCertain) owners[entry] = SEVERAL
  }

  /** Keeps the first walked letters; the beginnings of a phrase point to the same ones. */
  function keepLetters(length: number): number {
    if (letterCount + length > letters.length)
      letters = grown(letters, new Uint16Array(roomFor(letters.length + length)))
    letters.set(walked.subarray(0, length), letterCount)
    letterCount += length
    return letterCount - length
  }

  function makeRoom(): void {
    if (entryCount >= hashes.length) {
      const room = roomFor(hashes.length)
      hashes = grown(hashes, new Int32Array(room))
      places = grown(places, new Uint32Array(room))
      lengths = grown(lengths, new Uint16Array(room))
      owners = grown(owners, new Int32Array(room))
      weights = grown(weights, new Uint8Array(room))
    }
    // Two thirds full, a miss looks at three slots on average.
    if ((entryCount + 1) * 3 > slots.length * 2) {
      slots = new Int32Array(slots.length * 2)
      for (let entry = 0; entry < entryCount; entry += 1) occupy(slots, hashes[entry] ?? 0, entry + 1)
    }
  }

  return {
    add,
    find,
    phraseOf,
    get size() {
      return entryCount
    }
  }
}

function occupy(slots: Int32Array, hash: number, value: number): void {
  const mask = slots.length - 1
  let slot = scatter(hash) & mask
  while (slots[slot] !== 0) slot = (slot + 1) & mask
  slots[slot] = value
}

/** FNV leaves its low bits poor; the table is indexed by them. */
function scatter(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return mixed ^ (mixed >>> 13)
}

/** The s of Doe's is no part of the name. */
function isPossessive(reading: Reading, at: number, limit: number): boolean {
  return reading.codes[at] === 0x73 && (at + 1 >= limit || borderAt(reading, at + 1) === HARD)
}

/** Where a beginning of a phrase ends: before a blank, and beside every character that is a word of its own. */
function isBorder(phrase: string, index: number): boolean {
  if (index === 0) return false
  const after = phrase.charCodeAt(index)
  const before = phrase.charCodeAt(index - 1)
  if (after === BLANK) return true
  return before !== BLANK && ((traitsOf(before) | traitsOf(after)) & IDEOGRAPH) !== 0
}

function roomFor(count: number): number {
  return Math.ceil(count * 1.5)
}

function grown<Column extends Int32Array | Uint32Array | Uint16Array | Uint8Array>(from: Column, to: Column): Column {
  to.set(from)
  return to
}
