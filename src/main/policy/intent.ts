/**
 * Whether more than amounts speaks for an alert. Much of one thing is most often work that nobody told the investigator
 * of; High is for what was also hidden, broken or entered, or comes at a turn in somebody's employment.
 */
import type { Insight, TriggerEvent } from '../../shared/domain/evaluation.ts'
import type { Trigger } from '../../shared/domain/policy.ts'
import type { FoundSequence } from './sequence.ts'

/** What record of a person makes an amount more than an amount: a departure, or a reason for resentment. */
const TURNS: ReadonlySet<Trigger> = new Set<Trigger>([
  'hr-resignation',
  'hr-termination',
  'account-deleted',
  'hr-performance-review',
  'hr-improvement-plan',
  'hr-job-level-change'
])

export function isAtTurn(triggers: readonly Pick<TriggerEvent, 'trigger'>[]): boolean {
  return triggers.some(({ trigger }) => TURNS.has(trigger))
}

/** Breaking protection, entering rooms, hiding. Collecting, reading and giving away are amounts; deleting alone tidies up. */
export function isTelling({ category }: Pick<Insight, 'category'>): boolean {
  return category === 'security' || category === 'physical' || category === 'obfuscation'
}

/** What left and was hidden or cleaned up after; what only was fetched and deleted has moved house. */
export function isTellingSequence({ hit: { steps } }: FoundSequence): boolean {
  const has = (wanted: string): boolean => steps.some(({ category }) => category === wanted)
  return has('exfiltration') && (has('obfuscation') || has('clean-up'))
}

/** What speaks for intent must be worth half of certainty by itself: one archive or one alert is in everybody's year. */
const TELLING_FROM = 50

export function tellsEnough(score: number): boolean {
  return score >= TELLING_FROM
}

/** Medium ends at 66, and order is kept: what exceeds the middle of the scale counts for a bit less than a third. */
const FULL_UP_TO = 50
const BEYOND = 16 / 50

/** A score that only amounts speak for: never High, and never lower than another that amounts made less of. */
export function withoutIntent(score: number): number {
  return score <= FULL_UP_TO ? score : Math.round((FULL_UP_TO + (score - FULL_UP_TO) * BEYOND) * 10) / 10
}
