/** The foot of the window: what is listed, through which filter, and which keys work now. */
import Box from '@mui/material/Box'
import { useEffect } from 'react'
import { listBindings, printKeys, useKeyRegistry } from '../keys.ts'
import { createUntilLock } from '../memory.ts'

interface Status {
  /** "14 of 2 311 alerts" */
  readonly shown: string
  /** "needs review, high" */
  readonly filter: string
}
const useStatusStore = createUntilLock<Status>(() => ({ shown: '', filter: '' }))

/** A screen says what it lists while it is mounted. */
export function useStatus(shown: string, filter = ''): void {
  useEffect(() => {
    useStatusStore.setState({ shown, filter })
    return () => useStatusStore.setState({ shown: '', filter: '' })
  }, [shown, filter])
}

export function StatusLine() {
  const { shown, filter } = useStatusStore()
  const { layers, waitingFor } = useKeyRegistry()
  const hinted = listBindings(layers)
    .filter(({ isHinted }) => isHinted === true)
    .sort((one, other) => rankOf(one.keys) - rankOf(other.keys))
  return (
    <Box
      component="footer"
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 3,
        px: 4,
        height: 28,
        borderTop: 1,
        borderColor: 'divider',
        typography: 'caption',
        color: 'text.secondary',
        whiteSpace: 'nowrap',
        overflow: 'hidden'
      }}
    >
      <span>{shown}</span>
      {filter === '' ? null : (
        <Box component="span" title={filter} sx={{ overflow: 'hidden', textOverflow: 'ellipsis' }}>
          filter: {filter}
        </Box>
      )}
      <Box sx={{ flex: 1 }} />
      {waitingFor === null ? (
        <Box sx={{ display: 'flex', gap: 2 }}>
          {hinted.map(({ keys, says }) => (
            <kbd key={keys} title={says}>
              {printKeys(keys)}
            </kbd>
          ))}
        </Box>
      ) : (
        <span>
          <kbd>{waitingFor}</kbd> … second key
        </span>
      )}
    </Box>
  )
}

// The order in which one learns them: move, look, decide, take back, search, help.
const ORDER = ['j', 'k', 'o', 'Escape', 'x', 'c', 'd', 'e', 'n', 'p', 'u', '[', ']', '/', '?']
const rankOf = (keys: string) => (ORDER.includes(keys) ? ORDER.indexOf(keys) : ORDER.length - 1.5)
