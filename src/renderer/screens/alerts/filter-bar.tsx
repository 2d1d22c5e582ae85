/** Which alerts the queue shows: state with its count, severity, policy, words. Every filter in force can be seen. */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import InputBase from '@mui/material/InputBase'
import MenuItem from '@mui/material/MenuItem'
import Select from '@mui/material/Select'
import ToggleButton from '@mui/material/ToggleButton'
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup'
import { useEffect, useRef, useState } from 'react'
import { SEVERITIES, type Severity } from '../../../shared/domain/severity.ts'
import { useRead } from '../../desk.ts'
import { useKeys } from '../../keys.ts'
import { writeCount } from '../../parts/receipt-sum.tsx'
import { SEVERITY_WORDS } from '../../parts/severity-mark.tsx'
import { useMay } from '../../workspace.ts'
import { filterQueue, useQueue } from './state.ts'
import { STATUSES, STATUS_WORDS } from './words.ts'

export function FilterBar() {
  const { status, severity, policyId } = useQueue()
  const counts = useRead('alert.counts', {})
  const mayListPolicies = useMay('policy.list')
  const policies = useRead('policy.list', {}, { isEnabled: mayListPolicies })
  const ofSeverity = counts.data?.toReviewBySeverity
  return (
    <Box
      role="search"
      aria-label="Filters"
      sx={{
        display: 'flex',
        alignItems: 'center',
        flexWrap: 'wrap',
        gap: 2,
        px: 4,
        py: 2,
        borderBottom: 1,
        borderColor: 'divider',
        '& .MuiSelect-select': { py: 0.75 }
      }}
    >
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
      <SearchField />
    </Box>
  )
}

// Long enough not to ask at every letter, short enough to feel immediate.
const TYPING_PAUSE_MS = 200

function SearchField() {
  const search = useQueue((queue) => queue.search)
  const [typed, setTyped] = useState(search)
  const [sent, setSent] = useState(search)
  const input = useRef<HTMLInputElement>(null)
  useKeys([{ group: 'Queue', keys: '/', says: 'Search the alerts', isHinted: true, run: () => input.current?.focus() }])
  // Somebody else changed the search, so the field follows.
  if (search !== sent) {
    setSent(search)
    setTyped(search)
  }
  useEffect(() => {
    if (typed.trim() === sent) return undefined
    const timer = setTimeout(() => {
      setSent(typed.trim())
      filterQueue({ search: typed.trim() })
    }, TYPING_PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed, sent])
  const clear = () => {
    setTyped('')
    setSent('')
    filterQueue({ search: '' })
  }
  return (
    <Box
      sx={{
        display: 'flex',
        alignItems: 'center',
        flex: '1 1 160px',
        maxWidth: 320,
        border: 1,
        borderColor: 'row.line',
        borderRadius: 1,
        pl: 2,
        '&:focus-within': { outline: '2px solid', outlineColor: 'primary.main' }
      }}
    >
      <InputBase
        inputRef={input}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            clear()
            event.currentTarget.querySelector('input')?.blur()
            event.stopPropagation()
          } else if (event.key === 'Enter') event.currentTarget.querySelector('input')?.blur()
        }}
        placeholder="Pseudonym, policy, words"
        inputProps={{ 'aria-label': 'Search the alerts', maxLength: 80, spellCheck: false }}
        sx={{ flex: 1, typography: 'body1', '& input:focus-visible': { outline: 'none' }, '& input': { py: 0.75 } }}
      />
      {typed === '' ? (
        <Box component="kbd" aria-hidden="true" sx={{ color: 'text.secondary', px: 2 }}>
          /
        </Box>
      ) : (
        <Button onClick={clear} aria-label="Clear the search">
          ✕
        </Button>
      )}
    </Box>
  )
}
