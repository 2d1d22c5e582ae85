/** The zone of times that name none: asked before an import, told on its receipt. */
import Autocomplete from '@mui/material/Autocomplete'
import TextField from '@mui/material/TextField'
import { useWorkspace } from '../../workspace.ts'

interface ZoneFieldProps {
  readonly zone: string | null
  readonly onZone: (zone: string | null) => void
}

export function ZoneField({ zone, onZone }: ZoneFieldProps) {
  const { timezone } = useWorkspace()
  return (
    <Autocomplete
      options={Intl.supportedValuesOf('timeZone')}
      value={zone}
      onChange={(_, wanted) => onZone(wanted)}
      renderInput={(params) => (
        <TextField
          {...params}
          label="Zone of times that name none"
          placeholder={`Workspace: ${timezone}`}
          slotProps={{ ...params.slotProps, inputLabel: { ...params.slotProps.inputLabel, shrink: true } }}
          helperText="Used only where neither the record nor its format says the zone."
        />
      )}
    />
  )
}
