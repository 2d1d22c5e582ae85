/** Which alerts the queue shows: state with its count, severity, policy, words. Every filter in force can be seen. */
import MenuItem from '@mui/material/MenuItem'
import Select from '@mui/material/Select'
import ToggleButton from '@mui/material/ToggleButton'
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup'
import { SEVERITIES, type Severity } from '../../../shared/domain/severity.ts'
import { useRead } from '../../desk.ts'
import { FilterBar } from '../../parts/filter-bar.tsx'
import { writeCount } from '../../parts/receipt-sum.tsx'
import { SearchField } from '../../parts/search-field.tsx'
import { SEVERITY_WORDS } from '../../parts/severity-mark.tsx'
import { useMay } from '../../workspace.ts'
import { filterQueue, useQueue } from './state.ts'
import { STATUSES, STATUS_WORDS } from './words.ts'

export function QueueFilters() {
  const { status, severity, policyId, search } = useQueue()
  const counts = useRead('alert.counts', {})
  const mayListPolicies = useMay('policy.list')
  const policies = useRead('policy.list', {}, { isEnabled: mayListPolicies })
  const ofSeverity = counts.data?.toReviewBySeverity
  return (
    <FilterBar>
      <ToggleButtonGroup
        exclusive
        aria-label="Status"
        value={status ?? 'all'}
        onChange={(_, wanted) =>
          wanted !== null && filterQueue({ status: STATUSES.find((each) => each === wanted) ?? null })
        }
      >
        {STATUSES.map((each) => (
          <ToggleButton key={each} value={each}>
            {STATUS_WORDS[each]} {counts.data === undefined ? '' : writeCount(counts.data.byStatus[each])}
          </ToggleButton>
        ))}
        <ToggleButton value="all">All</ToggleButton>
      </ToggleButtonGroup>
      <Select
        displayEmpty
        value={severity ?? ''}
        onChange={({ target }) => filterQueue({ severity: SEVERITIES.find((each) => each === target.value) ?? null })}
        inputProps={{ 'aria-label': 'Severity' }}
      >
        <MenuItem value="">Any severity</MenuItem>
        {SEVERITIES.map((each: Severity) => (
          <MenuItem key={each} value={each}>
            {SEVERITY_WORDS[each]}
            {ofSeverity === undefined ? '' : ` (${writeCount(ofSeverity[each])} to review)`}
          </MenuItem>
        ))}
      </Select>
      {mayListPolicies ? (
        <Select
          displayEmpty
          value={policyId === null ? '' : String(policyId)}
          onChange={({ target }) => filterQueue({ policyId: target.value === '' ? null : Number(target.value) })}
          inputProps={{ 'aria-label': 'Policy' }}
          sx={{ maxWidth: 220 }}
        >
          <MenuItem value="">Any policy</MenuItem>
          {(policies.data ?? [])
            .filter((policy) => policy.status !== 'deleted')
            .map((policy) => (
              <MenuItem key={policy.id} value={String(policy.id)}>
                {policy.name}
              </MenuItem>
            ))}
        </Select>
      ) : null}
      <SearchField
        label="Search the alerts"
        value={search}
        onChange={(wanted) => filterQueue({ search: wanted })}
        placeholder="Pseudonym, policy, words"
        isAsked
      />
    </FilterBar>
  )
}
