/** View state of the policies: which row the keyboard is on, which one is opened beside the list. */
import { createUntilLock } from '../../memory.ts'

export const usePolicyList = createUntilLock<{ readonly focusedId: number | null; readonly openedId: number | null }>(
  () => ({ focusedId: null, openedId: null })
)
