/** View state of the case page: which tab, whose activity; kept while one looks elsewhere and comes back. */
import { createUntilLock } from '../../memory.ts'

export const CASE_TABS = ['overview', 'alerts', 'timeline', 'explorer', 'notes', 'history'] as const
export type CaseTab = (typeof CASE_TABS)[number]

interface CaseView {
  readonly caseId: number | null
  readonly tab: CaseTab
  /** Index into the people of the case. */
  readonly person: number
  /** Grows with every wish to write a note, so that the field takes the keyboard. */
  readonly noteWish: number
}

const fresh = { tab: 'overview', person: 0, noteWish: 0 } as const

export const useCaseView = createUntilLock<CaseView>(() => ({ caseId: null, ...fresh }))

/** Another case begins at its overview. */
export function openCaseView(caseId: number): void {
  if (useCaseView.getState().caseId !== caseId) useCaseView.setState({ caseId, ...fresh })
}
