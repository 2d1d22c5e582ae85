/**
 * Alerts as the audit log repeats them. One alert comes as several records: that it was raised, each thing that it is
 * about, and every later change; only the raising counts as the alert.
 */
import { type Fields, textOf, trimmed } from '../field.ts'
import type { Filling } from '../filling.ts'
import { severityOf } from '../severity.ts'

const REPETITIONS = new Set(['AlertEntityGenerated', 'AlertUpdated'])

export function fillAlert(draft: Filling, record: Fields): void {
  draft.subject = textOf(record['Name']) || textOf(record['AlertDisplayName'])
  draft.path = trimmed(record['ObjectId'])
  draft.itemType = 'other'
  if (!REPETITIONS.has(draft.operation)) draft.alertSeverity = severityOf(record['Severity'] ?? record['AlertSeverity'])
}
