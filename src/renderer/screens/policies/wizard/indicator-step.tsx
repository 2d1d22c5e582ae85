/** What counts: the indicators of the template by category, searchable, all or none; those switched off say why they cannot be chosen. */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import { useState } from 'react'
import type { IndicatorView } from '../../../../shared/contract/policy.ts'
import { CATEGORIES, type Category } from '../../../../shared/domain/category.ts'
import { CATEGORY_WORDS, CategoryMark } from '../../../parts/category-mark.tsx'
import { writeCount } from '../../../parts/receipt-sum.tsx'
import { SearchField } from '../../../parts/search-field.tsx'
import { IndicatorDetails, sayHits } from '../indicator-details.tsx'
import { indicatorsFor, isChosen, withIndicators, type Draft } from './draft.ts'

interface IndicatorStepProps {
  readonly draft: Draft
  readonly catalogue: readonly IndicatorView[]
  readonly onDraft: (draft: Draft) => void
}

export function IndicatorStep({ draft, catalogue, onDraft }: IndicatorStepProps) {
  const [search, setSearch] = useState('')
  const offered = indicatorsFor(draft, catalogue)
  const wanted = search.trim().toLowerCase()
  const shown = offered.filter(({ name, why }) => `${name} ${why}`.toLowerCase().includes(wanted))
  const chosen = offered.filter((each) => isChosen(draft, each))
  const choose = (indicators: readonly IndicatorView[], isWanted: boolean) =>
    onDraft(
      withIndicators(
        draft,
        indicators.filter(({ isOn }) => isOn || !isWanted).map(({ id }) => id),
        isWanted,
        catalogue
      )
    )
  return (
    <Box sx={{ display: 'grid', gap: 4 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 3, alignItems: 'center' }}>
        <SearchField label="Search the indicators" value={search} onChange={setSearch} placeholder="Part of the name" />
        <Button variant="outlined" onClick={() => choose(shown, true)}>
          {wanted === '' ? 'All' : 'All found'}
        </Button>
        <Button variant="outlined" onClick={() => choose(shown, false)}>
          {wanted === '' ? 'None' : 'None found'}
        </Button>
        <Box role="status" sx={{ color: 'text.secondary' }}>
          {writeCount(chosen.length)} of {writeCount(offered.length)} chosen
          {draft.indicators === 'all' ? '; those that come later too' : ''}
        </Box>
      </Box>
      {shown.length === 0 ? (
        <Box sx={{ color: 'text.secondary' }}>No indicator of this template is called so.</Box>
      ) : null}
      {CATEGORIES.map((category) => (
        <CategoryPart
          key={category}
          category={category}
          indicators={shown.filter((each) => each.category === category)}
          draft={draft}
          onChoose={choose}
        />
      ))}
    </Box>
  )
}

interface CategoryPartProps {
  readonly category: Category
  readonly indicators: readonly IndicatorView[]
  readonly draft: Draft
  readonly onChoose: (indicators: readonly IndicatorView[], isWanted: boolean) => void
}

function CategoryPart({ category, indicators, draft, onChoose }: CategoryPartProps) {
  if (indicators.length === 0) return null
  const usable = indicators.filter(({ isOn }) => isOn)
  const chosen = usable.filter((each) => isChosen(draft, each))
  const verb = chosen.length < usable.length ? 'All of these' : 'None of these'
  return (
    <Box role="group" aria-label={CATEGORY_WORDS[category]}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 3, borderBottom: 1, borderColor: 'row.line', pb: 1 }}>
        <Box component="h3" sx={{ typography: 'h4', m: 0 }}>
          <CategoryMark category={category} />
        </Box>
        <Box sx={{ color: 'text.secondary' }}>
          {writeCount(chosen.length)} of {writeCount(indicators.length)}
        </Box>
        <Button
          disabled={usable.length === 0}
          onClick={() => onChoose(indicators, chosen.length < usable.length)}
          aria-label={`${verb}: ${CATEGORY_WORDS[category]}`}
        >
          {verb}
        </Button>
      </Box>
      {indicators.map((indicator) => (
        <IndicatorLine
          key={indicator.id}
          indicator={indicator}
          isChosen={isChosen(draft, indicator)}
          onChoose={(isWanted) => onChoose([indicator], isWanted)}
        />
      ))}
    </Box>
  )
}

interface IndicatorLineProps {
  readonly indicator: IndicatorView
  readonly isChosen: boolean
  readonly onChoose: (isWanted: boolean) => void
}

function IndicatorLine({ indicator, isChosen: isTicked, onChoose }: IndicatorLineProps) {
  const [isOpen, setOpen] = useState(false)
  const { name, isOn } = indicator
  return (
    <Box sx={{ borderBottom: 1, borderColor: 'divider', py: 1 }}>
      <Box sx={{ display: 'flex', gap: 3, alignItems: 'flex-start' }}>
        <FormControlLabel
          disabled={!isOn}
          control={
            <Checkbox
              checked={isTicked}
              onChange={(_, isWanted) => onChoose(isWanted)}
              sx={{ alignSelf: 'flex-start' }}
            />
          }
          label={
            <Box sx={{ pt: 0.5 }}>
              {name}
              <Box sx={{ color: 'text.secondary' }}>
                {isOn ? sayHits(indicator) : 'Switched off in the settings: no policy may use it.'}
              </Box>
            </Box>
          }
          sx={{ flex: 1, minWidth: 0 }}
        />
        <Button
          aria-expanded={isOpen}
          aria-label={`${isOpen ? 'Less' : 'About'} “${name}”`}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? 'Less' : 'About'}
        </Button>
      </Box>
      {isOpen ? <IndicatorDetails indicator={indicator} saysHits={!indicator.isOn} /> : null}
    </Box>
  )
}
