/** A risk that Entra found in a sign-in or an account: an alert of another product, as grave as Entra calls it. */
import { trimmed } from '../field.ts'
import type { Filling } from '../filling.ts'
import { countryIn, joined, placeOf } from './place.ts'
import type { EntraRecord } from './record.ts'
import { riskLevelOf } from './risk-level.ts'
import { personOf } from './sign-in.ts'
import { alertTopicOf } from '../topic.ts'
import { alertStateOf } from '../alert-state.ts'

/** What stands where nothing was found. */
const NOTHING = new Set(['', 'none', 'unknownfuturevalue'])

export function fillRisk(draft: Filling, { fields, log }: EntraRecord): void {
  const isApplication = log.includes('serviceprincipal') || fields['serviceprincipalid'] !== undefined
  draft.workload = 'Entra ID Protection'
  draft.operation = trimmed(fields['operationname']) || (log.includes('risky') ? 'Risky account' : 'Risk detection')
  // A detection reports; it does not succeed or fail.
  draft.outcome = 'unknown'
  draft.itemType = 'other'
  const person = personOf(fields)
  draft.actor = isApplication
    ? (trimmed(fields['serviceprincipaldisplayname']) || trimmed(fields['serviceprincipalid'])).toLowerCase()
    : person.name
  draft.actorKind = isApplication ? 'service' : person.kind
  const found = [fields['riskeventtype'], fields['risktype'], fields['riskdetail']]
    .map(trimmed)
    .find((text) => !NOTHING.has(text.toLowerCase()))
  const state = trimmed(fields['riskstate'])
  draft.subject = joined(found ?? '', NOTHING.has(state.toLowerCase()) ? '' : state, placeOf(fields))
  draft.country = countryIn(fields)
  draft.alertSeverity = riskLevelOf(fields['risklevel'])
  draft.alertState = alertStateOf(state)
  // What was done about a risk is not what it was.
  draft.topic = alertTopicOf(trimmed(fields['riskeventtype']) || trimmed(fields['risktype']), '')
}
