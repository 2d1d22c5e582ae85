/** Operations of the file that no indicator looks at, with their counts, folded: they are kept, and raise no score. */
import Box from '@mui/material/Box'
import type { Receipt } from '../../../shared/contract/import.ts'
import { MaskedText } from '../../parts/masked-text.tsx'
import { Part } from '../../parts/page-head.tsx'
import { writeCount } from '../../parts/receipt-sum.tsx'

export function UnreadOperations({ operations }: { readonly operations: Receipt['unreadOperations'] }) {
  if (operations.length === 0) return null
  const rows = operations.reduce((sum, each) => sum + each.rows, 0)
  return (
    <Part title="Operations that no indicator looks at">
      <Box
        component="details"
        sx={{
          '& summary': { cursor: 'default', width: 'fit-content' },
          '& summary:hover': { textDecoration: 'underline' }
        }}
      >
        <summary>
          {operations.length === 1 ? '1 operation' : `${writeCount(operations.length)} operations`} in{' '}
          {rows === 1 ? '1 row' : `${writeCount(rows)} rows`}. They are kept and can be read in activities, but raise no
          score.
        </summary>
        <Box
          component="table"
          aria-label="Operations that no indicator looks at"
          sx={{
            borderCollapse: 'collapse',
            mt: 2,
            '& th, & td': { textAlign: 'start', px: 2, py: 0.75, borderBottom: 1, borderColor: 'divider' },
            '& thead th': { typography: 'caption', fontWeight: 600, color: 'text.secondary', borderColor: 'row.line' },
            '& tbody th': { fontWeight: 400 },
            '& [data-figure]': { textAlign: 'end' }
          }}
        >
          <thead>
            <tr>
              <th scope="col">Operation</th>
              <th scope="col">Product</th>
              <th scope="col" data-figure>
                Rows
              </th>
            </tr>
          </thead>
          <tbody>
            {operations.map(({ workload, operation, rows: count }) => (
              <tr key={`${workload} ${operation}`}>
                <th scope="row">
                  <MaskedText text={operation} />
                </th>
                <td>
                  <MaskedText text={workload} />
                </td>
                <td data-figure>{writeCount(count)}</td>
              </tr>
            ))}
          </tbody>
        </Box>
      </Box>
    </Part>
  )
}
