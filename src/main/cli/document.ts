/**
 * The documents of `--json`: the contract's answers with times as ISO 8601 in UTC instead of milliseconds. `firstAtMs` becomes
 * `firstAt`, `detectedMs` `detectedAt`, `lastSeenMs` `lastSeen`; a duration stays a number.
 */

/** A value of the contract, ready to be printed. */
export function documentOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(documentOf)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, held]) => field(key, held)))
}

/** One line end at the end; control characters that JSON allows are escaped, since a terminal would obey them. */
export function documentText(document: unknown): string {
  return `${JSON.stringify(document, null, 2).replaceAll(UNSEEN, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`
}

// Delete, C1 controls and the marks that change the direction of a line (Unicode UAX #9); JSON.stringify leaves them be.
const UNSEEN = /[\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

/** Names that say when something was done read badly without `At`. */
const DONE_AT = new Set(['detected', 'updated', 'created', 'opened', 'started', 'hired'])

function field(key: string, held: unknown): readonly [string, unknown] {
  const isTime = key.endsWith('Ms') && key !== 'durationMs' && (typeof held === 'number' || held === null)
  if (!isTime) return [key, documentOf(held)]
  const name = key.slice(0, -2)
  return [DONE_AT.has(name) ? `${name}At` : name, held === null ? null : new Date(held).toISOString()]
}
