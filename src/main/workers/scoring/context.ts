/** What every evaluation of one run shares, whether it is kept or only tried. */
import { type DayOf, dayOfZone } from '../../../shared/domain/day.ts'
import type { ScoringSettings } from '../../../shared/domain/settings.ts'
import { type Catalogue, loadCatalogue } from '../../policy/load.ts'
import { compileMatchers, type Match } from '../../policy/match.ts'
import { type FactLenses, type FactReader, factReader } from '../../store/facts.ts'
import { readScoringSettings } from '../../store/scoring-settings.ts'
import { readSetting } from '../../store/settings.ts'
import { createLenses, type StoreView } from '../lenses.ts'

export interface ScoringContext {
  readonly view: StoreView
  readonly catalogue: Catalogue
  readonly settings: ScoringSettings
  readonly match: Match
  readonly dayOf: DayOf
  readonly lenses: FactLenses
  readonly facts: FactReader
  /** Nothing after it is looked at; `LATEST` for all. */
  readonly asOfMs: number
}

export const LATEST = Number.MAX_SAFE_INTEGER

export function scoringContext(view: StoreView, asOfMs: number): ScoringContext {
  const catalogue = loadCatalogue()
  const lenses = createLenses(view)
  return {
    view,
    catalogue,
    settings: readScoringSettings(view),
    match: compileMatchers(catalogue),
    dayOf: dayOfZone(readSetting(view.main, 'timezone')),
    lenses,
    facts: factReader(view.main, lenses),
    asOfMs
  }
}
