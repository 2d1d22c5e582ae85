/** How much of a count is left when it is what the person always does. Lowers, never to nothing, and never raises. */
import type { OwnUsual } from './usual.ts'

/** A habit needs two working weeks behind it before it may lower anything. */
export const HABIT_DAYS = 10
/** A quarter above the median is still an ordinary day; so are nine of ten days, unless a few large ones stretch them. */
export const HABIT_MARGIN = 1.25
const HABIT_STRETCH = 2
/** What is left of a habit: enough to be seen, too little to raise an alert by itself. */
const HABIT_FACTOR = 0.2

/** From 0.2 within the own usual up to 1 from twice its upper edge on; 1 where too little is known or there is no habit. */
export function habitFactor(count: number, usual: OwnUsual | null): number {
  if (usual === null || usual.activeDays < HABIT_DAYS || usual.median < 1) return 1
  const edge = Math.max(HABIT_MARGIN * usual.median, Math.min(usual.ninetieth, HABIT_STRETCH * usual.median))
  return Math.min(1, Math.max(HABIT_FACTOR, HABIT_FACTOR + (1 - HABIT_FACTOR) * (count / edge - 1)))
}
