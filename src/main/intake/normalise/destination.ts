/** Where data went, as logs write it: addresses, domains, hosts of URLs, in one list. */
import { domainsOf, peopleIn } from './m365/identity.ts'
import { addDomains, addTargets, type Filling } from './filling.ts'

export function addDestinations(draft: Filling, written: string): void {
  for (const part of written.split(/[;,]/)) {
    const text = part.trim()
    if (text === '') continue
    const domain = text.includes('@') ? '' : hostOf(text)
    if (domain !== '') addDomains(draft, [domain])
    else {
      const people = peopleIn([text])
      addTargets(draft, people)
      addDomains(draft, domainsOf(people))
    }
  }
}

/** Host of a URL or a bare domain, in lower case; empty for anything else, and for hosts without a dot. */
export function hostOf(text: string): string {
  const bare = text.replace(/^[a-z][a-z0-9+.-]*:\/\//i, '').replace(/[/?#].*$/, '')
  const host = bare
    .slice(bare.lastIndexOf('@') + 1)
    .replace(/:\d+$/, '')
    .toLowerCase()
  return /^(?:[a-z0-9_-]+\.)+[a-z][a-z0-9-]+$/.test(host) ? host : ''
}
