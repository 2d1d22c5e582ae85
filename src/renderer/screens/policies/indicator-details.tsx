/** What an indicator's file says of it: why it counts, what it cannot see, what may be harmless, its examples, its sources. */
import Box from '@mui/material/Box'
import type { IndicatorView } from '../../../shared/contract/policy.ts'
import { writeCount } from '../../parts/receipt-sum.tsx'

interface IndicatorDetailsProps {
  readonly indicator: IndicatorView
  /** False where the hits already stand beside it. */
  readonly saysHits?: boolean
}

export function IndicatorDetails({ indicator, saysHits = true }: IndicatorDetailsProps) {
  const { why, blindSpots, harmlessWhen, mustFire, mustNot, references } = indicator
  return (
    <Box sx={{ pl: 4, pt: 1, pb: 2, display: 'grid', gap: 2, maxWidth: '90ch' }}>
      <Box>{why}</Box>
      {saysHits ? <Box>{sayHits(indicator)}</Box> : null}
      <Lines title="Cannot see" lines={blindSpots} />
      <Lines title="Harmless when" lines={harmlessWhen} />
      <Lines title="Counts, for example" lines={mustFire.map(({ says }) => says)} />
      <Lines title="Does not count" lines={mustNot.map(({ says }) => says)} />
      <Lines title="See also" lines={references} />
    </Box>
  )
}

/** How often each of the recommended levels is reached in what is imported. */
export function sayHits({ hits }: Pick<IndicatorView, 'hits'>): string {
  const { personDays, people, low, medium, high } = hits
  if (personDays === 0) return 'Never seen in the imported history.'
  const one = people === 1 ? '1 person' : `${writeCount(people)} people`
  return `Seen on ${writeDays(personDays)} of ${one}; ${writeCount(low)} reach low, ${writeCount(medium)} medium, ${writeCount(high)} high.`
}

const writeDays = (days: number) => (days === 1 ? '1 day' : `${writeCount(days)} days`)

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null
  return (
    <Box>
      <Box sx={{ color: 'text.secondary' }}>{title}</Box>
      <Box component="ul" sx={{ m: 0, pl: 5, overflowWrap: 'anywhere' }}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </Box>
    </Box>
  )
}
