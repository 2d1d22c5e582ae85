/** The parts of a reading that a fixture's expected file holds: what is not empty, without the raw text. */
import type { Reading } from './reading.ts'

/** Values that say nothing: an expected file names only what a reader found. */
const NOTHING = new Set<unknown>(['', 0, 'none', null])

export function expectedOf(reading: Reading): object {
  const warnings = reading.ends.flatMap((end) => end.warnings)
  return {
    recognised: reading.starts.map(({ recognition }) => ({
      source: recognition.source,
      wrapping: recognition.wrapping,
      encoding: recognition.encoding,
      because: recognition.because
    })),
    ...filled(
      'refused',
      reading.refused.map(({ reason }) => reason)
    ),
    ...filled('activities', reading.activities.map(telling)),
    ...filled('hrEvents', reading.hrEvents.map(telling)),
    ...filled('profiles', reading.profiles.map(telling)),
    ...filled('rejected', reading.rejected.map(telling)),
    ...(Object.keys(reading.ignored).length === 0 ? {} : { ignored: reading.ignored }),
    ...filled('warnings', warnings)
  }
}

function filled(name: string, list: readonly unknown[]): object {
  return list.length === 0 ? {} : { [name]: list }
}

function telling(draft: object): object {
  const kept = Object.entries(draft).filter(([field, value]: [string, unknown]) => {
    if (field === 'raw' || (field === 'itemCount' && value === 1)) return false
    if (field === 'alertState' && value === 'unknown') return false
    return !NOTHING.has(value) && !(Array.isArray(value) && value.length === 0)
  })
  return Object.fromEntries(kept.map(([field, value]: [string, unknown]) => [field, shown(field, value)]))
}

function shown(field: string, value: unknown): unknown {
  if (field.endsWith('Ms') && typeof value === 'number') return new Date(value).toISOString()
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? telling(value) : value
}
