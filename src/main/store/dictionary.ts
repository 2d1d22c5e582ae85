/** Texts that repeat are stored once and named by a number; a dictionary remembers the numbers that it has seen. */
import { integer } from './columns.ts'
import type { Sql } from './sql.ts'

/** Beyond this many entries the memory of a dictionary starts anew, so that it does not grow with the input. */
const REMEMBERED = 100_000

export interface Dictionary {
  /** Number of the text, stored now if it is new. */
  idOf(text: string): number
  forget(): void
}

export function dictionary(sql: Sql, table: 'site' | 'address' | 'domain_set' | 'label' | 'sensitive_set'): Dictionary {
  const column = { site: 'url', address: 'address', domain_set: 'domains', label: 'label', sensitive_set: 'types' }[
    table
  ]
  return remembering(
    (text) => sql.get(`SELECT id FROM ${table} WHERE ${column} = ?`, [text]),
    (text) => sql.get(`INSERT INTO ${table} (${column}) VALUES (?) RETURNING id`, [text])
  )
}

export function wordDictionary(
  sql: Sql,
  kind: 'workload' | 'operation' | 'extension' | 'topic' | 'country'
): Dictionary {
  return remembering(
    (text) => sql.get('SELECT id FROM word WHERE kind = ? AND text = ?', [kind, text]),
    (text) => sql.get('INSERT INTO word (kind, text) VALUES (?, ?) RETURNING id', [kind, text])
  )
}

function remembering(
  find: (text: string) => ReturnType<Sql['get']>,
  add: (text: string) => ReturnType<Sql['get']>
): Dictionary {
  const known = new Map<string, number>()
  return {
    idOf(text) {
      const seen = known.get(text)
      if (seen !== undefined) return seen
      const row = find(text) ?? add(text)
      if (row === undefined) throw new Error('a dictionary entry could not be stored')
      if (known.size >= REMEMBERED) known.clear()
      const id = integer(row, 'id')
      known.set(text, id)
      return id
    },
    forget: () => {
      known.clear()
    }
  }
}
