/** What a data table needs to know of one of its columns. */
import type { ReactNode } from 'react'

export interface Column<Row> {
  readonly key: string
  readonly title: string
  /** Pixels at body size, or `fill` to share what is left. */
  readonly width: number | 'fill'
  readonly align?: 'start' | 'end'
  /** Left out while the table is narrower than this; only for what the row shows elsewhere. */
  readonly fromWidth?: number
  readonly isSortable?: boolean
  /** Whole text of the cell, for the title when it may be cut. */
  readonly text?: (row: Row) => string
  readonly render: (row: Row) => ReactNode
}
