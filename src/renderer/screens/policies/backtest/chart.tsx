/** Alerts a day over the imported history as bars; below, on demand, the same as a table. */
import Box from '@mui/material/Box'
import type { Theme } from '@mui/material/styles'
import { useMemo } from 'react'
import type { Backtest } from '../../../../shared/contract/policy.ts'
import { useWidth } from '../../../charts/width.ts'
import { writeCount } from '../../../parts/receipt-sum.tsx'
import { writeCalendarDay } from '../../../zone.ts'
import { PlainTable } from '../plain-table.tsx'
import { CHART_HEIGHT, INSET, layoutBars } from './chart-layout.ts'

export function AlertsByDay({ days }: { readonly days: Backtest['days'] }) {
  const [place, width] = useWidth()
  const { bars, span, xTicks, yTicks } = useMemo(() => layoutBars(days, width), [days, width])
  const highest = days.reduce((best, day) => (day.alerts > best.alerts ? day : best), { date: '', alerts: 0 })
  const withAlerts = days.filter(({ alerts }) => alerts > 0)
  return (
    <Box ref={place} sx={{ minWidth: 0 }}>
      <Box sx={{ color: 'text.secondary', typography: 'caption' }}>Alerts by {span}</Box>
      <Box
        component="svg"
        role="img"
        aria-label={`Alerts by ${span}, ${writeCount(days.length)} days: ${
          highest.alerts === 0
            ? 'none'
            : `most on ${writeCalendarDay(highest.date)}, ${writeCount(highest.alerts)}; none on ${writeCount(days.length - withAlerts.length)} days`
        }`}
        width={width}
        height={CHART_HEIGHT}
        sx={{
          display: 'block',
          maxWidth: '100%',
          fontSize: '0.75rem',
          '& text, & rect': { fill: ({ palette }: Theme) => palette.text.secondary },
          '& line': { stroke: ({ palette }: Theme) => palette.divider }
        }}
      >
        {yTicks.map(({ y, says }) => (
          <g key={says}>
            <line x1={INSET.left} x2={width - INSET.right} y1={y} y2={y} />
            <text x={INSET.left - 6} y={y} dy="0.32em" textAnchor="end">
              {says}
            </text>
          </g>
        ))}
        {bars.map(({ x, y, width: barWidth, height, alerts, says }) => (
          <rect key={x} x={x} y={y} width={barWidth} height={height}>
            <title>{`${says}: ${writeCount(alerts)}`}</title>
          </rect>
        ))}
        {xTicks.map(({ x, says }) => (
          <text key={x} x={x} y={CHART_HEIGHT - 6}>
            {says}
          </text>
        ))}
      </Box>
      {withAlerts.length === 0 ? null : (
        <Box component="details" sx={{ mt: 1 }}>
          <Box component="summary" sx={{ cursor: 'pointer', mb: 1 }}>
            The days with alerts as a table
          </Box>
          <PlainTable
            label="Days with alerts"
            columns={[{ title: 'Day' }, { title: 'Alerts', isFigure: true }]}
            maxWidth={320}
          >
            {withAlerts.map(({ date, alerts }) => (
              <tr key={date}>
                <th scope="row">{writeCalendarDay(date)}</th>
                <td data-figure>{writeCount(alerts)}</td>
              </tr>
            ))}
          </PlainTable>
        </Box>
      )}
    </Box>
  )
}
