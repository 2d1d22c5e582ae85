/** Draws the coverage calendar: names at the left, months along the top, bars, hatches. Answers to nothing by itself. */
import Box from '@mui/material/Box'
import { memo, useId } from 'react'
import { MaskedText } from '../parts/masked-text.tsx'
import { CoverageHatches, hatchOf } from './coverage-hatch.tsx'
import type { CoverageLayout, CoverageLine } from './coverage-layout.ts'
import type { ChartColours } from './timeline-colours.ts'

interface CoveragePlotProps {
  readonly layout: CoverageLayout
  readonly colours: ChartColours
  readonly labelWidth: number
  /** The cell under keyboard or pointer, and the chosen one. */
  readonly focused?: Cell | null
  readonly chosen?: Cell | null
}

export interface Cell {
  readonly line: number
  readonly day: number
}

const LABEL = { fontSize: '0.75rem' } as const

export const CoveragePlot = memo(function CoveragePlot(props: CoveragePlotProps) {
  const { layout, colours, labelWidth, focused = null, chosen = null } = props
  const id = useId()
  return (
    <Box sx={{ position: 'relative' }} style={{ height: layout.height, width: labelWidth + layout.width }}>
      {layout.lines.map((line) => (
        <LineLabel key={line.row.key} line={line} width={labelWidth} />
      ))}
      <svg
        width={layout.width}
        height={layout.height}
        aria-hidden="true"
        style={{ position: 'absolute', left: labelWidth, top: 0, ...LABEL }}
      >
        <CoverageHatches id={id} colours={colours} />
        {layout.weekends.map(({ x, width }) => (
          <rect
            key={x}
            x={x}
            y={layout.top}
            width={width}
            height={layout.height - layout.top}
            fill={colours.quiet}
            opacity={0.08}
          />
        ))}
        {layout.months.map(({ x, label, isYear }) => (
          <g key={x}>
            <line x1={x} x2={x} y1={2} y2={layout.height} stroke={isYear ? colours.strongLine : colours.line} />
            <text x={x + 4} y={12} fill={colours.ink} fontWeight={isYear ? 600 : 400}>
              {label}
            </text>
          </g>
        ))}
        {layout.weeks.map(({ x, label }) => (
          <g key={x}>
            <line x1={x} x2={x} y1={layout.top - 5} y2={layout.top} stroke={colours.strongLine} />
            <text x={x + 3} y={layout.top - 6} fill={colours.quiet}>
              {label}
            </text>
          </g>
        ))}
        {layout.lines.map((line) => (
          <Line key={line.row.key} line={line} width={layout.width} colours={colours} id={id} />
        ))}
        <CellMark layout={layout} cell={chosen} stroke={colours.ink} isThick={false} />
        <CellMark layout={layout} cell={focused} stroke={colours.accent} isThick />
      </svg>
    </Box>
  )
})

function LineLabel({ line, width }: { readonly line: CoverageLine; readonly width: number }) {
  const { row, heading, y, height } = line
  return (
    <>
      {heading === null ? null : (
        <Box
          sx={{ position: 'absolute', left: 0, whiteSpace: 'nowrap', color: 'text.secondary', typography: 'caption' }}
          style={{ top: heading.y + 2, width, paddingLeft: 4 }}
        >
          {heading.words}
        </Box>
      )}
      <Box
        sx={{ position: 'absolute', left: 0, display: 'flex', alignItems: 'center', pr: 3 }}
        style={{ top: y, height, width, paddingLeft: row.group === null ? 4 : 16 }}
      >
        <MaskedText text={row.label} isOneLine />
      </Box>
    </>
  )
}

interface LineProps {
  readonly line: CoverageLine
  readonly width: number
  readonly colours: ChartColours
  readonly id: string
}

/** A word in a gap needs this much room. */
const GAP_WORD_PX = 52

function Line({ line, width, colours, id }: LineProps) {
  const { y, height, bars, gaps, outside } = line
  return (
    <g>
      {outside.map(({ x, width: wide }) => (
        <rect key={x} data-outside x={x} y={y} width={wide} height={height} fill={hatchOf(id, 'outside')} />
      ))}
      {gaps.map(({ x, width: wide, days }) => (
        <g key={x}>
          <rect data-gap x={x} y={y} width={wide} height={height} fill={colours.severity.medium.soft} />
          <rect x={x} y={y} width={wide} height={height} fill={hatchOf(id, 'gap')} />
          {wide >= GAP_WORD_PX && height >= 18 ? (
            <>
              <rect
                x={x + wide / 2 - GAP_WORD_PX / 2 + 2}
                y={y + height / 2 - 8}
                width={GAP_WORD_PX - 4}
                height={16}
                rx={3}
                fill={colours.severity.medium.soft}
              />
              <text
                x={x + wide / 2}
                y={y + height / 2}
                dy="0.36em"
                textAnchor="middle"
                fill={colours.severity.medium.text}
                fontWeight={600}
              >
                {days} days
              </text>
            </>
          ) : null}
        </g>
      ))}
      <path d={bars} fill={colours.severity.low.mark} />
      <line x1={0} x2={width} y1={y + height + 0.5} y2={y + height + 0.5} stroke={colours.line} />
    </g>
  )
}

interface CellMarkProps {
  readonly layout: CoverageLayout
  readonly cell: Cell | null
  readonly stroke: string
  readonly isThick: boolean
}

/** Narrower than this a frame around one day would not be seen. */
const NARROWEST_MARK_PX = 7

function CellMark({ layout, cell, stroke, isThick }: CellMarkProps) {
  const line = cell === null ? undefined : layout.lines[cell.line]
  if (cell === null || line === undefined) return null
  const from = layout.x(cell.day)
  if (from < -0.5 || from >= layout.width) return null
  const width = Math.max(NARROWEST_MARK_PX, layout.dayWidth + 1)
  return (
    <rect
      x={from + layout.dayWidth / 2 - width / 2}
      y={line.y - 1.5}
      width={width}
      height={line.height + 3}
      rx={2}
      fill="none"
      stroke={stroke}
      strokeWidth={isThick ? 2 : 1.25}
    />
  )
}
