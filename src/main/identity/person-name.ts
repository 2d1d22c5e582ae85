/** The parts of a person's name, from fields, a display name or an address. Gives nothing rather than a wild guess. */
import { isFunction } from './ordinary-words.ts'

export interface PersonName {
  readonly first: readonly string[]
  readonly last: readonly string[]
}

/** Reads `Jane Doe`, `Doe, Jane`, `Dr. Jane van der Doe (Sales)`. Null for an address, an account or a single word. */
export function nameFromDisplay(display: string): PersonName | null {
  const plain = display
    .normalize('NFKC')
    .replace(/[([{<][^)\]}>]*[)\]}>]?/g, ' ')
    .replace(/\s+[|/–-]\s.*$|\s*\|.*$/, ' ')
    .trim()
  if (plain === '' || /[@\\\d:;=]/.test(plain)) return null
  const comma = plain.indexOf(',')
  if (comma > 0) {
    const last = wordsOf(plain.slice(0, comma))
    const first = wordsOf(plain.slice(comma + 1).replace(/,.*$/, ''))
    // `Jane Doe, PhD`: what follows the comma is a degree.
    if (first.length === 0) return nameFromDisplay(plain.slice(0, comma))
    const tail = first.findIndex(isParticle)
    const particles = tail > 0 && first.slice(tail).every(isParticle) ? first.slice(tail) : []
    return nameOf(first.slice(0, first.length - particles.length), [...particles, ...last])
  }
  const words = wordsOf(plain)
  const particle = words.findIndex((word, index) => index > 0 && isParticle(word))
  if (particle > 0 && particle < words.length - 1) return nameOf(words.slice(0, particle), words.slice(particle))
  // East Asian names in their own script are one word, or two with the family first; either order is looked for.
  return nameOf(words.slice(0, -1), words.slice(-1))
}

/** `first` and `last` may hold several words each. */
export function nameFromFields(first: string, last: string): PersonName | null {
  return nameOf(wordsOf(first), wordsOf(last))
}

/** Takes jane.doe, jane_m_doe and j.doe2 apart; refuses shared mailboxes, services and names without a border. */
export function nameFromAddress(address: string): PersonName | null {
  const [local = ''] = address.split(/[@+]/, 1)
  const parts = local
    .replace(/\d+$/, '')
    .split(/[._]|-(?=[^-]*[._])/)
    .filter((part) => part !== '')
  const pieces = parts.length > 1 ? parts : local.replace(/\d+$/, '').split('-').filter(Boolean)
  if (pieces.length < 2 || pieces.length > 5) return null
  if (pieces.some((piece) => !/^\p{L}[\p{L}'’-]*$/u.test(piece) || isFunction(piece.toLowerCase()))) return null
  const capitalised = pieces.map((piece) => piece.charAt(0).toUpperCase() + piece.slice(1))
  return nameFromDisplay(capitalised.join(' '))
}

/** `van der`, `de la`, `al`: part of the last name that may be left out or written in one word with it. */
export function isParticle(word: string): boolean {
  return PARTICLES.has(word.toLowerCase())
}

const PARTICLES = new Set(
  `af al am an auf aus av bin ben ibn bint da dal dalla das de degli dei del dela della delle den der des di dos du el la las le les lo los
  op 't te ten ter tot van vande vanden vander vom von vor y zu zum zur`.split(/\s+/)
)

const TITLES =
  /^(?:dr|prof|professor|mr|mrs|ms|miss|mx|ing|dipl|mag|phd|ph\.d|md|msc|bsc|mba|jr|sr|ii|iii|iv|herr|frau|sir|dame)\.?$/i

function wordsOf(text: string): string[] {
  return text
    .normalize('NFKC')
    .split(/[\s,]+/)
    .map((word) => word.replace(/^[.'’"-]+(?=\p{L}{3})|[."-]+$/gu, ''))
    .filter((word) => /\p{L}/u.test(word) && !TITLES.test(word))
}

function nameOf(first: readonly string[], last: readonly string[]): PersonName | null {
  return first.length === 0 || last.length === 0 || first.length + last.length > 8 ? null : { first, last }
}
