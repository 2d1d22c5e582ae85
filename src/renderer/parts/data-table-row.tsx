/** One row of a data table. Plain elements, styled by the table, drawn again only when something of the row changed. */
import { memo } from 'react'
import type { Column } from './column.ts'

interface DataTableRowProps<Row> {
  readonly id: string
  readonly row: Row
  readonly index: number
  readonly top: number
  readonly columns: readonly Column<Row>[]
  readonly isFocused: boolean
  /** Null where rows cannot be chosen. */
  readonly isChosen: boolean | null
  readonly onPress: (index: number) => void
  readonly onOpen: (index: number) => void
  readonly onToggle: (index: number) => void
}

function Row<Each>({
  id,
  row,
  index,
  top,
  columns,
  isFocused,
  isChosen,
  onPress,
  onOpen,
  onToggle
}: DataTableRowProps<Each>) {
  return (
    <div
      id={id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isChosen ?? isFocused}
      data-focused={isFocused || undefined}
      data-chosen={isChosen === true || undefined}
      onClick={() => onPress(index)}
      onDoubleClick={() => onOpen(index)}
      style={{ transform: `translateY(${top}px)` }}
    >
      {isChosen === null ? null : (
        <div role="gridcell" data-box>
          <input
            type="checkbox"
            checked={isChosen}
            tabIndex={-1}
            aria-label={`Select row ${index + 1}`}
            onClick={(event) => event.stopPropagation()}
            onChange={() => onToggle(index)}
          />
        </div>
      )}
      {columns.map((column) => (
        <div key={column.key} role="gridcell" data-align={column.align} title={column.text?.(row)}>
          {column.render(row)}
        </div>
      ))}
    </div>
  )
}

// `memo` forgets the type parameter; the component is the same.
export const DataTableRow = memo(Row) as typeof Row
