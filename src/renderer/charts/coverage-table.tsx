/** The coverage calendar as a table: for each log its first and last day, on how many days it was there, and its gaps. */
import Box from '@mui/material/Box'
import { sayDay } from '../../shared/domain/day.ts'
import { MaskedText } from '../parts/masked-text.tsx'
import { writeCount } from '../parts/receipt-sum.tsx'
import { daysIn, type CoverageRow } from './coverage-rows.ts'
import { writeDays, writeSpan } from './coverage-words.ts'

export function CoverageTable({ rows }: { readonly rows: readonly CoverageRow[] }) {
  return (
    <Box
      component="table"
      aria-label="Days covered by each log"
      sx={{
        borderCollapse: 'collapse',
        width: '100%',
        bgcolor: 'background.paper',
        '& th, & td': {
          textAlign: 'start',
          verticalAlign: 'top',
          px: 2,
          py: 1,
          borderBottom: 1,
          borderColor: 'divider'
        },
        '& thead th': { typography: 'caption', fontWeight: 600, color: 'text.secondary', borderColor: 'row.line' },
        '& tbody th': { fontWeight: 400 },
        '& [data-figure]': { textAlign: 'end', whiteSpace: 'nowrap' }
      }}
    >
      <thead>
        <tr>
          <th scope="col">Log</th>
          <th scope="col">First day</th>
          <th scope="col">Last day</th>
          <th scope="col" data-figure>
            Days with records
          </th>
          <th scope="col" data-figure>
            Activities
          </th>
          <th scope="col">Gaps</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">
              <MaskedText text={row.label} />
              {row.group === null ? null : (
                <Box component="span" sx={{ color: 'text.secondary' }}>
                  {' '}
                  {row.group}
                </Box>
              )}
            </th>
            <td>{sayDay(row.first)}</td>
            <td>{sayDay(row.last)}</td>
            <td data-figure>
              {writeCount(row.counts.size)} of {writeCount(row.last - row.first + 1)}
            </td>
            <td data-figure>{writeCount(row.activities)}</td>
            <td>
              {row.gaps.length === 0
                ? 'none'
                : row.gaps.map((gap) => `${writeSpan(gap)} (${writeDays(daysIn(gap))})`).join('; ')}
            </td>
          </tr>
        ))}
      </tbody>
    </Box>
  )
}
