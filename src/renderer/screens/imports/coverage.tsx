/** Where were we blind? The coverage calendar, every blind stretch in words, and what is known about the day that is chosen. */
import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import { useMemo, useRef, useState } from 'react'
import type { Coverage } from '../../../shared/contract/import.ts'
import { CoverageCalendar } from '../../charts/coverage-calendar.tsx'
import { blindSpots, coverageRows, daysIn, spanOf, type CoverageRow, type DaySpan } from '../../charts/coverage-rows.ts'
import { useCoverageView } from '../../charts/coverage-view.ts'
import { blindSentence, writeDays } from '../../charts/coverage-words.ts'
import { useRead } from '../../desk.ts'
import { useStatus } from '../../frame/status-line.tsx'
import { EmptyState } from '../../parts/empty-state.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { LoadingLine } from '../../parts/loading-line.tsx'
import { MaskedText } from '../../parts/masked-text.tsx'
import { Part } from '../../parts/page-head.tsx'
import { writeCount } from '../../parts/receipt-sum.tsx'
import { CoverageDay } from './coverage-day.tsx'
import { SOURCE_WORDS } from './words.ts'

interface CoverageTabProps {
  /** Null for those who may not import. */
  readonly onImport: (() => void) | null
}

export function CoverageTab({ onImport }: CoverageTabProps) {
  const coverage = useRead('import.coverage', {})
  if (coverage.data === undefined)
    return coverage.error === null ? (
      <LoadingLine says="Counting days…" />
    ) : (
      <Box sx={{ px: 4 }}>
        <FailureNote failure={coverage.error} onAgain={() => void coverage.refetch()} />
      </Box>
    )
  return <CoveragePage coverage={coverage.data} onImport={onImport} />
}

function CoveragePage({ coverage, onImport }: CoverageTabProps & { readonly coverage: Coverage }) {
  const rows = useMemo(() => coverageRows(coverage, SOURCE_WORDS), [coverage])
  const whole = useMemo(() => spanOf(rows), [rows])
  if (whole === null)
    return (
      <EmptyState
        title="No day is covered yet"
        {...(onImport === null ? {} : { action: { label: 'Import files…', run: onImport } })}
      >
        Once logs are imported, this calendar shows for each of them on which days it has records and on which it has
        none. What no log tells cannot be found, so look here before you conclude that nothing happened.
      </EmptyState>
    )
  return (
    <CoverageFound
      key={`${whole.from} ${whole.to} ${rows.length}`}
      rows={rows}
      whole={whole}
      timezone={coverage.timezone}
      onImport={onImport}
    />
  )
}

interface CoverageFoundProps extends CoverageTabProps {
  readonly rows: readonly CoverageRow[]
  readonly whole: DaySpan
  readonly timezone: string
}

function CoverageFound({ rows, whole, timezone, onImport }: CoverageFoundProps) {
  const state = useCoverageView(whole)
  const calendar = useRef<HTMLDivElement>(null)
  const blind = useMemo(() => blindSpots(rows), [rows])
  const gaps = blind.filter(({ kind }) => kind === 'gap').length
  const chosenRow = state.chosen === null ? undefined : rows[state.chosen.line]
  useStatus(`${rows.length} logs, ${writeDays(daysIn(whole))}, ${gaps === 1 ? '1 gap' : `${writeCount(gaps)} gaps`}`)
  return (
    <Box sx={{ px: 4, py: 3, display: 'grid', gap: 5, overflow: 'auto', minHeight: 0 }}>
      <Box ref={calendar} sx={{ minWidth: 0 }}>
        <CoverageCalendar rows={rows} whole={whole} state={state} />
      </Box>
      {state.chosen === null || chosenRow === undefined ? null : (
        <CoverageDay
          row={chosenRow}
          day={state.chosen.day}
          timezone={timezone}
          onImport={onImport}
          onClose={() => state.choose(null)}
        />
      )}
      <Part title="Where we were blind">
        <BlindList
          blind={blind}
          onShow={(row, day) => {
            state.choose({ line: rows.indexOf(row), day })
            calendar.current?.scrollIntoView({ block: 'nearest' })
          }}
        />
        <Box sx={{ color: 'text.secondary', mt: 2, maxWidth: '90ch' }}>
          Days are counted in {timezone}. A log that was never imported is not in this list.
        </Box>
      </Part>
    </Box>
  )
}

/** More than this is a wall of text; the longest stretches come first. */
const SHOWN = 12

interface BlindListProps {
  readonly blind: ReturnType<typeof blindSpots>
  readonly onShow: (row: CoverageRow, day: number) => void
}

function BlindList({ blind, onShow }: BlindListProps) {
  const [isAll, setAll] = useState(false)
  if (blind.length === 0)
    return <Box>No gap: every log has records on all of its usual days, and all of them cover the same time.</Box>
  const shown = isAll ? blind : blind.slice(0, SHOWN)
  return (
    <Box component="ul" sx={{ m: 0, pl: 5, display: 'grid', gap: 0.5 }}>
      {shown.map((each) => (
        <li key={`${each.kind} ${each.row.key} ${each.span.from}`}>
          <Link
            component="button"
            onClick={() => onShow(each.row, each.kind === 'begins-late' ? each.span.to : each.span.from)}
            title="Show it in the calendar"
            sx={{
              font: 'inherit',
              color: 'text.primary',
              textAlign: 'start',
              fontWeight: each.kind === 'gap' ? 600 : 400
            }}
          >
            <MaskedText text={blindSentence(each)} />
          </Link>
        </li>
      ))}
      {blind.length > shown.length ? (
        <li>
          <Link component="button" onClick={() => setAll(true)} sx={{ font: 'inherit' }}>
            Show {writeCount(blind.length - shown.length)} more
          </Link>
        </li>
      ) : null}
    </Box>
  )
}
