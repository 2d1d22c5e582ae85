/** An empty place that teaches the next step. */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { ReactNode } from 'react'

interface EmptyStateProps {
  readonly title: string
  readonly children?: ReactNode
  readonly action?: { readonly label: string; readonly run: () => void }
}

export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <Box sx={{ px: 6, py: 8, maxWidth: '62ch', mx: 'auto' }}>
      <Box component="h2" sx={{ typography: 'h3', m: 0, mb: 1 }}>
        {title}
      </Box>
      {children === undefined ? null : <Box sx={{ color: 'text.secondary' }}>{children}</Box>}
      {action === undefined ? null : (
        <Button variant="outlined" onClick={action.run} sx={{ mt: 3 }}>
          {action.label}
        </Button>
      )}
    </Box>
  )
}
