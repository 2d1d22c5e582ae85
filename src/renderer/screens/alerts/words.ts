/** The words of the alert queue: statuses, reasons, sort orders. */
import { ALERT_SORTS, ALERT_STATUSES, DISMISS_REASONS, type AlertStatus } from '../../../shared/contract/alert.ts'

export type DismissReason = (typeof DISMISS_REASONS)[number]
export type AlertSort = (typeof ALERT_SORTS)[number]

export const STATUS_WORDS: Readonly<Record<AlertStatus, string>> = {
  'needs-review': 'Needs review',
  confirmed: 'Confirmed',
  dismissed: 'Dismissed',
  resolved: 'Resolved'
}

export const REASON_WORDS: Readonly<Record<DismissReason, string>> = {
  'expected-for-this-person': 'Expected for this person’s work',
  'no-real-impact': 'No real impact',
  'too-much-activity': 'Too much activity in this alert to tell anything',
  'known-harmless-cause': 'A known harmless cause',
  other: 'Another reason, written below'
}

export const STATUSES: readonly AlertStatus[] = ALERT_STATUSES
export const REASONS: readonly DismissReason[] = DISMISS_REASONS

/** The order that a column's title asks for; null where the engine has none. */
export const sortOfColumn = (column: string): AlertSort | null => ALERT_SORTS.find((each) => each === column) ?? null
