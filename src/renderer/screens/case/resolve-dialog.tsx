/** Ends a case as benign or as a confirmed policy violation, with the reason in words. Nothing is chosen beforehand. */
import Box from '@mui/material/Box'
import FormControlLabel from '@mui/material/FormControlLabel'
import Radio from '@mui/material/Radio'
import RadioGroup from '@mui/material/RadioGroup'
import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { RESOLUTIONS, type CaseDetail } from '../../../shared/contract/case.ts'
import { useChange } from '../../desk.ts'
import { tell } from '../../frame/toast.tsx'
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx'

type Resolution = (typeof RESOLUTIONS)[number]

const WORDS: Readonly<Record<Resolution, string>> = {
  benign: 'Benign: harmless, not serious, or not what it looked like',
  violation: 'Confirmed policy violation'
}

export function ResolveDialog({ detail, onClose }: { readonly detail: CaseDetail; readonly onClose: () => void }) {
  const [as, setAs] = useState<Resolution | null>(null)
  const [text, setText] = useState('')
  const resolve = useChange('case.resolve')
  const confirm = () =>
    as !== null &&
    resolve.mutate(
      { id: detail.case.id, as, text },
      {
        onSuccess: () => {
          tell({ says: as === 'benign' ? 'Case closed as benign.' : 'Case closed as a confirmed violation.' })
          onClose()
        }
      }
    )
  return (
    <ConfirmDialog
      title="Resolve this case"
      verb="Resolve"
      isReady={as !== null && text.trim() !== ''}
      isBusy={resolve.isPending}
      failure={resolve.error}
      onConfirm={confirm}
      onClose={onClose}
    >
      <Box sx={{ display: 'grid', gap: 3 }}>
        <RadioGroup
          aria-label="Resolve as"
          value={as ?? ''}
          onChange={(_, wanted) => setAs(RESOLUTIONS.find((each) => each === wanted) ?? null)}
        >
          {RESOLUTIONS.map((each, position) => (
            <FormControlLabel
              key={each}
              value={each}
              control={<Radio autoFocus={position === 0} />}
              label={WORDS[each]}
            />
          ))}
        </RadioGroup>
        <TextField
          label="What was found, and what was done"
          multiline
          minRows={4}
          value={text}
          onChange={(event) => setText(event.target.value)}
          slotProps={{ htmlInput: { maxLength: 4000 } }}
          helperText="Kept as the last note of the case. Write no names."
        />
        <Box sx={{ color: 'text.secondary' }}>
          {detail.alerts.length === 1 ? 'Its alert becomes' : `Its ${detail.alerts.length} alerts become`} Resolved, and
          the case is closed.
          {as === 'violation' ? ' The violation counts when later alerts of these people are scored.' : ''}
        </Box>
      </Box>
    </ConfirmDialog>
  )
}
