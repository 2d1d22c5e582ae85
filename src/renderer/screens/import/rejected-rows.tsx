/** Every row that could not be read, with its place in the file, the reason, and its beginning, masked. */
import Box from '@mui/material/Box'
import type { RejectedRowView } from '../../../shared/contract/import.ts'
import { usePages } from '../../desk.ts'
import type { Column } from '../../parts/column.ts'
import { DataTable } from '../../parts/data-table.tsx'
import { EmptyState } from '../../parts/empty-state.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { MaskedText } from '../../parts/masked-text.tsx'
import { writeCount } from '../../parts/receipt-sum.tsx'

export function RejectedRows({ importId }: { readonly importId: number }) {
  const pages = usePages('import.rejected', { id: importId, limit: 200 })
  return (
    <>
      <FailureNote failure={pages.failure} onAgain={pages.again} />
      <DataTable
        label="Rejected rows"
        rows={pages.rows}
        columns={COLUMNS}
        rowKey={({ ordinal }) => ordinal}
        total={pages.total}
        hasMore={pages.hasMore}
        onMore={pages.more}
        isLoading={pages.isLoading}
        empty={
          pages.failure === null ? (
            <EmptyState title="No row was rejected">
              Every row of this file was kept, found to be a duplicate, or left out for a named reason.
            </EmptyState>
          ) : null
        }
      />
    </>
  )
}

const COLUMNS: readonly Column<RejectedRowView>[] = [
  { key: 'record', title: 'Record', width: 84, align: 'end', render: ({ ordinal }) => writeCount(ordinal) },
  { key: 'line', title: 'Line', width: 84, align: 'end', render: ({ line }) => writeCount(line) },
  {
    key: 'byte',
    title: 'Byte',
    width: 110,
    align: 'end',
    fromWidth: 760,
    render: ({ byteOffset }) => writeCount(byteOffset)
  },
  { key: 'reason', title: 'Why', width: 380, text: ({ reason }) => reason, render: ({ reason }) => reason },
  {
    key: 'excerpt',
    title: 'Begins with',
    width: 'fill',
    text: ({ excerpt }) => excerpt,
    render: ({ excerpt }) => (
      <Box component="code">
        <MaskedText text={excerpt} />
      </Box>
    )
  }
]
