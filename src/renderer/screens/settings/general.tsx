/** What concerns this window and this workspace: look, zone, watched folder, operators, and what Inward runs on. */
import Autocomplete from '@mui/material/Autocomplete'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import TextField from '@mui/material/TextField'
import ToggleButton from '@mui/material/ToggleButton'
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup'
import { useState } from 'react'
import { useChange, useRead } from '../../desk.ts'
import { tell } from '../../frame/toast.tsx'
import { LOOKS, useLook, type LookChoice } from '../../look.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { writeCount } from '../../parts/receipt-sum.tsx'
import { useMay, useWorkspace } from '../../workspace.ts'
import { Operators } from './operators.tsx'
import { SettingsPart } from './settings-part.tsx'
import { WatchedFolder } from './watched-folder.tsx'

const LOOK_WORDS: Readonly<Record<LookChoice, string>> = {
  system: 'As the system',
  light: 'Light',
  dark: 'Dark',
  contrast: 'High contrast'
}

export function General() {
  const mayListOperators = useMay('operator.list')
  const maySeeWatch = useMay('watch.show')
  return (
    <Box sx={{ maxWidth: 820, '& > section:first-of-type': { borderTop: 0, pt: 0 } }}>
      <Appearance />
      <WorkspaceZone />
      {maySeeWatch ? <WatchedFolder /> : null}
      {mayListOperators ? <Operators /> : null}
      <About />
    </Box>
  )
}

function Appearance() {
  const { choice, isComfortable } = useLook()
  return (
    <SettingsPart title="Appearance">
      <ToggleButtonGroup
        exclusive
        value={choice}
        aria-label="Colours"
        onChange={(_, wanted: unknown) => wear(LOOKS.find((look) => look === wanted))}
      >
        {LOOKS.map((look) => (
          <ToggleButton key={look} value={look}>
            {LOOK_WORDS[look]}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <FormControlLabel
        sx={{ display: 'flex', mt: 2 }}
        control={
          <Checkbox checked={isComfortable} onChange={(_, wanted) => useLook.setState({ isComfortable: wanted })} />
        }
        label="Larger text (14 px)"
      />
      <Box sx={{ color: 'text.secondary' }}>Kept until Inward is closed.</Box>
    </SettingsPart>
  )
}

function wear(choice: LookChoice | undefined) {
  if (choice !== undefined) useLook.setState({ choice })
}

function WorkspaceZone() {
  const { timezone } = useWorkspace()
  const [zone, setZone] = useState<string>(timezone)
  const change = useChange('workspace.timezone')
  return (
    <SettingsPart title="Time zone of the workspace">
      <Box sx={{ color: 'text.secondary', mb: 3 }}>
        Days are counted in this zone: what belongs to one evening stays together. Times are stored in UTC and not
        changed.
      </Box>
      <Box sx={{ display: 'flex', gap: 3 }}>
        <Autocomplete
          options={Intl.supportedValuesOf('timeZone')}
          value={zone}
          onChange={(_, wanted) => setZone(wanted)}
          disableClearable
          sx={{ width: 320 }}
          renderInput={(params) => <TextField {...params} label="Time zone" />}
        />
        <Button
          variant="outlined"
          disabled={zone === timezone || change.isPending}
          onClick={() =>
            change.mutate(
              { timezone: zone },
              { onSuccess: (state) => tell({ says: `Days are now counted in ${state.timezone}.` }) }
            )
          }
        >
          Change
        </Button>
      </Box>
      <FailureNote failure={change.error} />
    </SettingsPart>
  )
}

function About() {
  const runtime = useRead('workspace.runtime', {})
  const { counts } = useWorkspace()
  return (
    <SettingsPart title="About">
      <FailureNote failure={runtime.error} />
      <Box sx={{ color: 'text.secondary' }}>
        {writeCount(counts.activities)} activities of {writeCount(counts.people)} people from{' '}
        {writeCount(counts.imports)} imports.
      </Box>
      {runtime.data === undefined ? null : (
        <>
          <Box>
            Inward {runtime.data.version} · Electron {runtime.data.electron} (
            {runtime.data.isOfficialRuntime
              ? 'official runtime'
              : 'not the official runtime: for development and tests only'}
            ) · sandbox {runtime.data.sandbox ? 'on' : 'off'}
          </Box>
          {runtime.data.notes.map((note) => (
            <Box key={note}>{note}</Box>
          ))}
        </>
      )}
      <Box>Licence: AGPL-3.0-only. Opens no network connection.</Box>
    </SettingsPart>
  )
}
