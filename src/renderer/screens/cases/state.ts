/** View state of the case list. */
import type { CaseRow } from '../../../shared/contract/case.ts'
import { createUntilLock } from '../../memory.ts'

export const useCaseList = createUntilLock<{
  readonly status: CaseRow['status'] | null
  readonly focusedId: number | null
}>(() => ({ status: 'active', focusedId: null }))
