/** View state of the ledger of reveals: which requests, the row under the keyboard, whether its details are open. */
import { createUntilLock } from '../../memory.ts'

export const REVEAL_FILTERS = ['waiting', 'granted', 'over'] as const
export type RevealFilter = (typeof REVEAL_FILTERS)[number]

export const useRevealList = createUntilLock<{
  readonly filter: RevealFilter | null
  readonly focusedId: number | null
  readonly isOpen: boolean
}>(() => ({ filter: null, focusedId: null, isOpen: false }))
