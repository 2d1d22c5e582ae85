/**
 * Finds the people of the sample company in any text, by what the generator called them and not by what the product has
 * read of them. Stricter than a mask has to be: a last name alone counts, whatever stands around it.
 */
import { makePeople } from '../../scripts/sample/people.mjs'

/** The sample's own; see assets/sample/README.md. */
const SEED = 20260302

export const people = makePeople(SEED).people

/** Case, accents, percent encoding and JSON escapes hide a name from nobody. */
export function fold(text: string): string {
  return text
    .replaceAll(/\\+u([0-9a-f]{4})/gi, (_match, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replaceAll(/%([2-7][0-9a-f])/gi, (_match, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
}

/** Addresses, user names, personal sites and full names all hold the last name, as written or as in the address. */
const lastNames = people.flatMap(({ upn, last }) => {
  const inAddress = upn.slice(upn.indexOf('.') + 1, upn.indexOf('@'))
  const whole = [last, inAddress].flatMap((name) => ['-', '_', ' ', ''].map((tie) => name.replaceAll('-', tie)))
  // Hill alone is a word; Arsenault alone is a name.
  const halves = last.split('-').filter((half) => half.length > 4)
  return [...whole, ...halves].map(fold)
})
const accountNumbers = people.map(({ sid }) => fold(sid))
const known = [...new Set([...lastNames, ...accountNumbers])]
  .sort((one, other) => other.length - one.length)
  .map((name) => name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
const pattern = new RegExp(known.join('|'), 'g')

export interface Found {
  readonly name: string
  readonly around: string
}

export function namesIn(text: string): Found[] {
  const folded = fold(text)
  return [...folded.matchAll(pattern)].map(({ 0: name, index }) => ({
    name,
    around: folded.slice(Math.max(0, index - 40), index + name.length + 20)
  }))
}

export interface Leak extends Found {
  /** `alert.show.person.events[].says` */
  readonly field: string
}

/** Every text of an answer, keys of records included. */
export function leaksIn(answer: unknown, name: string): Leak[] {
  // Field by field only where there is something: an answer is searched as a whole ten times as fast.
  return namesIn(JSON.stringify(answer)).length === 0 ? [] : leaksOf(answer, name)
}

function leaksOf(value: unknown, field: string): Leak[] {
  if (typeof value === 'string') return namesIn(value).map((found) => ({ field, ...found }))
  if (Array.isArray(value)) return value.flatMap((item) => leaksOf(item, `${field}[]`))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, item]) => [
    ...leaksOf(key, `${field}{key}`),
    ...leaksOf(item, `${field}.${key}`)
  ])
}
