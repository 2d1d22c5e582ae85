/** How far a source has come with an alert, in three steps. A word that is not known says nothing. */
import type { AlertState } from '../../../shared/domain/draft.ts'
import { trimmed } from './field.ts'
import { topicWordsOf } from './topic.ts'

const STATES: Readonly<Record<string, AlertState>> = {
  new: 'new',
  'new-alert': 'new',
  active: 'new',
  open: 'new',
  unresolved: 'new',
  'at-risk': 'new',
  'in-progress': 'in-progress',
  'in-review': 'in-progress',
  investigating: 'in-progress',
  'under-investigation': 'in-progress',
  'confirmed-compromised': 'in-progress',
  resolved: 'resolved',
  closed: 'resolved',
  dismissed: 'resolved',
  remediated: 'resolved',
  'false-positive': 'resolved',
  'confirmed-safe': 'resolved'
}

export function alertStateOf(written: unknown): AlertState {
  return STATES[topicWordsOf(trimmed(written))] ?? 'unknown'
}

/** Incidents are new until somebody takes them; only then they are called active. */
export function incidentStateOf(written: unknown): AlertState {
  return /^active$/i.test(trimmed(written)) ? 'in-progress' : alertStateOf(written)
}
