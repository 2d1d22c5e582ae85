/** A call of the directory's API. The log knows the account by its object id only, so people stay unknown in it. */
import { numberOf, trimmed } from '../field.ts'
import type { Filling } from '../filling.ts'
import { identityOf } from '../m365/identity.ts'
import type { EntraRecord } from './record.ts'

/** The first status that is an error. */
const FIRST_ERROR = 400

export function fillCall(draft: Filling, { fields }: EntraRecord): void {
  draft.workload = 'Microsoft Graph'
  draft.operation = trimmed(fields['operationname']) || 'Microsoft Graph Activity'
  const status = numberOf(fields['responsestatuscode'])
  draft.outcome = status === null ? 'unknown' : status < FIRST_ERROR ? 'success' : 'failure'
  const account = identityOf(trimmed(fields['userid']))
  const isApplication = account.name === ''
  draft.actor = isApplication ? trimmed(fields['appid']).toLowerCase() : account.name
  draft.actorKind = isApplication ? 'service' : account.kind
  draft.itemType = 'other'
  draft.path = trimmed(fields['requesturi'])
  draft.subject = trimmed(fields['requestmethod'])
  draft.sizeBytes = Math.max(0, numberOf(fields['responsesizebytes']) ?? 0)
}
