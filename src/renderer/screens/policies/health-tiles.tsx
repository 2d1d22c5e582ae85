/** How many policies need attention, could be better, are healthy; a press lists only those. */
import Box from '@mui/material/Box'
import ButtonBase from '@mui/material/ButtonBase'
import type { PolicyView } from '../../../shared/contract/policy.ts'
import { writeCount } from '../../parts/receipt-sum.tsx'
import { HealthMark } from './health-mark.tsx'
import { usePolicyList } from './state.ts'
import { HEALTH_ORDER, worstHealth } from './words.ts'

export function HealthTiles({ policies }: { readonly policies: readonly PolicyView[] }) {
  const { health } = usePolicyList()
  return (
    <Box
      role="group"
      aria-label="Policies by health"
      sx={{ display: 'flex', flexWrap: 'wrap', gap: 3, px: 4, py: 3, borderBottom: 1, borderColor: 'divider' }}
    >
      {HEALTH_ORDER.map((level) => {
        const isShown = health === level
        return (
          <ButtonBase
            key={level}
            aria-pressed={isShown}
            onClick={() => usePolicyList.setState({ health: isShown ? null : level })}
            sx={{
              display: 'grid',
              justifyItems: 'start',
              justifyContent: 'start',
              minWidth: 140,
              px: 3,
              py: 2,
              border: 1,
              borderColor: isShown ? 'row.line' : 'divider',
              borderRadius: 1,
              bgcolor: isShown ? 'row.chosen' : 'background.paper',
              typography: 'body1',
              '&:hover': { borderColor: 'row.line' }
            }}
          >
            <Box component="span" sx={{ typography: 'h1' }}>
              {writeCount(policies.filter((each) => worstHealth(each.health) === level).length)}
            </Box>
            <HealthMark level={level} />
          </ButtonBase>
        )
      })}
    </Box>
  )
}
