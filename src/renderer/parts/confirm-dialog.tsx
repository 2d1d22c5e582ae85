/** Asks before something that is hard to take back; the button says the verb, the text says what will happen. */
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useId, type ReactNode } from 'react'
import { FailureNote } from './failure-note.tsx'

interface ConfirmDialogProps {
  readonly title: string
  readonly children: ReactNode
  readonly verb: string
  readonly isBusy?: boolean
  readonly isReady?: boolean
  readonly failure?: Error | null
  readonly onConfirm: () => void
  readonly onClose: () => void
}

/** Mount it to open it. Enter in any field confirms, Esc closes. */
export function ConfirmDialog({
  title,
  children,
  verb,
  isBusy = false,
  isReady = true,
  failure,
  onConfirm,
  onClose
}: ConfirmDialogProps) {
  const titleId = useId()
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (isReady && !isBusy) onConfirm()
        }}
      >
        <DialogTitle id={titleId}>{title}</DialogTitle>
        <DialogContent>
          {children}
          <FailureNote failure={failure} />
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="contained" disabled={!isReady || isBusy}>
            {isBusy ? 'Working…' : verb}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
