/** The head of an alert: how severe, who, by which policy, in which state, and the two decisions. */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Link from '@mui/material/Link'
import type { AlertRow } from '../../../shared/contract/alert.ts'
import { go } from '../../navigation.ts'
import { MaskedText } from '../../parts/masked-text.tsx'
import { Moment } from '../../parts/moment.tsx'
import { PseudonymChip } from '../../parts/pseudonym-chip.tsx'
import { SeverityMark } from '../../parts/severity-mark.tsx'
import { STATUS_WORDS } from '../alerts/words.ts'

interface AlertHeaderProps {
  readonly alert: AlertRow
  readonly onConfirm: () => void
  readonly onDismiss: () => void
  /** Beside the queue: smaller, the buttons below. */
  readonly isCompact?: boolean
}

export function AlertHeader({ alert, onConfirm, onDismiss, isCompact = false }: AlertHeaderProps) {
  const { caseId } = alert
  return (
    <Box sx={{ display: 'flex', alignItems: 'flex-start', gap: 4, flexWrap: 'wrap' }}>
      <Box sx={{ flex: '1 1 0', minWidth: 280 }}>
        <Box
          component="h1"
          sx={{
            m: 0,
            typography: isCompact ? 'h3' : 'h2',
            display: 'flex',
            flexWrap: 'wrap',
            alignItems: 'center',
            columnGap: 3,
            rowGap: 1
          }}
        >
          <SeverityMark severity={alert.severity} score={alert.score} isLarge={!isCompact} />
          <PseudonymChip
            pseudonym={alert.pseudonym}
            isLarge={!isCompact}
            onOpen={() => go({ screen: 'person', pseudonym: alert.pseudonym })}
          />
          <Box component="span" sx={{ fontWeight: 400 }}>
            <MaskedText text={alert.policy} />
          </Box>
        </Box>
        <Box sx={{ color: 'text.secondary', mt: 1 }}>
          <Box component="strong" sx={{ color: 'text.primary' }}>
            {STATUS_WORDS[alert.status]}
          </Box>{' '}
          · detected <Moment atMs={alert.detectedMs} hasRelative />
          {caseId === null ? null : (
            <>
              {' '}
              · in{' '}
              <Link
                component="button"
                onClick={() => go({ screen: 'case', id: caseId })}
                sx={{ typography: 'body1', verticalAlign: 'baseline' }}
              >
                {alert.caseName ?? `case ${caseId}`}
              </Link>{' '}
              ({alert.caseStatus})
            </>
          )}
        </Box>
      </Box>
      {alert.status === 'needs-review' ? (
        <Box sx={{ display: 'flex', gap: 2, flex: 'none' }}>
          <Button variant="contained" onClick={onConfirm} title="Confirm into a case (c)">
            Confirm… <Key name="c" />
          </Button>
          <Button variant="outlined" onClick={onDismiss} title="Dismiss with a reason (d)">
            Dismiss… <Key name="d" />
          </Button>
        </Box>
      ) : null}
    </Box>
  )
}

const Key = ({ name }: { readonly name: string }) => (
  <Box component="kbd" aria-hidden="true" sx={{ ml: 2, opacity: 0.85 }}>
    {name}
  </Box>
)
