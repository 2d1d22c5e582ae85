/** Every factor with its numbers: what was counted, what is usual, how strong it is alone, and what it adds. */
import Box from '@mui/material/Box'
import type { AlertFactor } from '../../../shared/contract/alert.ts'
import { CategoryMark } from '../../parts/category-mark.tsx'
import type { Column } from '../../parts/column.ts'
import { DataTable } from '../../parts/data-table.tsx'
import { MaskedText } from '../../parts/masked-text.tsx'
import { writeCount } from '../../parts/receipt-sum.tsx'
import { writePoints } from '../../parts/score-bar.tsx'
import { padDay, writeCalendarDay } from '../../zone.ts'
import { FactorKind } from './factor-kind.tsx'
import { factorKey } from './why.tsx'

interface FactorTableProps {
  readonly factors: readonly AlertFactor[]
  readonly onFactor: (factor: AlertFactor) => void
}

export function FactorTable({ factors, onFactor }: FactorTableProps) {
  return (
    <DataTable
      label="All risk factors"
      rows={factors}
      columns={COLUMNS}
      rowKey={factorKey}
      onOpen={onFactor}
      takesFocus={false}
      empty={
        <Box sx={{ p: 4, color: 'text.secondary' }}>
          This alert has no factors any more: the activity behind it was taken back with its import.
        </Box>
      }
    />
  )
}

/** Thirty days together are compared with what thirty days usually bring. */
const usual = (value: number | null, kind: AlertFactor['kind']) =>
  kind === 'cumulative' && value !== null ? `${writeUsual(value)} in 30 days` : writeUsual(value)

const writeUsual = (value: number | null) =>
  value === null
    ? 'too little to say'
    : value < 0.05
      ? 'none'
      : value < 10
        ? value.toFixed(1)
        : writeCount(Math.round(value))

const COLUMNS: readonly Column<AlertFactor>[] = [
  { key: 'points', title: 'Points', width: 64, align: 'end', render: ({ points }) => writePoints(points) },
  {
    key: 'category',
    title: 'Category',
    width: 124,
    fromWidth: 720,
    render: ({ category }) => <CategoryMark category={category} />
  },
  { key: 'date', title: 'Day', width: 100, render: ({ date }) => padDay(writeCalendarDay(date)) },
  {
    key: 'says',
    title: 'What happened',
    width: 'fill',
    text: ({ says }) => says,
    render: ({ kind, says }) => (
      <>
        <FactorKind kind={kind} />
        <MaskedText text={says} />
      </>
    )
  },
  { key: 'count', title: 'Activities', width: 92, align: 'end', render: ({ count }) => writeCount(count) },
  {
    key: 'items',
    title: 'Items',
    width: 72,
    align: 'end',
    fromWidth: 820,
    render: ({ distinctItems }) => writeCount(distinctItems)
  },
  {
    key: 'usual',
    title: 'Usual a day',
    width: 124,
    align: 'end',
    fromWidth: 900,
    text: (row) => usual(row.usual, row.kind),
    render: (row) => usual(row.usual, row.kind)
  },
  {
    key: 'peers',
    title: 'Peers a day',
    width: 124,
    align: 'end',
    fromWidth: 1000,
    text: (row) => usual(row.peersUsual, row.kind),
    render: (row) => usual(row.peersUsual, row.kind)
  },
  {
    key: 'strength',
    title: 'Strength',
    width: 84,
    align: 'end',
    fromWidth: 700,
    text: () => 'Its strength from 0 to 100 before it is combined with the others',
    render: ({ strength }) => writePoints(strength)
  },
  {
    key: 'boosters',
    title: 'Raised by',
    width: 180,
    fromWidth: 1400,
    text: ({ boosters }) => boosters.join(', '),
    render: ({ boosters }) => boosters.join(', ')
  }
]
