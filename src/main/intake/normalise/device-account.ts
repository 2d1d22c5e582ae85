/**
 * Who an account is that a device names by domain, name and security id. Accounts of machines, of the system and of
 * services are never people, in whichever language the system was installed.
 */
import { trimmed } from './field.ts'
import { type Identity, identityOf } from './m365/identity.ts'
import { isServiceAccount, isServiceSid } from './service-account.ts'

export interface Account {
  readonly principal: unknown
  readonly domain: unknown
  readonly name: unknown
  readonly sid: unknown
}

const NOBODY: Identity = { name: '', kind: 'unknown' }

export function deviceAccountOf({ principal, domain, name, sid }: Account): Identity {
  const bare = trimmed(name)
  const upn = trimmed(principal)
  const realm = trimmed(domain)
  const spelled = upn !== '' ? upn : bare === '' ? '' : realm === '' || bare.includes('\\') ? bare : `${realm}\\${bare}`
  if (spelled === '') return identityOf(trimmed(sid))
  const identity = identityOf(spelled)
  const local = (bare || upn.replace(/@.*$/, '')).toLowerCase()
  const isService = isServiceSid(trimmed(sid).toLowerCase()) || isServiceAccount(realm.toLowerCase(), local)
  return isService ? { name: identity.name, kind: 'service' } : identity
}

/** The first person of several accounts; else the first that has a name at all. */
export function firstPersonOf(candidates: readonly Identity[]): Identity {
  const named = candidates.filter(({ name }) => name !== '')
  return named.find(({ kind }) => kind === 'person' || kind === 'guest') ?? named[0] ?? NOBODY
}
