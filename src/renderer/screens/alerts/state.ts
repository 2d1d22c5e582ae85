/** View state of the queue: filters, order, the row under the keyboard, the chosen rows, and the order to walk through. */
import type { AlertRow, AlertStatus } from '../../../shared/contract/alert.ts'
import type { Severity } from '../../../shared/domain/severity.ts'
import { createUntilLock } from '../../memory.ts'
import type { AlertSort } from './words.ts'

interface QueueState {
  readonly status: AlertStatus | null
  readonly severity: Severity | null
  readonly policyId: number | null
  readonly search: string
  readonly sort: AlertSort
  readonly focusedId: number | null
  readonly chosen: ReadonlySet<number>
  readonly isPreviewOpen: boolean
  /** Ids in the order last shown, for "next alert" on an alert's page. */
  readonly order: readonly number[]
}

/** The queue shows what asks for work until somebody wants to see more. */
export const useQueue = createUntilLock<QueueState>(() => ({
  status: 'needs-review',
  severity: null,
  policyId: null,
  search: '',
  sort: 'score',
  focusedId: null,
  chosen: new Set(),
  isPreviewOpen: false,
  order: []
}))

type Filters = Pick<QueueState, 'status' | 'severity' | 'policyId' | 'search' | 'sort'>

/** Another filter is another list: the focus and the choice of the old one end. */
export function filterQueue(change: Partial<Filters>): void {
  useQueue.setState({ ...change, focusedId: null, chosen: new Set() })
}

export function rememberOrder(rows: readonly AlertRow[]): void {
  useQueue.setState({ order: rows.map(({ id }) => id) })
}

/** Where the work goes on once these are decided: the first left alert behind the focused one, else the last before it. */
export function nextAfter(
  order: readonly number[],
  focusedId: number | null,
  decided: readonly number[]
): number | null {
  const gone = new Set(decided)
  const from = focusedId === null ? -1 : order.indexOf(focusedId)
  return (
    order.find((id, position) => position > from && !gone.has(id)) ??
    order.filter((id, position) => position < from && !gone.has(id)).at(-1) ??
    null
  )
}
