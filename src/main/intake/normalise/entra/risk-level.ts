/** How grave Entra calls a risk. A level that the licence hides says nothing. */
import type { AlertSeverity } from '../../../../shared/domain/draft.ts'
import { trimmed } from '../field.ts'
import { severityOf } from '../severity.ts'

const NO_LEVELS = new Set(['none', 'hidden', 'unknownfuturevalue'])

export function riskLevelOf(written: unknown): AlertSeverity {
  return NO_LEVELS.has(trimmed(written).toLowerCase()) ? 'none' : severityOf(written)
}
