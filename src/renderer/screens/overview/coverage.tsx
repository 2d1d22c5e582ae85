/** Days that imported logs cover, small: one line for each log, gaps hatched and named, because what is missing cannot be found. */
import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import { useMemo } from 'react'
import { CoveragePlot } from '../../charts/coverage-plot.tsx'
import { layoutCoverage } from '../../charts/coverage-layout.ts'
import {
  blindSpots,
  coverageRows,
  spanOf,
  UNNAMED,
  type CoverageRow,
  type DaySpan
} from '../../charts/coverage-rows.ts'
import { latest } from '../../charts/coverage-view.ts'
import { blindSentence, writeSpan } from '../../charts/coverage-words.ts'
import { useChartColours } from '../../charts/timeline-colours.ts'
import { useWidth } from '../../charts/width.ts'
import { useRead } from '../../desk.ts'
import { FailureNote } from '../../parts/failure-note.tsx'
import { LoadingLine } from '../../parts/loading-line.tsx'
import { MaskedText } from '../../parts/masked-text.tsx'
import { writeCount } from '../../parts/receipt-sum.tsx'
import { openCoverage } from '../imports/state.ts'
import { SOURCE_WORDS } from '../imports/words.ts'

/** What is shown in little room: the logs with gaps first, then the largest. */
const LOGS_SHOWN = 8
const SPOTS_SHOWN = 3
const DAYS_SHOWN = 183
const LABEL_PX = 132

export function CoverageAtAGlance() {
  const coverage = useRead('import.coverage', {})
  const rows = useMemo(
    () => (coverage.data === undefined ? [] : coverageRows(coverage.data, SOURCE_WORDS)),
    [coverage.data]
  )
  const whole = spanOf(rows)
  if (coverage.data === undefined)
    return coverage.error === null ? (
      <LoadingLine says="Counting days…" />
    ) : (
      <FailureNote failure={coverage.error} onAgain={() => void coverage.refetch()} />
    )
  if (whole === null)
    return <Box sx={{ color: 'text.secondary' }}>No log with activities is imported yet, so nothing can be seen.</Box>
  return <Glance rows={rows} whole={whole} />
}

function Glance({ rows, whole }: { readonly rows: readonly CoverageRow[]; readonly whole: DaySpan }) {
  const colours = useChartColours()
  const [place, width] = useWidth()
  const blind = useMemo(() => blindSpots(rows), [rows])
  const view = latest(whole, DAYS_SHOWN)
  const shown = useMemo(() => mostTelling(rows), [rows])
  const layout = useMemo(
    () =>
      layoutCoverage(shown, latest(whole, DAYS_SHOWN), whole, {
        width: Math.max(120, width - LABEL_PX),
        rowHeight: 15,
        headingHeight: 0,
        hasDays: false
      }),
    [shown, whole, width]
  )
  const gaps = blind.filter(({ kind }) => kind === 'gap').length
  return (
    <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
      <Box
        ref={place}
        role="img"
        aria-label={`${shown.length} of ${rows.length} logs, ${writeSpan(view)}: ${gaps === 0 ? 'no gap' : gaps === 1 ? '1 gap' : `${gaps} gaps`}`}
        sx={{ minWidth: 0, overflow: 'hidden', typography: 'caption' }}
      >
        <CoveragePlot layout={layout} colours={colours} labelWidth={LABEL_PX} />
      </Box>
      {blind.length === 0 ? (
        <Box sx={{ color: 'text.secondary' }}>No gap in any of them.</Box>
      ) : (
        <Box component="ul" sx={{ m: 0, pl: 5 }}>
          {blind.slice(0, SPOTS_SHOWN).map((each) => (
            <li key={`${each.kind} ${each.row.key} ${each.span.from}`}>
              <MaskedText text={blindSentence(each)} />
            </li>
          ))}
          {blind.length > SPOTS_SHOWN ? (
            <li>
              <Link component="button" onClick={openCoverage} sx={{ font: 'inherit' }}>
                {writeCount(blind.length - SPOTS_SHOWN)} more in the calendar
              </Link>
            </li>
          ) : null}
        </Box>
      )}
    </Box>
  )
}

/** Without their groups, since there is no room for headings; in their own order. */
function mostTelling(rows: readonly CoverageRow[]): readonly CoverageRow[] {
  const chosen = new Set(
    [...rows]
      .sort(
        (one, other) => Number(other.gaps.length > 0) - Number(one.gaps.length > 0) || other.activities - one.activities
      )
      .slice(0, LOGS_SHOWN)
  )
  return rows
    .filter((row) => chosen.has(row))
    .map((row) => ({ ...row, group: null, label: row.label === UNNAMED ? (row.group ?? row.label) : row.label }))
}
