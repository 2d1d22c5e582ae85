/** Ctrl+K: every action that works here, every place, and straight jumps to an alert's number or a pseudonym. */
import Box from '@mui/material/Box'
import Dialog from '@mui/material/Dialog'
import InputBase from '@mui/material/InputBase'
import { useId, useMemo, useState, type KeyboardEvent } from 'react'
import { Pseudonym } from '../../shared/domain/pseudonym.ts'
import { listBindings, printKeys, useKeyRegistry } from '../keys.ts'
import { go } from '../navigation.ts'
import { Spoken } from '../parts/spoken.tsx'
import { may, useWorkspace } from '../workspace.ts'

interface Entry {
  readonly name: string
  readonly group: string
  readonly keys: string
  readonly run: () => void
}

// As many as fit without scrolling at 700 px.
const MAX_ENTRIES = 14
const EVERYWHERE = new Set(['Go to', 'Everywhere'])

export function CommandPalette({ onClose }: { readonly onClose: () => void }) {
  const [typed, setTyped] = useState('')
  const [marked, setMarked] = useState(0)
  const listId = useId()
  const entries = useEntries(typed)
  const current = Math.min(marked, entries.length - 1)
  const run = (entry: Entry | undefined) => {
    if (entry === undefined) return
    onClose()
    entry.run()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setMarked(Math.min(current + 1, entries.length - 1))
    else if (event.key === 'ArrowUp') setMarked(Math.max(current - 1, 0))
    else if (event.key === 'Enter') run(entries[current])
    else return
    event.preventDefault()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      aria-labelledby={`${listId}-title`}
      sx={{ '& .MuiDialog-container': { alignItems: 'flex-start' } }}
    >
      <Spoken as="h2" id={`${listId}-title`}>
        Go to a place or do something
      </Spoken>
      <InputBase
        autoFocus
        fullWidth
        placeholder="An action, a place, an alert’s number, a pseudonym"
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setMarked(0)
        }}
        onKeyDown={onKeyDown}
        inputProps={{
          role: 'combobox',
          'aria-expanded': true,
          'aria-controls': listId,
          'aria-activedescendant': entries.length === 0 ? undefined : `${listId}-${current}`,
          'aria-label': 'Action or place'
        }}
        sx={{ px: 4, py: 2, typography: 'subtitle1', borderBottom: 1, borderColor: 'divider' }}
      />
      <Box role="listbox" id={listId} aria-label="Matches" sx={{ py: 1, maxHeight: 440, overflow: 'auto' }}>
        {entries.map((entry, index) => (
          <Box
            key={`${entry.group} ${entry.name} ${entry.keys}`}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === current}
            onClick={() => run(entry)}
            onMouseMove={() => setMarked(index)}
            sx={{
              display: 'flex',
              gap: 3,
              px: 4,
              py: 1,
              cursor: 'pointer',
              bgcolor: index === current ? 'row.focused' : 'transparent'
            }}
          >
            <Box component="span" sx={{ flex: 1 }}>
              {entry.name}
            </Box>
            <Box component="span" sx={{ color: 'text.secondary', typography: 'caption' }}>
              {entry.group}
            </Box>
            <Box component="kbd" sx={{ color: 'text.secondary', minWidth: 56, textAlign: 'end' }}>
              {printKeys(entry.keys)}
            </Box>
          </Box>
        ))}
      </Box>
      {entries.length === 0 ? (
        <Box role="status" sx={{ px: 4, pb: 3, color: 'text.secondary' }}>
          Nothing of that name. Try “alerts”, “dismiss” or a pseudonym.
        </Box>
      ) : null}
    </Dialog>
  )
}

function useEntries(typed: string): readonly Entry[] {
  const workspace = useWorkspace()
  const layers = useKeyRegistry((registry) => registry.layers)
  const actions = useMemo(() => {
    const all = listBindings(layers).map(({ keys, says, group, run }) => ({ name: says, group, keys, run }))
    // What can be done here comes before what can be done everywhere.
    return all.sort((one, other) => Number(EVERYWHERE.has(one.group)) - Number(EVERYWHERE.has(other.group)))
  }, [layers])
  const wanted = typed.trim().toLowerCase()
  const jumps: Entry[] = []
  const number = /^#?(\d{1,9})$/.exec(wanted)?.[1]
  if (number !== undefined && Number(number) > 0 && may(workspace, 'alert.show')) {
    jumps.push({
      name: `Open alert ${number}`,
      group: 'Alert',
      keys: '',
      run: () => go({ screen: 'alert', id: Number(number) })
    })
  }
  const pseudonym = Pseudonym.safeParse(typed.trim().toUpperCase())
  if (pseudonym.success && may(workspace, 'person.list')) {
    jumps.push({
      name: `Open ${pseudonym.data}`,
      group: 'Person',
      keys: '',
      run: () => go({ screen: 'person', pseudonym: pseudonym.data })
    })
  }
  // Moving between rows is of no use from here; a name that two keys share is listed once.
  const named = actions.filter(
    ({ group, name }, index) => group !== 'Table' && actions.findIndex((other) => other.name === name) === index
  )
  return [...jumps, ...named.filter(({ name, group }) => `${name} ${group}`.toLowerCase().includes(wanted))].slice(
    0,
    MAX_ENTRIES
  )
}
