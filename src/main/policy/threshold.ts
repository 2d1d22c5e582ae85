/** Which three daily numbers hold for an indicator in a policy: its own, the policy's, or multiples of what is usual. */
import type { PolicyDefinition, ThresholdChoice, Thresholds } from '../../shared/domain/policy.ts'
import type { Indicator } from './indicator.ts'

/** Numbers in the spelling of thresholds; multiples of a usual need not be whole. */
export type Levels = Readonly<Thresholds>

/**
 * Twice and four times the chosen multiple are the next levels: each level of the files, too, is a few times the one
 * before, and doubling keeps a choice of one number as easy to follow as it looks.
 */
const STEP = 2
/** Where none is usual, any single one would be endlessly many times as much; one a day stands in. */
const LEAST_USUAL = 1

/** Whole numbers, also for a policy that chose multiples: then those of the file, for whatever knows no usual. */
export function thresholdsOf(indicator: Indicator, definition: Pick<PolicyDefinition, 'thresholds'>): Levels {
  const chosen = definition.thresholds[indicator.id]
  return chosen === undefined || isAboveUsual(chosen) ? indicator.thresholds : chosen
}

/** How many times the usual a day must exceed; null where the policy counts by numbers. */
export function timesUsual(indicator: Indicator, definition: Pick<PolicyDefinition, 'thresholds'>): number | null {
  const chosen = definition.thresholds[indicator.id]
  return chosen !== undefined && isAboveUsual(chosen) ? chosen.aboveUsual : null
}

export function levelsAbove(usual: number, times: number): Levels {
  const low = times * Math.max(LEAST_USUAL, usual)
  return { low, medium: low * STEP, high: low * STEP * STEP }
}

function isAboveUsual(choice: ThresholdChoice): choice is { aboveUsual: number } {
  return 'aboveUsual' in choice
}
