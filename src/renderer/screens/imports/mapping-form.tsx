/** What each column means: the table, what is the same for every row, the order of a date, and one row as a sentence. */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import TextField from '@mui/material/TextField'
import { useState, type SubmitEvent } from 'react'
import type { ImportPreview } from '../../../shared/contract/import.ts'
import type { RequestOf } from '../../../shared/contract/index.ts'
import { DATE_ORDERS, LONGEST_SAID } from '../../../shared/domain/mapping.ts'
import { MaskedText } from '../../parts/masked-text.tsx'
import { writeCount } from '../../parts/receipt-sum.tsx'
import {
  columnOf,
  draftOf,
  isOrderOfColumn,
  lacksOf,
  requestOf,
  withMeaning,
  type MappingDraft
} from './mapping-draft.ts'
import { MappingExample } from './mapping-example.tsx'
import { MappingTable } from './mapping-table.tsx'
import { DATE_ORDER_WORDS, FIELD_NAMES, orderOf, orderStatement } from './mapping-words.ts'
import { asSentence, WRAPPING_WORDS } from './words.ts'
import { ZoneField } from './zone-field.tsx'

interface MappingFormProps {
  readonly preview: ImportPreview
  readonly zone: string | null
  readonly onZone: (zone: string | null) => void
  /** Null where there is no step before. */
  readonly onBack: (() => void) | null
  readonly onClose: () => void
  readonly onImport: (mapping: NonNullable<RequestOf<'import.start'>['mapping']>) => void
}

export function MappingForm({ preview, zone, onZone, onBack, onClose, onImport }: MappingFormProps) {
  const [draft, setDraft] = useState(() => draftOf(preview))
  const [moved, setMoved] = useState('')
  const lacks = lacksOf(draft)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (lacks.length === 0) onImport(requestOf(draft))
  }
  return (
    <Box component="form" onSubmit={submit} sx={{ display: 'flex', flexDirection: 'column', minHeight: 0 }}>
      <DialogContent sx={{ display: 'flex', flexDirection: 'column', gap: 3, minHeight: 0 }}>
        <About preview={preview} />
        <MappingTable
          preview={preview}
          draft={draft}
          onMeaning={(index, meaning) => {
            const before = meaning === null ? null : columnOf(draft, meaning)
            setMoved(
              meaning === null || before === null || before === index
                ? ''
                : `${capital(FIELD_NAMES[meaning])} was in “${preview.fields[before]?.name ?? ''}”, which is not used now.`
            )
            setDraft(withMeaning(draft, index, meaning))
          }}
        />
        <Box role="status" sx={{ color: 'text.secondary', minHeight: moved === '' ? 0 : 20 }}>
          <MaskedText text={moved} />
        </Box>
        <Box
          sx={{
            display: 'grid',
            gridTemplateColumns: 'repeat(auto-fit, minmax(208px, 1fr))',
            columnGap: 4,
            rowGap: 3,
            pt: 1
          }}
        >
          <DateOrder draft={draft} onDraft={setDraft} />
          <ZoneField zone={zone} onZone={onZone} />
          <ForEveryRow
            field="operation"
            label="What was done, for every row"
            draft={draft}
            preview={preview}
            onDraft={setDraft}
          />
          <ForEveryRow
            field="workload"
            label="Product or log, for every row"
            draft={draft}
            preview={preview}
            onDraft={setDraft}
          />
        </Box>
        <Box
          component="section"
          aria-label="Example"
          sx={{ border: 1, borderColor: 'divider', borderRadius: 1, bgcolor: 'background.default', px: 3, py: 2 }}
        >
          <Box sx={{ color: 'text.secondary', typography: 'caption' }}>One row will become</Box>
          <MappingExample draft={draft} preview={preview} />
          <Box sx={{ color: 'text.secondary', mt: 1 }}>{orderOfDraft(draft, preview)}</Box>
        </Box>
      </DialogContent>
      <DialogActions sx={{ alignItems: 'flex-end', gap: 2 }}>
        <Box role="status" sx={{ flex: 1, color: lacks.length === 0 ? 'text.secondary' : 'text.primary' }}>
          {lacks.length === 0
            ? 'Inward remembers these choices for every file with the same columns.'
            : lacks.map((lack) => (
                <Box key={lack} sx={{ borderLeft: 3, borderColor: 'error.main', pl: 2, mb: 0.5 }}>
                  {lack}
                </Box>
              ))}
        </Box>
        {onBack === null ? null : <Button onClick={onBack}>Back</Button>}
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" variant="contained" disabled={lacks.length > 0}>
          Import
        </Button>
      </DialogActions>
    </Box>
  )
}

function About({ preview }: { readonly preview: ImportPreview }) {
  const { file, wrapping, rows, because, remembered } = preview
  return (
    <Box>
      <b>
        <MaskedText text={file} />
      </b>
      , {WRAPPING_WORDS[wrapping]}; {rows === 1 ? '1 row was' : `${writeCount(rows)} rows were`} looked at.{' '}
      {remembered === null ? asSentence(because) : <b>Remembered: files with these columns were mapped before.</b>}
    </Box>
  )
}

interface PartProps {
  readonly preview: ImportPreview
  readonly draft: MappingDraft
  readonly onDraft: (draft: MappingDraft) => void
}

const BY_FILE = ''

function DateOrder({ draft, onDraft }: Omit<PartProps, 'preview'>) {
  return (
    <TextField
      select
      label="How dates are written"
      value={draft.dateOrder ?? BY_FILE}
      onChange={(event) => onDraft({ ...draft, dateOrder: orderOf(event.target.value) })}
      slotProps={{ select: { native: true }, inputLabel: { shrink: true } }}
      helperText="Decides where 03/04 falls in April or in March."
    >
      <option value={BY_FILE}>The whole file decides</option>
      {DATE_ORDERS.map((order) => (
        <option key={order} value={order}>
          {DATE_ORDER_WORDS[order]}
        </option>
      ))}
    </TextField>
  )
}

/** What is known of the order of day and month, for the column that is read as the time now. */
function orderOfDraft(draft: MappingDraft, preview: ImportPreview): string {
  if (draft.dateOrder !== null) {
    const isRemembered = draft.dateOrder === preview.remembered?.dateOrder
    return `${isRemembered ? 'Dates are read as before' : 'You chose how dates are read'}. ${DATE_ORDER_WORDS[draft.dateOrder]}.`
  }
  if (columnOf(draft, 'date') === null && columnOf(draft, 'time') === null) return ''
  return orderStatement(preview.dateOrder, preview.isDateOrderCertain, isOrderOfColumn(draft, preview))
}

const PLACEHOLDERS = { operation: 'Door opened', workload: 'Badge system' } as const

function ForEveryRow({
  field,
  label,
  draft,
  preview,
  onDraft
}: PartProps & { readonly field: 'operation' | 'workload'; readonly label: string }) {
  const column = columnOf(draft, field)
  const name = column === null ? '' : (preview.fields[column]?.name ?? '')
  return (
    <TextField
      label={label}
      value={column === null ? draft[field] : `as in “${name}”`}
      onChange={(event) => onDraft({ ...draft, [field]: event.target.value })}
      placeholder={column === null ? PLACEHOLDERS[field] : ''}
      slotProps={{ htmlInput: { maxLength: LONGEST_SAID, readOnly: column !== null }, inputLabel: { shrink: true } }}
      helperText={
        column === null
          ? field === 'operation'
            ? 'Where no column says it. Write no names.'
            : 'Not needed; it groups the activities in lists. Write no names.'
          : 'A column says it, row by row.'
      }
    />
  )
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
