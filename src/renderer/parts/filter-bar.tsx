/** The row above a list where every filter in force can be seen. */
import Box from '@mui/material/Box'
import type { ReactNode } from 'react'

export function FilterBar({ children }: { readonly children: ReactNode }) {
  return (
    <Box
      role="search"
      aria-label="Filters"
      sx={{
        display: 'flex',
        alignItems: 'center',
        flexWrap: 'wrap',
        gap: 2,
        flex: 'none',
        px: 4,
        py: 2,
        borderBottom: 1,
        borderColor: 'divider',
        '& .MuiSelect-select': { py: 0.75 }
      }}
    >
      {children}
    </Box>
  )
}
