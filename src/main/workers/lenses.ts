/** Turns the numbers of stored activities into what policies ask: is it outside, has it priority, is the address new. */
import type { Destination } from '../../shared/domain/evaluation.ts'
import { offsetOfZone } from '../../shared/domain/day.ts'
import type { PriorityContent } from '../../shared/domain/policy.ts'
import type { ScoringSettings } from '../../shared/domain/settings.ts'
import { readAssets } from '../store/assets.ts'
import { domainMatcher, domainsOfSet, inferOwnDomains, itemText, siteUrl } from '../store/domains.ts'
import type { PackedFact } from '../store/fact-blocks.ts'
import { type ClassFacts, type FactLenses, hrFactsOf, type PersonLenses } from '../store/facts.ts'
import { labelText, sensitiveTypesOf } from '../store/labels.ts'
import { newAddressesOf, newCountriesOf } from '../store/rollups.ts'
import { readScoringSettings } from '../store/scoring-settings.ts'
import { readSetting } from '../store/settings.ts'
import type { Sql } from '../store/sql.ts'
import { pathMatcher, siteMatcher } from './places.ts'

/** Where to read; on a reader's connection the vault is a schema of the same connection. */
export interface StoreView {
  readonly main: Sql
  readonly vault: Sql
  readonly schema: '' | 'vault.'
}

/** What is the same for every policy; a policy's own priorities are put on top with `withPriority`. */
export function createLenses(view: StoreView): FactLenses {
  const settings = readScoringSettings(view)
  const places = new Places(view)
  const domains = domainLenses(view, settings)
  const people = new Map<number, PersonLenses>()
  const offset = offsetOfZone(readSetting(view.main, 'timezone'))
  return {
    ...domains,
    isPriority: () => false,
    isExcluded: exclusion(settings, places),
    isSensitive: sensitivity(settings, places),
    isPriorityAsset: assetLens(view, places),
    isOffHours: (atMs) => {
      const localMs = atMs + offset(atMs)
      const hour = Math.floor(localMs / HOUR_MS) % 24
      // The first day of 1970 was a Thursday.
      const weekday = (Math.floor(localMs / DAY_MS) + 3) % 7
      return weekday >= 5 || hour < DAY_STARTS || hour >= DAY_ENDS
    },
    ofPerson: (personId) =>
      remembered(people, personId, () => ({
        newAddresses: newAddressesOf(view.main, personId),
        newCountries: newCountriesOf(view.main, personId),
        leftMs: leftMs(view.main, personId)
      }))
  }
}

/** The same with what one policy prioritises. */
export function withPriority(view: StoreView, lenses: FactLenses, priority: PriorityContent): FactLenses {
  return hasPriority(priority) ? { ...lenses, isPriority: priorityLens(priority, new Places(view)) } : lenses
}

export function hasPriority(priority: PriorityContent): boolean {
  return Object.values(priority).some((list) => list.length > 0)
}

/** Domains of the organisation: as set, else inferred from its people's addresses. */
export function ownDomains(view: StoreView): readonly string[] {
  const { own } = readScoringSettings(view).domains
  return own.length > 0 ? own : inferOwnDomains(view.main, view.vault, view.schema)
}

const HOUR_MS = 3_600_000
const DAY_MS = 86_400_000
/** Wide enough for early and late shifts of an office; what lies outside is seldom planned. */
const DAY_STARTS = 6
const DAY_ENDS = 20

function domainLenses(view: StoreView, { domains }: ScoringSettings) {
  const isOwn = domainMatcher([...ownDomains(view), ...domains.allowed])
  const isUnallowed = domainMatcher(domains.unallowed)
  const isOfThirdParty = domainMatcher(domains.thirdParty)
  const destinations = new Map<number, Destination>()
  const thirdParties = new Map<number, boolean>()
  const read = (id: number): readonly string[] => domainsOfSet(view.vault, view.schema, id)
  return {
    destinationOf: (id: number) =>
      remembered(destinations, id, (): Destination => {
        const found = read(id)
        if (found.some(isUnallowed)) return 'unallowed'
        return found.some((domain) => !isOwn(domain)) ? 'outside' : 'inside'
      }),
    isThirdParty: (id: number) => remembered(thirdParties, id, () => read(id).some(isOfThirdParty))
  }
}

type FactTest = (fact: PackedFact, of: ClassFacts) => boolean

function exclusion({ exclusions, alertStates }: ScoringSettings, places: Places): FactTest {
  const extensions = extensionSet(exclusions.extensions)
  const isSite = siteMatcher(exclusions.sites)
  const isPath = pathMatcher(exclusions.paths)
  const keywords = lowered(exclusions.keywords)
  const states = new Set<string>(alertStates)
  return (fact, of) => {
    if (of.alertSeverity !== 'none' && !states.has(of.alertState)) return true
    if (extensions.has(of.extension)) return true
    if (isSite !== null && fact.siteId !== null && places.site(fact.siteId, isSite)) return true
    if (isPath === null && keywords.length === 0) return false
    const text = places.text(fact.id)
    return isPath?.(text.path) === true || keywords.some((keyword) => text.all.includes(keyword))
  }
}

function sensitivity({ exclusions }: ScoringSettings, places: Places): (id: number) => boolean {
  const excluded = new Set(lowered(exclusions.sensitiveTypes))
  return (id) => places.types(id).some((type) => !excluded.has(type))
}

function priorityLens(priority: PriorityContent, places: Places): FactTest {
  const extensions = extensionSet(priority.extensions)
  const isSite = siteMatcher(priority.sites)
  const keywords = lowered(priority.keywords)
  const labels = new Set(lowered(priority.labels))
  const types = new Set(lowered(priority.sensitiveTypes))
  return (fact, of) => {
    if (isSite !== null && fact.siteId !== null && places.site(fact.siteId, isSite)) return true
    if (extensions.has(of.extension)) return true
    if (labels.size > 0 && of.labelId !== 0 && labels.has(places.label(of.labelId))) return true
    if (types.size > 0 && of.sensitiveSetId !== 0 && places.types(of.sensitiveSetId).some((type) => types.has(type)))
      return true
    if (keywords.length === 0) return false
    const { all } = places.text(fact.id)
    return keywords.some((keyword) => all.includes(keyword))
  }
}

function assetLens(view: StoreView, places: Places): FactTest {
  const assets = readAssets(view)
  if (assets.size === 0) return () => false
  return (fact, of) => {
    if (of.workload !== BADGE) return false
    // The reader keeps the asset's name as the path and its number as the device.
    const { path, device } = places.text(fact.id)
    return assets.has(path) || assets.has(device)
  }
}

/** What badge readers call their log. */
const BADGE = 'Badge'

/** The end of the last working day, where departures are known. */
function leftMs(main: Sql, personId: number): number | null {
  const last = hrFactsOf(main, personId)
    .filter(({ kind }) => kind === 'resignation' || kind === 'termination')
    .at(-1)
  return last === undefined ? null : (last.lastDayMs ?? last.atMs) + DAY_MS
}

/** Texts of the vault that lists are compared with, in lower case; what repeats is remembered. */
class Places {
  private readonly sites = new Map<number, string>()
  private readonly labels = new Map<number, string>()
  private readonly sets = new Map<number, readonly string[]>()

  constructor(private readonly view: StoreView) {}

  site(id: number, isMeant: (url: string) => boolean): boolean {
    const { vault, schema } = this.view
    return isMeant(remembered(this.sites, id, () => siteUrl(vault, schema, id).toLowerCase().replace(/\/+$/, '')))
  }

  label(id: number): string {
    const { vault, schema } = this.view
    return remembered(this.labels, id, () => labelText(vault, schema, id).toLowerCase())
  }

  types(id: number): readonly string[] {
    const { vault, schema } = this.view
    return remembered(this.sets, id, () => sensitiveTypesOf(vault, schema, id).map((type) => type.toLowerCase()))
  }

  text(activityId: number): ReturnType<typeof itemText> {
    return itemText(this.view.vault, this.view.schema, activityId)
  }
}

function extensionSet(list: readonly string[]): ReadonlySet<string> {
  return new Set(lowered(list).map((extension) => extension.replace(/^\./, '')))
}

function lowered(list: readonly string[]): readonly string[] {
  return list.map((text) => text.toLowerCase()).filter((text) => text !== '')
}

function remembered<Key, Value>(known: Map<Key, Value>, key: Key, make: () => Value): Value {
  const seen = known.get(key)
  if (seen !== undefined) return seen
  const value = make()
  known.set(key, value)
  return value
}
