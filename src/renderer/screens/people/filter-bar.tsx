/** Which people are listed: one question, a risk level, words. Every filter in force can be seen. */
import MenuItem from '@mui/material/MenuItem'
import Select from '@mui/material/Select'
import { SEVERITIES } from '../../../shared/domain/severity.ts'
import { FilterBar } from '../../parts/filter-bar.tsx'
import { SEVERITY_WORDS } from '../../parts/severity-mark.tsx'
import { SearchField } from '../../parts/search-field.tsx'
import { filterPeople, PEOPLE_FILTERS, usePeopleList, type PeopleFilter, type RiskLevel } from './state.ts'

export const FILTER_WORDS: Readonly<Record<PeopleFilter, string>> = {
  'in-scope': 'In scope of a policy',
  alerts: 'With active alerts',
  case: 'In an active case',
  violations: 'With confirmed violations',
  group: 'In a priority group',
  'by-hand': 'Scored by hand'
}
export const RISK_WORDS: Readonly<Record<RiskLevel, string>> = { ...SEVERITY_WORDS, none: 'No risk level' }
const RISK_LEVELS: readonly RiskLevel[] = [...SEVERITIES, 'none']

export function PeopleFilters() {
  const { filter, risk, search } = usePeopleList()
  return (
    <FilterBar>
      <Select
        displayEmpty
        value={filter ?? ''}
        onChange={({ target }) =>
          filterPeople({ filter: PEOPLE_FILTERS.find((each) => each === target.value) ?? null })
        }
        inputProps={{ 'aria-label': 'Which people' }}
      >
        <MenuItem value="">Everybody</MenuItem>
        {PEOPLE_FILTERS.map((each) => (
          <MenuItem key={each} value={each}>
            {FILTER_WORDS[each]}
          </MenuItem>
        ))}
      </Select>
      <Select
        displayEmpty
        value={risk ?? ''}
        onChange={({ target }) => filterPeople({ risk: RISK_LEVELS.find((each) => each === target.value) ?? null })}
        inputProps={{ 'aria-label': 'Risk level' }}
      >
        <MenuItem value="">Any risk level</MenuItem>
        {RISK_LEVELS.map((each) => (
          <MenuItem key={each} value={each}>
            {RISK_WORDS[each]}
          </MenuItem>
        ))}
      </Select>
      <SearchField
        label="Search the people"
        value={search}
        onChange={(wanted) => filterPeople({ search: wanted })}
        placeholder="Pseudonym, department, policy"
      />
    </FilterBar>
  )
}
