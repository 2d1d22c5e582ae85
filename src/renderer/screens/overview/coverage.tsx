/** The time that imported logs cover, one bar for each kind of log; gaps are named, because what is missing cannot be found. */
import Box from '@mui/material/Box'
import { useRead } from '../../desk.ts'
import { Moment } from '../../parts/moment.tsx'
import { useZone, writeDay } from '../../zone.ts'
import { SOURCE_WORDS } from '../imports/words.ts'
import { coverageOf, wholeSpan, type SourceCoverage, type Stretch } from './coverage-spans.ts'

/** As many receipts as one question answers; older ones hardly change where logs begin and end. */
const MOST_RECEIPTS = 500

export function Coverage() {
  const receipts = useRead('import.list', { limit: MOST_RECEIPTS })
  const coverage = coverageOf(receipts.data?.rows ?? [])
  const whole = wholeSpan(coverage)
  if (whole === null) return <Box sx={{ color: 'text.secondary' }}>No log is imported yet, so nothing can be seen.</Box>
  return (
    <Box sx={{ display: 'grid', gap: 3 }}>
      {coverage.map((each) => (
        <CoverageRow key={each.source} coverage={each} whole={whole} />
      ))}
    </Box>
  )
}

function CoverageRow({ coverage, whole }: { readonly coverage: SourceCoverage; readonly whole: Stretch }) {
  const zone = useZone()
  const { source, stretches, gaps } = coverage
  const first = stretches[0]
  const last = stretches[stretches.length - 1]
  const lengthMs = Math.max(1, whole.toMs - whole.fromMs)
  return (
    <Box>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 3, flexWrap: 'wrap' }}>
        <span>{SOURCE_WORDS[source]}</span>
        {first === undefined || last === undefined ? null : (
          <Box component="span" sx={{ color: 'text.secondary' }}>
            <Moment atMs={first.fromMs} isDay /> – <Moment atMs={last.toMs} isDay />
          </Box>
        )}
      </Box>
      <Box
        aria-hidden="true"
        sx={{
          position: 'relative',
          height: 10,
          border: 1,
          borderColor: 'divider',
          borderRadius: 0.5,
          bgcolor: 'background.default',
          overflow: 'hidden',
          mt: 0.5
        }}
      >
        {stretches.map(({ fromMs, toMs }) => (
          <Box
            key={fromMs}
            sx={{ position: 'absolute', top: 0, bottom: 0, minWidth: 2, bgcolor: 'row.line' }}
            style={{
              left: `${((fromMs - whole.fromMs) / lengthMs) * 100}%`,
              width: `${((toMs - fromMs) / lengthMs) * 100}%`
            }}
          />
        ))}
      </Box>
      {gaps.length === 0 ? null : (
        <Box sx={{ color: 'text.secondary' }}>
          Nothing between{' '}
          {gaps.map(({ fromMs, toMs }) => `${writeDay(fromMs, zone)} and ${writeDay(toMs, zone)}`).join('; ')}
        </Box>
      )}
    </Box>
  )
}
