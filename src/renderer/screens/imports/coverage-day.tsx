/** One day of one log: what is there, which imports brought it, and what to do when nothing did. Opens imports, never people. */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Link from '@mui/material/Link'
import type { Receipt } from '../../../shared/contract/import.ts'
import { dayOfZone, sayDay } from '../../../shared/domain/day.ts'
import { stateOf, type CoverageRow } from '../../charts/coverage-rows.ts'
import { cellSentence, writeSpan } from '../../charts/coverage-words.ts'
import { useRead } from '../../desk.ts'
import { go } from '../../navigation.ts'
import { FailureNote } from '../../parts/failure-note.tsx'
import { Part } from '../../parts/page-head.tsx'
import { writeCount } from '../../parts/receipt-sum.tsx'
import { FilePath } from './file-path.tsx'

interface CoverageDayProps {
  readonly row: CoverageRow
  readonly day: number
  readonly timezone: string
  readonly onImport: (() => void) | null
  readonly onClose: () => void
}

/** As many receipts as one question answers. */
const MOST_RECEIPTS = 500

export function CoverageDay({ row, day, timezone, onImport, onClose }: CoverageDayProps) {
  const receipts = useRead('import.list', { limit: MOST_RECEIPTS })
  const state = stateOf(row, day)
  const dayOf = dayOfZone(timezone)
  const bringing = (receipts.data?.rows ?? []).filter((receipt) => mayHold(receipt, row, day, dayOf))
  const before = [...row.counts.keys()].filter((each) => each < day).reduce<number | null>(later, null)
  const after = [...row.counts.keys()].filter((each) => each > day).reduce<number | null>(earlier, null)
  return (
    <Part title={cellSentence(row, day)} actions={<Button onClick={onClose}>Close</Button>}>
      <FailureNote failure={receipts.error} onAgain={() => void receipts.refetch()} />
      {state.kind === 'records' ? (
        <Box sx={{ display: 'grid', gap: 1 }}>
          <span>{bringing.length === 1 ? 'Import that covers this day:' : 'Imports that cover this day:'}</span>
          <Box component="ul" sx={{ m: 0, pl: 5 }}>
            {bringing.map(({ id, path, kept }) => (
              <li key={id}>
                <Link
                  component="button"
                  onClick={() => go({ screen: 'import', id })}
                  sx={{ font: 'inherit', maxWidth: '100%', verticalAlign: 'bottom' }}
                >
                  <FilePath path={path} />
                </Link>
                <Box component="span" sx={{ color: 'text.secondary' }}>
                  , {writeCount(kept)} rows kept in all
                </Box>
              </li>
            ))}
          </Box>
        </Box>
      ) : (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 3 }}>
          <span>
            {before === null ? 'There is no earlier record' : `Last record before: ${sayDay(before)}`};{' '}
            {after === null ? 'no later one' : `first one after: ${sayDay(after)}`}.{' '}
            {state.kind === 'pause'
              ? 'Nothing to do: this log often has none for a day or two.'
              : `Ask for the log ${state.kind === 'gap' ? `of ${writeSpan(state.gap)}` : 'of this time'} and import it, or note why there is none.`}
          </span>
          {onImport === null || state.kind === 'pause' ? null : (
            <Button variant="outlined" onClick={onImport}>
              Import files…
            </Button>
          )}
        </Box>
      )}
    </Part>
  )
}

/** By its kind and its span: receipts do not count their records by day. */
function mayHold(receipt: Receipt, row: CoverageRow, day: number, dayOf: (atMs: number) => number): boolean {
  const { source, status, kept, firstAtMs, lastAtMs } = receipt
  if (source !== row.source || kept === 0 || firstAtMs === null || lastAtMs === null) return false
  if (status !== 'finished' && status !== 'stopped') return false
  return dayOf(firstAtMs) <= day && day <= dayOf(lastAtMs)
}

const later = (found: number | null, each: number) => (found === null || each > found ? each : found)
const earlier = (found: number | null, each: number) => (found === null || each < found ? each : found)
