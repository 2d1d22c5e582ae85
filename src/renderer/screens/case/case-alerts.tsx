/** The alerts of a case, gravest first; each opens its page. */
import type { AlertRow } from '../../../shared/contract/alert.ts'
import { go } from '../../navigation.ts'
import type { Column } from '../../parts/column.ts'
import { DataTable } from '../../parts/data-table.tsx'
import { EmptyState } from '../../parts/empty-state.tsx'
import { MaskedText } from '../../parts/masked-text.tsx'
import { Moment } from '../../parts/moment.tsx'
import { useOpenFocused } from '../../parts/open-focused.ts'
import { PseudonymChip } from '../../parts/pseudonym-chip.tsx'
import { SeverityMark } from '../../parts/severity-mark.tsx'
import { STATUS_WORDS } from '../alerts/words.ts'

export function CaseAlerts({ alerts }: { readonly alerts: readonly AlertRow[] }) {
  const opening = useOpenFocused('Case', ({ id }: AlertRow) => go({ screen: 'alert', id }))
  return (
    <DataTable
      label="Alerts of the case"
      rows={[...alerts].sort((a, b) => b.score - a.score || a.id - b.id)}
      columns={COLUMNS}
      rowKey={({ id }) => id}
      {...opening}
      empty={<EmptyState title="No alert in this case">Confirm alerts into it from the queue.</EmptyState>}
    />
  )
}

const COLUMNS: readonly Column<AlertRow>[] = [
  {
    key: 'severity',
    title: 'Severity, score',
    width: 124,
    render: ({ severity, score }) => <SeverityMark severity={severity} score={score} />
  },
  { key: 'person', title: 'Person', width: 180, render: ({ pseudonym }) => <PseudonymChip pseudonym={pseudonym} /> },
  {
    key: 'policy',
    title: 'Policy',
    width: 210,
    fromWidth: 860,
    text: ({ policy }) => policy,
    render: ({ policy }) => <MaskedText text={policy} />
  },
  {
    key: 'factor',
    title: 'What counts most',
    width: 'fill',
    text: ({ topFactor }) => topFactor,
    render: ({ topFactor }) => topFactor
  },
  { key: 'status', title: 'Status', width: 104, render: ({ status }) => STATUS_WORDS[status] },
  {
    key: 'detected',
    title: 'Detected',
    width: 212,
    fromWidth: 760,
    render: ({ detectedMs }) => <Moment atMs={detectedMs} />
  }
]
