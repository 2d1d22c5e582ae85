/** The header row of a data table: titles, the sorted column, and the box that selects all. */
import Box from '@mui/material/Box'
import ButtonBase from '@mui/material/ButtonBase'
import Checkbox from '@mui/material/Checkbox'
import type { Column } from './column.ts'

interface DataTableHeadProps<Row> {
  readonly columns: readonly Column<Row>[]
  readonly template: string
  readonly sortedBy: string | undefined
  readonly onSort: ((column: string) => void) | undefined
  readonly choosing: { readonly all: boolean; readonly some: boolean; readonly onAll: (isAll: boolean) => void } | null
}

export function DataTableHead<Row>({ columns, template, sortedBy, onSort, choosing }: DataTableHeadProps<Row>) {
  return (
    <Box
      role="row"
      aria-rowindex={1}
      sx={{
        display: 'grid',
        gridTemplateColumns: template,
        alignItems: 'center',
        position: 'sticky',
        top: 0,
        zIndex: 1,
        height: HEAD_HEIGHT,
        bgcolor: 'background.default',
        borderBottom: 1,
        borderColor: 'row.line'
      }}
    >
      {choosing === null ? null : (
        <Box role="columnheader" sx={{ pl: 1 }}>
          <Checkbox
            checked={choosing.all}
            indeterminate={choosing.some && !choosing.all}
            onChange={(_, isAll) => choosing.onAll(isAll)}
            slotProps={{ input: { 'aria-label': 'Select all loaded rows' } }}
          />
        </Box>
      )}
      {columns.map(({ key, title, align = 'start', isSortable = false }) => {
        const isSorted = sortedBy === key
        return (
          <Box
            key={key}
            role="columnheader"
            aria-sort={isSorted ? 'descending' : undefined}
            title={title}
            sx={{
              px: 2,
              overflow: 'hidden',
              textOverflow: 'ellipsis',
              whiteSpace: 'nowrap',
              textAlign: align,
              color: 'text.secondary',
              typography: 'caption',
              fontWeight: 600
            }}
          >
            {isSortable && onSort !== undefined ? (
              <ButtonBase
                onClick={() => onSort(key)}
                sx={{
                  font: 'inherit',
                  color: isSorted ? 'text.primary' : 'inherit',
                  '&:hover': { textDecoration: 'underline' }
                }}
              >
                {title}
                {isSorted ? ' ↓' : ''}
              </ButtonBase>
            ) : (
              title
            )}
          </Box>
        )
      })}
    </Box>
  )
}

export const HEAD_HEIGHT = 30

export function gridTemplate<Row>(columns: readonly Column<Row>[], canChoose: boolean): string {
  const widths = columns.map(({ width }) => (width === 'fill' ? 'minmax(4.5rem, 1fr)' : `${width / 16}rem`))
  return [...(canChoose ? ['2.25rem'] : []), ...widths].join(' ')
}
