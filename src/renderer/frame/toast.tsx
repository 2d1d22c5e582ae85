/** One line that says what was just done, with a way to take it back. Covers nothing; stays until the next or until closed. */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { createUntilLock } from '../memory.ts'

interface Toast {
  readonly says: string
  readonly action?: { readonly label: string; readonly keys: string; readonly run: () => void }
}
const useToast = createUntilLock<{ readonly toast: Toast | null }>(() => ({ toast: null }))

/** Says it at the foot of the window, and to screen readers. */
export const tell = (toast: Toast): void => useToast.setState({ toast })
const hush = (): void => useToast.setState({ toast: null })

export function ToastPlace() {
  const { toast } = useToast()
  return (
    <Box role="status" aria-live="polite">
      {toast === null ? null : (
        <Box
          sx={{
            display: 'flex',
            alignItems: 'center',
            gap: 2,
            px: 4,
            py: 0.75,
            bgcolor: 'row.chosen',
            borderTop: 1,
            borderColor: 'row.line'
          }}
        >
          <Box component="span" sx={{ fontWeight: 600, mr: 2 }}>
            {toast.says}
          </Box>
          {toast.action === undefined ? null : (
            <Button variant="outlined" onClick={toast.action.run}>
              {toast.action.label}{' '}
              <Box component="kbd" sx={{ ml: 2 }}>
                {toast.action.keys}
              </Box>
            </Button>
          )}
          <Box sx={{ flex: 1 }} />
          <Button onClick={hush} aria-label="Close this message">
            ✕
          </Button>
        </Box>
      )}
    </Box>
  )
}
