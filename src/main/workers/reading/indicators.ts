/** The catalogue as the window shows it: each indicator with its examples, and what the imported activities show of it. */
import type { IndicatorView, SequenceView } from '../../../shared/contract/policy.ts'
import { countOf, type Indicator } from '../../policy/indicator.ts'
import type { Catalogue } from '../../policy/load.ts'
import { levelOf } from '../../policy/score.ts'
import { eachPersonDays } from '../../store/day-counts.ts'
import type { Sql } from '../../store/sql.ts'
import { perState } from './per-state.ts'

export type Hits = ReadonlyMap<string, IndicatorView['hits']>

const NO_HITS: IndicatorView['hits'] = { personDays: 0, people: 0, low: 0, medium: 0, high: 0 }

export const hitsOf = perState(({ sql, catalogue }) => countHits(sql, catalogue))

export function indicatorView(
  indicator: Indicator,
  { templates }: Pick<Catalogue, 'templates'>,
  indicatorsOff: readonly string[],
  hits: Hits
): IndicatorView {
  const { id, examples, shape } = indicator
  return {
    id,
    name: indicator.name,
    category: indicator.category,
    why: indicator.why,
    blindSpots: [...indicator.blindSpots],
    harmlessWhen: [...indicator.harmlessWhen],
    references: [...indicator.references],
    counts: shape.of,
    thresholds: indicator.thresholds,
    mustFire: examples['must-fire'].map(({ says }) => ({ says })),
    mustNot: examples['must-not'].map(({ says }) => ({ says })),
    isOn: !indicatorsOff.includes(id),
    templates: [...templates.values()]
      .filter(({ definition }) => definition.indicators.includes(id))
      .map((template) => template.id),
    hits: hits.get(id) ?? NO_HITS
  }
}

export function sequenceViews({ sequences }: Pick<Catalogue, 'sequences'>): SequenceView[] {
  return [...sequences.values()].map((pattern) => ({
    id: pattern.id,
    name: pattern.name,
    why: pattern.why,
    blindSpots: [...pattern.blindSpots],
    harmlessWhen: [...pattern.harmlessWhen],
    steps: pattern.steps.map(({ category, words, indicators }) => ({ category, words, indicators: [...indicators] })),
    windowDays: pattern.windowDays,
    items: pattern.items
  }))
}

/** A day that reaches a level has reached the lower ones as well. */
function countHits(sql: Sql, { indicators }: Catalogue): Hits {
  const hits = new Map<string, { personDays: number; people: number; low: number; medium: number; high: number }>()
  for (const { counts } of eachPersonDays(sql)) {
    const seen = new Set<string>()
    for (const count of counts) {
      const indicator = indicators.get(count.indicator)
      if (indicator === undefined) continue
      let hit = hits.get(count.indicator)
      if (hit === undefined) {
        hit = { ...NO_HITS }
        hits.set(count.indicator, hit)
      }
      const level = levelOf(countOf(indicator, count), indicator.thresholds)
      hit.personDays += 1
      if (!seen.has(count.indicator)) hit.people += 1
      seen.add(count.indicator)
      if (level >= 1) hit.low += 1
      if (level >= 2) hit.medium += 1
      if (level >= 3) hit.high += 1
    }
  }
  return hits
}
