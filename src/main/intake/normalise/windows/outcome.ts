/** Whether what an event reports succeeded: its id says so, else its status, else the kind of audit. */
import type { ActivityOutcome } from '../../../../shared/domain/draft.ts'
import type { WindowsEvent } from './event.ts'
import type { NamedEvent } from './naming.ts'

/** Events that are written for both outcomes and tell them apart by a status. */
const STATUS_EVENTS = new Set([4768, 4769, 4770, 4776])
/** Bits of the keywords that mark an audit. */
const AUDIT_FAILURE = 1n << 52n
const AUDIT_SUCCESS = 1n << 53n

export function outcomeOf(
  event: WindowsEvent,
  data: Readonly<Record<string, string>>,
  named: NamedEvent
): ActivityOutcome {
  if (named.isFailure) return 'failure'
  const status = data['Status'] ?? ''
  if (named.log === 'security' && STATUS_EVENTS.has(event.id) && /^0x[0-9a-f]+$/i.test(status))
    return Number(status) === 0 ? 'success' : 'failure'
  const audit = auditOf(event.keywords, named.workload === 'Windows Security')
  if (audit !== 'unknown') return audit
  // These logs only report what happened; the security log is silent only where a tool lost its keywords.
  return named.log === 'other' ? 'unknown' : 'success'
}

/** The bits mean this in the security log; elsewhere one of them only links events. */
function auditOf(keywords: readonly string[], hasBits: boolean): ActivityOutcome {
  for (const text of keywords) {
    if (/^-?\d{15,20}$|^0x[0-9a-f]{1,16}$/i.test(text.trim())) {
      if (!hasBits) continue
      const bits = BigInt.asUintN(64, BigInt(text.trim()))
      if ((bits & AUDIT_FAILURE) !== 0n) return 'failure'
      if ((bits & AUDIT_SUCCESS) !== 0n) return 'success'
    } else if (
      /audit[\s_]?failure|failure[\s_]?audit|échec de l['’]audit|überwachung fehlgeschlagen|überwachungsfehler/i.test(
        text
      )
    )
      return 'failure'
    else if (
      /audit[\s_]?success|success[\s_]?audit|succès de l['’]audit|überwachung erfolgreich|überwachungserfolg/i.test(
        text
      )
    )
      return 'success'
  }
  return 'unknown'
}
