/** A small table that is read and not walked through; the first cell of each row names it. */
import Box from '@mui/material/Box'
import type { ReactNode } from 'react'

interface PlainTableProps {
  readonly label: string
  readonly columns: readonly {
    /** Empty over a drawing that only repeats a figure. */
    readonly title: string
    readonly isFigure?: boolean
    readonly width?: number
  }[]
  /** The rows; a figure's cell is marked `data-figure`. */
  readonly children: ReactNode
  readonly maxWidth?: number
}

export function PlainTable({ label, columns, children, maxWidth = 960 }: PlainTableProps) {
  return (
    <Box component="table" aria-label={label} sx={{ ...LOOK, maxWidth }}>
      <thead>
        <tr>
          {columns.map(({ title, isFigure = false, width }) => (
            <th
              key={title}
              scope="col"
              aria-hidden={title === '' ? true : undefined}
              data-figure={isFigure ? '' : undefined}
              style={{ width }}
            >
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </Box>
  )
}

const LOOK = {
  borderCollapse: 'collapse',
  width: '100%',
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
