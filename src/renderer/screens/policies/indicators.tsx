/** The indicators of a policy by category, with the daily numbers that hold here; on demand all that is known of each. */
import Box from '@mui/material/Box'
import type { IndicatorView } from '../../../shared/contract/policy.ts'
import { CATEGORIES } from '../../../shared/domain/category.ts'
import type { PolicyDefinition, ThresholdChoice } from '../../../shared/domain/policy.ts'
import { CategoryMark } from '../../parts/category-mark.tsx'
import { writeCount } from '../../parts/receipt-sum.tsx'
import { IndicatorDetails } from './indicator-details.tsx'

interface IndicatorsProps {
  readonly indicators: readonly IndicatorView[]
  readonly thresholds: PolicyDefinition['thresholds']
}

export function Indicators({ indicators, thresholds }: IndicatorsProps) {
  return (
    <Box sx={{ display: 'grid', gap: 4 }}>
      {CATEGORIES.map((category) => {
        const own = indicators.filter((each) => each.category === category)
        if (own.length === 0) return null
        return (
          <Box key={category}>
            <Box component="h3" sx={{ typography: 'body1', m: 0, mb: 1 }}>
              <CategoryMark category={category} />
            </Box>
            {own.map((indicator) => (
              <OneIndicator key={indicator.id} indicator={indicator} own={thresholds[indicator.id]} />
            ))}
          </Box>
        )
      })}
    </Box>
  )
}

interface OneIndicatorProps {
  readonly indicator: IndicatorView
  readonly own: ThresholdChoice | undefined
}

function OneIndicator({ indicator, own }: OneIndicatorProps) {
  return (
    <Box component="details" sx={{ borderBottom: 1, borderColor: 'divider', py: 1.5 }}>
      <Box component="summary" sx={{ cursor: 'pointer', '&:hover': { bgcolor: 'background.default' } }}>
        {indicator.name}
        <Box component="span" sx={{ display: 'block', pl: 4, color: 'text.secondary' }}>
          {indicator.isOn ? '' : 'switched off in the settings, so it counts nothing · '}
          {sayLevels(own ?? indicator.thresholds, indicator)}
          {isChanged(own, indicator) ? ' · changed for this policy' : ''}
        </Box>
      </Box>
      {isChanged(own, indicator) ? (
        <Box sx={{ pl: 4, pt: 1 }}>Recommended: {sayLevels(indicator.thresholds, indicator)}.</Box>
      ) : null}
      <IndicatorDetails indicator={indicator} />
    </Box>
  )
}

export function sayLevels(choice: ThresholdChoice, { counts }: Pick<IndicatorView, 'counts'>): string {
  if ('aboveUsual' in choice) return `days above ${choice.aboveUsual} times what is usual for the person`
  const { low, medium, high } = choice
  const unit = counts === 'items' ? ' different items' : ''
  return `low from ${writeCount(low)}, medium from ${writeCount(medium)}, high from ${writeCount(high)}${unit} a day`
}

function isChanged(own: ThresholdChoice | undefined, { thresholds }: IndicatorView): boolean {
  if (own === undefined) return false
  if ('aboveUsual' in own) return true
  return own.low !== thresholds.low || own.medium !== thresholds.medium || own.high !== thresholds.high
}
