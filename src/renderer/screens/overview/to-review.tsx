/** How many alerts wait, by severity; each figure opens the queue with just those. */
import Box from '@mui/material/Box'
import ButtonBase from '@mui/material/ButtonBase'
import type { AlertStatus } from '../../../shared/contract/alert.ts'
import { SEVERITIES, type Severity } from '../../../shared/domain/severity.ts'
import { useRead } from '../../desk.ts'
import { go } from '../../navigation.ts'
import { FailureNote } from '../../parts/failure-note.tsx'
import { writeCount } from '../../parts/receipt-sum.tsx'
import { SeverityMark } from '../../parts/severity-mark.tsx'
import { useMay } from '../../workspace.ts'
import { filterQueue } from '../alerts/state.ts'
import { STATUS_WORDS } from '../alerts/words.ts'

export function ToReview() {
  const counts = useRead('alert.counts', {})
  const mayOpen = useMay('alert.list')
  if (counts.data === undefined) return <FailureNote failure={counts.error} onAgain={() => void counts.refetch()} />
  const { toReviewBySeverity, byStatus } = counts.data
  const waiting = SEVERITIES.reduce((sum, severity) => sum + toReviewBySeverity[severity], 0)
  return (
    <Box>
      <Box
        sx={{
          display: 'grid',
          gridTemplateColumns: 'repeat(3, minmax(0, 1fr))',
          border: 1,
          borderColor: 'divider',
          borderRadius: 1,
          bgcolor: 'background.paper',
          overflow: 'hidden'
        }}
      >
        {SEVERITIES.map((severity, position) => (
          <Figure
            key={severity}
            severity={severity}
            count={toReviewBySeverity[severity]}
            isFirst={position === 0}
            onOpen={mayOpen ? () => openQueue('needs-review', severity) : null}
          />
        ))}
      </Box>
      <Box sx={{ mt: 2, color: 'text.secondary', display: 'flex', flexWrap: 'wrap', columnGap: 4 }}>
        {waiting === 0 ? <span>Nothing needs review.</span> : null}
        {(['confirmed', 'dismissed', 'resolved'] as const).map((status) => (
          <ButtonBase
            key={status}
            disabled={!mayOpen}
            onClick={() => openQueue(status, null)}
            sx={{ font: 'inherit', color: 'inherit', textDecoration: mayOpen ? 'underline' : 'none' }}
          >
            {writeCount(byStatus[status])} {STATUS_WORDS[status].toLowerCase()}
          </ButtonBase>
        ))}
      </Box>
    </Box>
  )
}

function openQueue(status: AlertStatus, severity: Severity | null) {
  filterQueue({ status, severity, policyId: null, search: '' })
  go({ screen: 'alerts' })
}

interface FigureProps {
  readonly severity: Severity
  readonly count: number
  readonly isFirst: boolean
  readonly onOpen: (() => void) | null
}

function Figure({ severity, count, isFirst, onOpen }: FigureProps) {
  const look = {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    px: 4,
    py: 3,
    textAlign: 'start',
    borderLeft: isFirst ? 0 : 1,
    borderColor: 'divider'
  } as const
  const content = (
    <>
      <Box
        component="span"
        sx={{
          typography: 'h1',
          fontVariantNumeric: 'tabular-nums',
          color: count === 0 ? 'text.secondary' : 'text.primary'
        }}
      >
        {writeCount(count)}
      </Box>
      <SeverityMark severity={severity} />
    </>
  )
  return onOpen === null ? (
    <Box sx={look}>{content}</Box>
  ) : (
    <ButtonBase
      onClick={onOpen}
      title="Open these alerts"
      sx={{ ...look, '&:hover': { bgcolor: 'row.focused' }, '&.Mui-focusVisible': { outlineOffset: -2 } }}
    >
      {content}
    </ButtonBase>
  )
}
