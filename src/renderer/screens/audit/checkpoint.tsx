/** Makes a checkpoint of the audit log and shows it, to be kept where nobody who works here can change it. */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useState } from 'react'
import { useChange } from '../../desk.ts'
import { CopiedText } from '../../parts/copied-text.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { LoadingLine } from '../../parts/loading-line.tsx'
import { writeCount } from '../../parts/receipt-sum.tsx'
import { useMay } from '../../workspace.ts'

export function CheckpointButton() {
  const [isOpen, setOpen] = useState(false)
  const mayMake = useMay('audit.checkpoint')
  const make = useChange('audit.checkpoint')
  if (!mayMake) return null
  const start = () => {
    setOpen(true)
    make.mutate({})
  }
  const close = () => setOpen(false)
  return (
    <>
      <Button variant="outlined" onClick={start}>
        Make a checkpoint
      </Button>
      {isOpen ? (
        <Dialog open onClose={close} aria-labelledby="checkpoint-title">
          <DialogTitle id="checkpoint-title">Checkpoint of the audit log</DialogTitle>
          <DialogContent>
            {make.isPending ? <LoadingLine says="Reading the whole log…" /> : null}
            <FailureNote failure={make.error} onAgain={start} />
            {make.data === undefined ? null : (
              <>
                <Box sx={{ mb: 3 }}>
                  It says, signed, that the log has {writeCount(make.data.size)} entries, and what they are. Keep it
                  where nobody who works here can change it: on paper, on a stick in a safe, with the auditor. Whoever
                  has it can show later that nothing of these entries was removed or written anew.
                </Box>
                <CopiedText text={make.data.text} name="checkpoint" isBlock />
              </>
            )}
          </DialogContent>
          <DialogActions>
            <Button variant="contained" onClick={close} autoFocus>
              Close
            </Button>
          </DialogActions>
        </Dialog>
      ) : null}
    </>
  )
}
