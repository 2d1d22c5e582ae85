/** What happened, what is safe, what to do next; with the id under which the log knows it. */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { FailureCode } from '../../shared/contract/operation.ts'
import { DeskFailure } from '../desk.ts'

interface FailureNoteProps {
  readonly failure: Error | null | undefined
  readonly onAgain?: () => void
}

export function FailureNote({ failure, onAgain }: FailureNoteProps) {
  if (failure === null || failure === undefined) return null
  const known = failure instanceof DeskFailure ? failure.failure : null
  const advice = known === null ? 'Go back and try again.' : ADVICE[known.code]
  return (
    <Box
      role="alert"
      sx={{
        borderLeft: 3,
        borderColor: 'error.main',
        bgcolor: 'background.paper',
        px: 3,
        py: 2,
        my: 2,
        maxWidth: '80ch'
      }}
    >
      <Box>{known?.sentence ?? 'Something went wrong in this window. Nothing was changed in the workspace.'}</Box>
      {advice === '' ? null : <Box sx={{ color: 'text.secondary' }}>{advice}</Box>}
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 3, mt: onAgain === undefined ? 0 : 2 }}>
        {onAgain === undefined ? null : (
          <Button variant="outlined" onClick={onAgain}>
            Ask again
          </Button>
        )}
        {known === null || known.incident === '' ? null : (
          <Box sx={{ typography: 'caption', color: 'text.secondary' }}>Log entry {known.incident}</Box>
        )}
      </Box>
    </Box>
  )
}

const ADVICE: Readonly<Record<FailureCode, string>> = {
  'unknown-operation': 'The window and the engine are of different versions. Restart Inward.',
  'foreign-sender': 'Restart Inward.',
  'bad-request': 'Nothing was changed. Please report this.',
  locked: 'Unlock the workspace to go on. Nothing was lost.',
  'wrong-passphrase': '',
  'not-allowed': 'Ask an administrator if your role should allow it.',
  'not-found': 'It may have been removed in the meantime. Go back to the list.',
  conflict: 'Look at its present state, then decide again.',
  'bad-input': '',
  busy: 'Wait until the running work is done, then try again.',
  cancelled: '',
  'newer-version': 'Open it with the newer version of Inward. It was not touched.',
  fault: 'Your earlier work is safe. Try again; if it happens again, restart Inward.'
}
