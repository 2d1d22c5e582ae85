/** Everything that is known about the health of a policy, the worst first, each with what mends it. */
import Box from '@mui/material/Box'
import type { PolicyHealth } from '../../../shared/contract/policy.ts'
import { HealthMark } from './health-mark.tsx'
import { HEALTH_ORDER } from './words.ts'

export function HealthNotices({ health }: { readonly health: readonly PolicyHealth[] }) {
  if (health.length === 0) return <HealthMark level="healthy" />
  const sorted = [...health].sort((one, other) => HEALTH_ORDER.indexOf(one.level) - HEALTH_ORDER.indexOf(other.level))
  return (
    <Box component="ul" aria-label="Health" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 2 }}>
      {sorted.map(({ code, level, says, mend }) => (
        <Box component="li" key={code} sx={{ overflowWrap: 'anywhere', maxWidth: '90ch' }}>
          <HealthMark level={level} /> {says}
          {mend === '' ? null : <Box sx={{ color: 'text.secondary', pl: '16px' }}>{mend}</Box>}
        </Box>
      ))}
    </Box>
  )
}
