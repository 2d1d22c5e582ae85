/** The product's ranking and every baseline beside it, all of the same person-days. */
import type { Features } from '../measure/features.ts'
import type { ScoredDay } from '../measure/found.ts'
import { OWN_NAME } from '../measure/result.ts'
import { byComponents } from './components.ts'
import { byForest } from './forest.ts'
import { atRandom, byOwnDeviation, byVolume } from './simple.ts'

export interface NamedRanking {
  readonly name: string
  readonly scored: readonly ScoredDay[]
}

/** The product first. */
export function rankAll(product: readonly ScoredDay[], features: Features): readonly NamedRanking[] {
  return [
    { name: OWN_NAME, scored: product },
    { name: 'random', scored: atRandom(features) },
    { name: 'volume', scored: byVolume(features) },
    { name: 'own z-score', scored: byOwnDeviation(features) },
    { name: 'principal components', scored: byComponents(features) },
    { name: 'isolation forest', scored: byForest(features) }
  ]
}
