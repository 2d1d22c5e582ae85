/**
 * Every spelling of one person that a text can hold, from what the directory says. How much weight a spelling has on
 * its own is decided where it is searched (`weight.ts`); ordinary words are handed on, not left out.
 */
import { foldedWords, foldedText } from './folded.ts'
import { isFunction, isOrdinary } from './ordinary-words.ts'
import { isParticle, nameFromAddress, nameFromDisplay, nameFromFields } from './person-name.ts'
import type { PersonName } from './person-name.ts'
import { canonicalIdentity } from './spelling.ts'

export interface KnownPerson {
  /** Usually the sign-in address; any spelling that a source uses. */
  readonly identity: string
  readonly displayName?: string | null | undefined
  readonly firstName?: string | null | undefined
  readonly lastName?: string | null | undefined
  /** Other addresses, account names, SIDs, object ids. */
  readonly aliases?: readonly string[] | undefined
}

// Directory strings are hostile input too; nothing that names a person is longer.
const LONGEST_SPELLING = 200
const SHORTEST_ACCOUNT = 3

/** Distinct spellings, longest first. Case, and which separator stands between words, do not matter to the search. */
export function variantsOf(person: KnownPerson): string[] {
  const found = new Set<string>()
  const add = (spelling: string) => {
    const trimmed = spelling.trim()
    if (trimmed.length >= SHORTEST_ACCOUNT && trimmed.length <= LONGEST_SPELLING) found.add(trimmed)
  }
  const identities = [person.identity, ...(person.aliases ?? [])].map(plainIdentity).filter((text) => text !== '')
  for (const identity of identities) for (const spelling of identitySpellings(identity)) add(spelling)
  const names = namesOf(person, identities)
  for (const name of names) {
    for (const spelling of nameSpellings(name)) add(spelling)
    for (const spelling of doubleNameSpellings(name)) add(spelling)
  }
  if (person.displayName && nameFromDisplay(person.displayName) === null) add(person.displayName)
  return [...found].sort((one, other) => other.length - one.length || (one < other ? -1 : 1))
}

/** Distinguished and legacy Exchange names hold the account in their last part. */
function plainIdentity(written: string): string {
  const distinguished = /^\s*cn=([^,]+),/i.exec(written)?.[1] ?? /\/cn=([^/]+)$/i.exec(written)?.[1]
  return canonicalIdentity(distinguished ?? written)
}

function identitySpellings(identity: string): string[] {
  const sign = identity.indexOf('@')
  if (sign <= 0) return [identity]
  const local = identity.slice(0, sign).replace(/\+.*$/, '')
  const spellings = [identity, identity.replace(/[.@+-]/g, '_')]
  if (foldedWords(local).some(isFunction)) return spellings
  spellings.push(local)
  if (/[._-]/.test(local)) {
    for (const tie of ['_', '-', '']) spellings.push(local.replace(/[._-]/g, tie))
  }
  return spellings
}

/** The directory's fields count more than the display name, and both more than a guess from the address. */
function namesOf(person: KnownPerson, identities: readonly string[]): PersonName[] {
  const fields = person.firstName && person.lastName ? nameFromFields(person.firstName, person.lastName) : null
  const display = person.displayName ? nameFromDisplay(person.displayName) : null
  const known = [fields, display].filter((name) => name !== null)
  if (known.length > 0) return known
  return identities.filter((text) => text.includes('@')).flatMap((address) => nameFromAddress(address) ?? [])
}

function nameSpellings({ first, last }: PersonName): string[] {
  const spellings: string[] = []
  const main = last.filter((word) => !isParticle(word))
  const given = [first.join(' '), ...first.slice(0, 1), ...doubleParts(first[0] ?? '').slice(0, 1)]
  const family = [last.join(' '), last.join(''), main.join(' '), ...doubleParts(main.join(' '))]
  if (main.length > 1) family.push(...main.filter((word) => word.length > 3))
  for (const one of spelledBoth(given)) {
    for (const other of spelledBoth(family)) {
      spellings.push(`${one} ${other}`, `${other}, ${one}`, joined(one, other), joined(other, one))
    }
  }
  const initials = initialsOf(first)
  for (const other of spelledBoth([last.join(' '), last.join(''), main.join(' ')])) {
    for (const initial of initials) spellings.push(...initialSpellings(initial, other))
    spellings.push(other)
  }
  return spellings
}

/** João Serrado Pinhal has two last names, or two first ones: also listed as `Serrado Pinhal, João`. */
function doubleNameSpellings({ first, last }: PersonName): string[] {
  const [given = '', ...between] = first
  if (between.length === 0 || last.some(isParticle) || between.some((word) => word.length < 3)) return []
  return spelledBoth([[...between, ...last].join(' ')]).flatMap((family) => [
    `${family}, ${given}`,
    joined(family, given),
    `${given.charAt(0)}. ${family}`
  ])
}

function initialSpellings(initial: string, last: string): string[] {
  const spellings = [joined(initial, last), joined(last, initial)]
  if (initial.length > 1) return spellings
  spellings.push(`${initial}. ${last}`)
  // `May, I think`: an ordinary word and a vowel at a sentence's border are no name.
  const isWeak = foldedWords(last).every(isOrdinary) && /^[aeiouy]$/i.test(foldedText(initial))
  if (!isWeak) spellings.push(`${last}, ${initial}.`)
  return spellings
}

/** J for Jane; JM for Jane Mary, AL for Anna-Lena. */
function initialsOf(first: readonly string[]): string[] {
  const letters = first.flatMap((word) => word.split('-')).map((word) => word.charAt(0))
  const [one = ''] = letters
  return [...new Set([one, letters.slice(0, 2).join('')])].filter((text) => text !== '')
}

/** The halves of Meyer-Schulze; nothing for a name without a hyphen. */
function doubleParts(word: string): string[] {
  return word.includes('-') ? word.split('-').filter((part) => part.length > 3) : []
}

function joined(one: string, other: string): string {
  return `${one}${other}`.replace(/[\s'’.-]/g, '').toLowerCase()
}

/** A name with umlauts also as typed without them; marks need no second spelling, since the search drops them. */
function spelledBoth(words: readonly string[]): string[] {
  return [...new Set(words.filter((word) => word !== '').flatMap((word) => [word, withoutUmlauts(word)]))]
}

function withoutUmlauts(word: string): string {
  return word.normalize('NFC').replace(/[äöüåøæÄÖÜÅØÆ]/g, (letter) => {
    const spelled = UMLAUTS[letter.toLowerCase()] ?? letter
    return letter === letter.toLowerCase() ? spelled : spelled.charAt(0).toUpperCase() + spelled.slice(1)
  })
}

const UMLAUTS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe', æ: 'ae' }
