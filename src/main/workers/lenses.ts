/** Turns the numbers of stored activities into what policies ask: is it outside, has it priority, is the address new. */
import type { Destination } from '../../shared/domain/evaluation.ts'
import type { PolicyDefinition } from '../../shared/domain/policy.ts'
import { domainsOfSet, inferOwnDomains, itemText, siteUrl } from '../store/domains.ts'
import type { FactLenses } from '../store/facts.ts'
import { newAddressesOf } from '../store/rollups.ts'
import { readSetting } from '../store/settings.ts'
import type { Sql } from '../store/sql.ts'

/** Where to read; on a reader's connection the vault is a schema of the same connection. */
export interface StoreView {
  readonly main: Sql
  readonly vault: Sql
  readonly schema: '' | 'vault.'
}

export type PriorityContent = PolicyDefinition['priorityContent']
export const NO_PRIORITY: PriorityContent = { sites: [], extensions: [], keywords: [] }

export function createLenses(view: StoreView, priority: PriorityContent): FactLenses {
  const own = new Set(ownDomains(view))
  const unallowed = new Set(
    readSetting(view.main, 'unallowedDomains')
      .split(' ')
      .filter((domain) => domain !== '')
  )
  const destinations = new Map<number, Destination>()
  const prioritySites = new Map<number, boolean>()
  const newAddresses = new Map<number, ReadonlyMap<number, number>>()
  const sites = priority.sites.map((site) => site.toLowerCase().replace(/\/+$/, ''))
  const extensions = new Set(priority.extensions.map((extension) => extension.toLowerCase().replace(/^\./, '')))
  const keywords = priority.keywords.map((keyword) => keyword.toLowerCase()).filter((keyword) => keyword !== '')

  const isPrioritySite = (siteId: number): boolean =>
    remembered(prioritySites, siteId, () => {
      const url = siteUrl(view.vault, view.schema, siteId).toLowerCase().replace(/\/+$/, '')
      return sites.some(
        (site) => url === site || url.startsWith(`${site}/`) || (site.startsWith('/') && url.endsWith(site))
      )
    })

  return {
    destinationOf: (domainSetId) =>
      remembered(destinations, domainSetId, () => {
        const domains = domainsOfSet(view.vault, view.schema, domainSetId)
        if (domains.some((domain) => belongsTo(domain, unallowed))) return 'unallowed'
        return domains.some((domain) => !belongsTo(domain, own)) ? 'outside' : 'inside'
      }),
    isPriority: (activityId, siteId, extension) => {
      if (siteId !== null && sites.length > 0 && isPrioritySite(siteId)) return true
      if (extensions.has(extension)) return true
      if (keywords.length === 0) return false
      const text = itemText(view.vault, view.schema, activityId)
      return keywords.some((keyword) => text.includes(keyword))
    },
    newAddressSinceMs: (personId, addressId) =>
      remembered(newAddresses, personId, () => newAddressesOf(view.main, personId)).get(addressId) ?? null
  }
}

/** Domains of the organisation: as set, else inferred from its people's addresses. */
export function ownDomains({ main, vault, schema }: StoreView): readonly string[] {
  const set = readSetting(main, 'ownDomains')
    .split(' ')
    .filter((domain) => domain !== '')
  return set.length > 0 ? set : inferOwnDomains(main, vault, schema)
}

/** A domain belongs to itself and to every domain above it: `mail.contoso.com` to `contoso.com`. */
function belongsTo(domain: string, domains: ReadonlySet<string>): boolean {
  let rest = domain
  for (;;) {
    if (domains.has(rest)) return true
    const dot = rest.indexOf('.')
    if (dot < 0) return false
    rest = rest.slice(dot + 1)
  }
}

function remembered<Key, Value>(known: Map<Key, Value>, key: Key, make: () => Value): Value {
  const seen = known.get(key)
  if (seen !== undefined) return seen
  const value = make()
  known.set(key, value)
  return value
}
