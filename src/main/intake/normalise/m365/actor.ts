/**
 * Who acted. The user field names a machine for policies, alerts and sign-ins of applications; then the person stands
 * elsewhere in the record. An account of a service stays a service even when it has a person's address in its form.
 */
import { type Fields, fieldsOf, isFields, listOf, numberOf, trimmed } from '../field.ts'
import { type Identity, identityOf } from './identity.ts'
import type { RecordFamily } from './family.ts'

/** User types of the schema that are no people: datacentre admin, system, application, principal, policies. */
const MACHINE_TYPES = new Set([3, 4, 5, 6, 7, 8])
const MACHINE_NAMES = new Set(['dcadmin', 'system', 'application', 'serviceprincipal', 'custompolicy', 'systempolicy'])
const GUEST_TYPE = 10
/** Entry of a directory record's Actor and Target lists that holds a user principal name. */
const PRINCIPAL_NAME = 5

export function actorOf(record: Fields, family: RecordFamily): Identity {
  const user = identityOf(trimmed(record['UserId']) || nameInKey(record))
  const isMachineType = hasMachineType(record)
  if (user.kind === 'guest' || (user.kind === 'person' && !isMachineType)) {
    return user.kind === 'person' && isGuestType(record) ? { name: user.name, kind: 'guest' } : user
  }
  const person = personBehind(record, family, user)
  if (person !== null) return person
  return user.kind === 'person' ? { name: user.name, kind: 'service' } : user
}

/** Some services leave the user empty and put the name into the key, which elsewhere is only a number. */
function nameInKey(record: Fields): string {
  const key = trimmed(record['UserKey'])
  return identityOf(key).kind === 'person' ? key : ''
}

/** Person who acted through the machine account that the record names; null where the record tells of none. */
function personBehind(record: Fields, family: RecordFamily, user: Identity): Identity | null {
  switch (family) {
    case 'protection':
      return firstPerson([
        fieldsOf(record['ExchangeMetaData'])?.['From'],
        fieldsOf(record['SharePointMetaData'])?.['From'],
        record['From'],
        record['Sender']
      ])
    case 'endpoint':
      return firstPerson([fieldsOf(record['EndpointMetaData'])?.['UserId'], record['EndpointUser'], record['UserKey']])
    case 'alert':
      return alertedPerson(record)
    case 'directory':
      return firstPerson(principalNames(record['Actor']))
    case 'mail':
      return mailboxOwnerBySid(record, user)
    case 'files':
    case 'chat':
    case 'mailbox-settings':
    case 'analytics':
    case 'assistant':
    case 'other':
      return null
  }
}

/** User principal names of a directory record's Actor or Target list. */
export function principalNames(list: unknown): string[] {
  const names: string[] = []
  for (const entry of listOf(list)) {
    if (isFields(entry) && numberOf(entry['Type']) === PRINCIPAL_NAME) names.push(trimmed(entry['ID'] ?? entry['Id']))
  }
  return names
}

/** An alert carries its subject in a JSON text: the user it was raised for, or the recipient of the mail. */
function alertedPerson(record: Fields): Identity | null {
  const data = fieldsOf(record['Data'])
  if (data === null) return null
  const entity = trimmed(data['etype']).toLowerCase() === 'user' ? data['eid'] : undefined
  return firstPerson([data['f3u'], data['trc'], data['suid'], entity], true)
}

/** Mail records name the owner by security id in one field and by address in another; the same id means the owner. */
function mailboxOwnerBySid(record: Fields, user: Identity): Identity | null {
  if (!user.name.startsWith('s-1-5-21-')) return null
  return trimmed(record['MailboxOwnerSid']).toLowerCase() === user.name
    ? firstPerson([record['MailboxOwnerUPN']])
    : null
}

function firstPerson(candidates: readonly unknown[], needsAddress = false): Identity | null {
  for (const candidate of candidates) {
    const identity = identityOf(trimmed(candidate))
    if (identity.kind !== 'person' && identity.kind !== 'guest') continue
    if (!needsAddress || identity.name.includes('@')) return identity
  }
  return null
}

function hasMachineType(record: Fields): boolean {
  const written = record['UserType']
  if (written === 0 || written === undefined) return false
  const number = numberOf(written)
  return number === null ? MACHINE_NAMES.has(trimmed(written).toLowerCase()) : MACHINE_TYPES.has(number)
}

function isGuestType(record: Fields): boolean {
  const written = record['UserType']
  return numberOf(written) === GUEST_TYPE || trimmed(written).toLowerCase() === 'guest'
}
