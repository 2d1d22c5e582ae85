/**
 * One spelling for every identity, and what kind of actor it is. Machine accounts of the cloud never become people; a
 * bare object id or security id names nobody, so it stays unknown.
 */
import type { ActorKind } from '../../../../shared/domain/draft.ts'

export interface Identity {
  readonly name: string
  readonly kind: ActorKind
}

const NOBODY: Identity = { name: '', kind: 'unknown' }

/** Names of services as they appear in UserId, in lower case. */
const SERVICE_NAMES = new Set([
  'app@sharepoint',
  'securitycompliancealerts',
  'dlpagent',
  'dlppolicyeventbasedassistantonedriveforbusiness',
  'dlppolicyeventbasedassistantsharepoint',
  'ffoservicepartneruser',
  'threatintel',
  'microsoft teams sync',
  'azure mfa strongauthenticationservice',
  'azure ests service',
  'office365 backend process',
  'system',
  'system account',
  'localsystem',
  'localservice',
  'networkservice',
  'microsoft',
  'microsoftonline',
  'microsoft office 365 portal',
  'microsoft.exchange.servicehost',
  's-1-5-18',
  's-1-5-19',
  's-1-5-20'
])
/** Starts of service names: authorities of Windows, products, application principals. */
const SERVICE_STARTS = [
  'nt authority\\',
  'nt service\\',
  'sharepoint\\',
  'microsoft\\',
  'serviceprincipal_',
  'nt virtual machine\\',
  'iis apppool\\',
  'dlppolicy',
  'microsoft.',
  'i:0i.t|',
  'i:0i.0|'
]
/** What stands where a name should be. */
const NO_NAMES = new Set([
  'not-found',
  'not available',
  'certificate',
  'unknown',
  'anonymous',
  '<null>',
  'null',
  '-',
  'n/a',
  'none'
])
/** Ends of addresses that only accounts inside the provider's data centres have. */
const SERVICE_ENDS = ['.prod.outlook.com', '.outlook.com.prod', '@sharepoint', '@service.microsoft.com']

const GUID = /^[{(]?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}[)}]?(@.*)?$/
/** People repeat in every log; past this many distinct names the memory is started afresh. */
const REMEMBERED = 50_000
let known = new Map<string, Identity>()

export function identityOf(written: string): Identity {
  const remembered = known.get(written)
  if (remembered !== undefined) return remembered
  const identity = readIdentity(written.trim())
  if (known.size >= REMEMBERED) known = new Map()
  known.set(written, identity)
  return identity
}

/** Identities that can be acted upon or written to: people and guests in canonical spelling, nothing else. */
export function peopleIn(values: readonly string[]): string[] {
  const people: string[] = []
  for (const value of values) {
    const { name, kind } = identityOf(value)
    if (name !== '' && (kind === 'person' || kind === 'guest')) people.push(name)
  }
  return people
}

function domainOf(identity: string): string {
  const at = identity.lastIndexOf('@')
  return at <= 0 ? '' : identity.slice(at + 1)
}

export function domainsOf(identities: readonly string[]): string[] {
  return identities.map(domainOf).filter((domain) => domain.includes('.'))
}

function readIdentity(text: string): Identity {
  if (text === '') return NOBODY
  const lower = text.toLowerCase()
  if (NO_NAMES.has(lower)) return { name: lower, kind: 'unknown' }
  if (lower.startsWith('urn:spo:guest#')) return { name: lower.slice(14), kind: 'guest' }
  if (lower.startsWith('urn:spo:anon#')) return { name: lower, kind: 'guest' }
  if (lower.startsWith('urn:spo:tenantanon#')) return { name: lower, kind: 'guest' }
  if (isService(lower)) return { name: lower, kind: 'service' }
  const claim = lower.startsWith('i:0') ? lower.slice(lower.lastIndexOf('|') + 1) : lower
  const bare = claim.startsWith('smtp:') ? claim.slice(5) : claim
  const guest = bare.indexOf('#ext#')
  if (guest > 0) return { name: guestAddress(bare.slice(0, guest)), kind: 'guest' }
  const bracketed = /<([^<>\s]+@[^<>\s]+)>$/.exec(bare)?.[1]
  const name = bracketed ?? bare
  if (GUID.test(name) || /^s-1-\d+(-\d+)+$/.test(name) || /^[0-9a-f]{16}(@.*)?$/.test(name))
    return { name, kind: 'unknown' }
  return { name, kind: 'person' }
}

function isService(lower: string): boolean {
  return (
    SERVICE_NAMES.has(lower) ||
    SERVICE_STARTS.some((start) => lower.startsWith(start)) ||
    SERVICE_ENDS.some((end) => lower.endsWith(end))
  )
}

/** `anna_partner.example` of `anna_partner.example#EXT#@tenant` was `anna@partner.example`: the last underscore is the at sign. */
function guestAddress(local: string): string {
  const at = local.lastIndexOf('_')
  return at > 0 && local.indexOf('.', at) > 0 ? `${local.slice(0, at)}@${local.slice(at + 1)}` : local
}
