/** What the ledger of reveals shows of each request. */
import type { RevealRow, RevealStatus } from '../../../shared/contract/reveal.ts'
import type { Column } from '../../parts/column.ts'
import { MaskedText } from '../../parts/masked-text.tsx'
import { Moment } from '../../parts/moment.tsx'
import { PseudonymChip } from '../../parts/pseudonym-chip.tsx'
import { writeCount } from '../../parts/receipt-sum.tsx'
import { REVEAL_WORDS } from './words.ts'

/** A request with the status that it has now. */
export interface LedgerRow extends RevealRow {
  readonly now: RevealStatus
}

export const COLUMNS: readonly Column<LedgerRow>[] = [
  {
    key: 'status',
    title: 'Status',
    width: 108,
    text: ({ now }) => REVEAL_WORDS[now],
    render: ({ now }) => (now === 'requested' ? <strong>{REVEAL_WORDS[now]}</strong> : REVEAL_WORDS[now])
  },
  { key: 'person', title: 'Person', width: 168, render: ({ pseudonym }) => <PseudonymChip pseudonym={pseudonym} /> },
  { key: 'case', title: 'Case', width: 64, align: 'end', render: ({ caseId }) => String(caseId) },
  {
    key: 'asked-by',
    title: 'Asked by',
    width: 96,
    text: ({ requestedBy }) => requestedBy,
    render: ({ requestedBy }) => requestedBy
  },
  {
    key: 'asked-at',
    title: 'Asked at',
    width: 204,
    fromWidth: 640,
    render: ({ requestedAtMs }) => <Moment atMs={requestedAtMs} />
  },
  {
    key: 'reason',
    title: 'Reason',
    width: 'fill',
    text: ({ reason }) => reason,
    render: ({ reason }) => <MaskedText text={reason} />
  },
  {
    key: 'answered-by',
    title: 'Answered by',
    width: 116,
    fromWidth: 760,
    text: ({ decidedBy }) => decidedBy ?? '',
    render: ({ decidedBy }) => decidedBy ?? ''
  },
  {
    key: 'until',
    title: 'Until',
    width: 204,
    fromWidth: 1040,
    render: ({ expiresAtMs }) => (expiresAtMs === null ? '' : <Moment atMs={expiresAtMs} />)
  },
  { key: 'shown', title: 'Shown', width: 76, align: 'end', render: ({ shown }) => writeCount(shown) }
]
