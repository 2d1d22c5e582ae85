/** Says in words that something is on its way; appears only when it takes noticeably long. */
import Box from '@mui/material/Box'
import { useEffect, useState } from 'react'

// Below this an answer feels immediate and a line that comes and goes would only flicker.
const NOTICEABLE_MS = 250

export function LoadingLine({ says = 'Loading…' }: { readonly says?: string }) {
  const [isShown, setShown] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), NOTICEABLE_MS)
    return () => clearTimeout(timer)
  }, [])
  return (
    <Box role="status" sx={{ px: 4, py: 2, minHeight: 36, color: 'text.secondary' }}>
      {isShown ? says : ''}
    </Box>
  )
}
