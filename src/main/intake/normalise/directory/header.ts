/**
 * Tells a directory from an HR file by names that only directories have. A table with dates of notice, levels or ratings
 * stays an HR file, whatever else it holds.
 */
import { type Fields, trimmed } from '../field.ts'
import { bindColumns } from '../hr/binding.ts'
import type { HrField } from '../hr/fields.ts'
import { plainName, plainNames } from '../plain-names.ts'

/** Columns by which a table is a directory, as it writes them; none where it is not. */
export function tellingColumns(columns: readonly string[]): readonly string[] {
  const { columnOf } = bindColumns(columns, [])
  if (OF_HR.some((field) => columnOf.has(field))) return []
  const written = new Map(columns.map((column) => [plainName(column), column]))
  const telling = tellingNames((name) => written.has(name))
  return telling.flatMap((name) => written.get(name) ?? [])
}

/** A record that stands for a person of a directory and not for something that happened. */
export function isEntry(record: Fields): boolean {
  const fields = plainNames(record)
  if (HAPPENING.some((name) => fields[name] !== undefined)) return false
  const has = (name: string): boolean => fields[name] !== undefined
  if (has('dn') && trimmed(fields['dn']).includes('=')) return true
  if (tellingNames(has).length > 0) return true
  return has('userprincipalname') && DESCRIBING.filter(has).length >= 2
}

const OF_HR: readonly HrField[] = [
  'scenario',
  'resignationDate',
  'terminationDate',
  'effectiveDate',
  'oldLevel',
  'newLevel',
  'rating',
  'remarks'
]
/** Names that a log of sign-ins, calls or messages has beside the account. */
const HAPPENING = [
  'time',
  'date',
  'timegenerated',
  'timestamp',
  'eventtime',
  'operation',
  'operationname',
  'activity',
  'activitydatetime',
  'actiontype',
  'action',
  'ipaddress',
  'clientip',
  'appdisplayname',
  'risklevel',
  'eventid'
]
const DESCRIBING = [
  'displayname',
  'givenname',
  'surname',
  'mail',
  'jobtitle',
  'department',
  'officelocation',
  'manager'
]

/** Sets of names that only a directory has all of: its account, and something that no HR office writes down. */
function tellingNames(has: (name: string) => boolean): readonly string[] {
  const first = (names: readonly string[]): readonly string[] => names.filter(has).slice(0, 3)
  if (has('userprincipalname')) {
    const own = first(OF_ENTRA)
    if (own.length > 0) return ['userprincipalname', ...own]
  }
  if (has('samaccountname')) {
    const own = first(OF_ACTIVE_DIRECTORY)
    if (own.length > 0) return ['samaccountname', ...own]
  }
  if (has('employeename') && has('userid') && has('role')) {
    const own = first(OF_SNAPSHOT)
    if (own.length > 0) return ['employeename', 'userid', ...own]
  }
  const account = ['userid', 'user', 'id'].find(has)
  if (account !== undefined && has('role') && has('pc') && !has('date') && !has('activity'))
    return [account, 'role', 'pc']
  return []
}

const OF_ENTRA = [
  'accountenabled',
  'usagelocation',
  'proxyaddresses',
  'othermails',
  'alternateemailaddress',
  'onpremisessamaccountname',
  'onpremisessecurityidentifier',
  'onpremisesimmutableid',
  'onpremisesdomainname',
  'onpremisesdistinguishedname',
  'onpremisessyncenabled',
  'directorysynced',
  'dirsyncenabled',
  'invitationstate',
  'identityissuer'
]
const OF_ACTIVE_DIRECTORY = ['distinguishedname', 'objectguid', 'objectclass', 'objectsid', 'sid', 'useraccountcontrol']
const OF_SNAPSHOT = ['functionalunit', 'businessunit', 'team', 'supervisor']
