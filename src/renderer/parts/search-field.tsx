/** Searches a list: `/` goes there, Esc empties it, Enter goes back to the list. */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import InputBase from '@mui/material/InputBase'
import { useEventCallback } from '@mui/material/utils'
import { useEffect, useRef, useState } from 'react'
import { useKeys } from '../keys.ts'

interface SearchFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly placeholder: string
  /** Whether the engine searches: then it is asked when the typing pauses. What a screen holds is searched at once. */
  readonly isAsked?: boolean
}

export function SearchField({ label, value, onChange, placeholder, isAsked = false }: SearchFieldProps) {
  const input = useRef<HTMLInputElement>(null)
  const { typed, type, send } = useTyped(value, onChange, isAsked)
  useKeys([{ group: 'Search', keys: '/', says: label, isHinted: true, run: () => input.current?.focus() }])
  return (
    <Box
      sx={{
        display: 'flex',
        alignItems: 'center',
        flex: '1 1 160px',
        maxWidth: 320,
        border: 1,
        borderColor: 'row.line',
        borderRadius: 1,
        pl: 2,
        '&:focus-within': { outline: '2px solid', outlineColor: 'primary.main' }
      }}
    >
      <InputBase
        inputRef={input}
        value={typed}
        onChange={(event) => type(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' && event.key !== 'Enter') return
          send(event.key === 'Escape' ? '' : typed)
          input.current?.blur()
          event.stopPropagation()
        }}
        placeholder={placeholder}
        inputProps={{ 'aria-label': label, maxLength: 80, spellCheck: false }}
        sx={{ flex: 1, typography: 'body1', '& input:focus-visible': { outline: 'none' }, '& input': { py: 0.75 } }}
      />
      {typed === '' ? (
        <Box component="kbd" aria-hidden="true" sx={{ color: 'text.secondary', px: 2 }}>
          /
        </Box>
      ) : (
        <Button onClick={() => send('')} aria-label="Clear the search">
          ✕
        </Button>
      )}
    </Box>
  )
}

// Long enough not to ask at every letter, short enough to feel immediate.
const TYPING_PAUSE_MS = 200

/** What stands in the field, which may be ahead of what is searched for. */
function useTyped(value: string, onChange: (value: string) => void, isAsked: boolean) {
  const [typed, setTyped] = useState(value)
  const [sent, setSent] = useState(value)
  // Somebody else changed the search, so the field follows.
  if (value !== sent) {
    setSent(value)
    setTyped(value)
  }
  const send = useEventCallback((text: string) => {
    const wanted = isAsked ? text.trim() : text
    setTyped(text)
    setSent(wanted)
    if (wanted !== value) onChange(wanted)
  })
  useEffect(() => {
    if (typed.trim() === sent.trim()) return undefined
    const timer = setTimeout(() => send(typed), TYPING_PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed, sent, send])
  return { typed, type: isAsked ? setTyped : send, send }
}
