/** One line that says what was just done, with a way to take it back. Stays until the next or until it is closed. */
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
export const hush = (): void => useToast.setState({ toast: null })

export function ToastPlace() {
  const { toast } = useToast()
  return (
    <Box
      role="status"
      aria-live="polite"
      sx={{
        position: 'fixed',
        left: 0,
        right: 0,
        bottom: 36,
        display: 'flex',
        justifyContent: 'center',
        pointerEvents: 'none',
        zIndex: 'snackbar'
      }}
    >
      {toast === null ? null : (
        <Box
          sx={{
            pointerEvents: 'auto',
            display: 'flex',
            alignItems: 'center',
            gap: 3,
            maxWidth: '72ch',
            bgcolor: 'text.primary',
            color: 'background.paper',
            borderRadius: 1,
            pl: 4,
            pr: 2,
            py: 1.5,
            boxShadow: '0 8px 28px rgb(8 12 24 / 0.28)'
          }}
        >
          <span>{toast.says}</span>
          {toast.action === undefined ? null : (
            <Button onClick={toast.action.run} sx={{ color: 'inherit', textDecoration: 'underline' }}>
              {toast.action.label} ({toast.action.keys})
            </Button>
          )}
          <Button onClick={hush} aria-label="Close this message" sx={{ color: 'inherit' }}>
            ✕
          </Button>
        </Box>
      )}
    </Box>
  )
}
