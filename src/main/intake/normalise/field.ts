/** Reads fields of records whose types nobody promises: numbers as text, lists as JSON text, missing, null, empty. */

export type Fields = Readonly<Record<string, unknown>>

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return ''
}

export function trimmed(value: unknown): string {
  return textOf(value).trim()
}

/** Whole number or null; '14', 14 and '14.0' are the same. */
export function numberOf(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? Math.trunc(value) : null
  if (typeof value !== 'string' || value.trim() === '') return null
  const number = Number(value)
  return Number.isFinite(number) ? Math.trunc(number) : null
}

/** An object, or JSON text that holds one. */
export function fieldsOf(value: unknown): Fields | null {
  if (isFields(value)) return value
  const parsed = parsedText(value, '{')
  return isFields(parsed) ? parsed : null
}

/** A list, or JSON text that holds one; a single object counts as a list of one. */
export function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value
  if (isFields(value)) return [value]
  const parsed = parsedText(value, '[') ?? parsedText(value, '{')
  if (Array.isArray(parsed)) return parsed
  return isFields(parsed) ? [parsed] : []
}

/** Value of an entry of a `[{Name, Value}]` list; the name in any case. */
export function namedValue(list: unknown, name: string): unknown {
  const wanted = name.toLowerCase()
  for (const entry of listOf(list)) {
    if (isFields(entry) && trimmed(entry['Name'] ?? entry['Key']).toLowerCase() === wanted)
      return entry['Value'] ?? entry['NewValue']
  }
  return undefined
}

function parsedText(value: unknown, opening: '[' | '{'): unknown {
  if (typeof value !== 'string') return undefined
  const text = value.trimStart()
  if (!text.startsWith(opening)) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
