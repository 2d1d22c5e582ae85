/**
 * Where were we blind? Days by logs, with gaps hatched, named and reachable by keyboard from cell to cell. It opens
 * nothing itself: the day that is chosen is told to whoever shows it.
 */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import ToggleButton from '@mui/material/ToggleButton'
import { useMemo, useState, type KeyboardEvent, type MouseEvent } from 'react'
import { Choice } from '../parts/choice.tsx'
import { cellAfter } from './coverage-keys.ts'
import { layoutCoverage } from './coverage-layout.ts'
import { CoverageLegend } from './coverage-legend.tsx'
import { CoveragePlot, type Cell } from './coverage-plot.tsx'
import { daysIn, type CoverageRow, type DaySpan } from './coverage-rows.ts'
import { CoverageTable } from './coverage-table.tsx'
import type { CoverageView } from './coverage-view.ts'
import { cellSentence, writeSpan } from './coverage-words.ts'
import { useChartColours } from './timeline-colours.ts'
import { useWidth } from './width.ts'

interface CoverageCalendarProps {
  readonly rows: readonly CoverageRow[]
  readonly whole: DaySpan
  readonly state: CoverageView
}

const LABEL_PX = 196
const ROW_PX = 22
const HEADING_PX = 20
/** Below this the plot scrolls sideways rather than become unreadable. */
const NARROWEST_PX = 420

const RANGES = [
  { value: 'quarter', words: '3 months', days: 92 },
  { value: 'half', words: '6 months', days: 183 },
  { value: 'year', words: '12 months', days: 366 }
] as const
type Range = (typeof RANGES)[number]['value']

export function CoverageCalendar({ rows, whole, state }: CoverageCalendarProps) {
  const colours = useChartColours()
  const [place, width] = useWidth()
  const [hovered, setHovered] = useState<Cell | null>(null)
  const [isTable, setTable] = useState(false)
  const { view, focused, chosen, choose, focus } = state
  const layout = useMemo(
    () =>
      layoutCoverage(rows, view, whole, {
        width: Math.max(NARROWEST_PX, width - LABEL_PX),
        rowHeight: ROW_PX,
        headingHeight: HEADING_PX,
        hasDays: true
      }),
    [rows, view, whole, width]
  )

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const action = actionOf(event.key)
    if (action === null) return
    event.preventDefault()
    event.stopPropagation()
    setHovered(null)
    action()
  }
  const actionOf = (key: string): (() => void) | null => {
    const at = focused ?? chosen ?? { line: 0, day: view.to }
    if (key === 'Enter' || key === ' ') return () => choose(at)
    // Free of both, Escape leaves the page as everywhere else.
    if (key === 'Escape') return chosen === null && focused === null ? null : () => choose(null)
    const next = cellAfter(key, at, rows, whole)
    return next === null ? null : () => focus(next)
  }
  const cellUnder = (event: MouseEvent): Cell | null => {
    const bounds = event.currentTarget.getBoundingClientRect()
    const x = event.clientX - bounds.left - LABEL_PX
    const line = layout.lineAt(event.clientY - bounds.top)
    return x < 0 || x > layout.width || line < 0 ? null : { line, day: layout.dayAt(x) }
  }

  return (
    <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 3 }}>
        <RangeChoice whole={whole} state={state} />
        <Box sx={{ color: 'text.secondary' }}>{writeSpan(view)}</Box>
        <Box sx={{ flex: 1 }} />
        <ToggleButton
          value="table"
          selected={isTable}
          onChange={() => setTable(!isTable)}
          title="The same in words and figures"
        >
          As table
        </ToggleButton>
      </Box>
      <Box ref={place} sx={{ overflowX: 'auto', minWidth: 0 }}>
        {isTable ? (
          <CoverageTable rows={rows} />
        ) : (
          <Box
            tabIndex={0}
            role="application"
            aria-roledescription="coverage calendar"
            aria-label={`Days covered by ${rows.length} logs, ${writeSpan(view)}. Arrow keys go from day to day and from log to log, n to the next gap, Enter opens a day.`}
            onKeyDown={onKeyDown}
            onPointerMove={(event) => setHovered(cellUnder(event))}
            onPointerLeave={() => setHovered(null)}
            onClick={(event) => {
              const cell = cellUnder(event)
              if (cell !== null) choose(cell)
            }}
            sx={{ width: 'max-content', '&:focus-visible': { outlineOffset: -2 } }}
            style={{ cursor: hovered === null ? 'default' : 'pointer' }}
          >
            <CoveragePlot
              layout={layout}
              colours={colours}
              labelWidth={LABEL_PX}
              focused={hovered ?? focused}
              chosen={chosen}
            />
            <Box
              aria-live="polite"
              sx={{ position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' }}
            >
              {sentenceAt(rows, focused)}
            </Box>
          </Box>
        )}
      </Box>
      {isTable ? null : (
        <>
          <Box sx={{ minHeight: 20 }} aria-hidden="true">
            {hovered === null && focused === null && chosen === null ? (
              <Box component="span" sx={{ color: 'text.secondary' }}>
                Point at a day, or Tab to the calendar: arrows go from day to day, <kbd>n</kbd> to the next gap,{' '}
                <kbd>Enter</kbd> opens the day.
              </Box>
            ) : (
              <b>{isSame(hovered ?? focused, chosen) ? '' : sentenceAt(rows, hovered ?? focused ?? chosen)}</b>
            )}
          </Box>
          <CoverageLegend colours={colours} most={layout.most} />
        </>
      )}
    </Box>
  )
}

/** The chosen day is told by whoever shows it. */
const isSame = (one: Cell | null, other: Cell | null) => one?.line === other?.line && one?.day === other?.day

function RangeChoice({ whole, state }: { readonly whole: DaySpan; readonly state: CoverageView }) {
  const { view, showLast, page } = state
  const days = daysIn(whole)
  const ranges = RANGES.filter((range) => range.days < days)
  if (ranges.length === 0) return null
  const shown = daysIn(view) >= days ? null : (ranges.find((range) => range.days === daysIn(view))?.value ?? null)
  return (
    <>
      <Choice
        label="Time shown"
        value={shown}
        options={[...ranges.map(({ value, words }) => ({ value, words })), { value: null, words: 'All' }]}
        onChange={(wanted: Range | null) => showLast(ranges.find(({ value }) => value === wanted)?.days ?? days)}
      />
      <Box sx={{ display: 'flex', gap: 1 }}>
        <Button variant="outlined" aria-label="Earlier" disabled={view.from <= whole.from} onClick={() => page(-1)}>
          ‹
        </Button>
        <Button variant="outlined" aria-label="Later" disabled={view.to >= whole.to} onClick={() => page(1)}>
          ›
        </Button>
      </Box>
    </>
  )
}

function sentenceAt(rows: readonly CoverageRow[], cell: Cell | null): string {
  const row = cell === null ? undefined : rows[cell.line]
  return cell === null || row === undefined ? '' : cellSentence(row, cell.day)
}
