/** What shows where pointer, keyboard and pin are: a ring around the mark, a guide to its time, one line of details. */
import Box from '@mui/material/Box'
import type { ChartColours } from './timeline-colours.ts'
import type { PlotSize, TimelineLayout } from './timeline-layout.ts'
import type { PlacedTarget } from './timeline-target.ts'
import { TargetLine } from './timeline-words.tsx'

interface TimelineFocusProps {
  readonly layout: TimelineLayout
  readonly size: PlotSize
  readonly zone: string
  readonly colours: ChartColours
  readonly active: PlacedTarget | null
  readonly pinned: PlacedTarget | null
}

const LINE_WIDTH = 400

export function TimelineFocus({ layout, size, zone, colours, active, pinned }: TimelineFocusProps) {
  return (
    <>
      <svg
        width={size.width}
        height={size.height}
        aria-hidden="true"
        style={{ position: 'absolute', inset: 0, pointerEvents: 'none' }}
      >
        {pinned ? <Mark target={pinned} layout={layout} colour={colours.accent} isPinned /> : null}
        {active && active.key !== pinned?.key ? (
          <Mark target={active} layout={layout} colour={colours.accent} isPinned={false} />
        ) : null}
      </svg>
      {active && active.key !== pinned?.key ? (
        <Box
          sx={{
            position: 'absolute',
            pointerEvents: 'none',
            maxWidth: LINE_WIDTH,
            width: 'max-content',
            px: 2.5,
            py: 1.5,
            bgcolor: 'background.paper',
            border: 1,
            borderColor: 'row.line',
            borderRadius: 1,
            boxShadow: '0 4px 14px rgb(8 12 24 / 0.16)',
            zIndex: 2
          }}
          style={lineStyle(active, size)}
        >
          <TargetLine target={active} zone={zone} />
        </Box>
      ) : null}
    </>
  )
}

interface MarkProps {
  readonly target: PlacedTarget
  readonly layout: TimelineLayout
  readonly colour: string
  readonly isPinned: boolean
}

function Mark({ target, layout, colour, isPinned }: MarkProps) {
  const { plot } = layout
  const width = isPinned ? 2.5 : 1.5
  const timeX = layout.x(target.atMs)
  const isInside = timeX >= plot.left && timeX <= plot.right
  return (
    <g fill="none" stroke={colour} strokeWidth={width}>
      {isInside ? (
        <path
          d={`M${timeX} ${plot.axis + 6}V${target.y + (Math.abs(target.x - timeX) < target.r ? target.r + 3 : 0)}H${timeX < target.x ? Math.max(timeX, target.x - target.r - 3) : Math.min(timeX, target.x + target.r + 3)}`}
          strokeWidth={1}
        />
      ) : null}
      {target.kind === 'bin' || target.kind === 'flag' ? (
        <rect
          x={target.x - (target.kind === 'flag' ? 4 : target.r)}
          y={target.y - target.r}
          width={target.kind === 'flag' ? 20 : target.r * 2}
          height={target.r * 2}
          rx={3}
        />
      ) : (
        <circle cx={target.x} cy={target.y} r={target.r + (target.kind === 'sequence' ? 4 : 3)} />
      )}
    </g>
  )
}

/** Beside the mark, on the side with more room, and never over the mark itself. */
function lineStyle({ x, y, r }: PlacedTarget, size: PlotSize) {
  const isRight = x < size.width / 2
  const isBelow = y < 90
  return {
    ...(isRight ? { left: x + r + 10 } : { right: size.width - x + r + 10 }),
    ...(isBelow ? { top: Math.max(4, y - 10) } : { bottom: Math.max(4, size.height - y - 10) })
  }
}
