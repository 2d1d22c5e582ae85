/** The head of a list or page: its name, what else must be seen at once, and what can be done. */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { ReactNode } from 'react'

interface PageHeadProps {
  readonly title: ReactNode
  /** Filters or facts, beside the title. */
  readonly children?: ReactNode
  readonly actions?: ReactNode
  /** The list that a page belongs to. */
  readonly parent?: { readonly words: string; readonly open: () => void }
}

export function PageHead({ title, children, actions, parent }: PageHeadProps) {
  return (
    <Box
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        columnGap: 4,
        rowGap: 1.5,
        // What stands below gives way, never the buttons that have wrapped.
        flex: 'none',
        px: 4,
        py: 2,
        minHeight: 48,
        borderBottom: 1,
        borderColor: 'divider'
      }}
    >
      {parent === undefined ? null : (
        <Button onClick={parent.open} sx={{ ml: -3, mr: -2, color: 'text.secondary' }}>
          ← {parent.words}
        </Button>
      )}
      <Box component="h1" sx={{ typography: 'h2', m: 0, minWidth: 0, overflowWrap: 'anywhere' }}>
        {title}
      </Box>
      {children}
      {actions === undefined ? null : (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, ml: 'auto' }}>{actions}</Box>
      )}
    </Box>
  )
}

/** A titled part of a page. */
interface PartProps {
  readonly title: string
  /** Stands in the place of the title, which then only names the part. */
  readonly heading?: ReactNode
  readonly actions?: ReactNode
  readonly children: ReactNode
}

export function Part({ title, heading, children, actions }: PartProps) {
  return (
    <Box component="section" aria-label={title} sx={{ minWidth: 0 }}>
      <Box
        sx={{
          display: 'flex',
          alignItems: 'baseline',
          justifyContent: 'space-between',
          gap: 3,
          borderBottom: 1,
          borderColor: 'divider',
          pb: 1,
          mb: 2
        }}
      >
        <Box component="h2" sx={{ typography: 'h4', m: 0, color: 'text.secondary' }}>
          {heading ?? title}
        </Box>
        {actions}
      </Box>
      {children}
    </Box>
  )
}
