/** What stands in place of one mail address or guest name: its owner's pseudonym, or a hash at the same domain. */
import { acceptsFullNames } from './acceptance.ts'
import { domainEnd } from './address.ts'
import type { AddressSpan } from './address.ts'
import { foldedOf, readText, sliceOf, HARD, borderAt, isWord } from './reading.ts'
import type { Reading } from './reading.ts'
import { phraseIn } from './folded.ts'
import type { KnownNames } from './known-names.ts'
import type { Match } from './lexicon.ts'
import { rewrite } from './replacement.ts'
import type { Replacement } from './replacement.ts'
import { hasToken, tokenLengthAt } from './token.ts'
import { NAME, PLAIN } from './weight.ts'

/** Appends to `found`; returns the unit from which the text goes on. */
export function maskAddress(names: KnownNames, reading: Reading, span: AddressSpan, found: Replacement[]): number {
  const { start, localEnd, domainStart, end, isGuest } = span
  if (hasToken(reading, start, localEnd)) {
    const local = sliceOf(reading, start, localEnd)
    // A token and more is text of somebody's making, to be read like any other.
    if (tokenLengthAt(reading.text, reading.starts[start] ?? 0) !== local.length) return start
    const domain = isGuest ? '' : atDomain(names, reading, localEnd, domainStart, end)
    if (!isGuest && local + domain !== sliceOf(reading, start, end)) found.push({ start, end, text: local + domain })
    return end
  }
  const owner = isGuest ? names.findWhole(reading, start, localEnd) : ownerOf(names, reading, span)
  if (owner !== null) {
    const ownedEnd = isGuest ? end : owner.end
    found.push({ start, end: ownedEnd, text: names.wordFor(owner) })
    return ownedEnd
  }
  const sign = isGuest ? guestSign(reading, start, localEnd) : localEnd
  const named = findExactName(names, reading, start, nameEnd(reading, start, sign))
  const stranger = () => names.tokenFor('EXTERNAL', phraseIn(reading, start, isGuest ? localEnd : end))
  const word = named === null ? stranger() : names.wordFor(named)
  const domain = isGuest
    ? atDomain(names, reading, sign, sign + 1, localEnd).replace('_', '@')
    : atDomain(names, reading, localEnd, domainStart, end)
  found.push({ start, end, text: word + domain })
  return end
}

const DOT = 0x2e
const PLUS = 0x2b
const UNDERSCORE = 0x5f

/** By the whole address, also without a tag (`jane.doe+news@`) and before a word that only looks like a domain's end. */
function ownerOf(
  names: KnownNames,
  reading: Reading,
  { start, localEnd, domainStart, end }: AddressSpan
): Match | null {
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

/**
 * The sign and the domain as they are to be shown. Only a full name in a domain is somebody's; where it leaves no
 * domain over, or where there was none, nothing is shown: what is shown must be found as an address again.
 */
function atDomain(names: KnownNames, reading: Reading, sign: number, from: number, to: number): string {
  if (from >= to || domainEnd(reading, from) !== to) return ''
  const lastDot = from + reading.codes.subarray(from, to).lastIndexOf(DOT)
  const found: Replacement[] = []
  let at = from
  while (at < to) {
    const isStart = isWord(reading, at) && borderAt(reading, at) === HARD
    const match = isStart ? names.find(reading, at, to, acceptsFullNames(reading)) : null
    if (match !== null) found.push({ start: at, end: match.end, text: names.wordFor(match) })
    at = match?.end ?? at + 1
  }
  if (found.some(({ end }) => end > lastDot)) return ''
  return sliceOf(reading, sign, from) + rewrite(reading, found, from, to).text
}
