/** A new policy from a template, with the template's numbers; they can be changed afterwards. */
import Box from '@mui/material/Box'
import FormControlLabel from '@mui/material/FormControlLabel'
import Radio from '@mui/material/Radio'
import RadioGroup from '@mui/material/RadioGroup'
import TextField from '@mui/material/TextField'
import { useState } from 'react'
import type { Template } from '../../../shared/domain/policy.ts'
import { useChange, useRead } from '../../desk.ts'
import { tell } from '../../frame/toast.tsx'
import { CategoryMark } from '../../parts/category-mark.tsx'
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { LoadingLine } from '../../parts/loading-line.tsx'
import { usePolicyList } from './state.ts'

export function CreateDialog({ onClose }: { readonly onClose: () => void }) {
  const templates = useRead('policy.templates', {})
  const [template, setTemplate] = useState<Template | null>(null)
  const [name, setName] = useState('')
  const [isOwnName, setOwnName] = useState(false)
  const create = useChange('policy.create')
  const pick = (wanted: string) => {
    const found = templates.data?.find(({ id }) => id === wanted) ?? null
    setTemplate(found)
    if (!isOwnName && found !== null) setName(found.name)
  }
  const confirm = () =>
    template !== null &&
    create.mutate(
      { name, template: template.id, definition: null },
      {
        onSuccess: (policy) => {
          tell({
            says: `“${policy.name}” is on. It looks at what is imported with the next import, or when scores are brought up to date.`
          })
          usePolicyList.setState({ focusedId: policy.id, openedId: policy.id })
          onClose()
        }
      }
    )
  return (
    <ConfirmDialog
      title="Create a policy from a template"
      verb="Create"
      isReady={template !== null && name.trim() !== ''}
      isBusy={create.isPending}
      failure={create.error}
      onConfirm={confirm}
      onClose={onClose}
    >
      <FailureNote failure={templates.error} onAgain={() => void templates.refetch()} />
      {templates.isLoading ? <LoadingLine /> : null}
      <RadioGroup
        aria-label="Template"
        value={template?.id ?? ''}
        onChange={(_, wanted) => pick(wanted)}
        sx={{ gap: 2 }}
      >
        {(templates.data ?? []).map((each) => (
          <FormControlLabel
            key={each.id}
            value={each.id}
            control={<Radio sx={{ alignSelf: 'flex-start' }} />}
            label={<TemplateText template={each} isChosen={each.id === template?.id} />}
          />
        ))}
      </RadioGroup>
      <TextField
        label="Name of the policy"
        value={name}
        onChange={(event) => {
          setName(event.target.value)
          setOwnName(true)
        }}
        slotProps={{ htmlInput: { maxLength: 80 } }}
        sx={{ mt: 4 }}
      />
    </ConfirmDialog>
  )
}

function TemplateText({ template, isChosen }: { readonly template: Template; readonly isChosen: boolean }) {
  return (
    <Box sx={{ pt: 0.5 }}>
      <b>{template.name}</b>
      <Box sx={{ color: 'text.secondary' }}>{template.summary}</Box>
      {isChosen ? (
        <Box sx={{ mt: 1, display: 'grid', gap: 1 }}>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 3 }}>
            {template.categories.map((category) => (
              <CategoryMark key={category} category={category} />
            ))}
          </Box>
          {template.prerequisites.length === 0 ? null : <Box>Needs: {template.prerequisites.join('; ')}.</Box>}
          <Box>
            Looks {template.definition.windows.lookBackDays} days back and {template.definition.windows.activationDays}{' '}
            days on; an alert from a score of {template.definition.alertLine}.
          </Box>
        </Box>
      ) : null}
    </Box>
  )
}
