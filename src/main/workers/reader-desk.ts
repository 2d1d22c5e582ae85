/**
 * What every reading procedure works on. Texts of records leave this thread only through `mask`, which knows every
 * identity of the vault and learns new ones as soon as another thread has stored them.
 */
import { createMasker, type Masker } from '../identity/mask.ts'
import { variantsOf } from '../identity/variants.ts'
import { compileMatchers, type Match } from '../policy/match.ts'
import { type Catalogue, loadCatalogue } from '../policy/load.ts'
import { type FactReader, factReader } from '../store/facts.ts'
import { openReader } from '../store/open.ts'
import { eachIdentity } from '../store/persons.ts'
import { readSecret } from '../store/secrets.ts'
import type { Sql } from '../store/sql.ts'
import { createLenses } from './lenses.ts'
import type { Result, ThreadKeys } from './protocol.ts'

export interface ReaderDesk {
  readonly sql: Sql
  readonly catalogue: Catalogue
  readonly match: Match
  mask(text: string): string
  maskOrNull(text: string | null): string | null
  /** How stored numbers become facts, as of the last change of the store. */
  facts(): FactReader
  /** Runs a long reading procedure in a thread of its own, so that lists need not wait; the thread ends with it. */
  readonly beside: Beside
}

export type Beside = (name: string, args: unknown, signal?: AbortSignal) => Promise<Result<unknown>>

/** Longest masked text that crosses to the window; longer ones end with an ellipsis. */
const LONGEST_TEXT = 8000

export function openReaderDesk(folder: string, keys: ThreadKeys, beside: Beside): ReaderDesk {
  const sql = openReader(folder, { main: { hex: keys.main }, vault: { hex: keys.vault } })
  const maskKey = readSecret(sql, 'mask', 'vault.')
  const catalogue = loadCatalogue()
  let masker: Masker | null = null
  let dataVersion = -1
  let signature = ''
  const current = (): Masker => {
    const version = sql.number('PRAGMA vault.data_version')
    if (masker !== null && version === dataVersion) return masker
    dataVersion = version
    const now = signatureOf(sql)
    if (masker !== null && now === signature) return masker
    signature = now
    masker = createMasker(maskKey)
    for (const person of eachIdentity(sql)) masker.add({ pseudonym: person.pseudonym, variants: variantsOf(person) })
    return masker
  }
  const mask = (text: string): string => {
    if (text === '') return ''
    const masked = current().mask(text)
    return masked.length <= LONGEST_TEXT ? masked : `${masked.slice(0, LONGEST_TEXT - 1)}…`
  }
  let facts: FactReader | null = null
  let factsFor = -1
  return {
    sql,
    catalogue,
    match: compileMatchers(catalogue),
    mask,
    maskOrNull: (text) => (text === null ? null : mask(text)),
    beside,
    facts: () => {
      const version = sql.number('PRAGMA data_version')
      if (facts === null || version !== factsFor)
        facts = factReader(sql, createLenses({ main: sql, vault: sql, schema: 'vault.' }))
      factsFor = version
      return facts
    }
  }
}

/** Changes whenever a person, a name or an alias is added. */
function signatureOf(sql: Sql): string {
  const people = sql.number('SELECT count(*) FROM vault.identity')
  const names = sql.number(
    'SELECT coalesce(sum(length(display_name) + length(first_name) + length(last_name)), 0) FROM vault.identity'
  )
  const aliases = sql.number('SELECT count(*) FROM vault.alias')
  return `${String(people)} ${String(names)} ${String(aliases)}`
}
