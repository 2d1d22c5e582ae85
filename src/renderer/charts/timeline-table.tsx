/** The timeline as a table: everything that the plot shows, in words, for screen readers and for exact reading. */
import Box from '@mui/material/Box'
import { useState } from 'react'
import { CategoryMark } from '../parts/category-mark.tsx'
import type { Column } from '../parts/column.ts'
import { DataTable } from '../parts/data-table.tsx'
import { EmptyState } from '../parts/empty-state.tsx'
import { Moment } from '../parts/moment.tsx'
import { writeCount } from '../parts/receipt-sum.tsx'
import { SeverityMark } from '../parts/severity-mark.tsx'
import { severityOf } from '../../shared/domain/severity.ts'
import { wordsOf } from './timeline-flags.ts'
import type { Target } from './timeline-target.ts'
import type { Span } from './timeline-view.ts'

interface TimelineTableProps {
  readonly stops: readonly Target[]
  readonly view: Span
  readonly height: number
  readonly onPin: (target: Target) => void
}

export function TimelineTable({ stops, view, height, onPin }: TimelineTableProps) {
  const [hasKeys, setHasKeys] = useState(false)
  const rows = stops.filter(({ atMs }) => atMs >= view.fromMs && atMs <= view.toMs)
  return (
    <Box
      onFocus={() => setHasKeys(true)}
      onBlur={() => setHasKeys(false)}
      sx={{ border: 1, borderColor: 'divider', display: 'flex' }}
      style={{ height }}
    >
      <DataTable
        label="Timeline as a table"
        rows={rows}
        columns={COLUMNS}
        rowKey={({ key }) => key}
        hasKeys={hasKeys}
        onOpen={onPin}
        empty={
          <EmptyState title="Nothing in this window">
            Widen the window on the strip below, or show more kinds of risk.
          </EmptyState>
        }
      />
    </Box>
  )
}

const COLUMNS: readonly Column<Target>[] = [
  { key: 'time', title: 'Time', width: 212, render: ({ atMs }) => <Moment atMs={atMs} /> },
  { key: 'severity', title: 'Severity, score', width: 124, render: (target) => <ScoreOf target={target} /> },
  { key: 'kind', title: 'Kind', width: 156, render: (target) => <KindOf target={target} /> },
  {
    key: 'count',
    title: 'Activities',
    width: 84,
    align: 'end',
    render: (target) => (target.kind === 'insight' ? writeCount(target.insight.count) : '')
  },
  { key: 'says', title: 'What', width: 'fill', text: saysOf, render: saysOf }
]

function ScoreOf({ target }: { readonly target: Target }) {
  if (target.kind === 'insight') return <SeverityMark severity={target.insight.severity} score={target.insight.score} />
  if (target.kind === 'sequence')
    return <SeverityMark severity={severityOf(target.sequence.score)} score={target.sequence.score} />
  return null
}

function KindOf({ target }: { readonly target: Target }) {
  switch (target.kind) {
    case 'insight':
      return <CategoryMark category={target.insight.category} />
    case 'sequence':
      return <>Sequence, {target.sequence.steps.length} steps</>
    case 'flag':
      return <>{wordsOf(target.flag.kind)}</>
    case 'bin':
      return null
  }
}

function saysOf(target: Target): string {
  switch (target.kind) {
    case 'insight':
      return target.insight.says
    case 'sequence':
      return target.sequence.says
    case 'flag':
      return target.flag.says
    case 'bin':
      return ''
  }
}
