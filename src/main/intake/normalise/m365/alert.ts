/**
 * Alerts as the audit log repeats them. One alert comes as several records: that it was raised, each thing that it is
 * about, and every later change; only the raising counts as the alert.
 */
import { alertStateOf } from '../alert-state.ts'
import { type Fields, textOf, trimmed } from '../field.ts'
import type { Filling } from '../filling.ts'
import { severityOf } from '../severity.ts'
import { alertTopicOf, knownAlertTopicOf } from '../topic.ts'

const REPETITIONS = new Set(['AlertEntityGenerated', 'AlertUpdated'])

export function fillAlert(draft: Filling, record: Fields): void {
  draft.subject = textOf(record['Name']) || textOf(record['AlertDisplayName'])
  const title = draft.subject || trimmed(record['PolicyName'])
  // Alerts of cloud apps have their kind as the operation, and the state as the result.
  draft.topic =
    knownAlertTopicOf(draft.operation, title) ||
    alertTopicOf(trimmed(record['Category'] ?? record['AlertCategory']), title)
  draft.alertState = alertStateOf(record['Status'] ?? record['ResultStatus'])
  draft.path = trimmed(record['ObjectId'])
  draft.itemType = 'other'
  if (!REPETITIONS.has(draft.operation)) draft.alertSeverity = severityOf(record['Severity'] ?? record['AlertSeverity'])
}
