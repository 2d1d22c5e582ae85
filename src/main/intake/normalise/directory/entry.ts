/**
 * What a directory says of a person, whether it comes from Entra, Active Directory, another LDAP server or a monthly
 * snapshot. It refuses entries of groups, computers and guests, and instructions to change a directory.
 */
import type { ProfileFacts } from '../../../../shared/domain/draft.ts'
import { boundedName } from '../bounded.ts'
import { type Fields, fieldsOf, trimmed } from '../field.ts'
import { type Identity, identityOf } from '../m365/identity.ts'
import { plainNames } from '../plain-names.ts'
import { aliasesOf } from './aliases.ts'

export type DirectoryEntry =
  | {
      readonly kind: 'person'
      readonly identity: string
      /** The manager as the entry names them: an address, a distinguished name, a name. The hiring date comes apart. */
      readonly facts: Omit<ProfileFacts, 'hiredMs'>
      readonly hired: string
      readonly leaves: string
      /** How other entries may name this person as their manager; lower case. */
      readonly spellings: readonly string[]
    }
  | { readonly kind: 'rejected'; readonly reason: string }
  | { readonly kind: 'ignored'; readonly reason: string }

export function readEntry(record: Fields): DirectoryEntry {
  const fields = plainNames(record)
  if (fields['changetype'] !== undefined)
    return { kind: 'rejected', reason: 'The entry is an instruction to change a directory and describes nobody.' }
  if (!isOfPerson(fields)) return { kind: 'ignored', reason: 'directory entry of no person' }
  const identity = identityIn(fields)
  if (identity.kind === 'guest' || textIn(fields, ['usertype']).toLowerCase() === 'guest')
    return { kind: 'ignored', reason: 'guest account' }
  if (identity.kind === 'service') return { kind: 'ignored', reason: 'service account' }
  if (identity.kind !== 'person') return { kind: 'rejected', reason: 'The entry names no account.' }
  const described = factsIn(fields, identity.name)
  const hired = textIn(fields, HIRED)
  const leaves = textIn(fields, LEAVES)
  if (DESCRIBING.every((field) => described[field] === '') && hired === '' && leaves === '')
    return { kind: 'rejected', reason: 'The entry says nothing about the person.' }
  return {
    kind: 'person',
    identity: identity.name,
    facts: described,
    hired,
    leaves,
    spellings: spellingsIn(fields, described)
  }
}

/** Dates of an entry as it writes them. */
export function datesIn(record: Fields): readonly string[] {
  const fields = plainNames(record)
  return [textIn(fields, HIRED), textIn(fields, LEAVES)].filter((text) => text !== '')
}

/** First text among fields under plain names; of a list its first. */
export function textIn(fields: Fields, names: readonly string[]): string {
  for (const name of names) {
    const value = fields[name]
    const text = trimmed(Array.isArray(value) ? value.find((each) => trimmed(each) !== '') : value)
    if (text !== '') return text
  }
  return ''
}

/** Fields that are the same in a user export of Entra, in Active Directory, in inetOrgPerson and in LDAP snapshots. */
const IDENTITIES = [
  'userprincipalname',
  'upn',
  'mail',
  'email',
  'emailaddress',
  'primarysmtpaddress',
  'samaccountname',
  'onpremisessamaccountname',
  'uid',
  'userid',
  'user',
  'id'
]
const HIRED = ['employeehiredate', 'hiredate']
const LEAVES = ['employeeleavedatetime', 'employeeleavedate']
const DESCRIBING = [
  'displayName',
  'firstName',
  'lastName',
  'department',
  'title',
  'country',
  'businessUnit',
  'manager'
] as const

function identityIn(fields: Fields): Identity {
  let found: Identity = { name: '', kind: 'unknown' }
  for (const name of IDENTITIES) {
    const identity = identityOf(textIn(fields, [name]))
    if (identity.name === '') continue
    if (identity.kind !== 'unknown') return identity
    found = identity
  }
  return found
}

const PEOPLE = new Set(['person', 'inetorgperson', 'organizationalperson', 'residentialperson', 'user', 'posixaccount'])
/** In Active Directory computers are users, and contacts are people of elsewhere. */
const NO_PEOPLE = new Set(['computer', 'contact', 'group', 'device', 'foreignsecurityprincipal', 'inetorgresource'])

function isOfPerson(fields: Fields): boolean {
  const type = textIn(fields, ['odatatype']).toLowerCase()
  if (type !== '' && !type.endsWith('.user')) return false
  const written = fields['objectclass']
  const classes = (Array.isArray(written) ? written : trimmed(written).split(/[;,|]/)).map((name) =>
    trimmed(name).toLowerCase()
  )
  if (classes.some((name) => NO_PEOPLE.has(name))) return false
  if (classes.some((name) => PEOPLE.has(name))) return true
  // Exports of chosen attributes lack the class; then an account is what tells a person from a unit.
  return classes.every((name) => name === '') && IDENTITIES.some((name) => textIn(fields, [name]) !== '')
}

function factsIn(fields: Fields, identity: string): Omit<ProfileFacts, 'hiredMs'> {
  const firstName = textIn(fields, ['givenname', 'firstname'])
  const lastName = textIn(fields, ['surname', 'sn', 'lastname'])
  return {
    displayName:
      textIn(fields, ['displayname', 'employeename', 'name', 'cn']) || [firstName, lastName].filter(Boolean).join(' '),
    firstName,
    lastName,
    department: textIn(fields, ['department', 'functionalunit', 'dept', 'ou']),
    title: textIn(fields, ['jobtitle', 'title', 'role']),
    country: textIn(fields, ['country', 'countryorregion', 'usagelocation', 'c', 'co']),
    businessUnit: boundedName(unitIn(fields)),
    manager: managerIn(fields),
    aliases: aliasesOf(fields, identity)
  }
}

/** The narrowest that is told; Graph keeps the division in an object of its own. */
function unitIn(fields: Fields): string {
  const organisation = fieldsOf(fields['employeeorgdata'])
  const division = organisation === null ? '' : textIn(plainNames(organisation), ['division'])
  return textIn(fields, ['businessunit', 'division']) || division || textIn(fields, ['companyname', 'company', 'o'])
}

const MANAGERS = ['managerupn', 'manageruserprincipalname', 'manageremail', 'managermail', 'manager', 'supervisor']

function managerIn(fields: Fields): string {
  const expanded = fieldsOf(fields['manager'])
  if (expanded !== null) return textIn(plainNames(expanded), ['userprincipalname', 'mail', 'displayname']).toLowerCase()
  return textIn(fields, MANAGERS).toLowerCase()
}

function spellingsIn(fields: Fields, { displayName }: Omit<ProfileFacts, 'hiredMs'>): readonly string[] {
  const names = [
    textIn(fields, ['dn']),
    textIn(fields, ['distinguishedname', 'onpremisesdistinguishedname']),
    displayName
  ]
  const accounts = [textIn(fields, ['uid', 'userid', 'user']), textIn(fields, ['samaccountname'])]
  const spelled = [...names, ...accounts, textIn(fields, ['employeeid', 'employeenumber'])].map((name) =>
    name.toLowerCase()
  )
  return [...new Set(spelled)].filter((name) => name !== '')
}
