/**
 * A dense table of any length: only the rows in view exist, the next page is asked for by itself near the end, and
 * everything works by keyboard. It sorts nothing: the engine does.
 */
import type { Column } from './column.ts'
import Box from '@mui/material/Box'
import type { Theme } from '@mui/material/styles'
import { useEventCallback } from '@mui/material/utils'
import { useEffect, useId, useMemo, useState, type ReactNode } from 'react'
import { useKeys } from '../keys.ts'
import { DataTableHead, gridTemplate, HEAD_HEIGHT } from './data-table-head.tsx'
import { DataTableRow } from './data-table-row.tsx'
import { InColumn } from './moment.tsx'
import { useVisibleRows } from './visible-rows.ts'

type RowKey = string | number

interface DataTableProps<Row> {
  readonly label: string
  readonly rows: readonly Row[]
  readonly columns: readonly Column<Row>[]
  readonly rowKey: (row: Row) => RowKey
  /** How many rows there are in all, loaded or not. */
  readonly total?: number
  readonly hasMore?: boolean
  readonly onMore?: () => void
  readonly isLoading?: boolean
  /** The row under the keyboard; without these two the table keeps it itself. */
  readonly focusedKey?: RowKey | null
  readonly onFocus?: (row: Row) => void
  /** A click, beside the focus that it brings. */
  readonly onPress?: (row: Row) => void
  /** Enter or a double click. */
  readonly onOpen?: (row: Row) => void
  readonly chosen?: ReadonlySet<RowKey>
  readonly onChoose?: (chosen: ReadonlySet<RowKey>) => void
  readonly sortedBy?: string
  readonly onSort?: (column: string) => void
  /** Shown instead of rows when there are none. */
  readonly empty?: ReactNode
  /** Whether the keys belong to this table; only one table of a screen may have them. */
  readonly hasKeys?: boolean
  /** False where the table is not the first thing to read on its screen. */
  readonly takesFocus?: boolean
  readonly rowHeight?: number
  /** Height of the table when it does not fill its place. */
  readonly height?: number | string
}

export function DataTable<Row>(props: DataTableProps<Row>) {
  const {
    label,
    rows,
    rowKey,
    total = rows.length,
    hasMore = false,
    onMore,
    isLoading = false,
    onOpen,
    chosen,
    onChoose,
    hasKeys = true,
    takesFocus = true,
    rowHeight = 32
  } = props
  const id = useId()
  const visible = useVisibleRows(rows.length, rowHeight, HEAD_HEIGHT)
  const { scroller } = visible
  const width = useWidth(scroller)
  const { columns: allColumns } = props
  const columns = useMemo(
    () => allColumns.filter(({ fromWidth }) => fromWidth === undefined || width >= fromWidth),
    [allColumns, width]
  )
  const canChoose = chosen !== undefined && onChoose !== undefined
  const [ownFocus, setOwnFocus] = useState<RowKey | null>(null)
  const first = rows[0]
  const focusedKey =
    props.focusedKey === undefined ? (ownFocus ?? (first === undefined ? null : rowKey(first))) : props.focusedKey
  const focusedIndex = rows.findIndex((row) => rowKey(row) === focusedKey)

  // Half a screen before the end, so that nobody waits at it.
  const isNearEnd = hasMore && !isLoading && visible.to >= rows.length - 20
  useEffect(() => {
    if (isNearEnd) onMore?.()
  }, [isNearEnd, onMore])

  const focusAt = (index: number) => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, index))]
    if (row === undefined) return
    setOwnFocus(rowKey(row))
    props.onFocus?.(row)
    visible.show(Math.max(0, Math.min(rows.length - 1, index)))
  }
  const toggle = (row: Row | undefined) => {
    if (!canChoose || row === undefined) return
    const next = new Set(chosen)
    if (!next.delete(rowKey(row))) next.add(rowKey(row))
    onChoose(next)
  }
  // One function for all rows and all renders, so that only rows that changed are drawn again.
  const pressAt = useEventCallback((index: number) => {
    focusAt(index)
    const row = rows[index]
    if (row !== undefined) props.onPress?.(row)
  })
  const openAt = useEventCallback((index: number) => {
    const row = rows[index]
    if (row !== undefined) onOpen?.(row)
  })
  const toggleAt = useEventCallback((index: number) => toggle(rows[index]))
  const focusedRow = rows[focusedIndex]
  const move = { group: 'Table' }
  useKeys(
    [
      { ...move, keys: 'j', says: 'Next row', isHinted: true, run: () => focusAt(focusedIndex + 1) },
      { ...move, keys: 'k', says: 'Previous row', isHinted: true, run: () => focusAt(focusedIndex - 1) },
      { ...move, keys: 'ArrowDown', says: 'Next row', run: () => focusAt(focusedIndex + 1) },
      { ...move, keys: 'ArrowUp', says: 'Previous row', run: () => focusAt(focusedIndex - 1) },
      {
        ...move,
        keys: 'PageDown',
        says: 'One page down',
        run: () => focusAt(focusedIndex + Math.max(1, visible.fitting - 1))
      },
      {
        ...move,
        keys: 'PageUp',
        says: 'One page up',
        run: () => focusAt(focusedIndex - Math.max(1, visible.fitting - 1))
      },
      { ...move, keys: 'Home', says: 'First row', run: () => focusAt(0) },
      { ...move, keys: 'End', says: 'Last loaded row', run: () => focusAt(rows.length - 1) },
      ...(onOpen === undefined
        ? []
        : [{ ...move, keys: 'Enter', says: 'Open the row', run: () => openAt(focusedIndex) }]),
      ...(canChoose
        ? [
            { ...move, keys: 'x', says: 'Select or deselect the row', isHinted: true, run: () => toggle(focusedRow) },
            { ...move, keys: 'Ctrl+a', says: 'Select all loaded rows', run: () => onChoose(new Set(rows.map(rowKey))) }
          ]
        : [])
    ],
    hasKeys
  )

  // The row under the keyboard is announced only while the table itself has the focus, so it takes it when nobody has.
  useEffect(() => {
    if (takesFocus && hasKeys && document.activeElement === document.body)
      scroller.current?.focus({ preventScroll: true })
  }, [hasKeys, takesFocus, scroller])

  const template = gridTemplate(columns, canChoose)
  return (
    <Box
      ref={scroller}
      role="grid"
      aria-label={label}
      aria-rowcount={total + 1}
      aria-colcount={columns.length + (canChoose ? 1 : 0)}
      aria-multiselectable={canChoose || undefined}
      aria-activedescendant={
        focusedIndex >= visible.from && focusedIndex < visible.to ? `${id}-${focusedIndex}` : undefined
      }
      aria-busy={isLoading}
      tabIndex={0}
      sx={{
        overflow: 'auto',
        height: props.height ?? '100%',
        minHeight: 0,
        flex: '1 1 auto',
        bgcolor: 'background.paper',
        position: 'relative',
        '&:focus-visible': { outlineOffset: -2, outlineStyle: focusedIndex < 0 && rows.length > 0 ? 'solid' : 'none' }
      }}
    >
      <DataTableHead
        columns={columns}
        template={template}
        sortedBy={props.sortedBy}
        onSort={props.onSort}
        choosing={
          canChoose
            ? {
                all: rows.length > 0 && rows.every((row) => chosen.has(rowKey(row))),
                some: chosen.size > 0,
                onAll: (isAll) => onChoose(isAll ? new Set(rows.map(rowKey)) : new Set())
              }
            : null
        }
      />
      {rows.length === 0 && !isLoading ? (
        <div role="row" aria-rowindex={2}>
          <div role="gridcell">{props.empty}</div>
        </div>
      ) : (
        <InColumn value>
          <Box role="rowgroup" sx={rowStyles(template, rowHeight)} style={{ height: rows.length * rowHeight }}>
            {rows.slice(visible.from, visible.to).map((row, offset) => {
              const index = visible.from + offset
              const key = rowKey(row)
              return (
                <DataTableRow
                  key={key}
                  id={`${id}-${index}`}
                  row={row}
                  index={index}
                  top={index * rowHeight}
                  columns={columns}
                  isFocused={index === focusedIndex}
                  isChosen={canChoose ? chosen.has(key) : null}
                  onPress={pressAt}
                  onOpen={openAt}
                  onToggle={toggleAt}
                />
              )
            })}
          </Box>
        </InColumn>
      )}
    </Box>
  )
}

/** The look of all rows and cells at once: a style for each cell would cost more than the cell itself. */
const rowStyles = (template: string, rowHeight: number) =>
  ({
    position: 'relative',
    '& > [role="row"]': {
      display: 'grid',
      gridTemplateColumns: template,
      alignItems: 'center',
      position: 'absolute',
      left: 0,
      right: 0,
      top: 0,
      height: rowHeight,
      borderBottom: 1,
      borderColor: 'divider',
      cursor: 'default',
      bgcolor: 'background.paper',
      '&:hover': { bgcolor: 'background.default' },
      '&[data-focused]': {
        bgcolor: 'row.focused',
        boxShadow: (theme: Theme) => `inset 3px 0 0 ${theme.palette.primary.main}`
      },
      '&[data-chosen]': { bgcolor: 'row.chosen' }
    },
    '& [role="gridcell"]': { px: 2, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
    '& [data-align="end"]': { textAlign: 'end' },
    '& [data-box]': { display: 'flex', px: '10px' },
    '& input': { width: 15, height: 15, m: 0, accentColor: (theme: Theme) => theme.palette.primary.main }
  }) as const

// Until the place is measured the widest layout is assumed.
function useWidth(place: { readonly current: HTMLElement | null }): number {
  const [width, setWidth] = useState(Number.POSITIVE_INFINITY)
  useEffect(() => {
    const element = place.current
    if (element === null || typeof ResizeObserver === 'undefined') return undefined
    const observer = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? Number.POSITIVE_INFINITY))
    observer.observe(element)
    return () => observer.disconnect()
  }, [place])
  return width
}
