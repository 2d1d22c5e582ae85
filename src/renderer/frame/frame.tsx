/** What stands around every screen: head, places, foot, and the keys that work everywhere. */
import Box from '@mui/material/Box'
import { useEffect, useState } from 'react'
import { CurrentScreen } from '../current-screen.tsx'
import { useChange } from '../desk.ts'
import { listenForKeys, useKeys, type KeyBinding } from '../keys.ts'
import { back, go, listOf, useNavigation } from '../navigation.ts'
import { may, useWorkspace } from '../workspace.ts'
import { CommandPalette } from './command-palette.tsx'
import { KeyHelp } from './key-help.tsx'
import { NAVIGATION } from './places.ts'
import { SideNav } from './side-nav.tsx'
import { StatusLine } from './status-line.tsx'
import { tell, ToastPlace } from './toast.tsx'
import { TopBar } from './top-bar.tsx'
import { ZoneDialog } from './zone-dialog.tsx'

export function Frame() {
  const workspace = useWorkspace()
  const [opened, setOpened] = useState<'none' | 'palette' | 'keys' | 'zone'>('none')
  const lock = useChange('workspace.lock')
  const close = () => setOpened('none')
  const lockNow = () => lock.mutate({}, { onError: ({ message }) => tell({ says: message }) })
  const screen = useNavigation(({ place }) => place.screen)

  useEffect(() => listenForKeys(window), [])
  // Whoever opens no alerts starts where their own work is.
  useEffect(() => {
    const first = NAVIGATION.find(({ needs }) => may(workspace, needs))
    const entry = NAVIGATION.find((each) => each.screen === listOf(useNavigation.getState().place))
    if (first !== undefined && entry !== undefined && !may(workspace, entry.needs)) go({ screen: first.screen })
  }, [workspace])

  const everywhere: readonly KeyBinding[] = [
    ...NAVIGATION.filter(({ needs }) => may(workspace, needs)).map(({ screen: to, name, key }) => ({
      keys: `g ${key}`,
      says: `Go to ${name}`,
      group: 'Go to',
      run: () => go({ screen: to })
    })),
    { keys: 'Backspace', says: 'Back to the place before', group: 'Everywhere', run: back },
    { keys: 't', says: 'Change the time zone', group: 'Everywhere', run: () => setOpened('zone') },
    {
      keys: 'Ctrl+k',
      says: 'Search actions and places',
      group: 'Everywhere',
      isGlobal: true,
      run: () => setOpened('palette')
    },
    { keys: 'Ctrl+l', says: 'Lock the workspace', group: 'Everywhere', isGlobal: true, run: lockNow },
    { keys: '?', says: 'Show all keys', group: 'Everywhere', isHinted: true, run: () => setOpened('keys') }
  ]
  useKeys(everywhere)

  return (
    <Box sx={{ height: '100%', display: 'flex', flexDirection: 'column', minWidth: 0 }}>
      <TopBar onZone={() => setOpened('zone')} onPalette={() => setOpened('palette')} onLock={lockNow} />
      <Box sx={{ flex: 1, display: 'flex', minHeight: 0 }}>
        <SideNav />
        <Box
          component="main"
          key={screen}
          sx={{ flex: 1, minWidth: 0, minHeight: 0, display: 'flex', flexDirection: 'column', overflow: 'auto' }}
        >
          <CurrentScreen />
        </Box>
      </Box>
      <ToastPlace />
      <StatusLine />
      {opened === 'palette' ? <CommandPalette onClose={close} /> : null}
      {opened === 'keys' ? <KeyHelp onClose={close} /> : null}
      {opened === 'zone' ? <ZoneDialog onClose={close} /> : null}
    </Box>
  )
}
