/** A tip-off: asks whether a named person is known, and answers with the pseudonym only. The question is audited with its reason. */
import Box from '@mui/material/Box'
import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { useChange } from '../../desk.ts'
import { go } from '../../navigation.ts'
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx'

export function FindDialog({ onClose }: { readonly onClose: () => void }) {
  const [identity, setIdentity] = useState('')
  const [reason, setReason] = useState('')
  const find = useChange('person.find')
  const isUnknown = find.data?.pseudonym === null
  const confirm = () =>
    find.mutate(
      { identity, reason },
      {
        onSuccess: ({ pseudonym }) => {
          if (pseudonym === null) return
          onClose()
          go({ screen: 'person', pseudonym })
        }
      }
    )
  return (
    <ConfirmDialog
      title="Look up a tip-off"
      verb="Look up"
      isReady={identity.trim() !== '' && reason.trim() !== ''}
      isBusy={find.isPending}
      failure={find.error}
      onConfirm={confirm}
      onClose={onClose}
    >
      <Box sx={{ display: 'grid', gap: 3 }}>
        <span>
          Use this only when somebody was named to you. You see the pseudonym, not who else is known; that you asked,
          and why, stays in the audit log.
        </span>
        <TextField
          autoFocus
          label="E-mail address or user name"
          value={identity}
          onChange={(event) => setIdentity(event.target.value)}
          autoComplete="off"
          slotProps={{ htmlInput: { maxLength: 200, spellCheck: false } }}
        />
        <TextField
          label="Reason"
          multiline
          minRows={2}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          slotProps={{ htmlInput: { maxLength: 500 } }}
        />
        {isUnknown ? (
          <Box role="status">
            Nobody of that name is in this workspace. Check the spelling, or import the logs of the time in question.
          </Box>
        ) : null}
      </Box>
    </ConfirmDialog>
  )
}
