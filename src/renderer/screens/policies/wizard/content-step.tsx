/** Content that makes an activity count more, or that alone counts. */
import Box from '@mui/material/Box'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import type { PriorityContent } from '../../../../shared/domain/policy.ts'
import { useRead } from '../../../desk.ts'
import { FailureNote } from '../../../parts/failure-note.tsx'
import { hasContent, type Draft } from './draft.ts'
import { LinesField } from './fields.tsx'
import { PickList } from './pick-list.tsx'

interface ContentStepProps {
  readonly draft: Draft
  readonly onDraft: (draft: Draft) => void
}

export function ContentStep({ draft, onDraft }: ContentStepProps) {
  const choices = useRead('policy.choices', {})
  const { priorityContent: content, scoreOnlyPriorityContent } = draft.definition
  const set = (change: Partial<PriorityContent>) =>
    onDraft({ ...draft, definition: { ...draft.definition, priorityContent: { ...content, ...change } } })
  const isAny = hasContent(content)
  const optionsOf = (values: readonly string[] = []) => values.map((value) => ({ value, words: value }))
  return (
    <Box sx={{ display: 'grid', gap: 4 }}>
      <Box sx={{ color: 'text.secondary', maxWidth: '72ch' }}>
        None of it is needed. Activity that concerns what you name here counts more. Parts shown as ANON-… stand for
        what was typed; leave such a line as it is and it stays.
      </Box>
      <FailureNote failure={choices.error} onAgain={() => void choices.refetch()} />
      <Box
        sx={{
          display: 'grid',
          gap: 4,
          gridTemplateColumns: 'repeat(auto-fill, minmax(22rem, 1fr))',
          alignItems: 'start'
        }}
      >
        <LinesField
          label="Sites"
          hint="One address a line; everything below it belongs to it."
          values={content.sites}
          onChange={(sites) => set({ sites })}
        />
        <LinesField
          label="File extensions"
          hint="One a line, with or without the dot."
          values={content.extensions}
          onChange={(typed) =>
            set({
              extensions: [...new Set(typed.map((each) => each.replace(/^\*?\.+/, '')))].filter((each) => each !== '')
            })
          }
        />
        <LinesField
          label="Words in names of files, folders and subjects"
          hint="One a line; upper and lower case are the same."
          values={content.keywords}
          onChange={(keywords) => set({ keywords })}
        />
        <PickList
          label="Labels"
          options={optionsOf(choices.data?.labels)}
          chosen={content.labels}
          onChange={(labels) => set({ labels })}
          empty="No imported record names a label. One can be added by hand."
          add={(typed) => typed}
        />
        <PickList
          label="Sensitive-information types"
          options={optionsOf(choices.data?.sensitiveTypes)}
          chosen={content.sensitiveTypes}
          onChange={(sensitiveTypes) => set({ sensitiveTypes })}
          empty="No imported record names a type. One can be added by hand."
          add={(typed) => typed}
        />
      </Box>
      <Box>
        <FormControlLabel
          disabled={!isAny}
          control={
            <Checkbox
              checked={isAny && scoreOnlyPriorityContent}
              onChange={(_, isOnly) =>
                onDraft({ ...draft, definition: { ...draft.definition, scoreOnlyPriorityContent: isOnly } })
              }
            />
          }
          label="Score only activity that concerns this content"
        />
        <Box sx={{ color: 'text.secondary', pl: 7 }}>
          {isAny
            ? 'Then other activity brings nobody into scope and counts nothing, but can still be seen.'
            : 'Name some content first.'}
        </Box>
      </Box>
    </Box>
  )
}
