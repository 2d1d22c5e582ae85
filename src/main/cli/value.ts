/** What an operand or option may hold, and how its text is read. A text that does not fit is a usage error in words. */
import { parseDay } from '../../shared/domain/day.ts'
import { Pseudonym } from '../../shared/domain/pseudonym.ts'

export type Read<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly sentence: string }

export interface Reader<Value> {
  /** Word for the value in usage texts: `ID`. */
  readonly takes: string
  /** Null, or what must stand there: "a number from 1 to 500". */
  read(text: string): Value | null
  readonly expects: string
}

/** `isRequired` is for usage texts; `read` gets null when the option was not given. */
export interface Option<Value> {
  readonly takes: string | null
  readonly isRequired: boolean
  read(name: string, text: string | null): Read<Value>
}

export function required<Value>(reader: Reader<Value>): Option<Value> {
  return {
    takes: reader.takes,
    isRequired: true,
    read: (name, text) => (text === null ? problem(`--${name} is missing.`) : readWith(reader, `--${name}`, text))
  }
}

export function optional<Value>(reader: Reader<Value>): Option<Value | null> {
  return {
    takes: reader.takes,
    isRequired: false,
    read: (name, text) => (text === null ? { ok: true, value: null } : readWith(reader, `--${name}`, text))
  }
}

export function withDefault<Value>(reader: Reader<Value>, value: Value): Option<Value> {
  return {
    takes: reader.takes,
    isRequired: false,
    read: (name, text) => (text === null ? { ok: true, value } : readWith(reader, `--${name}`, text))
  }
}

/** An option without a value. */
export const SWITCH: Option<boolean> = {
  takes: null,
  isRequired: false,
  read: (_name, text) => ({ ok: true, value: text !== null })
}

export function readWith<Value>(reader: Reader<Value>, name: string, text: string): Read<Value> {
  const value = reader.read(text)
  return value === null ? problem(`${name} needs ${reader.expects}.`) : { ok: true, value }
}

export function text(takes: string, most: number): Reader<string> {
  return {
    takes,
    expects: `a text of at most ${most} characters`,
    read: (given) => (given.trim() === '' || given.length > most ? null : given)
  }
}

export const PATH: Reader<string> = { takes: 'PATH', expects: 'a path', read: (given) => (given === '' ? null : given) }
export const FILE: Reader<string> = { ...PATH, takes: 'FILE' }
export const FOLDER: Reader<string> = { ...PATH, takes: 'DIR' }

export function integer(takes: string, least: number, most: number): Reader<number> {
  return {
    takes,
    expects: `a whole number from ${least} to ${most}`,
    read: (given) => {
      const value = /^\d{1,15}$/.test(given) ? Number(given) : Number.NaN
      return value >= least && value <= most ? value : null
    }
  }
}

export const ID: Reader<number> = { ...integer('ID', 1, Number.MAX_SAFE_INTEGER), expects: 'the number of a record' }

export function oneOf<const Word extends string>(words: readonly Word[]): Reader<Word> {
  return {
    takes: words.join('|'),
    expects: `one of: ${words.join(', ')}`,
    read: (given) => words.find((word) => word === given) ?? null
  }
}

/** Words separated by commas, each once. */
export function listOf<const Word extends string>(takes: string, words: readonly Word[]): Reader<readonly Word[]> {
  return {
    takes,
    expects: `one or more of: ${words.join(', ')}, separated by commas`,
    read: (given) => {
      const found = given.split(',').map((each) => words.find((word) => word === each.trim()))
      const known = found.filter((word) => word !== undefined)
      return known.length === found.length && new Set(known).size === known.length ? known : null
    }
  }
}

export const DAY: Reader<string> = {
  takes: 'DATE',
  expects: 'a day such as 2026-03-12',
  read: (given) => (parseDay(given) === null ? null : given)
}

/** A whole day of the workspace's zone, or a moment; a time without an offset would be a guess and is refused. */
export type When = { readonly kind: 'day'; readonly day: number } | { readonly kind: 'moment'; readonly atMs: number }
export const WHEN: Reader<When> = {
  takes: 'TIME',
  expects: 'a time with its offset such as 2026-03-12T17:40:00+01:00, or a day such as 2026-03-12',
  read: (given) => {
    const day = parseDay(given)
    if (day !== null) return { kind: 'day', day }
    const hasOffset = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/.test(given)
    const atMs = hasOffset ? Date.parse(given) : Number.NaN
    return Number.isNaN(atMs) ? null : { kind: 'moment', atMs }
  }
}

export const ZONE: Reader<string> = {
  takes: 'ZONE',
  expects: 'an IANA time zone such as Europe/Berlin',
  read: (given) => {
    try {
      new Intl.DateTimeFormat('en', { timeZone: given })
      return given
    } catch (error) {
      if (error instanceof RangeError) return null
      throw error
    }
  }
}

export const PSEUDONYM: Reader<Pseudonym> = {
  takes: 'PSEUDONYM',
  expects: 'a pseudonym such as ANON-4K7Q-2M',
  read: (given) => Pseudonym.safeParse(given.toUpperCase()).data ?? null
}

function problem(sentence: string): { readonly ok: false; readonly sentence: string } {
  return { ok: false, sentence }
}
