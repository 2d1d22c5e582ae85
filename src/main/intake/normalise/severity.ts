/** How grave a source calls what it reports, in one scale. A word that no scale knows still means that there was an alert. */
import type { AlertSeverity } from '../../../shared/domain/draft.ts'
import { trimmed } from './field.ts'

const SEVERITY_OF: Readonly<Record<string, AlertSeverity>> = {
  informational: 'informational',
  information: 'informational',
  info: 'informational',
  low: 'low',
  medium: 'medium',
  med: 'medium',
  moderate: 'medium',
  high: 'high',
  severe: 'high',
  critical: 'high'
}
const ORDER: readonly AlertSeverity[] = ['none', 'informational', 'low', 'medium', 'high']

/** `none` where nothing is written. */
export function severityOf(written: unknown): AlertSeverity {
  const word = trimmed(written).toLowerCase()
  return word === '' ? 'none' : (SEVERITY_OF[word] ?? 'informational')
}

export function graver(one: AlertSeverity, other: AlertSeverity): AlertSeverity {
  return ORDER.indexOf(one) >= ORDER.indexOf(other) ? one : other
}
