/** Several out of many: a search, a list of boxes, and those chosen that the imported data does not hold (any more). */
import Box from '@mui/material/Box'
import type { Theme } from '@mui/material/styles'
import TextField from '@mui/material/TextField'
import { useId, useState } from 'react'
import { MaskedText } from '../../../parts/masked-text.tsx'
import { writeCount } from '../../../parts/receipt-sum.tsx'

interface Option<Value> {
  readonly value: Value
  readonly words: string
}

interface PickListProps<Value extends string | number> {
  readonly label: string
  readonly options: readonly Option<Value>[]
  readonly chosen: readonly Value[]
  readonly onChange: (chosen: Value[]) => void
  /** What to do where there is nothing to choose from. */
  readonly empty: string
  /** Whether a value that no option holds may be added by hand. */
  readonly add?: (typed: string) => Value
}

// Fewer than this are seen at once; then a search is only in the way.
const SEARCH_FROM = 8

export function PickList<Value extends string | number>({
  label,
  options,
  chosen,
  onChange,
  empty,
  add
}: PickListProps<Value>) {
  const id = useId()
  const [search, setSearch] = useState('')
  const known = new Set(options.map(({ value }) => value))
  const all: readonly (Option<Value> & { readonly isKnown: boolean })[] = [
    ...chosen.filter((value) => !known.has(value)).map((value) => ({ value, words: String(value), isKnown: false })),
    ...options.map((option) => ({ ...option, isKnown: true }))
  ]
  const wanted = search.trim().toLowerCase()
  const shown = all.filter(({ words }) => words.toLowerCase().includes(wanted))
  const mayAdd = add !== undefined && wanted !== '' && !all.some(({ words }) => words.toLowerCase() === wanted)
  const toggle = (value: Value) =>
    onChange(chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value])
  const addTyped = () => {
    if (!mayAdd) return
    onChange([...chosen, add(search.trim())])
    setSearch('')
  }
  return (
    <Box component="fieldset" sx={{ border: 1, borderColor: 'divider', borderRadius: 1, m: 0, p: 3, minWidth: 0 }}>
      <Box component="legend" sx={{ px: 1, typography: 'subtitle2' }}>
        {label}
        {chosen.length === 0 ? '' : ` (${writeCount(chosen.length)} chosen)`}
      </Box>
      {all.length >= SEARCH_FROM || add !== undefined ? (
        <TextField
          label={add === undefined ? `Search ${label.toLowerCase()}` : `Search or add ${label.toLowerCase()}`}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            event.preventDefault()
            addTyped()
          }}
          helperText={mayAdd ? `Enter adds “${search.trim()}”.` : undefined}
          sx={{ mb: 2 }}
        />
      ) : null}
      {all.length === 0 ? <Box sx={{ color: 'text.secondary' }}>{empty}</Box> : null}
      <Box sx={{ maxHeight: 220, overflow: 'auto', display: 'grid', gap: 0.5 }}>
        {shown.map(({ value, words, isKnown }, position) => (
          <Box
            component="label"
            key={value}
            htmlFor={`${id}-${position}`}
            sx={{
              display: 'flex',
              gap: 2,
              alignItems: 'flex-start',
              '& input': { accentColor: ({ palette }: Theme) => palette.primary.main, m: 0, mt: '3px', flex: 'none' }
            }}
          >
            <input
              id={`${id}-${position}`}
              type="checkbox"
              checked={chosen.includes(value)}
              onChange={() => toggle(value)}
            />
            <span>
              <MaskedText text={words} />
              {isKnown ? '' : ' (not in what is imported)'}
            </span>
          </Box>
        ))}
      </Box>
    </Box>
  )
}
