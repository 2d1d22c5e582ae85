/** View state of the list of people. */
import { createUntilLock } from '../../memory.ts'

type PeopleSort = 'risk' | 'activity'

export const usePeopleList = createUntilLock<{
  readonly sort: PeopleSort
  readonly isOnlyInScope: boolean
  readonly focusedPseudonym: string | null
}>(() => ({
  sort: 'risk',
  isOnlyInScope: false,
  focusedPseudonym: null
}))
