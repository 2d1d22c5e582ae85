/** View state of the list of people: order, filters, the row under the keyboard, the chosen people. */
import type { PersonRow } from '../../../shared/contract/person.ts'
import { createUntilLock } from '../../memory.ts'

type PeopleSort = 'risk' | 'activity'

/** One question at a time that a list of people answers. */
export const PEOPLE_FILTERS = ['in-scope', 'alerts', 'case', 'violations', 'group', 'by-hand'] as const
export type PeopleFilter = (typeof PEOPLE_FILTERS)[number]
export type RiskLevel = PersonRow['riskLevel']

interface PeopleList {
  readonly sort: PeopleSort
  readonly filter: PeopleFilter | null
  readonly risk: RiskLevel | null
  readonly search: string
  readonly focusedPseudonym: string | null
  readonly chosen: ReadonlySet<string | number>
}

export const usePeopleList = createUntilLock<PeopleList>(() => ({
  sort: 'risk',
  filter: null,
  risk: null,
  search: '',
  focusedPseudonym: null,
  chosen: new Set()
}))

type Wanted = Pick<PeopleList, 'filter' | 'risk' | 'search'>

/** Another filter is another list: the choice of the old one ends. */
export function filterPeople(change: Partial<Wanted>): void {
  usePeopleList.setState({ ...change, chosen: new Set() })
}

/** The engine sorts; the window only leaves out. */
export function filterRows(rows: readonly PersonRow[], { filter, risk, search }: Wanted): readonly PersonRow[] {
  const words = search.trim().toLowerCase()
  return rows.filter(
    (row) =>
      (filter === null || passes(row, filter)) &&
      (risk === null || row.riskLevel === risk) &&
      (words === '' || [row.pseudonym, row.department ?? '', ...row.policies].join(' ').toLowerCase().includes(words))
  )
}

function passes(row: PersonRow, filter: PeopleFilter): boolean {
  switch (filter) {
    case 'in-scope':
      return row.inScope
    case 'alerts':
      return row.alerts > 0
    case 'case':
      return row.caseId !== null
    case 'violations':
      return row.violations > 0
    case 'group':
      return row.isInPriorityGroup
    case 'by-hand':
      return row.scoredUntilMs !== null
  }
}
