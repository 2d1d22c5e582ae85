/** The first step: which template, and what it needs before it can find anything. */
import Box from '@mui/material/Box'
import FormControlLabel from '@mui/material/FormControlLabel'
import Radio from '@mui/material/Radio'
import RadioGroup from '@mui/material/RadioGroup'
import { TEMPLATES, type Template } from '../../../../shared/domain/policy.ts'
import { CategoryMark } from '../../../parts/category-mark.tsx'
import { draftFromTemplate, type Draft } from './draft.ts'

interface TemplateStepProps {
  readonly templates: readonly Template[]
  readonly draft: Draft | null
  readonly onDraft: (draft: Draft) => void
}

export function TemplateStep({ templates, draft, onDraft }: TemplateStepProps) {
  const chosen = draft?.definition.template ?? ''
  return (
    <>
      <RadioGroup
        aria-label="Template"
        value={chosen}
        onChange={(_, wanted) => {
          const template = templates.find(({ id }) => id === wanted)
          if (template !== undefined) onDraft(draftFromTemplate(template, draft))
        }}
        sx={{ gap: 2, maxWidth: '90ch' }}
      >
        {inOrder(templates).map((template) => (
          <FormControlLabel
            key={template.id}
            value={template.id}
            control={<Radio sx={{ alignSelf: 'flex-start' }} />}
            label={<TemplateText template={template} isChosen={template.id === chosen} />}
          />
        ))}
      </RadioGroup>
      <Box sx={{ color: 'text.secondary', mt: 3, maxWidth: '72ch' }}>
        The template sets triggers, indicators and numbers. Another one replaces them; people and content that you chose
        stay.
      </Box>
    </>
  )
}

const inOrder = (templates: readonly Template[]) =>
  [...templates].sort((one, other) => TEMPLATES.indexOf(one.id) - TEMPLATES.indexOf(other.id))

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
          {template.prerequisites.length === 0 ? null : (
            <Box>
              Needs:
              <Box component="ul" sx={{ m: 0, pl: 5 }}>
                {template.prerequisites.map((each) => (
                  <li key={each}>{each}</li>
                ))}
              </Box>
            </Box>
          )}
        </Box>
      ) : null}
    </Box>
  )
}
