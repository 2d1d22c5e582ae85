/** A text to copy, as it stands. Where the system keeps the clipboard, it is chosen for Ctrl+C instead. */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useRef } from 'react'
import { tell } from '../frame/toast.tsx'

/** `name` says what it is, as in "SHA-256"; `isBlock` gives a text of several lines its own lines. */
export function CopiedText({
  text,
  name,
  isBlock = false
}: {
  readonly text: string
  readonly name: string
  readonly isBlock?: boolean
}) {
  const place = useRef<HTMLElement>(null)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      tell({ says: `${name} copied.` })
    } catch (error) {
      // The window is granted no permission, the clipboard's among them, on some systems.
      if (!(error instanceof DOMException) && !(error instanceof TypeError)) throw error
      if (place.current !== null) window.getSelection()?.selectAllChildren(place.current)
      tell({ says: `The ${name} is selected; Ctrl+C copies it.` })
    }
  }
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: isBlock ? 2 : undefined, columnGap: 2 }}>
      <Box
        component={isBlock ? 'pre' : 'code'}
        ref={place}
        {...(isBlock ? { tabIndex: 0, 'aria-label': name } : {})}
        sx={{ userSelect: 'all', m: 0, ...(isBlock ? { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' } : {}) }}
      >
        {text}
      </Box>
      <Button variant="outlined" onClick={() => void copy()} aria-label={`Copy the ${name}`} sx={{ py: 0 }}>
        Copy
      </Button>
    </Box>
  )
}
