/** The state of a case in words; a closed one says how it ended. */
import type { CaseRow } from '../../../shared/contract/case.ts'

export function caseStatusWords({ status, resolution }: Pick<CaseRow, 'status' | 'resolution'>): string {
  if (status === 'active') return 'Active'
  switch (resolution) {
    case 'benign':
      return 'Closed, benign'
    case 'violation':
      return 'Closed, violation'
    case null:
      return 'Closed'
  }
}
