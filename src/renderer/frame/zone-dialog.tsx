/** In which zone times are shown: the workspace's, UTC, or this computer's. Changes the display only. */
import Dialog from '@mui/material/Dialog'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import FormControlLabel from '@mui/material/FormControlLabel'
import Radio from '@mui/material/Radio'
import RadioGroup from '@mui/material/RadioGroup'
import { useNow } from '../clock.ts'
import { useWorkspace } from '../workspace.ts'
import { useZoneChoice, writeMoment, ZONE_CHOICES, zoneOf, type ZoneChoice } from '../zone.ts'

const WORDS: Readonly<Record<ZoneChoice, string>> = { workspace: 'Workspace', utc: 'UTC', local: 'This computer' }

export function ZoneDialog({ onClose }: { readonly onClose: () => void }) {
  const { choice } = useZoneChoice()
  const { timezone } = useWorkspace()
  const nowMs = useNow()
  return (
    <Dialog open onClose={onClose} maxWidth="xs" aria-labelledby="zone-title">
      <DialogTitle id="zone-title">Show times in</DialogTitle>
      <DialogContent>
        <RadioGroup aria-labelledby="zone-title" value={choice} onChange={(_, wanted) => pick(wanted)}>
          {ZONE_CHOICES.map((each) => {
            const zone = zoneOf(each, timezone)
            return (
              <FormControlLabel
                key={each}
                value={each}
                control={<Radio autoFocus={each === choice} />}
                label={`${WORDS[each]}: ${zone}, now ${writeMoment(nowMs, zone)}`}
              />
            )
          })}
        </RadioGroup>
        <p>Only the display changes. Days are always counted in the workspace’s zone, {timezone}.</p>
      </DialogContent>
    </Dialog>
  )
}

function pick(wanted: string) {
  const choice = ZONE_CHOICES.find((each) => each === wanted)
  if (choice !== undefined) useZoneChoice.setState({ choice })
}
