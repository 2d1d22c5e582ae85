/**
 * A sign-in: who, with which application, from where, and whether it succeeded. The error code alone decides that; words
 * beside it say "Other." of a success. Applications and managed identities are services and never people.
 */
import type { ActivityOutcome } from '../../../../shared/domain/draft.ts'
import { type Fields, fieldsOf, listOf, numberOf, trimmed } from '../field.ts'
import type { Filling } from '../filling.ts'
import { type Identity, identityOf } from '../m365/identity.ts'
import { countryIn, joined, placeOf } from './place.ts'
import type { EntraRecord } from './record.ts'
import { riskLevelOf } from './risk-level.ts'

export function fillSignIn(draft: Filling, { fields, log }: EntraRecord): void {
  const how = howOf(fields, log)
  draft.workload = WORKLOADS[how]
  draft.operation = 'Sign-in activity'
  draft.outcome = outcomeOf(fields)
  draft.itemType = 'account'
  const actor = how === 'application' || how === 'managed-identity' ? applicationOf(fields) : personOf(fields)
  draft.actor = actor.name
  draft.actorKind = actor.kind
  const application = trimmed(fields['appdisplayname']) || trimmed(fields['application'])
  const resource = trimmed(fields['resourcedisplayname']) || trimmed(fields['resource'])
  // An application is the actor itself; what it signs in to is what there is to say.
  const to = actor.kind === 'service' ? resource || application : application || resource
  draft.subject = joined(to, placeOf(fields))
  draft.country = countryIn(fields)
  const device = fieldsOf(fields['devicedetail'])
  draft.device = trimmed(device?.['displayName']) || trimmed(device?.['deviceId']) || trimmed(fields['deviceid'])
  const atSignIn = riskLevelOf(fields['risklevelduringsignin'])
  draft.alertSeverity = atSignIn === 'none' ? riskLevelOf(fields['risklevelaggregated']) : atSignIn
}

/** Error code of a sign-in as text; '0' for a success, which exports write as nothing, empty where no outcome is told. */
export function errorOf(fields: Fields): string {
  const status = fieldsOf(fields['status'])
  const code = numberOf(status?.['errorCode'] ?? fields['signinerrorcode'] ?? fields['resulttype'])
  if (code !== null) return String(code)
  const word = trimmed(fields['status'] ?? fields['resulttype']).toLowerCase()
  return word === 'success' || word === 'succeeded' ? '0' : word === '' || status !== null ? '' : word
}

/**
 * Codes with which Entra asks for more before it decides: a second factor, consent, another account, a reason to stay
 * signed in. The sign-in ended neither way, and counting them as failures would make every careful person suspicious.
 * Source: the published list of sign-in error codes, entries whose description says interrupt or prompt.
 */
const ASKED_FOR_MORE = new Set([
  '16000',
  '16001',
  '50058',
  '50072',
  '50074',
  '50076',
  '50079',
  '50097',
  '50125',
  '50127',
  '50129',
  '50140',
  '50144',
  '50158',
  '50199',
  '65001',
  'interrupted'
])

function outcomeOf(fields: Fields): ActivityOutcome {
  const code = errorOf(fields)
  if (code === '0') return 'success'
  return code === '' || ASKED_FOR_MORE.has(code) ? 'unknown' : 'failure'
}

type How = 'person' | 'unattended' | 'application' | 'managed-identity'

const WORKLOADS: Readonly<Record<How, string>> = {
  person: 'Entra sign-ins',
  unattended: 'Entra non-interactive sign-ins',
  application: 'Entra service principal sign-ins',
  'managed-identity': 'Entra managed identity sign-ins'
}

function howOf(fields: Fields, log: string): How {
  const types = listOf(fields['signineventtypes']).map((type) => trimmed(type).toLowerCase())
  if (log.includes('managedidentity') || types.includes('managedidentity')) return 'managed-identity'
  if (log.includes('serviceprincipal') || types.includes('serviceprincipal')) return 'application'
  const isNamed = ['userprincipalname', 'username', 'userid', 'user'].some((name) => trimmed(fields[name]) !== '')
  const isPrincipal = trimmed(fields['serviceprincipalid']) !== '' || trimmed(fields['serviceprincipalname']) !== ''
  if (!isNamed && isPrincipal) return hasManagedIdentity(fields) ? 'managed-identity' : 'application'
  const isUnattended = log.includes('noninteractive') || trimmed(fields['isinteractive']).toLowerCase() === 'false'
  return isUnattended ? 'unattended' : 'person'
}

function hasManagedIdentity(fields: Fields): boolean {
  const type = trimmed(fields['managedidentitytype']).toLowerCase()
  return type !== '' && type !== 'none'
}

function applicationOf(fields: Fields): Identity {
  const name = ['serviceprincipalname', 'appdisplayname', 'serviceprincipalid', 'appid']
    .map((field) => trimmed(fields[field]))
    .find((text) => text !== '')
  return { name: (name ?? '').toLowerCase(), kind: 'service' }
}

/** What was typed at the sign-in names the account where the directory found none. */
export function personOf(fields: Fields): Identity {
  const written = ['userprincipalname', 'username', 'signinidentifier', 'alternatesigninname', 'userid']
    .map((field) => trimmed(fields[field]))
    .find((text) => text !== '')
  const identity = identityOf(written ?? '')
  const isGuest = trimmed(fields['usertype']).toLowerCase() === 'guest'
  return isGuest && identity.kind === 'person' ? { name: identity.name, kind: 'guest' } : identity
}
