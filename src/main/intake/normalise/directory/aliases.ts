/** Further spellings of one person in a directory: addresses, account names, numbers, the security id. */
import { type Fields, listOf, textOf, trimmed } from '../field.ts'
import { identityOf } from '../m365/identity.ts'

/** Canonical, once each, without the identity itself. `fields` are under plain names. */
export function aliasesOf(fields: Fields, identity: string): readonly string[] {
  const written = [
    ...ADDRESSES.flatMap((name) => textsOf(fields[name])),
    ...textsOf(fields['proxyaddresses']).filter((address) => /^smtp:/i.test(address)),
    ...ACCOUNTS.flatMap((name) => textsOf(fields[name])),
    ...accountsInDomain(fields),
    ...SECURITY_IDS.flatMap((name) => textsOf(fields[name])),
    ...SECURITY_IDS.map((name) => securityId(fields[name]))
  ]
  const names = written.map((text) => identityOf(text).name)
  return [...new Set(names)].filter((name) => name !== '' && name !== identity)
}

const ADDRESSES = [
  'userprincipalname',
  'upn',
  'mail',
  'email',
  'emailaddress',
  'primarysmtpaddress',
  'othermails',
  'alternateemailaddress',
  'onpremisesuserprincipalname'
]
const ACCOUNTS = [
  'onpremisessamaccountname',
  'samaccountname',
  'msdsprincipalname',
  'uid',
  'userid',
  'user',
  'employeeid',
  'employeenumber'
]
const SECURITY_IDS = ['onpremisessecurityidentifier', 'objectsid', 'sid']

/** Texts of a value: a list, JSON text of one, or texts with a separator, among which exports know five. */
function textsOf(value: unknown): string[] {
  if (Buffer.isBuffer(value)) return []
  const listed = Array.isArray(value) ? value : listOf(value)
  const texts = listed.length > 0 ? listed.map(textOf) : textOf(value).split(/[;,|\n]|\+(?=[a-z0-9]+:)/i)
  return texts.map((text) => text.trim()).filter((text) => text !== '')
}

/**
 * `domain\account`, as logs of Windows write it. Directories tell the domain's full name only, of which the short one is
 * the first part nearly everywhere; a wrong guess claims a spelling that nobody else has.
 */
function accountsInDomain(fields: Fields): string[] {
  const account = trimmed(fields['onpremisessamaccountname'] ?? fields['samaccountname'])
  const name = trimmed(fields['onpremisesdomainname']) || domainOf(trimmed(fields['dn'] ?? fields['distinguishedname']))
  const domain = name.split('.')[0] ?? ''
  return account === '' || domain === '' ? [] : [`${domain}\\${account}`]
}

function domainOf(distinguishedName: string): string {
  return /(?:^|,)\s*dc=([^,]+)/i.exec(distinguishedName)?.[1]?.trim() ?? ''
}

/** A security id in its bytes: version, count, authority, parts; empty for anything else. Source: MS-DTYP 2.4.2.2. */
function securityId(value: unknown): string {
  if (!Buffer.isBuffer(value) || value.length < 8) return ''
  const count = value[1] ?? 0
  if (value.length !== 8 + count * 4) return ''
  const parts = Array.from({ length: count }, (_, index) => value.readUInt32LE(8 + index * 4))
  return ['S', value[0], value.readUIntBE(2, 6), ...parts].join('-')
}
