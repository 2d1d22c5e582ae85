/** Hits of an indicator in the imported history as small bars: drawn for the eye, with every figure beside them. */
import Box from '@mui/material/Box'
import type { IndicatorView } from '../../../shared/contract/policy.ts'
import type { Severity } from '../../../shared/domain/severity.ts'
import { writeCount } from '../../parts/receipt-sum.tsx'
import { SeverityMark } from '../../parts/severity-mark.tsx'

interface BarProps {
  /** 0–1 */
  readonly share: number
  /** Name of the colour in the theme. */
  readonly colour: string
}

/** What is not nothing is seen, be it ever so little. */
export function Bar({ share, colour }: BarProps) {
  return (
    <Box
      component="span"
      aria-hidden="true"
      sx={{
        display: 'block',
        height: 10,
        borderRadius: 0.5,
        border: 1,
        borderColor: 'divider',
        bgcolor: 'background.default',
        overflow: 'hidden'
      }}
    >
      <Box
        component="span"
        style={{ width: `${(Math.min(1, share) * 100).toFixed(2)}%` }}
        sx={{ display: 'block', height: '100%', minWidth: share > 0 ? '2px' : 0, bgcolor: colour }}
      />
    </Box>
  )
}

const LEVELS: readonly Severity[] = ['low', 'medium', 'high']

/** `most` is the largest number of person-days of any indicator, so that bars compare across the catalogue. */
export function Hits({ indicator, most }: { readonly indicator: IndicatorView; readonly most: number }) {
  const { hits, category } = indicator
  if (hits.personDays === 0)
    return (
      <Box sx={{ color: 'text.secondary' }}>
        Never seen in what is imported. Either nobody does it, or no imported log tells of it.
      </Box>
    )
  const shareOfDays = (days: number) => days / hits.personDays
  return (
    <Box
      component="table"
      sx={{
        width: '100%',
        borderCollapse: 'collapse',
        '& th, & td': { py: 0.75, pr: 3, fontWeight: 400, textAlign: 'start', verticalAlign: 'middle' },
        '& td:nth-of-type(1)': { textAlign: 'end', fontWeight: 600, whiteSpace: 'nowrap' },
        '& td:nth-of-type(2)': { width: '50%', pr: 0 }
      }}
    >
      <tbody>
        <tr>
          <th scope="row">Person-days with it</th>
          <td>{writeCount(hits.personDays)}</td>
          <td title="Against the indicator that is seen most">
            <Bar share={hits.personDays / Math.max(1, most)} colour={`category.${category}.mark`} />
          </td>
        </tr>
        {LEVELS.map((level) => (
          <tr key={level}>
            <th scope="row">
              of these at <SeverityMark severity={level} />
            </th>
            <td>{writeCount(hits[level])}</td>
            <td>
              <Bar share={shareOfDays(hits[level])} colour={`severity.${level}.mark`} />
            </td>
          </tr>
        ))}
        <tr>
          <th scope="row">People who do it</th>
          <td>{writeCount(hits.people)}</td>
          <td />
        </tr>
      </tbody>
    </Box>
  )
}
