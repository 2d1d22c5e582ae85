/** What of the density strip does not change while the window on it moves: bars, marks of events, the scale of time. */
import { memo } from 'react'
import { writeCount } from '../parts/receipt-sum.tsx'
import type { StripLayout } from './strip-layout.ts'
import { timeTicks } from './time-ticks.ts'
import type { ChartColours } from './timeline-colours.ts'
import type { Span } from './timeline-view.ts'

export const BARS_TOP = 9
export const BARS_HEIGHT = 34
export const STRIP_HEIGHT = BARS_TOP + BARS_HEIGHT + 18
const LETTER_PX = 6.6

interface StripGroundProps {
  readonly history: Span
  readonly strip: StripLayout
  readonly zone: string
  readonly width: number
  readonly left: number
  readonly right: number
  readonly colours: ChartColours
}

export const StripGround = memo(function StripGround({
  history,
  strip,
  zone,
  width,
  left,
  right,
  colours
}: StripGroundProps) {
  const base = BARS_TOP + BARS_HEIGHT
  return (
    <svg
      width={width}
      height={STRIP_HEIGHT}
      aria-hidden="true"
      style={{ position: 'absolute', inset: 0, fontSize: '0.75rem' }}
    >
      <rect x={left} y={BARS_TOP} width={right - left} height={BARS_HEIGHT} fill={colours.paper} />
      {strip.bars.map(({ x, width: barWidth, height }) => (
        <rect key={x} x={x} y={base - height} width={barWidth} height={height} fill={colours.strongLine} />
      ))}
      <line x1={left} x2={right} y1={base} y2={base} stroke={colours.strongLine} />
      {strip.flags.map((x) => (
        <path
          key={x}
          d={`M${x} ${base}V${BARS_TOP - 7}h5l-1.5 2.5 1.5 2.5h-4`}
          fill={colours.ink}
          stroke={colours.ink}
        />
      ))}
      {strip.highs.map((x) => (
        <path key={x} d={`M${x - 4} ${BARS_TOP - 1}h8l-4 -7z`} fill={colours.severity.high.mark} />
      ))}
      {labelsOf(history, right - left, zone).map(({ fromMs, toMs, label }) => {
        const x = strip.x(fromMs)
        return (
          <g key={fromMs}>
            <line x1={x} x2={x} y1={base} y2={base + 4} stroke={colours.strongLine} />
            {Math.min(strip.x(toMs), right) - x > label.length * LETTER_PX ? (
              <text x={x + 3} y={base + 14} fill={colours.quiet}>
                {label}
              </text>
            ) : null}
          </g>
        )
      })}
      <text x={2} y={BARS_TOP + 12} fill={colours.quiet}>
        All activity
      </text>
      <text x={2} y={BARS_TOP + 27} fill={colours.quiet}>
        max {writeCount(strip.busiestDay)}/day
      </text>
    </svg>
  )
})

/** Months while their names fit, else what the axis would write: months in short, quarters, years. */
function labelsOf(history: Span, width: number, zone: string) {
  const { step, ticks, contexts } = timeTicks(history.fromMs, history.toMs, width, zone)
  if (step !== 'month' && step !== 'quarter' && step !== 'year' && step !== 'decade') return contexts
  return ticks.map(({ atMs, label }, index) => ({ fromMs: atMs, toMs: ticks[index + 1]?.atMs ?? history.toMs, label }))
}
