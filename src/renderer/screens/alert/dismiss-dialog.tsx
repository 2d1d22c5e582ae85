/** Dismisses one or many alerts with a reason. No reason is chosen beforehand; the keys 1 to 5 choose one. */
import Box from '@mui/material/Box'
import FormControlLabel from '@mui/material/FormControlLabel'
import Radio from '@mui/material/Radio'
import RadioGroup from '@mui/material/RadioGroup'
import TextField from '@mui/material/TextField'
import { useState, type KeyboardEvent } from 'react'
import type { AlertRow } from '../../../shared/contract/alert.ts'
import { useChange } from '../../desk.ts'
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx'
import { writeCount } from '../../parts/receipt-sum.tsx'
import { REASONS, REASON_WORDS, type DismissReason } from '../alerts/words.ts'
import { AboutAlerts } from './about-alerts.tsx'

interface DismissDialogProps {
  readonly alerts: readonly AlertRow[]
  readonly onDone: (says: string) => void
  readonly onClose: () => void
}

export function DismissDialog({ alerts, onDone, onClose }: DismissDialogProps) {
  const [reason, setReason] = useState<DismissReason | null>(null)
  const [comment, setComment] = useState('')
  const dismiss = useChange('alert.dismiss')
  const needsComment = reason === 'other'
  const isReady = reason !== null && (!needsComment || comment.trim() !== '') && alerts.length <= MAX_AT_ONCE
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLTextAreaElement) return
    const chosen = REASONS[Number(event.key) - 1]
    if (chosen === undefined) return
    setReason(chosen)
    event.currentTarget.querySelector<HTMLInputElement>(`input[value="${chosen}"]`)?.focus()
  }
  return (
    <ConfirmDialog
      title={alerts.length === 1 ? 'Dismiss this alert' : `Dismiss ${writeCount(alerts.length)} alerts`}
      verb="Dismiss"
      isBusy={dismiss.isPending}
      isReady={isReady}
      failure={dismiss.error}
      onClose={onClose}
      onConfirm={() =>
        reason !== null &&
        dismiss.mutate(
          { ids: alerts.map(({ id }) => id), reason, comment },
          {
            onSuccess: (rows) =>
              onDone(rows.length === 1 ? 'Alert dismissed.' : `${writeCount(rows.length)} alerts dismissed.`)
          }
        )
      }
    >
      <Box onKeyDown={onKeyDown} sx={{ display: 'grid', gap: 3 }}>
        <AboutAlerts alerts={alerts} />
        {alerts.length > MAX_AT_ONCE ? (
          <Box role="alert">
            At most {MAX_AT_ONCE} alerts can be decided at once, so that one undo takes all of them back. Select fewer.
          </Box>
        ) : null}
        <RadioGroup
          aria-label="Reason"
          value={reason ?? ''}
          onChange={(_, wanted) => setReason(REASONS.find((each) => each === wanted) ?? null)}
        >
          {REASONS.map((each, position) => (
            <FormControlLabel
              key={each}
              value={each}
              control={<Radio autoFocus={position === 0} />}
              label={
                <>
                  <Box component="kbd" sx={{ color: 'text.secondary', mr: 2 }}>
                    {position + 1}
                  </Box>
                  {REASON_WORDS[each]}
                </>
              }
            />
          ))}
        </RadioGroup>
        <TextField
          label={needsComment ? 'The reason' : 'Comment (not needed)'}
          multiline
          minRows={2}
          value={comment}
          onChange={(event) => setComment(event.target.value)}
          slotProps={{ htmlInput: { maxLength: 2000 } }}
          helperText="Kept with the alert and in the person’s alert history. Write no names."
        />
      </Box>
    </ConfirmDialog>
  )
}

// The contract takes as many in one decision.
export const MAX_AT_ONCE = 500
