/** Searches in what a screen already holds: `/` goes there, Esc empties it. */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import InputBase from '@mui/material/InputBase'
import { useRef } from 'react'
import { useKeys } from '../keys.ts'

interface SearchFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly placeholder: string
}

export function SearchField({ label, value, onChange, placeholder }: SearchFieldProps) {
  const input = useRef<HTMLInputElement>(null)
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
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' && event.key !== 'Enter') return
          if (event.key === 'Escape') onChange('')
          input.current?.blur()
          event.stopPropagation()
        }}
        placeholder={placeholder}
        inputProps={{ 'aria-label': label, maxLength: 80, spellCheck: false }}
        sx={{ flex: 1, typography: 'body1', '& input:focus-visible': { outline: 'none' }, '& input': { py: 0.75 } }}
      />
      {value === '' ? (
        <Box component="kbd" aria-hidden="true" sx={{ color: 'text.secondary', px: 2 }}>
          /
        </Box>
      ) : (
        <Button onClick={() => onChange('')} aria-label="Clear the search">
          ✕
        </Button>
      )}
    </Box>
  )
}
