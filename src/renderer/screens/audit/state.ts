/** View state of the audit log. */
import { createUntilLock } from '../../memory.ts'

export const useAuditList = createUntilLock<{
  readonly action: string | null
  readonly focusedSeq: number | null
  readonly isOpen: boolean
}>(() => ({ action: null, focusedSeq: null, isOpen: false }))
