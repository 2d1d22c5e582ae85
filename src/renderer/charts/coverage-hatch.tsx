/** The two hatches of the coverage calendar: strong strokes for a gap, faint ones the other way for what no log reaches. */
import { useId } from 'react'
import type { ChartColours } from './timeline-colours.ts'

const HATCHES = ['gap', 'outside'] as const
type Hatch = (typeof HATCHES)[number]

export const hatchOf = (id: string, hatch: Hatch): string => `url(#${id}-${hatch})`

export function CoverageHatches({ id, colours }: { readonly id: string; readonly colours: ChartColours }) {
  return (
    <defs>
      {HATCHES.map((hatch) => (
        <pattern
          key={hatch}
          id={`${id}-${hatch}`}
          width={hatch === 'gap' ? 6 : 7}
          height={hatch === 'gap' ? 6 : 7}
          patternUnits="userSpaceOnUse"
          patternTransform={`rotate(${hatch === 'gap' ? 45 : -45})`}
        >
          <line
            x1={0}
            x2={0}
            y1={0}
            y2={8}
            stroke={hatch === 'gap' ? colours.severity.medium.mark : colours.strongLine}
            strokeWidth={hatch === 'gap' ? 3 : 1}
            opacity={hatch === 'gap' ? 1 : 0.55}
          />
        </pattern>
      ))}
    </defs>
  )
}

/** A small piece of the hatch, for the legend. */
export function HatchSample({ hatch, colours }: { readonly hatch: Hatch; readonly colours: ChartColours }) {
  const id = useId()
  return (
    <svg width={18} height={12} aria-hidden="true">
      <CoverageHatches id={id} colours={colours} />
      <rect
        width={18}
        height={12}
        fill={hatch === 'gap' ? colours.severity.medium.soft : colours.paper}
        stroke={colours.line}
      />
      <rect width={18} height={12} fill={hatchOf(id, hatch)} />
    </svg>
  )
}
