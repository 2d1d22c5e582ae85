/** Confirms one or many alerts into a new or an existing case; cases of the same person are offered first. */
import Autocomplete from '@mui/material/Autocomplete'
import Box from '@mui/material/Box'
import FormControlLabel from '@mui/material/FormControlLabel'
import Radio from '@mui/material/Radio'
import RadioGroup from '@mui/material/RadioGroup'
import TextField from '@mui/material/TextField'
import { useState } from 'react'
import type { AlertRow } from '../../../shared/contract/alert.ts'
import type { CaseRow } from '../../../shared/contract/case.ts'
import { useChange, useRead } from '../../desk.ts'
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { writeCount } from '../../parts/receipt-sum.tsx'
import { AboutAlerts } from './about-alerts.tsx'
import { MAX_AT_ONCE } from './dismiss-dialog.tsx'

interface CaseDialogProps {
  readonly alerts: readonly AlertRow[]
  readonly onDone: (says: string, caseId: number) => void
  readonly onClose: () => void
}

export function CaseDialog({ alerts, onDone, onClose }: CaseDialogProps) {
  const cases = useRead('case.list', { status: 'active' })
  const people = new Set(alerts.map(({ pseudonym }) => pseudonym))
  const isOfSamePerson = (row: CaseRow) => row.people.some((pseudonym) => people.has(pseudonym))
  const offered = [...(cases.data ?? [])].sort(
    (one, other) => Number(isOfSamePerson(other)) - Number(isOfSamePerson(one))
  )
  const [wanted, setWanted] = useState<'new' | 'existing'>('new')
  const [name, setName] = useState(() => suggestName(alerts))
  const [chosen, setChosen] = useState<CaseRow | null>(null)
  const [comment, setComment] = useState('')
  const confirm = useChange('alert.confirm')
  const into = wanted === 'new' ? { newCase: name } : chosen === null ? null : { caseId: chosen.id }
  const isReady = into !== null && (wanted === 'existing' || name.trim() !== '') && alerts.length <= MAX_AT_ONCE
  return (
    <ConfirmDialog
      title={alerts.length === 1 ? 'Confirm this alert' : `Confirm ${writeCount(alerts.length)} alerts`}
      verb="Confirm"
      isBusy={confirm.isPending}
      isReady={isReady}
      failure={confirm.error}
      onClose={onClose}
      onConfirm={() =>
        into !== null &&
        confirm.mutate(
          { ids: alerts.map(({ id }) => id), into, comment },
          {
            onSuccess: (done) =>
              onDone(
                done.alerts.length === 1
                  ? 'Alert confirmed into a case.'
                  : `${writeCount(done.alerts.length)} alerts confirmed into a case.`,
                done.caseId
              )
          }
        )
      }
    >
      <Box sx={{ display: 'grid', gap: 3 }}>
        <AboutAlerts alerts={alerts} />
        {alerts.length > MAX_AT_ONCE ? (
          <Box role="alert">At most {MAX_AT_ONCE} alerts can be decided at once. Select fewer.</Box>
        ) : null}
        <RadioGroup
          row
          aria-label="Into which case"
          value={wanted}
          onChange={(_, value) => setWanted(value === 'existing' ? 'existing' : 'new')}
        >
          <FormControlLabel value="new" control={<Radio />} label="A new case" />
          <FormControlLabel
            value="existing"
            control={<Radio />}
            label={`An existing case (${cases.data?.length ?? 0} active)`}
            disabled={cases.data?.length === 0}
          />
        </RadioGroup>
        <FailureNote failure={cases.error} />
        {wanted === 'new' ? (
          <TextField
            key="new"
            label="Name of the case"
            value={name}
            autoFocus
            onFocus={(event) => event.target.select()}
            onChange={(event) => setName(event.target.value)}
            slotProps={{ htmlInput: { maxLength: 120 } }}
            helperText="Write no names of people: the pseudonym is enough."
          />
        ) : (
          <Autocomplete
            options={offered}
            value={chosen}
            onChange={(_, row) => setChosen(row)}
            getOptionKey={({ id }) => id}
            getOptionLabel={(row) => `${row.name} · ${row.people.join(', ')}`}
            isOptionEqualToValue={(one, other) => one.id === other.id}
            groupBy={(row) => (isOfSamePerson(row) ? 'About the same person' : 'Other cases')}
            renderInput={(params) => <TextField {...params} label="Case" autoFocus />}
          />
        )}
        <TextField
          label="Comment (becomes the case’s first note)"
          multiline
          minRows={2}
          value={comment}
          onChange={(event) => setComment(event.target.value)}
          slotProps={{ htmlInput: { maxLength: 2000 } }}
        />
      </Box>
    </ConfirmDialog>
  )
}

function suggestName(alerts: readonly AlertRow[]): string {
  const [first] = alerts
  if (first === undefined) return ''
  const people = new Set(alerts.map(({ pseudonym }) => pseudonym))
  const who = people.size === 1 ? first.pseudonym : `${people.size} people`
  const policies = new Set(alerts.map(({ policyId }) => policyId)).size
  return `${policies === 1 ? first.policy : `${policies} policies`}: ${who}`.slice(0, 120)
}
