/** Which indicators and counts a policy works with. Refuses a definition that names what the catalogue does not know. */
import type { DayCount } from '../../shared/domain/evaluation.ts'
import type { PolicyDefinition } from '../../shared/domain/policy.ts'
import type { Indicator } from './indicator.ts'
import { CatalogueError, checkDefinition } from './load.ts'
import type { Catalogue } from './load.ts'

/**
 * The policy's own choice, or else its template's, or else all; without those that are switched off for all policies.
 * Worked out once for all people who are evaluated under the same objects. Throws a CatalogueError.
 */
export function chosenIndicators(
  definition: PolicyDefinition,
  catalogue: Catalogue,
  indicatorsOff: readonly string[] = []
): ReadonlyMap<string, Indicator> {
  const off = indicatorsOff.join(' ')
  const seen = known.get(definition)
  if (seen !== undefined && seen.catalogue === catalogue && seen.off === off) return seen.indicators
  const problems = checkDefinition(definition, catalogue)
  if (problems.length > 0) throw new CatalogueError(`policy: ${problems.join('; ')}`)
  const ofTemplate = catalogue.templates.get(definition.template)?.definition.indicators ?? []
  const chosen = new Set(definition.indicators.length > 0 ? definition.indicators : ofTemplate)
  const without = new Set(indicatorsOff)
  const indicators = new Map(
    [...catalogue.indicators].filter(([id]) => (chosen.size === 0 || chosen.has(id)) && !without.has(id))
  )
  known.set(definition, { catalogue, off, indicators })
  return indicators
}

const known = new WeakMap<
  PolicyDefinition,
  { readonly catalogue: Catalogue; readonly off: string; readonly indicators: ReadonlyMap<string, Indicator> }
>()

/**
 * Counts of events on priority content alone. A day without any stays, as a day on which the person was active. Where only
 * two numbers of a day are known and not how they meet, they meet as little as they can: so a further activity without
 * priority never makes the others weigh less.
 */
export function ofPriority(dayCounts: readonly DayCount[]): readonly DayCount[] {
  return dayCounts.map((count) => {
    const events = count.priorityEvents
    const atMost = (part: number): number => Math.min(part, events)
    return {
      ...count,
      events,
      distinctItems: atMost(count.distinctItems),
      newAddressEvents: atMost(count.newAddressEvents),
      ownSiteEvents: Math.max(0, events + count.ownSiteEvents - count.events),
      unallowedEvents: atMost(count.unallowedEvents),
      sensitiveEvents: atMost(count.sensitiveEvents)
    }
  })
}
