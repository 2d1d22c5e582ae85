/** How many rows of a list are selected, and what can be done with all of them at once. Not there while none is. */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { ReactNode } from 'react'
import { writeCount } from './receipt-sum.tsx'

interface ChosenBarProps {
  readonly count: number
  readonly noun: { readonly one: string; readonly many: string }
  readonly onClear: () => void
  /** The buttons. */
  readonly children: ReactNode
}

export function ChosenBar({ count, noun, onClear, children }: ChosenBarProps) {
  if (count === 0) return null
  return (
    <Box
      role="region"
      aria-label={`Selected ${noun.many}`}
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: 2,
        flex: 'none',
        px: 4,
        py: 1,
        bgcolor: 'row.chosen',
        borderBottom: 1,
        borderColor: 'divider'
      }}
    >
      <Box component="strong" role="status" sx={{ mr: 2 }}>
        {writeCount(count)} {count === 1 ? noun.one : noun.many} selected
      </Box>
      {children}
      <Button onClick={onClear}>Clear the selection</Button>
    </Box>
  )
}
