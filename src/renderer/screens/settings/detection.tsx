/** Numbers that shape every policy: when a day has too few files to be unusual, how many alerts come, which alerts of others count. */
import Box from '@mui/material/Box'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import Link from '@mui/material/Link'
import Radio from '@mui/material/Radio'
import RadioGroup from '@mui/material/RadioGroup'
import TextField from '@mui/material/TextField'
import { useState, type ReactNode } from 'react'
import { ALERT_STATES, type AlertState } from '../../../shared/domain/draft.ts'
import { ALERT_VOLUMES, type AlertVolume } from '../../../shared/domain/settings.ts'
import { go } from '../../navigation.ts'
import { writeCount } from '../../parts/receipt-sum.tsx'
import { SectionPage } from './section-page.tsx'
import { Stored, type Edited } from './stored.tsx'

const VOLUME_WORDS: Readonly<Record<AlertVolume, { readonly name: string; readonly means: string }>> = {
  fewer: {
    name: 'Fewer alerts',
    means:
      'No Low alert comes: the line of every policy moves up to where Medium begins. A policy that is stricter keeps its own line. Something real may be missed.'
  },
  default: { name: 'As each policy says', means: 'An alert comes from the score on that the policy names.' },
  more: {
    name: 'More alerts',
    means:
      'The line of every policy moves down to half: more Low and Medium alerts come, and more of them turn out harmless.'
  }
}
const STATE_WORDS: Readonly<Record<AlertState, string>> = {
  unknown: 'Not told by the source',
  new: 'New',
  'in-progress': 'In progress',
  resolved: 'Resolved'
}
// As the contract takes it.
const MOST_FILES = 100_000

export function Detection() {
  return <Stored section="detection">{(edited) => <DetectionSection edited={edited} />}</Stored>
}

function DetectionSection({ edited }: { readonly edited: Edited }) {
  const { settings, edit, mayChange } = edited
  const toggle = (state: AlertState) => {
    const wanted = ALERT_STATES.filter((each) => settings.alertStates.includes(each) !== (each === state))
    if (wanted.length > 0) edit?.({ alertStates: wanted })
  }
  return (
    <SectionPage
      title="Detection"
      section="detection"
      mayChange={mayChange}
      intro={
        <>
          These hold for all policies. How far a policy looks back and how long it watches on is set in each policy; see
          its windows under{' '}
          <Link component="button" onClick={() => go({ screen: 'policies' })} sx={{ verticalAlign: 'baseline' }}>
            Policies
          </Link>
          .
        </>
      }
    >
      <Question
        title="Alert volume"
        means="How many alerts reach the queue. Alerts on which somebody has decided stay as they are."
      >
        <RadioGroup
          aria-label="Alert volume"
          value={settings.alertVolume}
          onChange={(_, wanted) => {
            const alertVolume = ALERT_VOLUMES.find((each) => each === wanted)
            if (alertVolume !== undefined) edit?.({ alertVolume })
          }}
          sx={{ gap: 2 }}
        >
          {ALERT_VOLUMES.map((volume) => (
            <FormControlLabel
              key={volume}
              value={volume}
              disabled={edit === null}
              control={<Radio sx={{ alignSelf: 'flex-start' }} />}
              label={
                <Box sx={{ pt: 0.5, maxWidth: '72ch' }}>
                  <b>{VOLUME_WORDS[volume].name}</b>
                  <Box sx={{ color: 'text.secondary' }}>{VOLUME_WORDS[volume].means}</Box>
                </Box>
              }
            />
          ))}
        </RadioGroup>
      </Question>
      <Question
        title="File-volume floor"
        means="A day with fewer files than this is never called unusual, however quiet the person’s other days are. 0 switches it off."
      >
        <Floor
          key={settings.fileVolumeFloor}
          files={settings.fileVolumeFloor}
          onChange={edit === null ? null : (fileVolumeFloor) => edit({ fileVolumeFloor })}
        />
      </Question>
      <Question
        title="Alerts of security products"
        means="Count in these states, as far as their source has come with them. At least one state stays."
      >
        <Box role="group" aria-label="States of security alerts that count">
          {ALERT_STATES.map((state) => (
            <FormControlLabel
              key={state}
              sx={{ display: 'flex' }}
              disabled={edit === null}
              control={<Checkbox checked={settings.alertStates.includes(state)} onChange={() => toggle(state)} />}
              label={STATE_WORDS[state]}
            />
          ))}
        </Box>
      </Question>
    </SectionPage>
  )
}

interface QuestionProps {
  readonly title: string
  readonly means: string
  readonly children: ReactNode
}

function Question({ title, means, children }: QuestionProps) {
  return (
    <Box sx={{ borderTop: 1, borderColor: 'divider', py: 4 }}>
      <Box component="h3" sx={{ typography: 'h3', m: 0, mb: 1 }}>
        {title}
      </Box>
      <Box sx={{ color: 'text.secondary', maxWidth: '72ch', mb: 3 }}>{means}</Box>
      {children}
    </Box>
  )
}

interface FloorProps {
  readonly files: number
  readonly onChange: ((files: number) => void) | null
}

/** What is typed counts as soon as it is a whole number; the words say when it is none. */
function Floor({ files, onChange }: FloorProps) {
  const [typed, setTyped] = useState(String(files))
  const [seen, setSeen] = useState(files)
  const wanted = /^\d{1,6}$/.test(typed.trim()) ? Number(typed) : null
  const isRight = wanted !== null && wanted <= MOST_FILES
  // Changed from elsewhere, as by discarding.
  if (files !== seen) {
    setSeen(files)
    if (wanted !== files) setTyped(String(files))
  }
  return (
    <TextField
      label="Files a day"
      value={typed}
      disabled={onChange === null}
      error={!isRight}
      helperText={
        isRight ? ' ' : `A whole number from 0 to ${writeCount(MOST_FILES)}; until then ${writeCount(files)} stays.`
      }
      onChange={({ target }) => {
        setTyped(target.value)
        const number = /^\d{1,6}$/.test(target.value.trim()) ? Number(target.value) : null
        if (number !== null && number <= MOST_FILES) onChange?.(number)
      }}
      slotProps={{ htmlInput: { inputMode: 'numeric', autoComplete: 'off' } }}
      sx={{ width: 360 }}
    />
  )
}
