/** The rows of a file as one bar: kept, duplicate, rejected, left out. The figures beside it say the same. */
import Box from '@mui/material/Box'
import type { Theme } from '@mui/material/styles'
import type { Receipt } from '../../../shared/contract/import.ts'
import { writeCount } from '../../parts/receipt-sum.tsx'

type Sum = Pick<Receipt, 'rowsRead' | 'kept' | 'duplicate' | 'rejected' | 'ignored'>

const SHARES = [
  { key: 'kept', words: 'kept', colour: 'sound.mark' },
  { key: 'duplicate', words: 'duplicate', colour: 'row.line' },
  { key: 'ignored', words: 'left out', colour: 'divider' },
  { key: 'rejected', words: 'rejected', colour: 'error.main' }
] as const

/** Rejected rows are told from kept ones by stripes too, for eyes that do not see red and green apart. */
const STRIPES = {
  backgroundImage: ({ palette }: Theme) =>
    `repeating-linear-gradient(-45deg, transparent 0 2px, ${palette.background.paper} 2px 3px)`
} as const
const stripesOf = (key: string) => (key === 'rejected' ? STRIPES : {})

export const isReconciled = ({ rowsRead, kept, duplicate, rejected, ignored }: Sum) =>
  rowsRead === kept + duplicate + rejected + ignored

export function SumBar({ sum, height = 10 }: { readonly sum: Sum; readonly height?: number }) {
  const parts = SHARES.filter(({ key }) => sum[key] > 0)
  return (
    <Box
      role="img"
      aria-label={`Of ${writeCount(sum.rowsRead)} rows: ${SHARES.map(({ key, words }) => `${writeCount(sum[key])} ${words}`).join(', ')}`}
      title={SHARES.map(({ key, words }) => `${writeCount(sum[key])} ${words}`).join(' · ')}
      sx={{
        display: 'flex',
        gap: '1px',
        border: 1,
        borderColor: 'divider',
        borderRadius: 0.5,
        overflow: 'hidden',
        bgcolor: 'background.default'
      }}
      style={{ height }}
    >
      {parts.map(({ key, colour }) => (
        // A share of one row in a million must still be seen.
        <Box key={key} sx={{ bgcolor: colour, minWidth: 3, ...stripesOf(key) }} style={{ flexGrow: sum[key] }} />
      ))}
    </Box>
  )
}

export function SumLegend() {
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 4, typography: 'caption', color: 'text.secondary' }}>
      {SHARES.map(({ key, words, colour }) => (
        <Box component="span" key={key} sx={{ display: 'inline-flex', alignItems: 'center', gap: 1 }}>
          <Box
            aria-hidden="true"
            sx={{ width: 14, height: 10, border: 1, borderColor: 'row.line', bgcolor: colour, ...stripesOf(key) }}
          />
          {words}
        </Box>
      ))}
    </Box>
  )
}
