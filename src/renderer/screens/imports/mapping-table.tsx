/** The columns of a file with their examples, and for each the choice of what it means. */
import Box from '@mui/material/Box'
import TextField from '@mui/material/TextField'
import type { ImportPreview } from '../../../shared/contract/import.ts'
import { MAPPED_FIELDS, type MappedField } from '../../../shared/domain/mapping.ts'
import { MaskedText } from '../../parts/masked-text.tsx'
import { columnOf, type MappingDraft } from './mapping-draft.ts'
import { isDescription } from './mapping-example.tsx'
import { FIELD_GROUPS, FIELD_WORDS } from './mapping-words.ts'

interface MappingTableProps {
  readonly preview: ImportPreview
  readonly draft: MappingDraft
  readonly onMeaning: (index: number, meaning: MappedField | null) => void
}

const NOT_USED = ''
/** More examples do not help to tell what a column is. */
const EXAMPLES = 3

export function MappingTable({ preview, draft, onMeaning }: MappingTableProps) {
  return (
    <Box
      sx={{
        border: 1,
        borderColor: 'divider',
        borderRadius: 1,
        overflow: 'auto',
        minHeight: 180,
        flex: '1 1 auto',
        bgcolor: 'background.paper'
      }}
    >
      <Box
        component="table"
        aria-label="Columns of the file"
        sx={{
          borderCollapse: 'collapse',
          width: '100%',
          tableLayout: 'fixed',
          '& th, & td': { textAlign: 'start', px: 2, py: 0.75, borderBottom: 1, borderColor: 'divider' },
          '& thead th': {
            position: 'sticky',
            top: 0,
            zIndex: 1,
            bgcolor: 'background.default',
            color: 'text.secondary',
            typography: 'caption',
            fontWeight: 600
          },
          '& tbody tr:last-of-type > *': { borderBottom: 0 }
        }}
      >
        <thead>
          <tr>
            <th scope="col" style={{ width: '22%' }}>
              Column
            </th>
            <th scope="col">Examples</th>
            <th scope="col" style={{ width: '5.5rem' }}>
              Filled
            </th>
            <th scope="col" style={{ width: '20rem' }}>
              What it means
            </th>
          </tr>
        </thead>
        <tbody>
          {preview.fields.map((field, index) => (
            // The preview's order never changes while the table stands, and names may be there twice.
            <Row key={index} field={field} index={index} rows={preview.rows} draft={draft} onMeaning={onMeaning} />
          ))}
        </tbody>
      </Box>
    </Box>
  )
}

interface RowProps {
  readonly field: ImportPreview['fields'][number]
  readonly index: number
  readonly rows: number
  readonly draft: MappingDraft
  readonly onMeaning: (index: number, meaning: MappedField | null) => void
}

function Row({ field, index, rows, draft, onMeaning }: RowProps) {
  const meaning = draft.meanings[index] ?? null
  const share = rows === 0 ? 0 : Math.min(100, Math.round((field.filled / rows) * 100))
  const name = field.name === '' ? `Column ${index + 1}` : field.name
  return (
    <Box component="tr" sx={meaning === null ? {} : { bgcolor: 'row.focused' }}>
      <th scope="row" title={name}>
        <MaskedText text={name} isOneLine />
      </th>
      <td title={field.examples.join('\n')}>
        <Box
          component="span"
          sx={{
            display: 'block',
            overflow: 'hidden',
            textOverflow: 'ellipsis',
            whiteSpace: 'nowrap',
            color: field.examples.length === 0 ? 'text.secondary' : 'text.primary'
          }}
        >
          {field.examples.length === 0
            ? 'always empty'
            : field.examples.slice(0, EXAMPLES).map((example, at) => (
                <span key={at}>
                  {at === 0 ? null : (
                    <Box component="span" aria-hidden="true" sx={{ color: 'text.secondary' }}>
                      {' · '}
                    </Box>
                  )}
                  <Box
                    component="span"
                    sx={isDescription(example) ? { color: 'text.secondary', fontStyle: 'italic' } : {}}
                  >
                    <MaskedText text={example} />
                  </Box>
                </span>
              ))}
        </Box>
      </td>
      <td>
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5 }}>
          <Box aria-hidden="true" sx={{ width: 24, height: 6, bgcolor: 'divider', flex: 'none' }}>
            <Box sx={{ height: 1, bgcolor: 'severity.low.mark' }} style={{ width: `${share}%` }} />
          </Box>
          <span>{share} %</span>
        </Box>
      </td>
      <td>
        <TextField
          select
          value={meaning ?? NOT_USED}
          onChange={(event) => onMeaning(index, MAPPED_FIELDS.find((each) => each === event.target.value) ?? null)}
          slotProps={{
            select: { native: true },
            htmlInput: { 'aria-label': `What ${name} means`, style: { paddingBlock: 3 } }
          }}
          sx={{ '& select': { fontWeight: meaning === null ? 400 : 600 } }}
        >
          <option value={NOT_USED}>Not used</option>
          {FIELD_GROUPS.map(({ words, fields }) => (
            <optgroup key={words} label={words}>
              {fields.map((each) => (
                <option key={each} value={each}>
                  {FIELD_WORDS[each]}
                  {isElsewhere(draft, each, index) ? ' (moves here)' : ''}
                </option>
              ))}
            </optgroup>
          ))}
        </TextField>
      </td>
    </Box>
  )
}

function isElsewhere(draft: MappingDraft, field: MappedField, index: number): boolean {
  const at = columnOf(draft, field)
  return at !== null && at !== index
}
