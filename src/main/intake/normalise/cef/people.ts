/** Who a CEF record is about, and whom it reached: the source user acts, unless its field names the machine. */
import { addDomains, addTargets, type Filling } from '../filling.ts'
import { trimmed, type Fields } from '../field.ts'
import { domainsOf, identityOf, type Identity } from '../m365/identity.ts'
import { accountOf, NOBODY } from '../windows/account.ts'

/** Labels under which products keep the person in a string of their own. */
const PERSON_LABEL = /^(?:.*[_\s(])?(ad[_\s]?account|user[_\s]?name|user|account[_\s]?name)\)?$/i
const MISSING = /^(n\/a|-|none|unknown|null)?$/i

/** Vendors who put the acting account into the field of the target, and the sender of a mail into that of the source. */
const ACTS_AS_TARGET = /^varonis/i

export function fillPeople(draft: Filling, extension: Fields, labelled: Fields, vendor: string): void {
  const source = personIn(extension, 'suser', 'sntdom', ['shost', 'dvchost', 'dhost'])
  const target = personIn(extension, 'duser', 'dntdom', ['dhost'])
  const byLabel = Object.entries(labelled).find(
    ([label, value]) => PERSON_LABEL.test(label) && !MISSING.test(trimmed(value))
  )
  const actor = [
    ...(ACTS_AS_TARGET.test(vendor) ? [target, source] : [source, target]),
    acting(extension),
    byLabel === undefined ? NOBODY : spelled('', trimmed(byLabel[1])),
    spelled('', trimmed(extension['suid']))
  ].find(({ name }) => name !== '')
  draft.actor = actor?.name ?? ''
  draft.actorKind = actor?.kind ?? 'unknown'
  if (target.name === '' || target.name === draft.actor) return
  addTargets(draft, [target.name])
  addDomains(draft, domainsOf([target.name]))
}

function personIn(extension: Fields, field: string, domainField: string, hosts: readonly string[]): Identity {
  const name = trimmed(extension[field])
  const isHost = hosts.some((host) => trimmed(extension[host]).toLowerCase() === name.toLowerCase())
  if (isHost && !name.includes('@')) return NOBODY
  const login = trimmed(extension['loginID'])
  // Proxies write the person's place in the directory, and the account beside it.
  if (/^(ldap|winnt):\/\//i.test(name)) return spelled('', MISSING.test(login) ? (name.split('/').pop() ?? '') : login)
  return spelled(trimmed(extension[domainField]).replace(/\\+$/, ''), name)
}

/** A product that names the acting account in fields of its own. */
function acting(extension: Fields): Identity {
  return spelled(trimmed(extension['ActingObjectDomaineName']), trimmed(extension['ActingObjectSAM']))
}

function spelled(domain: string, written: string): Identity {
  if (MISSING.test(written)) return NOBODY
  const name = written.replace(/\\\\/g, '\\')
  // The cloud's own tools sign with the account they run under and their name.
  if (/\(Microsoft\.[\w.]+\)$/i.test(name)) return { name: name.toLowerCase(), kind: 'service' }
  if (name.includes('@') && !name.includes('\\')) return identityOf(name)
  return accountOf(name.includes('\\') || MISSING.test(domain) || /^workgroup$/i.test(domain) ? '' : domain, name)
}
