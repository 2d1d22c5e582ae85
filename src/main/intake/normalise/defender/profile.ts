/** The identity table describes people: under which names they act, and where they work. Service accounts are left out. */
import { createHash } from 'node:crypto'
import { boundedName } from '../bounded.ts'
import { canonical } from '../content-key.ts'
import { type Fields, trimmed } from '../field.ts'
import { identityOf } from '../m365/identity.ts'
import type { RowOutcome } from '../../source-reader.ts'
import { deviceAccountOf } from '../device-account.ts'

/** The same facts are written again every few days. */
const OUTSIDE_FACTS = new Set(['Timestamp', 'TimeGenerated', 'ReportId', 'Tags', 'ChangeSource', 'TenantId'])

export function profileOf(fields: Fields): RowOutcome {
  const read = (...names: readonly string[]): string => {
    for (const name of names) if (trimmed(fields[name]) !== '') return trimmed(fields[name])
    return ''
  }
  const address = read('AccountUpn', 'AccountUPN', 'EmailAddress', 'MailAddress')
  const account = deviceAccountOf({
    principal: '',
    domain: fields['AccountDomain'],
    name: fields['AccountName'],
    sid: fields['OnPremSid'] ?? fields['AccountSID']
  })
  const identity = identityOf(address).name || account.name
  if (identity === '') return { kind: 'rejected', reason: 'The identity names no account.' }
  const type = read('Type', 'UserType').toLowerCase()
  if (account.kind === 'service' || (type !== '' && /service|application|machine/.test(type)))
    return { kind: 'ignored', reason: 'service account' }
  const others = [account.name, read('EmailAddress', 'MailAddress').toLowerCase()]
  return {
    kind: 'profile',
    profile: {
      recordKey: `defender|identity|${createHash('sha256').update(canonical(fields, OUTSIDE_FACTS)).digest('hex')}`,
      identity,
      displayName: read('AccountDisplayName'),
      firstName: read('GivenName'),
      lastName: read('Surname'),
      department: read('Department'),
      title: read('JobTitle'),
      country: read('Country'),
      businessUnit: boundedName(read('CompanyName', 'Company')),
      manager: read('Manager').toLowerCase(),
      hiredMs: null,
      aliases: [...new Set(others)].filter((name) => name !== '' && name !== identity)
    }
  }
}
