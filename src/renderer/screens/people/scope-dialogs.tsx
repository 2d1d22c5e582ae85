/** Starts scoring without a trigger, and takes people out of scope. Both need a reason, and the reason is audited. */
import Box from '@mui/material/Box'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { useState } from 'react'
import type { Pseudonym } from '../../../shared/domain/pseudonym.ts'
import { useChange, useRead } from '../../desk.ts'
import { tell } from '../../frame/toast.tsx'
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { writeCount } from '../../parts/receipt-sum.tsx'

// All as the contract takes them.
const MOST_PEOPLE = 1000
const MOST_DAYS = 90
const LONGEST_REASON = 500
// A month shows more than a bad week, and is not yet a habit.
const FIRST_DAYS = 30

interface ScopeDialogProps {
  readonly pseudonyms: readonly Pseudonym[]
  readonly onDone: () => void
  readonly onClose: () => void
}

export function StartScoring({ pseudonyms, onDone, onClose }: ScopeDialogProps) {
  const policies = useRead('policy.list', {})
  const [policyId, setPolicyId] = useState<number | null>(null)
  const [days, setDays] = useState(String(FIRST_DAYS))
  const [reason, setReason] = useState('')
  const scope = useChange('person.scope')
  const offered = (policies.data ?? []).filter(({ status }) => status === 'on')
  const [only] = offered
  const policy = policyId ?? (offered.length === 1 && only !== undefined ? only.id : null)
  const wantedDays = /^\d{1,2}$/.test(days.trim()) ? Number(days) : 0
  const isDaysRight = wantedDays >= 1 && wantedDays <= MOST_DAYS
  const confirm = () => {
    if (policy === null) return
    scope.mutate(
      { pseudonyms: [...pseudonyms], policyId: policy, days: wantedDays, reason: reason.trim() },
      {
        onSuccess: ({ people }) => {
          tell({ says: `${sayPeople(people)} scored by hand for ${sayDays(wantedDays)} from now.` })
          onDone()
        }
      }
    )
  }
  return (
    <ConfirmDialog
      title={`Start scoring ${whoOf(pseudonyms)}`}
      verb="Start scoring"
      isReady={policy !== null && isDaysRight && reason.trim() !== '' && pseudonyms.length <= MOST_PEOPLE}
      isBusy={scope.isPending}
      failure={scope.error}
      onConfirm={confirm}
      onClose={onClose}
    >
      <Box sx={{ display: 'grid', gap: 4, pt: 2 }}>
        <Box>
          Their activities count under the policy as if a trigger had happened today, as far back as the policy looks.
          If the policy’s own window runs longer, it holds. The reason stays in the audit log.
        </Box>
        <TooMany pseudonyms={pseudonyms} />
        <FailureNote failure={policies.error} onAgain={() => void policies.refetch()} />
        {policies.data !== undefined && offered.length === 0 ? (
          <Box role="note">No policy is on. An administrator creates one under Policies.</Box>
        ) : null}
        <TextField
          select
          label="Policy"
          value={policy === null ? '' : String(policy)}
          onChange={(event) => setPolicyId(Number(event.target.value))}
        >
          {offered.map(({ id, name }) => (
            <MenuItem key={id} value={String(id)}>
              {name}
            </MenuItem>
          ))}
        </TextField>
        <TextField
          label={`Days (1 to ${MOST_DAYS})`}
          value={days}
          onChange={(event) => setDays(event.target.value)}
          error={!isDaysRight}
          helperText={isDaysRight ? ' ' : `A whole number from 1 to ${MOST_DAYS}.`}
          slotProps={{ htmlInput: { inputMode: 'numeric', autoComplete: 'off' } }}
        />
        <Reason value={reason} onChange={setReason} />
      </Box>
    </ConfirmDialog>
  )
}

export function RemoveFromScope({ pseudonyms, onDone, onClose }: ScopeDialogProps) {
  const [reason, setReason] = useState('')
  const unscope = useChange('person.unscope')
  const confirm = () =>
    unscope.mutate(
      { pseudonyms: [...pseudonyms], reason: reason.trim() },
      {
        onSuccess: ({ people }) => {
          tell({ says: `${sayPeople(people)} out of every policy’s scope.` })
          onDone()
        }
      }
    )
  return (
    <ConfirmDialog
      title={`Remove ${whoOf(pseudonyms)} from scope`}
      verb="Remove from scope"
      isReady={reason.trim() !== '' && pseudonyms.length <= MOST_PEOPLE}
      isBusy={unscope.isPending}
      failure={unscope.error}
      onConfirm={confirm}
      onClose={onClose}
    >
      <Box sx={{ display: 'grid', gap: 4, pt: 2 }}>
        <Box>
          No policy scores what they do from now on, until a later trigger brings them back: another resignation, for
          example. Scoring by hand ends too. Alerts and cases stay; imported activities stay. The reason stays in the
          audit log.
        </Box>
        <TooMany pseudonyms={pseudonyms} />
        <Reason value={reason} onChange={setReason} hasFocus />
      </Box>
    </ConfirmDialog>
  )
}

function TooMany({ pseudonyms }: Pick<ScopeDialogProps, 'pseudonyms'>) {
  if (pseudonyms.length <= MOST_PEOPLE) return null
  return (
    <Box role="alert">
      {writeCount(pseudonyms.length)} people are selected; at most {writeCount(MOST_PEOPLE)} at once.
    </Box>
  )
}

interface ReasonProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly hasFocus?: boolean
}

function Reason({ value, onChange, hasFocus = false }: ReasonProps) {
  return (
    <TextField
      autoFocus={hasFocus}
      label="Reason"
      multiline
      minRows={2}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      slotProps={{ htmlInput: { maxLength: LONGEST_REASON } }}
    />
  )
}

function whoOf(pseudonyms: readonly Pseudonym[]): string {
  const [first] = pseudonyms
  return pseudonyms.length === 1 && first !== undefined ? first : `${writeCount(pseudonyms.length)} people`
}

const sayPeople = (people: number) => (people === 1 ? '1 person is' : `${writeCount(people)} people are`)
const sayDays = (days: number) => (days === 1 ? '1 day' : `${writeCount(days)} days`)
