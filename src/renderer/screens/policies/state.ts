/** View state of the policies: which row the keyboard is on, which one is opened beside the list, which health is listed. */
import { createUntilLock } from '../../memory.ts'
import type { HealthLevel } from './words.ts'

interface PolicyList {
  readonly focusedId: number | null
  readonly openedId: number | null
  readonly health: HealthLevel | null
}

export const usePolicyList = createUntilLock<PolicyList>(() => ({ focusedId: null, openedId: null, health: null }))
