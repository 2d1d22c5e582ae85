/** The marks as SVG: bubbles with their sign and ring, the lines of sequences, flags. For canvas see timeline-canvas.tsx. */
import { memo } from 'react'
import { CATEGORY_GLYPHS } from '../parts/category-mark.tsx'
import { DIMMED, DISC_OPACITY, RING_WIDTH, type ChartColours } from './timeline-colours.ts'
import type { FlagMark } from './timeline-flags.ts'
import { sequenceKey, type Bubble, type PlotArea, type SequenceLine } from './timeline-layout.ts'

interface BubblesProps {
  readonly bubbles: readonly Bubble[]
  readonly colours: ChartColours
  /** Keys that stay clear while the rest steps back; null: all stay clear. */
  readonly clear: ReadonlySet<string> | null
}

/** Size of a category's sign in a bubble: as large as the bubble allows, never larger than it must. */
export const glyphSize = (r: number) => Math.min(16, Math.max(8, r * 1.15))

export const Bubbles = memo(function Bubbles({ bubbles, colours, clear }: BubblesProps) {
  return (
    <g>
      {bubbles.map(({ key, insight, x, y, r }) => {
        const { mark, text } = colours.category[insight.category]
        const scale = glyphSize(r) / 16
        return (
          <g
            key={key}
            transform={`translate(${x.toFixed(1)} ${y.toFixed(1)})`}
            opacity={clear === null || clear.has(key) ? 1 : DIMMED}
            data-insight={key}
          >
            <circle r={r + 0.75} fill={colours.paper} />
            <circle r={r} fill={mark} fillOpacity={DISC_OPACITY} />
            <circle
              r={r - RING_WIDTH[insight.severity] / 2}
              fill="none"
              stroke={colours.severity[insight.severity].mark}
              strokeWidth={RING_WIDTH[insight.severity]}
            />
            <path
              d={CATEGORY_GLYPHS[insight.category]}
              transform={`scale(${scale}) translate(-8 -8)`}
              fill="none"
              stroke={text}
              strokeWidth={Math.min(2, 1.15 / scale)}
              strokeLinecap="round"
              strokeLinejoin="round"
            />
          </g>
        )
      })}
    </g>
  )
})

interface SequencesProps {
  readonly sequences: readonly SequenceLine[]
  readonly colours: ChartColours
  readonly clear: ReadonlySet<string> | null
  readonly part: 'lines' | 'signs'
}

export const Sequences = memo(function Sequences({ sequences, colours, clear, part }: SequencesProps) {
  return (
    <g>
      {sequences.map(({ sequence, points, x, y }) => {
        const key = sequenceKey(sequence)
        const isClear = clear === null || clear.has(key)
        const last = points[points.length - 1]
        if (part === 'signs') {
          return (
            <g key={key} transform={`translate(${x} ${y})`} opacity={isClear ? 1 : DIMMED} data-sequence={sequence.key}>
              <rect
                x={-9}
                y={-8}
                width={18}
                height={16}
                rx={3}
                fill={colours.paper}
                stroke={colours.ink}
                strokeWidth={1.25}
              />
              <path
                d="M-5.5 3h3v-3h3v-3h4.5"
                fill="none"
                stroke={colours.ink}
                strokeWidth={1.4}
                strokeLinejoin="round"
                strokeLinecap="round"
              />
            </g>
          )
        }
        const path = points
          .map((point, index) => `${index === 0 ? 'M' : 'L'}${point.x.toFixed(1)} ${point.y.toFixed(1)}`)
          .join('')
        return (
          <g key={key} opacity={isClear ? 1 : DIMMED} fill="none" strokeLinejoin="round" strokeLinecap="round">
            <path d={path} stroke={colours.paper} strokeWidth={4} />
            <path d={path} stroke={colours.ink} strokeWidth={clear?.has(key) === true ? 2.25 : 1.25} />
            {last ? (
              <path
                d={`M${last.x.toFixed(1)} ${last.y.toFixed(1)}L${x.toFixed(1)} ${y.toFixed(1)}`}
                stroke={colours.ink}
                strokeWidth={1}
                strokeDasharray="2 3"
              />
            ) : null}
            {points.map((point, index) =>
              point.isOnBubble ? null : (
                <circle
                  key={index}
                  cx={point.x}
                  cy={point.y}
                  r={3}
                  fill={colours.paper}
                  stroke={colours.ink}
                  strokeWidth={1.25}
                />
              )
            )}
          </g>
        )
      })}
    </g>
  )
})

export const Flags = memo(function Flags({
  flags,
  plot,
  colours
}: {
  readonly flags: readonly FlagMark[]
  readonly plot: PlotArea
  readonly colours: ChartColours
}) {
  return (
    <g style={{ fontSize: '0.75rem' }}>
      {flags.map(({ key, x, y, label, isLabelLeft, hasLabel }) => (
        <g key={key} data-flag={key}>
          <line
            x1={x}
            x2={x}
            y1={plot.top}
            y2={y}
            stroke={colours.ink}
            strokeWidth={1}
            strokeDasharray="1 4"
            opacity={0.55}
          />
          <line x1={x} x2={x} y1={y + 1} y2={plot.axis} stroke={colours.ink} strokeWidth={1.25} />
          <path
            d={isLabelLeft ? `M${x} ${y + 2}h-11l3 4-3 4h11z` : `M${x} ${y + 2}h11l-3 4 3 4h-11z`}
            fill={colours.ink}
          />
          {hasLabel ? (
            <text
              x={isLabelLeft ? x - 15 : x + 15}
              y={y + 6.5}
              dy="0.32em"
              textAnchor={isLabelLeft ? 'end' : 'start'}
              fill={colours.ink}
              stroke={colours.paper}
              strokeWidth={3}
              paintOrder="stroke"
            >
              {label}
            </text>
          ) : null}
        </g>
      ))}
    </g>
  )
})
