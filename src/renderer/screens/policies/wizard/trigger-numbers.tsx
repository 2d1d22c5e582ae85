/** From how many a day on an indicator brings a person into scope: those of exfiltration by themselves, others when chosen. */
import Box from '@mui/material/Box'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import { useState } from 'react'
import type { IndicatorView } from '../../../../shared/contract/policy.ts'
import { CategoryMark } from '../../../parts/category-mark.tsx'
import { SearchField } from '../../../parts/search-field.tsx'
import { indicatorsFor, type Draft } from './draft.ts'
import { NumberField } from './fields.tsx'

interface TriggerNumbersProps {
  readonly draft: Draft
  readonly catalogue: readonly IndicatorView[]
  readonly onNumbers: (numbers: Record<string, number>) => void
}

export function TriggerNumbers({ draft, catalogue, onNumbers }: TriggerNumbersProps) {
  const { triggers, triggerRules } = draft.definition
  const [search, setSearch] = useState('')
  const isByItself = ({ category }: IndicatorView) => category === 'exfiltration' && triggers.includes('exfiltration')
  const offered = indicatorsFor(draft, catalogue).filter((each) => triggers.includes('chosen') || isByItself(each))
  const wanted = search.trim().toLowerCase()
  const set = (id: string, from: number | null) => {
    const others = Object.entries(triggerRules.indicators).filter(([each]) => each !== id)
    onNumbers(Object.fromEntries(from === null ? others : [...others, [id, from]]))
  }
  return (
    <Box role="group" aria-label="Daily numbers that trigger">
      <Box component="h3" sx={{ typography: 'h4', m: 0 }}>
        Daily numbers that trigger
      </Box>
      <Box sx={{ color: 'text.secondary', mb: 2 }}>
        {triggers.includes('exfiltration')
          ? 'Where an indicator of exfiltration has no number, its lowest level holds.'
          : ''}
      </Box>
      <SearchField label="Search the indicators" value={search} onChange={setSearch} placeholder="Part of the name" />
      {offered
        .filter(({ name }) => name.toLowerCase().includes(wanted))
        .map((indicator) => {
          const { id, name, category, thresholds } = indicator
          const from = triggerRules.indicators[id]
          const isFixed = isByItself(indicator)
          return (
            <Box
              key={id}
              sx={{
                display: 'grid',
                gridTemplateColumns: 'minmax(0, 1fr) 128px 120px',
                alignItems: 'center',
                gap: 3,
                minHeight: 60,
                maxWidth: 760,
                borderBottom: 1,
                borderColor: 'divider'
              }}
            >
              {isFixed ? (
                <span>{name}</span>
              ) : (
                <FormControlLabel
                  control={
                    <Checkbox
                      checked={from !== undefined}
                      onChange={(_, isWanted) => set(id, isWanted ? thresholds.low : null)}
                    />
                  }
                  label={name}
                />
              )}
              <CategoryMark category={category} />
              {isFixed || from !== undefined ? (
                <NumberField
                  label="From, a day"
                  fullLabel={`${name}: from how many a day`}
                  value={from ?? Number.NaN}
                  onChange={(value) => set(id, Number.isNaN(value) && isFixed ? null : value)}
                  {...(isFixed ? { whenEmpty: thresholds.low } : {})}
                />
              ) : (
                <span />
              )}
            </Box>
          )
        })}
    </Box>
  )
}
