/** From how many a day on each indicator counts at which level; beside it what the imported history reaches. */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import TextField from '@mui/material/TextField'
import { memo, useCallback, useRef, useEffect, useState } from 'react'
import type { IndicatorView } from '../../../../shared/contract/policy.ts'
import { CATEGORIES } from '../../../../shared/domain/category.ts'
import type { PolicyDefinition, ThresholdChoice } from '../../../../shared/domain/policy.ts'
import { CategoryMark } from '../../../parts/category-mark.tsx'
import { SearchField } from '../../../parts/search-field.tsx'
import { sayHits } from '../indicator-details.tsx'
import { sayLevels } from '../indicators.tsx'
import { indicatorsFor, isChosen, type Draft } from './draft.ts'
import { NumberField } from './fields.tsx'

interface ThresholdStepProps {
  readonly draft: Draft
  readonly catalogue: readonly IndicatorView[]
  readonly onDraft: (draft: Draft) => void
}

// What doubles now and then by chance shall not count; three times the usual rarely is chance.
const FIRST_ABOVE_USUAL = 3

export function ThresholdStep({ draft, catalogue, onDraft }: ThresholdStepProps) {
  const [search, setSearch] = useState('')
  const [round, setRound] = useState(0)
  const { thresholds } = draft.definition
  const chosen = indicatorsFor(draft, catalogue).filter((each) => isChosen(draft, each))
  const offered = CATEGORIES.flatMap((category) => chosen.filter((each) => each.category === category))
  const wanted = search.trim().toLowerCase()
  const shown = offered.filter(({ name }) => name.toLowerCase().includes(wanted))
  const set = (change: PolicyDefinition['thresholds']) =>
    onDraft({ ...draft, definition: { ...draft.definition, thresholds: change } })
  const latest = useRef({ thresholds, set })
  useEffect(() => {
    latest.current = { thresholds, set }
  })
  // One function for all rows, so that typing in one does not draw the others again.
  const change = useCallback((id: string, choice: ThresholdChoice | null) => {
    const { thresholds: before, set: store } = latest.current
    store(withChoice(before, [id], () => choice))
  }, [])
  const changeShown = (choiceOf: () => ThresholdChoice | null) => {
    set(
      withChoice(
        thresholds,
        shown.map(({ id }) => id),
        choiceOf
      )
    )
    // Fields keep what is typed into them; these must begin anew.
    setRound(round + 1)
  }
  return (
    <Box sx={{ display: 'grid', gap: 4 }}>
      <Box sx={{ color: 'text.secondary', maxWidth: '80ch' }}>
        Each day of a person counts at the highest level that it reaches. “Above usual” asks for no number: a day counts
        when it is so many times what is usual for the person, or for peers where that is not known.
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 3, alignItems: 'center' }}>
        <SearchField label="Search the indicators" value={search} onChange={setSearch} placeholder="Part of the name" />
        <Button variant="outlined" onClick={() => changeShown(() => null)}>
          {wanted === '' ? 'All recommended' : 'Those found: recommended'}
        </Button>
        <Button variant="outlined" onClick={() => changeShown(() => ({ aboveUsual: FIRST_ABOVE_USUAL }))}>
          {wanted === '' ? 'All above usual' : 'Those found: above usual'}
        </Button>
      </Box>
      <div>
        {shown.map((indicator) => (
          <ThresholdRow
            key={`${indicator.id} ${round}`}
            indicator={indicator}
            choice={thresholds[indicator.id]}
            onChange={change}
          />
        ))}
      </div>
    </Box>
  )
}

function withChoice(
  before: PolicyDefinition['thresholds'],
  ids: readonly string[],
  choiceOf: () => ThresholdChoice | null
): PolicyDefinition['thresholds'] {
  const others = Object.entries(before).filter(([id]) => !ids.includes(id))
  const own = ids.flatMap((id): [string, ThresholdChoice][] => {
    const choice = choiceOf()
    return choice === null ? [] : [[id, choice]]
  })
  return Object.fromEntries([...others, ...own])
}

interface ThresholdRowProps {
  readonly indicator: IndicatorView
  readonly choice: ThresholdChoice | undefined
  readonly onChange: (id: string, choice: ThresholdChoice | null) => void
}

const LEVELS = ['low', 'medium', 'high'] as const

const ThresholdRow = memo(function ThresholdRow({ indicator, choice, onChange }: ThresholdRowProps) {
  const { id, name, category, thresholds } = indicator
  const kind = choice === undefined ? 'recommended' : 'aboveUsual' in choice ? 'above' : 'own'
  const pick = (wanted: string) => {
    if (wanted === 'own') onChange(id, { ...thresholds })
    else onChange(id, wanted === 'above' ? { aboveUsual: FIRST_ABOVE_USUAL } : null)
  }
  return (
    <Box
      role="group"
      aria-label={name}
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        columnGap: 4,
        rowGap: 1,
        alignItems: 'center',
        borderBottom: 1,
        borderColor: 'divider',
        pt: 4,
        pb: 2
      }}
    >
      <Box sx={{ flex: '1 1 14rem' }}>
        {name} <CategoryMark category={category} hasWord={false} />
      </Box>
      <TextField
        select
        label="Numbers"
        value={kind}
        onChange={(event) => pick(event.target.value)}
        sx={{ width: '10.5rem' }}
        slotProps={{
          select: { native: true },
          inputLabel: { shrink: true },
          htmlInput: { 'aria-label': `${name}: numbers` }
        }}
      >
        <option value="recommended">Recommended</option>
        <option value="own">Own numbers</option>
        <option value="above">Above usual</option>
      </TextField>
      <Box sx={{ flex: '0 0 22.5rem' }}>
        {choice === undefined ? (
          <Box sx={{ color: 'text.secondary' }}>{sayLevels(thresholds, indicator)}</Box>
        ) : 'aboveUsual' in choice ? (
          <NumberField
            label="Times the usual"
            fullLabel={`${name}: times the usual`}
            value={choice.aboveUsual}
            highest={20}
            width={128}
            onChange={(aboveUsual) => onChange(id, { aboveUsual })}
          />
        ) : (
          <Box sx={{ display: 'flex', gap: 2 }}>
            {LEVELS.map((level) => (
              <NumberField
                key={level}
                label={`${LEVEL_WORDS[level]} from`}
                fullLabel={`${name}: ${level} from`}
                value={choice[level]}
                width={112}
                onChange={(value) => onChange(id, { ...choice, [level]: value })}
              />
            ))}
          </Box>
        )}
      </Box>
      <Box sx={{ flex: '1 0 100%', color: 'text.secondary', typography: 'caption' }}>
        {sayHits(indicator)}
        {kind === 'recommended' || indicator.hits.personDays === 0
          ? ''
          : ' That is at the recommended numbers; the back-test of the last step counts yours.'}
      </Box>
    </Box>
  )
})

const LEVEL_WORDS = { low: 'Low', medium: 'Medium', high: 'High' } as const
