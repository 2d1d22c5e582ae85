/**
 * Signs that an export was cut: the readers say them, and a receipt shows them among its findings. Both ends take the
 * sentences from here, so that what the one says the other knows again.
 */

/** What one call of the search cmdlet and one export of the portal return at most. */
const SEARCH_LIMITS = [5000, 50_000] as const

const AS_MANY = 'as many as one search returns'
const FOUND_MORE = 'The search found '

/** Null when the number of rows tells nothing. */
export function sayRowLimit(rows: number): string | null {
  if (!SEARCH_LIMITS.some((limit) => limit === rows)) return null
  return `The file holds exactly ${String(rows)} rows, which is ${AS_MANY}: it is probably cut. Export a shorter span.`
}

/** Null when the search found no more than the file holds. */
export function sayResultCount(results: number, rows: number): string | null {
  if (results <= rows) return null
  return `${FOUND_MORE}${String(results)} results, but the file holds ${String(rows)}: the rest is in other files or was not exported.`
}

/** Whether a reader's warning is one of these. */
export function saysCutExport(warning: string): boolean {
  return warning.includes(AS_MANY) || warning.startsWith(FOUND_MORE)
}
