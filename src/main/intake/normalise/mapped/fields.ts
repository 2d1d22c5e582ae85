/** Fields of records whose shape nobody promised: their names with dots for what lies inside, and how to reach a value. */
import type { Layout } from '../../layout.ts'
import { type Fields, isFields, textOf } from '../field.ts'
import { signatureOf } from '../hr/binding.ts'

/** What lies deeper is one value, as text. */
const DEPTH = 4
/** A record with more names uses values as names. */
const MOST_NAMES = 400

/** Columns of a table, or every field of the sample in the order of first sight. */
export function namesIn(layout: Layout, records: readonly unknown[]): readonly string[] {
  if (layout.kind === 'table') return layout.columns
  const names = new Set<string>()
  for (const record of records) if (isFields(record)) collectNames(record, '', 1, names)
  return [...names]
}

function collectNames(fields: Fields, prefix: string, depth: number, names: Set<string>): void {
  for (const [name, value] of Object.entries(fields)) {
    if (isFields(value) && depth < DEPTH && Object.keys(value).length > 0)
      collectNames(value, `${prefix}${name}.`, depth + 1, names)
    else if (names.size < MOST_NAMES) names.add(prefix + name)
  }
}

/** Tells a layout again: the header as it stands, or the sorted names of the fields. */
export function layoutSignature(layout: Layout, records: readonly unknown[]): string {
  if (layout.kind === 'table') return signatureOf(layout.columns)
  return recordSignature(namesIn(layout, records))
}

function recordSignature(names: readonly string[]): string {
  return `{${[...new Set(names.map((name) => name.toLowerCase()))].sort().join('|')}}`
}

/** Names in the signature of records; null for that of a table. */
export function namesOfSignature(signature: string): ReadonlySet<string> | null {
  return signature.startsWith('{') && signature.endsWith('}') ? new Set(signature.slice(1, -1).split('|')) : null
}

/** Text at a dotted name; lists of texts are joined, anything deeper is JSON. A name may hold dots of its own. */
export function textAt(record: Fields, name: string): string {
  return shown(valueAt(record, name)).trim()
}

function valueAt(record: Fields, name: string): unknown {
  if (Object.hasOwn(record, name)) return record[name]
  for (let dot = name.indexOf('.'); dot !== -1; dot = name.indexOf('.', dot + 1)) {
    const inner = record[name.slice(0, dot)]
    const value = isFields(inner) ? valueAt(inner, name.slice(dot + 1)) : undefined
    if (value !== undefined) return value
  }
  return undefined
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) {
    if (value.every((entry) => typeof entry !== 'object')) return value.map(textOf).join('; ')
    return JSON.stringify(value)
  }
  return isFields(value) ? JSON.stringify(value) : textOf(value)
}
