/** Who did what in this case, newest first; the audit log holds the same, sealed. */
import type { CaseDetail } from '../../../shared/contract/case.ts'
import type { Column } from '../../parts/column.ts'
import { DataTable } from '../../parts/data-table.tsx'
import { EmptyState } from '../../parts/empty-state.tsx'
import { Moment } from '../../parts/moment.tsx'

type Entry = CaseDetail['history'][number] & { readonly key: number }

export function CaseHistory({ history }: { readonly history: CaseDetail['history'] }) {
  const rows = history.map((entry, key): Entry => ({ ...entry, key })).sort((a, b) => b.atMs - a.atMs || b.key - a.key)
  return (
    <DataTable
      label="History of the case"
      rows={rows}
      columns={COLUMNS}
      rowKey={({ key }) => key}
      empty={<EmptyState title="Nothing was done in this case yet" />}
    />
  )
}

const COLUMNS: readonly Column<Entry>[] = [
  { key: 'time', title: 'Time', width: 236, render: ({ atMs }) => <Moment atMs={atMs} hasSeconds /> },
  {
    key: 'operator',
    title: 'Operator',
    width: 140,
    text: ({ operator }) => operator,
    render: ({ operator }) => operator
  },
  {
    key: 'says',
    title: 'What',
    width: 'fill',
    text: ({ says, action }) => `${says} (${action})`,
    render: ({ says }) => says
  }
]
