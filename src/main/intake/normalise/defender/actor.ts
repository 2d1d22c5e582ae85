/** Who acted, by the accounts that a hunting table names: of the process, of the request, of the session, of the sender. */
import { deviceAccountOf, firstPersonOf } from '../device-account.ts'
import { type Fields, fieldsOf, isFields, listOf, trimmed } from '../field.ts'
import { type Identity, identityOf } from '../m365/identity.ts'

/** Accounts in the order in which they say who was behind it. */
const OF_PROCESS = ['InitiatingProcessAccount', 'RequestAccount', 'Account'] as const
const OF_SESSION = ['Account'] as const

export function actorOf(table: string, fields: Fields): Identity {
  const prefixes = table.startsWith('Device') && table !== 'DeviceLogonEvents' ? OF_PROCESS : OF_SESSION
  const actor = firstPersonOf(prefixes.map((prefix) => accountWith(fields, prefix)))
  if (actor.name !== '' && actor.kind !== 'unknown') return actor
  return firstPersonOf([...loggedOn(fields), actor, shownName(fields)])
}

export function accountWith(fields: Fields, prefix: string): Identity {
  return deviceAccountOf({
    principal: fields[`${prefix}Upn`] ?? fields[`${prefix}UPN`],
    domain: fields[`${prefix}Domain`],
    name: fields[`${prefix}Name`],
    sid: fields[`${prefix}Sid`]
  })
}

/** A drive that is plugged in names no process; whoever is logged on alone did it. Of several, nobody is picked. */
function loggedOn(fields: Fields): readonly Identity[] {
  const listed = [
    ...listOf(fields['LoggedOnUsers']),
    ...listOf(fieldsOf(fields['AdditionalFields'])?.['LoggedOnUsers'])
  ]
  const people = new Map<string, Identity>()
  for (const entry of listed) {
    const identity = isFields(entry)
      ? deviceAccountOf({
          principal: entry['UserPrincipalName'],
          domain: entry['DomainName'],
          name: entry['UserName'],
          sid: entry['Sid']
        })
      : identityOf(trimmed(entry))
    if (identity.kind === 'person') people.set(identity.name, identity)
  }
  return people.size === 1 ? [...people.values()] : []
}

/** A name as it is shown says somebody, but two people may share it: it never becomes a person. */
function shownName(fields: Fields): Identity {
  const shown = trimmed(fields['AccountDisplayName']).toLowerCase()
  return { name: shown, kind: 'unknown' }
}
