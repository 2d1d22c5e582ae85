/** The SHA-256 of a file, to compare and to copy. Where the system keeps the clipboard, it is chosen for Ctrl+C instead. */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useRef } from 'react'
import { tell } from '../../frame/toast.tsx'

export function Checksum({ sha256 }: { readonly sha256: string }) {
  const place = useRef<HTMLElement>(null)
  if (sha256 === '') return <>not known: the file was not read to its end</>
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(sha256)
      tell({ says: 'SHA-256 copied.' })
    } catch (error) {
      // The window is granted no permission, the clipboard's among them, on some systems.
      if (!(error instanceof DOMException) && !(error instanceof TypeError)) throw error
      if (place.current !== null) window.getSelection()?.selectAllChildren(place.current)
      tell({ says: 'The SHA-256 is selected; Ctrl+C copies it.' })
    }
  }
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 2 }}>
      <Box component="code" ref={place} sx={{ userSelect: 'all' }}>
        {sha256}
      </Box>
      <Button variant="outlined" onClick={() => void copy()} aria-label="Copy the SHA-256" sx={{ py: 0 }}>
        Copy
      </Button>
    </Box>
  )
}
