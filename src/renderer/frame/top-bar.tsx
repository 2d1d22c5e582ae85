/** The head of the window: which workspace, which zone, who works with which roles, and the lock. */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useNow } from '../clock.ts'
import { useWorkspace } from '../workspace.ts'
import { useZone, writeOffset } from '../zone.ts'

interface TopBarProps {
  readonly onZone: () => void
  readonly onPalette: () => void
  readonly onLock: () => void
}

export function TopBar({ onZone, onPalette, onLock }: TopBarProps) {
  const { name, operator, roles } = useWorkspace()
  const zone = useZone()
  const nowMs = useNow()
  return (
    <Box
      component="header"
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 3,
        px: 4,
        height: 40,
        flex: 'none',
        borderBottom: 1,
        borderColor: 'divider',
        bgcolor: 'background.paper',
        whiteSpace: 'nowrap'
      }}
    >
      <Box component="span" sx={{ fontWeight: 600 }}>
        Inward
      </Box>
      <Box
        component="span"
        title={name ?? ''}
        sx={{ color: 'text.secondary', overflow: 'hidden', textOverflow: 'ellipsis' }}
      >
        {name}
      </Box>
      <Box sx={{ flex: 1 }} />
      <Button onClick={onPalette} sx={{ fontWeight: 400 }} title="Search actions and places (Ctrl+K)">
        Go to…{' '}
        <Box component="kbd" sx={{ ml: 2, color: 'text.secondary' }}>
          Ctrl+K
        </Box>
      </Button>
      <Button
        onClick={onZone}
        sx={{ fontWeight: 400 }}
        title="Change the time zone (t)"
        aria-label={`Time zone ${zone} ${writeOffset(nowMs, zone)}, change`}
      >
        {zone} {writeOffset(nowMs, zone)}
      </Button>
      <Box
        component="span"
        title={`${operator ?? ''}: ${roles.join(', ')}`}
        sx={{ overflow: 'hidden', textOverflow: 'ellipsis' }}
      >
        {operator}{' '}
        <Box component="span" sx={{ color: 'text.secondary' }}>
          ({roles.join(', ')})
        </Box>
      </Box>
      <Button variant="outlined" onClick={onLock} title="Lock the workspace (Ctrl+L)">
        Lock
      </Button>
    </Box>
  )
}
