/** What differs between two states of a policy, part by part, before and after. */
import Box from '@mui/material/Box'
import type { ResponseOf } from '../../../shared/contract/index.ts'
import { MaskedText } from '../../parts/masked-text.tsx'
import { PlainTable } from './plain-table.tsx'

interface DiffTableProps {
  readonly label: string
  readonly lines: ResponseOf<'policy.diff'>
}

export function DiffTable({ label, lines }: DiffTableProps) {
  if (lines.length === 0) return <Box sx={{ color: 'text.secondary' }}>Nothing differs.</Box>
  return (
    <PlainTable label={label} columns={COLUMNS}>
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
    </PlainTable>
  )
}

const COLUMNS = [{ title: 'Part' }, { title: 'Before' }, { title: 'After' }]

function Side({ text }: { readonly text: string }) {
  return text === '' ? <Box sx={{ color: 'text.secondary' }}>nothing</Box> : <MaskedText text={text} />
}
