/** Which alerts a decision is about, so that nobody decides on the wrong one: the one in full, many by their counts. */
import Box from '@mui/material/Box'
import type { AlertRow } from '../../../shared/contract/alert.ts'
import { SEVERITIES } from '../../../shared/domain/severity.ts'
import { PseudonymChip } from '../../parts/pseudonym-chip.tsx'
import { writeCount } from '../../parts/receipt-sum.tsx'
import { SeverityMark } from '../../parts/severity-mark.tsx'

export function AboutAlerts({ alerts }: { readonly alerts: readonly AlertRow[] }) {
  const [first] = alerts
  if (first === undefined) return null
  const people = new Set(alerts.map(({ pseudonym }) => pseudonym)).size
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 3, rowGap: 1 }}>
      {alerts.length === 1 ? (
        <>
          <SeverityMark severity={first.severity} score={first.score} />
          <PseudonymChip pseudonym={first.pseudonym} />
          <span>{first.policy}</span>
        </>
      ) : (
        <>
          <span>
            {writeCount(alerts.length)} alerts about {people === 1 ? 'one person' : `${writeCount(people)} people`}:
          </span>
          {SEVERITIES.map((severity) => {
            const count = alerts.filter((alert) => alert.severity === severity).length
            return count === 0 ? null : (
              <span key={severity}>
                {writeCount(count)} × <SeverityMark severity={severity} />
              </span>
            )
          })}
        </>
      )}
    </Box>
  )
}
