/** Tells how long an import read and stored, and how long it scored, by what the desk says about its progress. */
import type { ImportProgress } from '../../../shared/contract/import.ts'

export interface Phases {
  start(): void
  hear(progress: ImportProgress): void
  /** Times of the import that ends now. */
  end(): { readonly readingMs: number; readonly scoringMs: number }
}

export function watchPhases(onScoring: () => void): Phases {
  let startedMs = 0
  let scoringFromMs: number | null = null
  return {
    start: () => {
      startedMs = performance.now()
      scoringFromMs = null
    },
    hear: ({ phase }) => {
      if (phase !== 'scoring' || scoringFromMs !== null) return
      scoringFromMs = performance.now()
      onScoring()
    },
    end: () => {
      const endedMs = performance.now()
      const borderMs = scoringFromMs ?? endedMs
      return { readingMs: borderMs - startedMs, scoringMs: endedMs - borderMs }
    }
  }
}
