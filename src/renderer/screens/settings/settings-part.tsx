/** One titled part of the settings. */
import Box from '@mui/material/Box'
import type { ReactNode } from 'react'

export function SettingsPart({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Box component="section" aria-label={title} sx={{ borderTop: 1, borderColor: 'divider', py: 4 }}>
      <Box component="h2" sx={{ typography: 'h3', m: 0, mb: 2 }}>
        {title}
      </Box>
      {children}
    </Box>
  )
}
