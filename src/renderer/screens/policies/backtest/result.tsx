/** What a back-test found: how many alerts and people, how severe, by what, and how the queue would differ from today's. */
import Box from '@mui/material/Box'
import type { Backtest } from '../../../../shared/contract/policy.ts'
import { SEVERITIES } from '../../../../shared/domain/severity.ts'
import { Facts } from '../../../parts/facts.tsx'
import { Part } from '../../../parts/page-head.tsx'
import { writeCount } from '../../../parts/receipt-sum.tsx'
import { SeverityMark } from '../../../parts/severity-mark.tsx'
import { writeLength } from '../../../zone.ts'
import { PlainTable } from '../plain-table.tsx'
import { AlertsByDay } from './chart.tsx'

interface BacktestResultProps {
  readonly result: Backtest
  /** Whose alerts of today the result is set against. */
  readonly against: string
}

export function BacktestResult({ result, against }: BacktestResultProps) {
  const { days, alerts, people, inScope, noisiest, difference, durationMs } = result
  const perDay = days.length === 0 ? 0 : alerts / days.length
  return (
    <Box sx={{ display: 'grid', gap: 4, minWidth: 0 }}>
      <Facts
        facts={[
          [
            'Alerts',
            <>
              <b>{writeCount(alerts)}</b> over {writeCount(days.length)} days: {writeRate(perDay)}
            </>
          ],
          [
            'People',
            <>
              <b>{writeCount(people)}</b> of {writeCount(inScope)} in scope
            </>
          ],
          ['Took', `${writeLength(durationMs)}; nothing was stored`]
        ]}
      />
      {alerts === 0 ? (
        <Box>
          {inScope === 0
            ? 'Nobody came into scope. Look at the people and the triggers: is what triggers imported?'
            : 'No score reached the line of an alert. That may be right; else look at the indicators, their numbers, and the line.'}
        </Box>
      ) : (
        <>
          <AlertsByDay days={days} />
          <Part title="How severe">
            <SeverityMix bySeverity={result.bySeverity} />
          </Part>
          <Part title="The strongest reason">
            <Noisiest noisiest={noisiest} />
          </Part>
        </>
      )}
      {difference === null ? null : (
        <Part title={`Against the alerts of ${against} today`}>
          <Difference difference={difference} />
        </Part>
      )}
    </Box>
  )
}

/** Less than one a day reads better by the week. */
function writeRate(perDay: number): string {
  if (perDay === 0) return 'none'
  return perDay >= 1 ? `about ${perDay.toFixed(1)} a day` : `about ${(perDay * 7).toFixed(1)} a week`
}

function SeverityMix({ bySeverity }: Pick<Backtest, 'bySeverity'>) {
  return (
    <>
      <Box
        aria-hidden="true"
        sx={{ display: 'flex', gap: '1px', height: 12, maxWidth: 640, borderRadius: 0.5, overflow: 'hidden', mb: 1 }}
      >
        {SEVERITIES.filter((severity) => bySeverity[severity] > 0).map((severity) => (
          <Box
            key={severity}
            sx={{ bgcolor: `severity.${severity}.mark`, minWidth: 3 }}
            style={{ flexGrow: bySeverity[severity] }}
          />
        ))}
      </Box>
      <Box
        component="ul"
        aria-label="Alerts by severity"
        sx={{ display: 'flex', gap: 6, m: 0, p: 0, listStyle: 'none' }}
      >
        {SEVERITIES.map((severity) => (
          <li key={severity}>
            <SeverityMark severity={severity} /> {writeCount(bySeverity[severity])}
          </li>
        ))}
      </Box>
    </>
  )
}

const REASON_COLUMNS = [
  { title: 'Indicator or sequence' },
  { title: 'Alerts', isFigure: true },
  { title: '', width: 160 },
  { title: 'Days of people', isFigure: true }
]

function Noisiest({ noisiest }: Pick<Backtest, 'noisiest'>) {
  const most = Math.max(1, ...noisiest.map(({ alerts }) => alerts))
  return (
    <PlainTable label="Strongest reasons" columns={REASON_COLUMNS} maxWidth={760}>
      {noisiest.map(({ id, name, alerts, insights }) => (
        <tr key={id}>
          <th scope="row">{name}</th>
          <td data-figure>{writeCount(alerts)}</td>
          <td aria-hidden="true">
            <Box
              sx={{ height: 10, bgcolor: 'text.secondary', borderRadius: 0.5, mt: 1 }}
              style={{ width: `${(100 * alerts) / most}%` }}
            />
          </td>
          <td data-figure>{writeCount(insights)}</td>
        </tr>
      ))}
    </PlainTable>
  )
}

function Difference({ difference }: { readonly difference: NonNullable<Backtest['difference']> }) {
  const { added, gone, higher, lower, same } = difference
  return (
    <Facts
      facts={[
        ['New', `${writeCount(added)} that are not there today`],
        ['Gone', `${writeCount(gone)} that are there today`],
        ['Higher', `${writeCount(higher)} with a higher score`],
        ['Lower', `${writeCount(lower)} with a lower score`],
        ['The same', writeCount(same)]
      ]}
    />
  )
}
