/** The first step of an import: the files, what the first of them looks like, and what the operator knows better. */
import type { UseQueryResult } from '@tanstack/react-query'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import TextField from '@mui/material/TextField'
import type { SubmitEvent } from 'react'
import type { ImportPreview } from '../../../shared/contract/import.ts'
import { SOURCES, type Source } from '../../../shared/domain/source.ts'
import type { DeskFailure } from '../../desk.ts'
import { MaskedText } from '../../parts/masked-text.tsx'
import { FilePath } from './file-path.tsx'
import type { Intake } from './state.ts'
import { asSentence, SOURCE_HINTS, SOURCE_WORDS, WRAPPING_WORDS } from './words.ts'
import { ZoneField } from './zone-field.tsx'

interface StartFormProps {
  readonly files: readonly string[]
  readonly preview: UseQueryResult<ImportPreview, DeskFailure>
  readonly intake: Intake
  readonly onIntake: (intake: Intake) => void
  readonly onMap: () => void
  readonly onClose: () => void
  readonly onImport: () => void
}

const BY_ITSELF = ''
/** A mapping is made by example and not by choosing it from a list. */
const CHOICES: readonly Source[] = SOURCES.filter((source) => source !== 'mapped')

export function StartForm({ files, preview, intake, onIntake, onMap, onClose, onImport }: StartFormProps) {
  const { source, label } = intake
  const isUnknown = preview.data?.source === null && source === null
  // Other files of the same choice may well be known, so only a single one is held back.
  const isReady = !(isUnknown && files.length === 1)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    // Enter takes the way that is open.
    if (isReady) onImport()
    else onMap()
  }
  return (
    <form onSubmit={submit}>
      <DialogContent>
        <Box sx={{ display: 'grid', gap: 5, pt: 1, minWidth: 0 }}>
          <Box component="ul" tabIndex={0} aria-label="Files" sx={{ m: 0, pl: 5, maxHeight: 132, overflow: 'auto' }}>
            {files.map((file, index) => (
              <li key={index}>
                <FilePath path={file} />
              </li>
            ))}
          </Box>
          <Recognition
            preview={preview}
            isFirstOfMany={files.length > 1}
            isUnknown={isUnknown}
            isOnlyWay={!isReady}
            onMap={onMap}
          />
          <TextField
            select
            label="Kind of log"
            value={source ?? BY_ITSELF}
            onChange={(event) =>
              onIntake({ ...intake, source: CHOICES.find((each) => each === event.target.value) ?? null })
            }
            slotProps={{ select: { native: true }, inputLabel: { shrink: true } }}
            helperText={
              source === null
                ? 'Choose one only if Inward took a file for something else.'
                : `Every file is read as this: ${SOURCE_HINTS[source]}.`
            }
          >
            <option value={BY_ITSELF}>Recognise each file</option>
            {CHOICES.map((each) => (
              <option key={each} value={each}>
                {SOURCE_WORDS[each]}
              </option>
            ))}
          </TextField>
          <ZoneField zone={intake.zone} onZone={(zone) => onIntake({ ...intake, zone })} />
          <TextField
            label="Label (not needed)"
            autoFocus
            value={label}
            onChange={(event) => onIntake({ ...intake, label: event.target.value })}
            slotProps={{ htmlInput: { maxLength: 200 } }}
            helperText="Where the files come from, for example. Write no names."
          />
        </Box>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button type={isReady ? 'submit' : 'button'} variant={isReady ? 'contained' : 'outlined'} disabled={!isReady}>
          Import
        </Button>
      </DialogActions>
    </form>
  )
}

interface RecognitionProps {
  readonly preview: UseQueryResult<ImportPreview, DeskFailure>
  readonly isFirstOfMany: boolean
  readonly isUnknown: boolean
  /** Then Enter leads there too: a form is sent by its first button. */
  readonly isOnlyWay: boolean
  readonly onMap: () => void
}

function Recognition({ preview, isFirstOfMany, isUnknown, isOnlyWay, onMap }: RecognitionProps) {
  const { data, error } = preview
  if (data === undefined)
    return (
      <Box role="status" sx={{ color: 'text.secondary', minHeight: 20 }}>
        {error === null
          ? 'Looking at the first file…'
          : `It could not be looked at beforehand: ${error.failure.sentence} The import will tell more.`}
      </Box>
    )
  const { source, because, wrapping, file } = data
  return (
    <Box
      role="status"
      sx={{
        borderLeft: 3,
        borderColor: isUnknown ? 'error.main' : 'row.line',
        pl: 3,
        display: 'grid',
        gap: 2,
        justifyItems: 'start'
      }}
    >
      <Box>
        {isFirstOfMany ? (
          <>
            The first, <MaskedText text={file} />:{' '}
          </>
        ) : null}
        <b>
          {source === null
            ? 'No reader knows this file'
            : source === 'mapped'
              ? 'Mapped before, and remembered'
              : SOURCE_WORDS[source]}
        </b>
        , {WRAPPING_WORDS[wrapping]}.{' '}
        <Box component="span" sx={{ color: 'text.secondary' }}>
          {source === 'mapped' ? '' : asSentence(because)}
        </Box>
      </Box>
      {isUnknown ? <Box>If it is a log, say once what its columns hold; Inward remembers it.</Box> : null}
      <Button variant={isUnknown ? 'contained' : 'outlined'} {...(isOnlyWay ? { type: 'submit' } : { onClick: onMap })}>
        What each column means…
      </Button>
    </Box>
  )
}
