/** What differs between two states of a policy, part by part, before and after. */
import Box from '@mui/material/Box'
import type { ResponseOf } from '../../../shared/contract/index.ts'
import { MaskedText } from '../../parts/masked-text.tsx'

interface DiffTableProps {
  readonly label: string
  readonly lines: ResponseOf<'policy.diff'>
}

export function DiffTable({ label, lines }: DiffTableProps) {
  if (lines.length === 0) return <Box sx={{ color: 'text.secondary' }}>Nothing differs.</Box>
  return (
    <Box component="table" aria-label={label} sx={PLAIN_TABLE}>
      <thead>
        <tr>
          <th scope="col">Part</th>
          <th scope="col">Before</th>
          <th scope="col">After</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ part, before, after }) => (
          <tr key={part}>
            <th scope="row">{part}</th>
            <td>
              <Side text={before} />
            </td>
            <td>
              <Side text={after} />
            </td>
          </tr>
        ))}
      </tbody>
    </Box>
  )
}

function Side({ text }: { readonly text: string }) {
  return text === '' ? <Box sx={{ color: 'text.secondary' }}>nothing</Box> : <MaskedText text={text} />
}

/** A small table that is read and not walked through. */
export const PLAIN_TABLE = {
  borderCollapse: 'collapse',
  width: '100%',
  maxWidth: 960,
  bgcolor: 'background.paper',
  '& th, & td': {
    textAlign: 'start',
    verticalAlign: 'top',
    px: 2,
    py: 1,
    borderBottom: 1,
    borderColor: 'divider',
    overflowWrap: 'anywhere'
  },
  '& thead th': { typography: 'caption', fontWeight: 600, color: 'text.secondary', borderColor: 'row.line' },
  '& tbody th': { fontWeight: 400 },
  '& [data-figure]': { textAlign: 'end', whiteSpace: 'nowrap' }
} as const
