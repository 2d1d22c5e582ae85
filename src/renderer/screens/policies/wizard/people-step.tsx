/** Whom the policy concerns: everybody or chosen people, and who is left out whatever is chosen. */
import Box from '@mui/material/Box'
import FormControlLabel from '@mui/material/FormControlLabel'
import Radio from '@mui/material/Radio'
import RadioGroup from '@mui/material/RadioGroup'
import { useId, useState } from 'react'
import type { PeopleChoice, Template } from '../../../../shared/domain/policy.ts'
import { Pseudonym } from '../../../../shared/domain/pseudonym.ts'
import { useRead } from '../../../desk.ts'
import { FailureNote } from '../../../parts/failure-note.tsx'
import { LoadingLine } from '../../../parts/loading-line.tsx'
import type { Draft } from './draft.ts'
import { LinesField } from './fields.tsx'
import { PickList } from './pick-list.tsx'

interface PeopleStepProps {
  readonly draft: Draft
  readonly template: Template | undefined
  readonly onDraft: (draft: Draft) => void
}

export function PeopleStep({ draft, template, onDraft }: PeopleStepProps) {
  const headingId = useId()
  const { people } = draft.definition
  const setPeople = (change: Partial<typeof people>) =>
    onDraft({ ...draft, definition: { ...draft.definition, people: { ...people, ...change } } })
  const needsGroup = template?.needs.includes('priority-group') === true
  return (
    <Box sx={{ display: 'grid', gap: 4 }}>
      <RadioGroup
        aria-label="Whom the policy concerns"
        value={draft.isEverybody ? 'everybody' : 'chosen'}
        onChange={(_, wanted) => onDraft({ ...draft, isEverybody: wanted === 'everybody' })}
      >
        <FormControlLabel value="everybody" control={<Radio />} label="Everybody who is triggered" />
        <FormControlLabel value="chosen" control={<Radio />} label="Only people whom you choose" />
      </RadioGroup>
      {needsGroup && people.include.groups.length === 0 ? (
        <Box>
          This template is about people of priority: choose at least one priority group. Groups are kept in the
          settings.
        </Box>
      ) : null}
      {draft.isEverybody ? null : (
        <Choices label="Chosen: any of these" choice={people.include} onChange={(include) => setPeople({ include })} />
      )}
      <Box component="section" aria-labelledby={headingId}>
        <Box component="h3" id={headingId} sx={{ typography: 'h4', m: 0 }}>
          Left out
        </Box>
        <Box sx={{ color: 'text.secondary', mb: 2 }}>Whoever is named here is never scored by this policy.</Box>
        <Choices
          label="Left out: any of these"
          choice={people.exclude}
          onChange={(exclude) => setPeople({ exclude })}
        />
      </Box>
    </Box>
  )
}

interface ChoicesProps {
  readonly label: string
  readonly choice: PeopleChoice
  readonly onChange: (choice: PeopleChoice) => void
}

function Choices({ label, choice, onChange }: ChoicesProps) {
  const choices = useRead('policy.choices', {})
  const groups = useRead('group.list', {})
  if (choices.data === undefined || groups.data === undefined) {
    const failed = choices.error === null ? groups : choices
    return failed.error === null ? (
      <LoadingLine />
    ) : (
      <FailureNote failure={failed.error} onAgain={() => void failed.refetch()} />
    )
  }
  const lists = [
    { key: 'departments', words: 'Departments', values: choices.data.departments },
    { key: 'countries', words: 'Countries', values: choices.data.countries },
    { key: 'businessUnits', words: 'Business units', values: choices.data.businessUnits }
  ] as const
  return (
    <Box
      role="group"
      aria-label={label}
      sx={{
        display: 'grid',
        gap: 3,
        gridTemplateColumns: 'repeat(auto-fill, minmax(18rem, 1fr))',
        alignItems: 'start'
      }}
    >
      <PickList
        label="Priority groups"
        options={groups.data.map(({ id, name, members }) => ({ value: id, words: `${name} (${members} people)` }))}
        chosen={choice.groups}
        onChange={(wanted) => onChange({ ...choice, groups: wanted })}
        empty="There is no priority group yet; they are kept in the settings."
      />
      {lists.map(({ key, words, values }) => (
        <PickList
          key={key}
          label={words}
          options={values.map((value) => ({ value, words: value }))}
          chosen={choice[key]}
          onChange={(wanted) => onChange({ ...choice, [key]: wanted })}
          empty="Nothing imported says any. A personnel or directory file does."
        />
      ))}
      <PseudonymsField people={choice.people} onChange={(people) => onChange({ ...choice, people })} />
    </Box>
  )
}

interface PseudonymsFieldProps {
  readonly people: readonly Pseudonym[]
  readonly onChange: (people: Pseudonym[]) => void
}

function PseudonymsField({ people, onChange }: PseudonymsFieldProps) {
  const [wrong, setWrong] = useState<readonly string[]>([])
  return (
    <LinesField
      label="People by pseudonym"
      values={people}
      isWrong={wrong.length > 0}
      hint={
        wrong.length > 0
          ? `No pseudonym, so left out: ${wrong.slice(0, 5).join(', ')}${wrong.length > 5 ? ' …' : ''}`
          : 'One a line, as ANON-4K7Q-2M.'
      }
      onChange={(entries) => {
        const read = entries
          .flatMap((entry) => entry.split(/[\s,;]+/))
          .map((entry) => Pseudonym.safeParse(entry.toUpperCase()))
        setWrong(
          entries.flatMap((entry) => entry.split(/[\s,;]+/)).filter((_, position) => read[position]?.success === false)
        )
        onChange([...new Set(read.flatMap(({ data }) => (data === undefined ? [] : [data])))])
      }}
    />
  )
}
