/** A list of typed entries that may grow long: search in it, take entries out, paste many, one per line. Saves nothing itself. */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { useKeys } from '../../keys.ts'
import type { Column } from '../../parts/column.ts'
import { DataTable } from '../../parts/data-table.tsx'
import { MaskedText } from '../../parts/masked-text.tsx'
import { writeCount } from '../../parts/receipt-sum.tsx'
import { SearchField } from '../../parts/search-field.tsx'
import { linesOf, readLines, type Accept } from './entries.ts'
import { typeInto, useSettings, type ListName } from './state.ts'

interface ListEditorProps {
  readonly name: ListName
  readonly label: string
  /** One and many, in lower case: "domain", "domains". */
  readonly one: string
  readonly many: string
  readonly example: string
  readonly entries: readonly string[]
  readonly most: number
  readonly accept: Accept
  /** Null for those who may only read. */
  readonly onChange: ((entries: readonly string[]) => void) | null
  readonly ifEmpty: string
}

interface Entry {
  readonly entry: string
}
const COLUMNS: readonly Column<Entry>[] = [
  {
    key: 'entry',
    title: 'Entry',
    width: 'fill',
    text: ({ entry }) => entry,
    render: ({ entry }) => <MaskedText text={entry} />
  }
]

export function ListEditor({
  name,
  label,
  one,
  many,
  example,
  entries,
  most,
  accept,
  onChange,
  ifEmpty
}: ListEditorProps) {
  const [search, setSearch] = useState('')
  const [chosen, setChosen] = useState<ReadonlySet<string | number>>(new Set())
  const wanted = search.trim().toLowerCase()
  const found = wanted === '' ? entries : entries.filter((entry) => entry.toLowerCase().includes(wanted))
  const rows = found.map((entry): Entry => ({ entry }))
  const leaving = entries.filter((entry) => chosen.has(entry))
  const remove = () => {
    if (onChange === null || leaving.length === 0) return
    onChange(entries.filter((entry) => !chosen.has(entry)))
    setChosen(new Set())
  }
  useKeys([{ group: 'List', keys: 'Delete', says: 'Take the selected entries out', run: remove }], onChange !== null)
  const countOf = (count: number) => `${writeCount(count)} ${count === 1 ? one : many}`
  return (
    <Box sx={{ display: 'grid', gap: 3 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 3 }}>
        <SearchField
          label={`Search in: ${label}`}
          value={search}
          onChange={setSearch}
          placeholder="Search in this list"
        />
        <Box role="status" sx={{ color: 'text.secondary' }}>
          {wanted === '' ? countOf(entries.length) : `${writeCount(found.length)} of ${countOf(entries.length)}`}
        </Box>
        {onChange === null ? null : (
          <Button variant="outlined" disabled={leaving.length === 0} onClick={remove} sx={{ ml: 'auto' }}>
            {leaving.length === 0 ? 'Take out the selected' : `Take out ${countOf(leaving.length)}`}
          </Button>
        )}
      </Box>
      <Box sx={{ border: 1, borderColor: 'divider', borderRadius: 1, overflow: 'hidden' }}>
        <DataTable
          label={label}
          rows={rows}
          columns={COLUMNS}
          rowKey={({ entry }) => entry}
          height={rows.length === 0 ? 96 : Math.min(360, 32 + rows.length * 32)}
          takesFocus={false}
          {...(onChange === null ? {} : { chosen, onChoose: setChosen })}
          empty={
            <Box sx={{ px: 2, py: 3, color: 'text.secondary', whiteSpace: 'normal' }}>
              {entries.length === 0 ? ifEmpty : 'No entry holds this.'}
            </Box>
          }
        />
      </Box>
      {onChange === null ? null : (
        <AddLines
          name={name}
          label={label}
          example={example}
          entries={entries}
          most={most}
          accept={accept}
          countOf={countOf}
          onAdd={(added) => onChange([...entries, ...added])}
        />
      )}
    </Box>
  )
}

interface AddLinesProps extends Pick<ListEditorProps, 'name' | 'label' | 'example' | 'entries' | 'most' | 'accept'> {
  readonly countOf: (count: number) => string
  readonly onAdd: (entries: readonly string[]) => void
}

/** So many refused lines are named; the others are counted. */
const NAMED_LINES = 5

function AddLines({ name, label, example, entries, most, accept, countOf, onAdd }: AddLinesProps) {
  const text = useSettings((settings) => settings.typed[name] ?? '')
  const [outcome, setOutcome] = useState('')
  const reading = readLines(text, entries, accept, most)
  const lines = linesOf(text).length
  const add = () => {
    if (reading.added.length > 0) onAdd(reading.added)
    // What could not be added stays in the field, to be put right.
    typeInto(name, reading.refused.map(({ line }) => line).join('\n'))
    setOutcome(
      [
        `${countOf(reading.added.length)} added.`,
        ...(reading.known > 0 ? [`${countOf(reading.known)} stood there already.`] : [])
      ].join(' ')
    )
  }
  return (
    <Box sx={{ display: 'grid', gap: 2, maxWidth: 640 }}>
      <TextField
        label={`Add to: ${label}`}
        placeholder={example}
        multiline
        minRows={2}
        maxRows={10}
        value={text}
        onChange={(event) => {
          typeInto(name, event.target.value)
          setOutcome('')
        }}
        helperText="One per line; paste as many as you like."
        slotProps={{ htmlInput: { spellCheck: false, autoComplete: 'off' }, inputLabel: { shrink: true } }}
      />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 3 }}>
        <Button variant="outlined" disabled={lines === 0} onClick={add}>
          {lines === 0 ? 'Add' : `Add ${countOf(reading.added.length)}`}
        </Button>
        <Box role="status" sx={{ color: 'text.secondary' }}>
          {outcome}
        </Box>
      </Box>
      {reading.refused.length === 0 ? null : (
        <Box component="ul" aria-label="Lines that cannot be added" sx={{ m: 0, pl: 5 }}>
          {reading.refused.slice(0, NAMED_LINES).map(({ line, because }, position) => (
            <Box component="li" key={position} sx={{ overflowWrap: 'anywhere' }}>
              “{line}”: {because}
            </Box>
          ))}
          {reading.refused.length > NAMED_LINES ? (
            <li>and {writeCount(reading.refused.length - NAMED_LINES)} more lines</li>
          ) : null}
        </Box>
      )}
    </Box>
  )
}
