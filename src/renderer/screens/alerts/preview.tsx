/** The alert under the keyboard, beside the queue: enough to decide, one key away from everything. */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useRead } from '../../desk.ts'
import { go } from '../../navigation.ts'
import { FailureNote } from '../../parts/failure-note.tsx'
import { LoadingLine } from '../../parts/loading-line.tsx'
import { Causes } from '../alert/causes.tsx'
import { Decisions } from '../alert/decisions.tsx'
import { AlertHeader } from '../alert/header.tsx'
import { PersonLine } from '../alert/person-line.tsx'
import { Why } from '../alert/why.tsx'

interface AlertPreviewProps {
  readonly id: number
  readonly onConfirm: () => void
  readonly onDismiss: () => void
}

export function AlertPreview({ id, onConfirm, onDismiss }: AlertPreviewProps) {
  const shown = useRead('alert.show', { id })
  if (shown.data === undefined)
    return shown.error === null ? (
      <LoadingLine />
    ) : (
      <FailureNote failure={shown.error} onAgain={() => void shown.refetch()} />
    )
  const { data: detail } = shown
  return (
    <Box sx={{ p: 4, pr: 8, display: 'flex', flexDirection: 'column', gap: 3 }}>
      <AlertHeader alert={detail.alert} onConfirm={onConfirm} onDismiss={onDismiss} isCompact />
      <PersonLine person={detail.person} />
      <Decisions decisions={detail.decisions} />
      <Why detail={detail} />
      <Causes checked={detail.checked} />
      <Box>
        <Button variant="outlined" onClick={() => go({ screen: 'alert', id })} title="Open the alert’s page (Enter)">
          Open with all activity
        </Button>
      </Box>
    </Box>
  )
}
