/** The name of the policy, which is fixed once the policy is created. */
import TextField from '@mui/material/TextField'
import type { Draft } from './draft.ts'

interface NameStepProps {
  readonly draft: Draft
  readonly onDraft: (draft: Draft) => void
  readonly onEnter: () => void
}

export function NameStep({ draft, onDraft, onEnter }: NameStepProps) {
  return (
    <TextField
      label="Name of the policy"
      value={draft.name}
      onChange={(event) => onDraft({ ...draft, name: event.target.value, isOwnName: true })}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return
        event.preventDefault()
        onEnter()
      }}
      helperText="It cannot be changed later. Write no names of people."
      slotProps={{ htmlInput: { maxLength: 80 } }}
      sx={{ maxWidth: 560 }}
    />
  )
}
