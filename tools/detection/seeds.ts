/** Which companies are made. What is decided by looking at figures is decided on the first list; what is reported is of the second. */

export interface Chosen {
  readonly seed: number
  /** Which style of each scenario is played. */
  readonly turn: number
}

export const TUNING: readonly Chosen[] = [
  { seed: 101, turn: 0 },
  { seed: 102, turn: 1 },
  { seed: 103, turn: 2 }
]
/** Five turns, so that every style of every scenario is played. */
export const HELD_OUT: readonly Chosen[] = [
  { seed: 201, turn: 0 },
  { seed: 202, turn: 1 },
  { seed: 203, turn: 2 },
  { seed: 204, turn: 3 },
  { seed: 205, turn: 4 }
]
/** For the test. */
export const QUICKLY: readonly Chosen[] = [{ seed: 101, turn: 0 }]
