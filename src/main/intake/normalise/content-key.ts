/**
 * Knows a record without an id by its content: one text for it however it was wrapped. It never looks at where a record
 * stood, so the same record in two files is one.
 */
import { createHash } from 'node:crypto'
import type { Fields } from './field.ts'

const NOTHING: ReadonlySet<string> = new Set()

/** Key of a record among those of its source. */
export function contentKey(source: string, record: Fields): string {
  return `${source}|content|${createHash('sha256').update(canonical(record)).digest('hex')}`
}

/** Sorted, nothing empty, numbers as text, JSON texts opened; without the named fields of the outermost object. */
export function canonical(value: unknown, without = NOTHING): string {
  return canonicalValue(value, without, 0)
}

function canonicalValue(value: unknown, without: ReadonlySet<string>, depth: number): string {
  if (value === null || value === undefined || value === '') return ''
  if (typeof value === 'string') return canonicalText(value, without, depth)
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (typeof value !== 'object') return ''
  if (depth > 6) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map((entry) => canonicalValue(entry, without, depth + 1)).join(',')}]`
  const parts: string[] = []
  for (const [key, entry] of Object.entries(value)) {
    if (depth === 0 && without.has(key)) continue
    const text = canonicalValue(entry, without, depth + 1)
    if (text !== '' && text !== '[]' && text !== '{}') parts.push(`${key}:${text}`)
  }
  return `{${parts.sort().join(',')}}`
}

function canonicalText(text: string, without: ReadonlySet<string>, depth: number): string {
  const start = text.trimStart()[0]
  if (start === '{' || start === '[') {
    try {
      return canonicalValue(JSON.parse(text), without, depth + 1)
    } catch {
      return text
    }
  }
  return /^(true|false)$/i.test(text) ? text.toLowerCase() : text
}
