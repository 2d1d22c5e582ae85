/** Days on which a person does markedly much of something; summed over everybody they show a whole team's move. */
import type { DayCount } from '../../shared/domain/evaluation.ts'
import type { PolicyDefinition } from '../../shared/domain/policy.ts'
import { countOf } from './indicator.ts'
import { thresholdsOf } from './threshold.ts'
import type { Catalogue } from './load.ts'
import { levelOf } from './score.ts'

export interface Spike {
  readonly indicator: string
  readonly day: number
}

/** Days of level 2 or more; leave the person themself out when counting the others of a day. */
export function spikesOf(
  dayCounts: readonly DayCount[],
  { indicators }: Pick<Catalogue, 'indicators'>,
  definition: Pick<PolicyDefinition, 'thresholds'>
): readonly Spike[] {
  return dayCounts.flatMap((count) => {
    const indicator = indicators.get(count.indicator)
    if (indicator === undefined || levelOf(countOf(indicator, count), thresholdsOf(indicator, definition)) < 2)
      return []
    return [{ indicator: indicator.id, day: count.day }]
  })
}
