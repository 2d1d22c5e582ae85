/** Asks for the name of one person of a case: with a reason, and for as long as it is needed. Shows no name itself. */
import Box from '@mui/material/Box'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { useState } from 'react'
import type { Pseudonym } from '../../../shared/domain/pseudonym.ts'
import { useChange } from '../../desk.ts'
import { tell } from '../../frame/toast.tsx'
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx'
import { PseudonymChip } from '../../parts/pseudonym-chip.tsx'
import { writeHours } from './words.ts'

// An hour for a call, a shift, a day, a week-end, and the week that is the most the engine grants.
const HOURS = [1, 4, 8, 24, 72, 168]
const FIRST_HOURS = 24
// Both as the contract takes them.
export const LONGEST_WORDS = 500

interface AskDialogProps {
  readonly caseId: number
  readonly pseudonym: Pseudonym
  readonly onClose: () => void
}

export function AskDialog({ caseId, pseudonym, onClose }: AskDialogProps) {
  const [reason, setReason] = useState('')
  const [hours, setHours] = useState(FIRST_HOURS)
  const request = useChange('reveal.request')
  const confirm = () =>
    request.mutate(
      { caseId, pseudonym, reason: reason.trim(), hours },
      {
        onSuccess: () => {
          tell({ says: `Asked for the name of ${pseudonym}. An approver answers.` })
          onClose()
        }
      }
    )
  return (
    <ConfirmDialog
      title="Ask for the name"
      verb="Ask"
      isReady={reason.trim() !== ''}
      isBusy={request.isPending}
      failure={request.error}
      onConfirm={confirm}
      onClose={onClose}
    >
      <Box sx={{ display: 'grid', gap: 4, pt: 2 }}>
        <Box>
          Who is <PseudonymChip pseudonym={pseudonym} />? A second operator with the role approver reads the reason and
          grants or refuses. The name is then shown to you alone, in this case, until the time is over. Every step
          stands in the audit log.
        </Box>
        <TextField
          autoFocus
          label="Reason"
          multiline
          minRows={3}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          slotProps={{ htmlInput: { maxLength: LONGEST_WORDS } }}
          helperText="What cannot be done without the name. Write no names yourself."
        />
        <TextField
          select
          label="For how long"
          value={String(hours)}
          onChange={(event) => setHours(Number(event.target.value))}
          helperText="Counted from the answer on."
        >
          {HOURS.map((each) => (
            <MenuItem key={each} value={String(each)}>
              {writeHours(each)}
            </MenuItem>
          ))}
        </TextField>
      </Box>
    </ConfirmDialog>
  )
}
