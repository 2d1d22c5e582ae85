/** What stands in place of one mail address or guest name: its owner's pseudonym, or a hash at the same domain. */
import { acceptsFullNames } from './acceptance.ts'
import type { AddressSpan } from './address.ts'
import { foldedOf, readText, sliceOf, HARD, borderAt, isWord } from './reading.ts'
import type { Reading } from './reading.ts'
import { phraseIn } from './folded.ts'
import type { KnownNames } from './known-names.ts'
import type { Match } from './lexicon.ts'
import { rewrite } from './replacement.ts'
import type { Replacement } from './replacement.ts'
import { hasToken } from './token.ts'
import { NAME, PLAIN } from './weight.ts'

/** Appends to `found`; returns the unit from which the text goes on. */
export function maskAddress(names: KnownNames, reading: Reading, span: AddressSpan, found: Replacement[]): number {
  const { start, localEnd, domainStart, end, isGuest } = span
  if (hasToken(sliceOf(reading, start, localEnd))) {
    found.push(...domainNames(names, reading, domainStart, end))
    return end
  }
  const owner = isGuest ? names.findWhole(reading, start, localEnd) : ownerOf(names, reading, span)
  if (owner !== null) {
    const ownedEnd = isGuest ? end : Math.max(owner.end, localEnd)
    found.push({ start, end: ownedEnd, text: names.wordFor(owner) })
    return ownedEnd
  }
  const sign = isGuest ? guestSign(reading, start, localEnd) : localEnd
  const named = findExactName(names, reading, start, nameEnd(reading, start, sign))
  const word =
    named === null
      ? names.tokenFor('EXTERNAL', phraseIn(reading, start, isGuest ? localEnd : end))
      : names.wordFor(named)
  if (isGuest) {
    const domain = rewrite(reading, domainNames(names, reading, sign + 1, localEnd), sign + 1, localEnd).text
    found.push({ start, end, text: sign < localEnd ? `${word}@${domain}` : word })
  } else {
    found.push({ start, end: localEnd, text: word }, ...domainNames(names, reading, domainStart, end))
  }
  return end
}

const DOT = 0x2e
const PLUS = 0x2b
const UNDERSCORE = 0x5f

/** By the whole address, also without a tag (`jane.doe+news@`) and before a word that only looks like a domain's end. */
function ownerOf(names: KnownNames, reading: Reading, { start, localEnd, domainStart, end }: AddressSpan): Match | null {
  const match = names.find(reading, start, end, (weight, _start, at) => {
    return (weight & PLAIN) !== 0 && at > domainStart && isDomainEnd(reading, at, end)
  })
  if (match !== null) return match
  const tag = nameEnd(reading, start, localEnd)
  if (tag === localEnd) return null
  const untagged = readText(`${sliceOf(reading, start, tag)}@${sliceOf(reading, domainStart, end)}`)
  const tagged = names.findWhole(untagged, 0, untagged.length)
  return tagged === null ? null : { ...tagged, end }
}

/** contoso.com in `contoso.com.pst` and `contoso.com.Please`, but not in contoso.com.au: countries have two letters. */
function isDomainEnd(reading: Reading, at: number, end: number): boolean {
  if (at === end) return true
  if (reading.codes[at] !== DOT) return false
  return !/(?:^|\.)\p{L}{2}$/u.test(foldedOf(reading, at + 1, end))
}

function findExactName(names: KnownNames, reading: Reading, start: number, end: number): Match | null {
  return names.find(reading, start, end, (weight, _start, at) => at === end && (weight & NAME) !== 0)
}

function nameEnd(reading: Reading, start: number, localEnd: number): number {
  const tag = reading.codes.subarray(start, localEnd).indexOf(PLUS)
  return tag > 0 ? start + tag : localEnd
}

/** The underscore that stands for the sign in a guest's name; its end when there is none. */
function guestSign(reading: Reading, start: number, localEnd: number): number {
  const sign = reading.codes.subarray(start, localEnd).lastIndexOf(UNDERSCORE)
  return sign > 0 ? start + sign : localEnd
}

function domainNames(names: KnownNames, reading: Reading, from: number, to: number): Replacement[] {
  const found: Replacement[] = []
  let at = from
  while (at < to) {
    const isStart = isWord(reading, at) && borderAt(reading, at) === HARD
    const match = isStart ? names.find(reading, at, to, acceptsFullNames(reading)) : null
    if (match !== null) found.push({ start: at, end: match.end, text: names.wordFor(match) })
    at = match?.end ?? at + 1
  }
  return found
}
