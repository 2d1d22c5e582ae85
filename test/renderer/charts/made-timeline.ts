/** Timelines of invented people for the charts' tests; always the same for the same numbers. */
import { Timeline } from '../../../src/shared/contract/activity.ts'
import { CATEGORIES } from '../../../src/shared/domain/category.ts'
import { severityOf } from '../../../src/shared/domain/severity.ts'

const DAY_MS = 86_400_000
export const START_MS = Date.UTC(2025, 0, 1, 11)

/** Numbers from 0 to 1 that look thrown but are not. */
export function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return state / 4_294_967_296
  }
}

export interface MadeInsight {
  readonly dayIndex: number
  readonly count: number
  readonly score: number
  readonly category?: (typeof CATEGORIES)[number]
}

export function madeTimeline(insights: readonly MadeInsight[], rest: Partial<Timeline> = {}): Timeline {
  const last = insights.reduce((max, { dayIndex }) => Math.max(max, dayIndex), 0)
  return Timeline.parse({
    pseudonym: 'ANON-4K7Q-2M',
    fromMs: START_MS,
    toMs: START_MS + last * DAY_MS,
    timezone: 'Europe/Berlin',
    insights: insights.map(({ dayIndex, count, score, category }, index) => {
      const atMs = START_MS + dayIndex * DAY_MS
      return {
        key: `insight-${index}`,
        date: new Date(atMs).toISOString().slice(0, 10),
        atMs,
        indicator: 'download-files',
        name: 'Downloads files',
        category: category ?? CATEGORIES[index % CATEGORIES.length],
        count,
        score,
        severity: severityOf(score),
        says: `${count} files downloaded`
      }
    }),
    sequences: [],
    flags: [],
    density: [...new Set(insights.map(({ dayIndex }) => dayIndex))].map((dayIndex) => ({
      date: new Date(START_MS + dayIndex * DAY_MS).toISOString().slice(0, 10),
      atMs: START_MS + dayIndex * DAY_MS,
      activities: 5 + dayIndex
    })),
    ...rest
  })
}

export function manyInsights(amount: number, days: number, seed = 7): readonly MadeInsight[] {
  const throwDice = dice(seed)
  return Array.from({ length: amount }, () => ({
    dayIndex: Math.floor(throwDice() * days),
    count: 1 + Math.floor(throwDice() ** 4 * 900),
    score: Math.round(throwDice() ** 2 * 100)
  }))
}
