/** Every row that could not be read, with its place in the file, the reason, and its beginning, masked. */
import Box from '@mui/material/Box'
import type { Receipt, RejectedRowView } from '../../../shared/contract/import.ts'
import { usePages } from '../../desk.ts'
import type { Column } from '../../parts/column.ts'
import { DataTable } from '../../parts/data-table.tsx'
import { EmptyState } from '../../parts/empty-state.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { MaskedText } from '../../parts/masked-text.tsx'
import { writeCount } from '../../parts/receipt-sum.tsx'
import { isMisread, MapAgain } from './map-again.tsx'

export function RejectedRows({ receipt }: { readonly receipt: Receipt }) {
  const pages = usePages('import.rejected', { id: receipt.id, limit: 200 })
  return (
    <>
      {receipt.rejected === 0 || receipt.status === 'undone' ? null : (
        <Box
          sx={{
            display: 'flex',
            flexWrap: 'wrap',
            alignItems: 'center',
            gap: 3,
            px: 4,
            py: 2,
            borderBottom: 1,
            borderColor: 'divider'
          }}
        >
          <Box sx={{ flex: '0 1 auto', maxWidth: '100ch' }}>
            {isMisread(receipt)
              ? 'So many that the file may be of another kind than it was taken for: say what its columns mean.'
              : 'These rows are in no count but this one. Mend them where they come from and import the file again: rows that were kept count as duplicates.'}
          </Box>
          <MapAgain receipt={receipt} />
        </Box>
      )}
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
          pages.failure !== null ? null : receipt.status === 'undone' ? (
            <EmptyState title="Rejected rows go with the undo">
              The receipt keeps how many there were: {writeCount(receipt.rejected)}. Import the file again to see them.
            </EmptyState>
          ) : (
            <EmptyState title="No row was rejected">
              Every row of this file was kept, found to be a duplicate, or left out for a named reason.
            </EmptyState>
          )
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
  { key: 'reason', title: 'Why', width: 340, text: ({ reason }) => reason, render: ({ reason }) => reason },
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
