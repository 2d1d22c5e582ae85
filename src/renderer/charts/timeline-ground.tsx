/** What lies behind the marks: nights and weekends, the bands of severity, the scales. Draws, and answers to nothing. */
import { memo } from 'react'
import { SEVERITY_SHAPES, SEVERITY_WORDS } from '../parts/severity-mark.tsx'
import type { ChartColours } from './timeline-colours.ts'
import type { TimelineLayout } from './timeline-layout.ts'

interface TimelineGroundProps {
  readonly layout: TimelineLayout
  readonly colours: ChartColours
}

const SCORE_MARKS = [0, 34, 67, 100]
const LABEL = { fontSize: '0.75rem' } as const

export const TimelineGround = memo(function TimelineGround({ layout, colours }: TimelineGroundProps) {
  const { plot, y, bands, shades, dayEdges, ticks } = layout
  return (
    <g style={LABEL}>
      <rect
        x={plot.left}
        y={plot.top}
        width={plot.right - plot.left}
        height={plot.axis - plot.top}
        fill={colours.paper}
      />
      {shades.map(({ kind, x, width }) => (
        <rect
          key={`${kind} ${x}`}
          x={x}
          y={plot.top}
          width={width}
          height={plot.axis - plot.top}
          fill={colours.quiet}
          opacity={kind === 'weekend' ? 0.07 : 0.05}
        />
      ))}
      {dayEdges.map((x) => (
        <line key={x} x1={x} x2={x} y1={plot.axis} y2={plot.axis + 3} stroke={colours.strongLine} />
      ))}
      {SCORE_MARKS.map((score) => (
        <g key={score}>
          <line
            x1={plot.left}
            x2={plot.right}
            y1={y(score)}
            y2={y(score)}
            stroke={score === 0 ? colours.strongLine : colours.line}
            strokeDasharray={score === 34 || score === 67 ? undefined : '1 3'}
          />
          <text x={plot.left - 7} y={y(score)} dy="0.35em" textAnchor="end" fill={colours.quiet}>
            {score}
          </text>
        </g>
      ))}
      {bands.map(({ severity, top, bottom }) => {
        const middle = (top + bottom) / 2
        return (
          <g key={severity}>
            <line
              x1={plot.left}
              x2={plot.left}
              y1={top + 1}
              y2={bottom - 1}
              stroke={colours.severity[severity].mark}
              strokeWidth={3}
            />
            <path
              d={SEVERITY_SHAPES[severity]}
              transform={`translate(2 ${middle - 6})`}
              fill={colours.severity[severity].mark}
            />
            <text x={18} y={middle} dy="0.35em" fill={colours.severity[severity].text} fontWeight={600}>
              {SEVERITY_WORDS[severity]}
            </text>
          </g>
        )
      })}
      <line x1={plot.left} x2={plot.right} y1={plot.axis} y2={plot.axis} stroke={colours.strongLine} />
      {ticks.ticks.map(({ atMs, label }) => {
        const x = layout.x(atMs)
        const hasRoom = x > plot.left - 1 && x < plot.right - label.length * 2.5
        return (
          <g key={atMs}>
            <line x1={x} x2={x} y1={plot.axis} y2={plot.axis + 5} stroke={colours.strongLine} />
            {hasRoom ? (
              <text x={x} y={plot.axis + 16} textAnchor="middle" fill={colours.ink}>
                {label}
              </text>
            ) : null}
          </g>
        )
      })}
      {ticks.contexts.map(({ fromMs, toMs, label }, index) => {
        const from = layout.x(fromMs)
        const hasRoom = layout.x(toMs) - from > label.length * 6.6
        return (
          <g key={fromMs}>
            {index > 0 ? (
              <line x1={from} x2={from} y1={plot.axis} y2={plot.axis + 32} stroke={colours.strongLine} />
            ) : null}
            {hasRoom ? (
              <text x={from + (index > 0 ? 5 : 0)} y={plot.axis + 31} fill={colours.quiet}>
                {label}
              </text>
            ) : null}
          </g>
        )
      })}
    </g>
  )
})
