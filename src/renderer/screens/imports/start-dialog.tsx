/** Before an import begins: which files, and what the operator knows better than recognition. Sends a ticket, never a path. */
import Autocomplete from '@mui/material/Autocomplete'
import Box from '@mui/material/Box'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { SOURCES } from '../../../shared/domain/source.ts'
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx'
import { MaskedText } from '../../parts/masked-text.tsx'
import { writeCount } from '../../parts/receipt-sum.tsx'
import { useWorkspace } from '../../workspace.ts'
import { runImport } from './state.ts'
import { SOURCE_WORDS } from './words.ts'

interface StartDialogProps {
  readonly ticket: string
  readonly files: readonly string[]
  readonly onClose: () => void
}

const BY_ITSELF = ''

export function StartDialog({ ticket, files, onClose }: StartDialogProps) {
  const { timezone } = useWorkspace()
  const [source, setSource] = useState<string>(BY_ITSELF)
  const [zone, setZone] = useState<string | null>(null)
  const [label, setLabel] = useState('')
  const start = () => {
    void runImport({
      ticket,
      source: SOURCES.find((each) => each === source) ?? null,
      timezone: zone,
      label: label.trim()
    })
    onClose()
  }
  return (
    <ConfirmDialog
      title={files.length === 1 ? 'Import 1 file' : `Import ${writeCount(files.length)} files`}
      verb="Import"
      onConfirm={start}
      onClose={onClose}
    >
      <Box sx={{ display: 'grid', gap: 4, pt: 1 }}>
        <Box component="ul" tabIndex={0} aria-label="Files" sx={{ m: 0, pl: 5, maxHeight: 160, overflow: 'auto' }}>
          {files.map((file) => (
            <li key={file}>
              <MaskedText text={file} />
            </li>
          ))}
        </Box>
        <TextField
          select
          label="Kind of log"
          value={source}
          onChange={(event) => setSource(event.target.value)}
          slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
          helperText="Choose one only if Inward took a file for something else."
        >
          <MenuItem value={BY_ITSELF}>Recognise each file</MenuItem>
          {SOURCES.map((each) => (
            <MenuItem key={each} value={each}>
              {SOURCE_WORDS[each]}
            </MenuItem>
          ))}
        </TextField>
        <Autocomplete
          options={Intl.supportedValuesOf('timeZone')}
          value={zone}
          onChange={(_, wanted) => setZone(wanted)}
          renderInput={(params) => (
            <TextField
              {...params}
              label="Zone of times that name none"
              placeholder={`Workspace: ${timezone}`}
              slotProps={{ ...params.slotProps, inputLabel: { ...params.slotProps.inputLabel, shrink: true } }}
              helperText="Used only where neither the record nor its format says the zone; each receipt tells what was decided and why."
            />
          )}
        />
        <TextField
          label="Label (not needed)"
          autoFocus
          value={label}
          onChange={(event) => setLabel(event.target.value)}
          slotProps={{ htmlInput: { maxLength: 200 } }}
          helperText="Where the files come from, for example. Write no names."
        />
      </Box>
    </ConfirmDialog>
  )
}
