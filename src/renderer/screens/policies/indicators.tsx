/** The indicators of a policy: from which daily count on each level begins, why it counts, what it cannot see, what may be harmless. */
import Box from '@mui/material/Box'
import type { ResponseOf } from '../../../shared/contract/index.ts'
import type { PolicyDefinition } from '../../../shared/domain/policy.ts'
import { CategoryMark } from '../../parts/category-mark.tsx'
import { writeCount } from '../../parts/receipt-sum.tsx'

type Indicator = ResponseOf<'policy.show'>['indicators'][number]

interface IndicatorsProps {
  readonly indicators: readonly Indicator[]
  readonly thresholds: PolicyDefinition['thresholds']
}

export function Indicators({ indicators, thresholds }: IndicatorsProps) {
  return (
    <Box sx={{ display: 'grid' }}>
      {indicators.map((indicator) => (
        <OneIndicator key={indicator.id} indicator={indicator} own={thresholds[indicator.id]} />
      ))}
    </Box>
  )
}

function OneIndicator({
  indicator,
  own
}: {
  readonly indicator: Indicator
  readonly own: Indicator['thresholds'] | undefined
}) {
  const levels = own ?? indicator.thresholds
  const isChanged =
    own !== undefined &&
    (own.low !== indicator.thresholds.low ||
      own.medium !== indicator.thresholds.medium ||
      own.high !== indicator.thresholds.high)
  return (
    <Box component="details" sx={{ borderBottom: 1, borderColor: 'divider', py: 1.5 }}>
      <Box component="summary" sx={{ cursor: 'pointer', '&:hover': { bgcolor: 'background.default' } }}>
        <Box
          component="span"
          sx={{
            display: 'inline-grid',
            gridTemplateColumns: 'minmax(0, 1fr) max-content',
            columnGap: 3,
            width: 'calc(100% - 20px)',
            verticalAlign: 'top'
          }}
        >
          <span>{indicator.name}</span>
          <CategoryMark category={indicator.category} />
          <Box component="span" sx={{ gridColumn: '1 / -1', color: 'text.secondary' }}>
            low from {writeCount(levels.low)}, medium from {writeCount(levels.medium)}, high from{' '}
            {writeCount(levels.high)} a day
          </Box>
        </Box>
      </Box>
      <Box sx={{ pl: 4, pt: 1, display: 'grid', gap: 2 }}>
        {isChanged ? (
          <Box>
            Changed for this policy; the indicator’s own levels are {writeCount(indicator.thresholds.low)} ·{' '}
            {writeCount(indicator.thresholds.medium)} · {writeCount(indicator.thresholds.high)}.
          </Box>
        ) : null}
        <Box>{indicator.why}</Box>
        <Lines title="Cannot see" lines={indicator.blindSpots} />
        <Lines title="Harmless when" lines={indicator.harmlessWhen} />
      </Box>
    </Box>
  )
}

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null
  return (
    <Box>
      <Box sx={{ color: 'text.secondary' }}>{title}</Box>
      <Box component="ul" sx={{ m: 0, pl: 5 }}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </Box>
    </Box>
  )
}
