/**
 * The density strip with the window on it. The window is drawn anew, dragged, or stretched at its ends, by pointer and
 * by arrow keys; it shows all activity, whatever the filter above hides.
 */
import Box from '@mui/material/Box'
import { useRef, type KeyboardEvent, type PointerEvent } from 'react'
import { writeCount } from '../parts/receipt-sum.tsx'
import { writeDay } from '../zone.ts'
import { layoutStrip } from './strip-layout.ts'
import { timeTicks } from './time-ticks.ts'
import type { TimelineChart } from './timeline-chart.ts'
import type { ChartColours } from './timeline-colours.ts'
import { keepInside, NARROWEST_MS, pan, spanMs, type Span } from './timeline-view.ts'

interface TimelineStripProps {
  readonly chart: TimelineChart
  readonly view: Span
  readonly zone: string
  readonly width: number
  readonly left: number
  readonly right: number
  readonly colours: ChartColours
  readonly onView: (view: Span) => void
}

const BARS_TOP = 9
const BARS_HEIGHT = 34
const HEIGHT = BARS_TOP + BARS_HEIGHT + 18
const DAY_MS = 86_400_000
const CLICK_PX = 4
type Part = 'window' | 'start' | 'end' | 'ground'

export function TimelineStrip({ chart, view, zone, width, left, right, colours, onView }: TimelineStripProps) {
  const { history } = chart
  const place = useRef<HTMLDivElement>(null)
  const drag = useRef<{ readonly part: Part; readonly x: number; readonly view: Span; isMoving: boolean } | null>(null)
  const strip = layoutStrip(chart, view, { left, right, height: BARS_HEIGHT })
  const base = BARS_TOP + BARS_HEIGHT
  const months = timeTicks(history.fromMs, history.toMs, right - left, zone)
  const msPerPx = spanMs(history) / (right - left)

  const timeAt = (clientX: number) => {
    const bounds = place.current?.getBoundingClientRect()
    return strip.x.invert(Math.min(right, Math.max(left, clientX - (bounds?.left ?? 0)))).getTime()
  }
  const stretch = (part: 'start' | 'end', from: Span, byMs: number): Span =>
    part === 'start'
      ? keepInside(
          { fromMs: Math.max(history.fromMs, Math.min(from.fromMs + byMs, from.toMs - NARROWEST_MS)), toMs: from.toMs },
          history
        )
      : keepInside(
          { fromMs: from.fromMs, toMs: Math.min(history.toMs, Math.max(from.toMs + byMs, from.fromMs + NARROWEST_MS)) },
          history
        )

  const onPointerDown = (part: Part) => (event: PointerEvent) => {
    if (event.button !== 0) return
    event.stopPropagation()
    drag.current = { part, x: event.clientX, view, isMoving: false }
    event.currentTarget.setPointerCapture?.(event.pointerId)
  }
  const onPointerMove = (event: PointerEvent) => {
    const start = drag.current
    if (!start || (!start.isMoving && Math.abs(event.clientX - start.x) < CLICK_PX)) return
    start.isMoving = true
    const byMs = (event.clientX - start.x) * msPerPx
    if (start.part === 'window') onView(pan(start.view, history, byMs))
    else if (start.part === 'ground') onView(between(timeAt(start.x), timeAt(event.clientX), history))
    else onView(stretch(start.part, start.view, byMs))
  }
  const onPointerUp = (event: PointerEvent) => {
    const start = drag.current
    drag.current = null
    if (start?.part === 'ground' && !start.isMoving)
      onView(pan(view, history, timeAt(event.clientX) - (view.fromMs + view.toMs) / 2))
  }
  const onKeyDown = (part: 'window' | 'start' | 'end') => (event: KeyboardEvent) => {
    const byMs = keyStep(event, view)
    if (byMs === null) return
    event.preventDefault()
    event.stopPropagation()
    onView(part === 'window' ? pan(view, history, byMs) : stretch(part, view, byMs))
  }
  const pointer = (part: Part) => ({ onPointerDown: onPointerDown(part), onPointerMove, onPointerUp })
  const days = (atMs: number) => Math.round((atMs - history.fromMs) / DAY_MS)
  const slider = (part: 'window' | 'start' | 'end', label: string, atMs: number, says: string) => ({
    role: 'slider',
    tabIndex: 0,
    'aria-label': label,
    'aria-valuemin': 0,
    'aria-valuemax': days(history.toMs),
    'aria-valuenow': days(atMs),
    'aria-valuetext': says,
    onKeyDown: onKeyDown(part),
    ...pointer(part)
  })
  const { from, to } = strip.window
  // The grips of a narrow window would cover each other, so they stand outside of it.
  const apart = Math.max(0, (14 - (to - from)) / 2)
  const [fromDay, toDay] = [writeDay(view.fromMs, zone), writeDay(view.toMs, zone)]

  return (
    <Box
      ref={place}
      role="group"
      aria-label="Window on the whole history"
      sx={{ position: 'relative', userSelect: 'none', touchAction: 'none' }}
      style={{ width, height: HEIGHT }}
    >
      <svg
        width={width}
        height={HEIGHT}
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
            d={`M${x} ${BARS_TOP + BARS_HEIGHT}V${BARS_TOP - 7}h5l-1.5 2.5 1.5 2.5h-4`}
            fill={colours.ink}
            stroke={colours.ink}
            strokeWidth={1}
          />
        ))}
        {strip.highs.map((x) => (
          <path key={x} d={`M${x - 4} ${BARS_TOP - 1}h8l-4 -7z`} fill={colours.severity.high.mark} />
        ))}
        {months.ticks.map(({ atMs, label }) => {
          const x = strip.x(atMs)
          const isMonth = months.step === 'day' || months.step === 'week'
          const written = isMonth ? '' : label
          return (
            <g key={atMs}>
              <line x1={x} x2={x} y1={base} y2={base + 4} stroke={colours.strongLine} />
              {x < right - 24 ? (
                <text x={x + 3} y={base + 14} fill={colours.quiet}>
                  {written}
                </text>
              ) : null}
            </g>
          )
        })}
        {months.contexts.map(({ fromMs, toMs, label }) => {
          const hasRoom =
            strip.x(toMs) - strip.x(fromMs) > label.length * 6.6 && (months.step === 'day' || months.step === 'week')
          return hasRoom ? (
            <text key={fromMs} x={strip.x(fromMs) + 3} y={base + 14} fill={colours.quiet}>
              {label}
            </text>
          ) : null
        })}
        <text x={2} y={BARS_TOP + 12} fill={colours.quiet}>
          All activity
        </text>
        <text x={2} y={BARS_TOP + 27} fill={colours.quiet}>
          max {writeCount(strip.busiestDay)}/day
        </text>
      </svg>
      <Box
        {...pointer('ground')}
        sx={{ position: 'absolute', cursor: 'crosshair' }}
        style={{ left, width: right - left, top: 0, height: HEIGHT - 14 }}
      />
      <Veil left={left} width={from - left} colour={colours.ground} />
      <Veil left={to} width={right - to} colour={colours.ground} />
      <Box
        {...slider('window', 'Window', view.fromMs, `${fromDay} to ${toDay}`)}
        title="Drag to move the window; arrow keys move it by a day, with Shift by a week"
        sx={{ position: 'absolute', cursor: 'grab', borderTop: 2, borderBottom: 2, borderColor: 'primary.main' }}
        style={{ left: from, width: Math.max(2, to - from), top: BARS_TOP, height: BARS_HEIGHT }}
      />
      <Handle {...slider('start', 'Start of the window', view.fromMs, fromDay)} at={from - apart} />
      <Handle {...slider('end', 'End of the window', view.toMs, toDay)} at={to + apart} />
    </Box>
  )
}

function Veil({ left, width, colour }: { readonly left: number; readonly width: number; readonly colour: string }) {
  return (
    <Box
      aria-hidden="true"
      sx={{ position: 'absolute', pointerEvents: 'none', opacity: 0.66 }}
      style={{ left, width: Math.max(0, width), top: BARS_TOP, height: BARS_HEIGHT, background: colour }}
    />
  )
}

function Handle({ at, ...slider }: { readonly at: number } & Readonly<Record<string, unknown>>) {
  return (
    <Box
      {...slider}
      sx={{
        position: 'absolute',
        width: 11,
        cursor: 'ew-resize',
        display: 'flex',
        justifyContent: 'center',
        alignItems: 'center',
        '&::before': { content: '""', width: 4, height: '100%', bgcolor: 'primary.main' },
        '&::after': {
          content: '""',
          position: 'absolute',
          width: 9,
          height: 16,
          borderRadius: 0.5,
          bgcolor: 'background.paper',
          border: 2,
          borderColor: 'primary.main',
          boxSizing: 'border-box'
        }
      }}
      style={{ left: at - 5.5, top: BARS_TOP, height: BARS_HEIGHT }}
    />
  )
}

function keyStep({ key, shiftKey }: KeyboardEvent, view: Span): number | null {
  const dayMs = (shiftKey ? 7 : 1) * DAY_MS
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return -dayMs
    case 'ArrowRight':
    case 'ArrowUp':
      return dayMs
    case 'PageDown':
      return -spanMs(view)
    case 'PageUp':
      return spanMs(view)
    case 'Home':
      return Number.MIN_SAFE_INTEGER / 4
    case 'End':
      return Number.MAX_SAFE_INTEGER / 4
    default:
      return null
  }
}

function between(oneMs: number, otherMs: number, history: Span): Span {
  return keepInside({ fromMs: Math.min(oneMs, otherMs), toMs: Math.max(oneMs, otherMs) }, history)
}
