/**
 * Checks the whole chain of the audit log, and on wish that it still holds what a checkpoint was made of; says what came out,
 * in one line or with every problem.
 */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { useChange } from '../../desk.ts'
import { FailureNote } from '../../parts/failure-note.tsx'
import { LoadingLine } from '../../parts/loading-line.tsx'
import { writeCount } from '../../parts/receipt-sum.tsx'

export function VerifyButton() {
  const [isOpen, setOpen] = useState(false)
  // A change and not a read, because an earlier answer proves nothing about now: every press asks anew.
  const verify = useChange('audit.verify')
  const [checkpoint, setCheckpoint] = useState('')
  // The note ends with a line end, which is lost when it is pasted.
  const kept = checkpoint.trim() === '' ? null : `${checkpoint.trim()}\n`
  const start = () => {
    setOpen(true)
    verify.mutate({ checkpoint: kept })
  }
  const close = () => setOpen(false)
  return (
    <>
      <Button variant="contained" onClick={start}>
        Verify the log
      </Button>
      {isOpen ? (
        <Dialog open onClose={close} aria-labelledby="verify-title">
          <DialogTitle id="verify-title">Verification of the audit log</DialogTitle>
          <DialogContent>
            {verify.isPending ? <LoadingLine says="Checking every seal…" /> : null}
            <FailureNote failure={verify.error} onAgain={start} />
            {!verify.isPending && verify.data !== undefined ? (
              <Result
                ok={verify.data.ok}
                checked={verify.data.checked}
                problems={verify.data.problems}
                isCompared={verify.variables.checkpoint !== null}
              />
            ) : null}
            <TextField
              label="Checkpoint kept elsewhere, to compare with"
              value={checkpoint}
              onChange={({ target }) => setCheckpoint(target.value)}
              multiline
              minRows={3}
              maxRows={8}
              fullWidth
              slotProps={{ htmlInput: { maxLength: 2000, spellCheck: false } }}
              sx={{ mt: 4 }}
            />
          </DialogContent>
          <DialogActions>
            <Button variant="outlined" onClick={start} disabled={verify.isPending}>
              {kept === null ? 'Verify again' : 'Compare and verify'}
            </Button>
            <Button variant="contained" onClick={close} autoFocus>
              Close
            </Button>
          </DialogActions>
        </Dialog>
      ) : null}
    </>
  )
}

function Result({
  ok,
  checked,
  problems,
  isCompared
}: {
  readonly ok: boolean
  readonly checked: number
  readonly problems: readonly string[]
  readonly isCompared: boolean
}) {
  if (ok) {
    return (
      <Box role="status" sx={{ color: 'sound.text', bgcolor: 'sound.soft', borderRadius: 1, px: 3, py: 2 }}>
        <b>✓ The log is whole.</b> {writeCount(checked)} entries checked; none was changed, removed or slipped in.{' '}
        {isCompared
          ? 'It holds all that the checkpoint was made of.'
          : 'That none is missing at its end shows only beside a checkpoint.'}
      </Box>
    )
  }
  return (
    <Box role="alert">
      <Box sx={{ color: 'error.main', fontWeight: 600 }}>✗ The log does not verify.</Box>
      <Box>
        {writeCount(checked)} entries checked, {writeCount(problems.length)}{' '}
        {problems.length === 1 ? 'problem' : 'problems'}. Do not go on working; keep the workspace as it is, and show
        this to whoever is responsible for it.
      </Box>
      <Box component="ul" tabIndex={0} aria-label="Problems" sx={{ pl: 5, maxHeight: 240, overflow: 'auto' }}>
        {problems.map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </Box>
    </Box>
  )
}
