/**
 * One spelling for Windows accounts, and what kind of actor each is. Machine accounts, accounts that Windows itself runs
 * under, and a bare security id never become people.
 */
import type { Identity } from '../m365/identity.ts'
import { identityOf } from '../m365/identity.ts'
import { isServiceAccount, isServiceSid } from '../service-account.ts'

export const NOBODY: Identity = { name: '', kind: 'unknown' }

/** What stands where a name should be. */
const NO_NAMES = new Set(['', '-', 'n/a', 'null', '(null)', '<null>', 'null sid', 'unknown', 's-1-0-0', '-\\-', '\\'])

const KNOWN_SIDS: ReadonlyMap<string, string> = new Map([
  ['s-1-5-7', 'nt authority\\anonymous logon'],
  ['s-1-5-18', 'nt authority\\system'],
  ['s-1-5-19', 'nt authority\\local service'],
  ['s-1-5-20', 'nt authority\\network service']
])

/** People and machines repeat in every log; past this many distinct accounts the memory is started afresh. */
const REMEMBERED = 50_000
let known = new Map<string, Identity>()

export function accountOf(domain: string, name: string, sid = ''): Identity {
  if (name === '' && sid === '') return NOBODY
  const key = `${domain}\n${name}\n${sid}`
  const remembered = known.get(key)
  if (remembered !== undefined) return remembered
  const identity = readAccount(domain, name, sid)
  if (known.size >= REMEMBERED) known = new Map()
  known.set(key, identity)
  return identity
}

function readAccount(domain: string, name: string, sid: string): Identity {
  const lowerSid = sid.trim().toLowerCase()
  const named = spelled(domain.trim().toLowerCase(), name.trim().toLowerCase())
  if (named.name === '') {
    if (NO_NAMES.has(lowerSid)) return NOBODY
    return { name: KNOWN_SIDS.get(lowerSid) ?? lowerSid, kind: isServiceSid(lowerSid) ? 'service' : 'unknown' }
  }
  return isServiceSid(lowerSid) && named.kind === 'person' ? { name: named.name, kind: 'service' } : named
}

function spelled(domain: string, name: string): Identity {
  if (NO_NAMES.has(name)) return NOBODY
  const slash = name.lastIndexOf('\\')
  if (slash !== -1) return spelled(name.slice(0, slash), name.slice(slash + 1))
  if (/^s-1-\d+-[\d-]+$/.test(name)) return { name, kind: isServiceSid(name) ? 'service' : 'unknown' }
  const at = name.indexOf('@')
  if (isServiceAccount(domain, at > 0 ? name.slice(0, at) : name))
    return { name: NO_NAMES.has(domain) || at > 0 ? name : `${domain}\\${name}`, kind: 'service' }
  // A name with an at sign is whole; a domain in front of it is the realm once more.
  if (at > 0) return identityOf(name)
  return { name: NO_NAMES.has(domain) ? name : `${domain}\\${name}`, kind: 'person' }
}
