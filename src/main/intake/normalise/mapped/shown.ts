/**
 * What of a file may be shown before anybody in it is known: kinds in words instead of people, and no text that may hold
 * a name. It errs towards hiding; what it lets through still goes through the mask of the workspace.
 */
import type { MappedField } from '../../../../shared/domain/mapping.ts'
import { type SampledColumn, peopleIn } from './guess.ts'
import { likenessOf } from './likeness.ts'

const EXAMPLES = 3
/** Longer texts are hardly read in a table, and hold whatever they like. */
const LONGEST = 80

const PEOPLE = {
  mail: 'an e-mail address',
  account: 'an account name',
  name: "a person's name",
  person: 'a person'
} as const

/** Words of the names of the people in a sample, in lower case. */
export type KnownWords = ReadonlySet<string>

/** What two columns share: a first name in the title of a document is the same as in the column of people. */
export function wordsOfPeople(
  columns: readonly SampledColumn[],
  fieldsOf: (index: number) => readonly MappedField[]
): KnownWords {
  const known = new Set<string>()
  for (const [index, column] of columns.entries()) {
    const isPeople = peopleIn(column, fieldsOf(index)) !== null
    for (const value of column.values) {
      if (!isPeople && likenessOf(value) !== 'mail') continue
      for (const word of wordsIn(value.replace(/@\S*/g, ' '))) known.add(word)
    }
  }
  return known
}

/** Up to three different values, or what they are in words. */
export function examplesOf(
  column: SampledColumn,
  fields: readonly MappedField[],
  known: KnownWords
): readonly string[] {
  if (column.values.length === 0) return []
  const people = peopleIn(column, fields)
  if (people !== null) return [PEOPLE[people]]
  const isOfThings = fields.some((field) => THINGS.has(field))
  const shown = column.values.map((value) => shownValue(value, isOfThings, known))
  return [...new Set(shown)].slice(0, EXAMPLES)
}

const THINGS: ReadonlySet<MappedField> = new Set(['operation', 'workload', 'outcome', 'indicator'])

function shownValue(value: string, isOfThings: boolean, known: KnownWords): string {
  if (/^\s*[[{]/.test(value)) return 'a text with fields of its own'
  if (value.length > LONGEST) return 'a long text'
  const likeness = likenessOf(value)
  switch (likeness) {
    case 'time':
    case 'number':
    case 'address':
      return value
    case 'mail':
      return PEOPLE.mail
    case 'account':
      // Operations are written like accounts: `report.export`, `EVT4624`.
      return isOfThings && !value.includes('\\') && !holdsKnown(value, known) ? value : PEOPLE.account
    case 'name':
    case 'text':
      return holdsKnown(value, known) || (!isOfThings && MAY_HOLD_NAME.test(value))
        ? 'a text that may hold a name'
        : value
  }
}

/** Two words with a capital next to each other, as names are; titles too. */
const MAY_HOLD_NAME = /\p{Lu}[\p{Ll}\p{M}'’-]+[\s,_.+-]+\p{Lu}[\p{Ll}\p{M}'’-]+/u

/**
 * The name of a column as it may be shown. A table without a header has its first row there, and then nothing of it that
 * looks like a value is a name of a column.
 */
export function shownName(name: string, index: number, hasHeader: boolean, known: KnownWords): string {
  const likeness = likenessOf(name)
  const isHidden =
    likeness === 'mail' || holdsKnown(name, known) || name.length > LONGEST || (!hasHeader && likeness !== 'text')
  return isHidden ? `column ${String(index + 1)}` : name
}

/** Whether the names of the columns are names, and not the first row of a table without any. */
export function looksLikeHeader(names: readonly string[]): boolean {
  return names.every((name) => {
    const likeness = likenessOf(name)
    return likeness === 'text' || likeness === 'name' || likeness === 'account'
  })
}

function holdsKnown(text: string, known: KnownWords): boolean {
  if (wordsIn(text).some((word) => known.has(word))) return true
  const folded = fold(text)
  // Names are also written together: `SANDVALLM`, `janeroe`.
  for (const word of known) if (word.length >= 5 && folded.includes(word)) return true
  return false
}

function wordsIn(text: string): string[] {
  return fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= 3)
}

function fold(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
}
