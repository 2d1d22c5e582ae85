/** How grave a sender calls a record: 0 to 10 by the standard, or its words. */
import type { AlertSeverity } from '../../../../shared/domain/draft.ts'

const WORDS: ReadonlyMap<string, AlertSeverity> = new Map([
  ['informational', 'informational'],
  ['info', 'informational'],
  ['low', 'low'],
  ['medium', 'medium'],
  ['high', 'high'],
  ['very-high', 'high'],
  ['very high', 'high'],
  ['critical', 'high']
])

/** The standard's bands: up to 3 low, up to 6 medium, above that high. A 0 is what senders write who rate nothing. */
export function severityOf(written: string): AlertSeverity {
  const text = written.trim().toLowerCase()
  if (!/^\d{1,2}$/.test(text)) return WORDS.get(text) ?? 'none'
  const number = Number(text)
  if (number === 0 || number > 10) return 'none'
  return number <= 3 ? 'low' : number <= 6 ? 'medium' : 'high'
}
