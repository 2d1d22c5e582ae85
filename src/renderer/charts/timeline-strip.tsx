/**
 * The density strip with the window on it. The window is drawn anew, dragged, or stretched at its ends, by pointer and
 * by arrow keys; it shows all activity, whatever the filter above hides.
 */
import Box from '@mui/material/Box'
import { useMemo, useRef, type KeyboardEvent, type PointerEvent } from 'react'
import { writeDay } from '../zone.ts'
import { BARS_HEIGHT, BARS_TOP, STRIP_HEIGHT, StripGround } from './strip-ground.tsx'
import { layoutStrip } from './strip-layout.ts'
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

const DAY_MS = 86_400_000
const CLICK_PX = 4
const PARTS = ['window', 'start', 'end', 'ground'] as const
type Part = (typeof PARTS)[number]

export function TimelineStrip({ chart, view, zone, width, left, right, colours, onView }: TimelineStripProps) {
  const { history } = chart
  const place = useRef<HTMLDivElement>(null)
  const drag = useRef<{ readonly part: Part; readonly x: number; readonly view: Span; isMoving: boolean } | null>(null)
  const strip = useMemo(() => layoutStrip(chart, { left, right, height: BARS_HEIGHT }), [chart, left, right])
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

  const onPointerDown = (event: PointerEvent) => {
    const part = partOf(event)
    if (event.button !== 0 || part === null) return
    drag.current = { part, x: event.clientX, view, isMoving: false }
    event.currentTarget.setPointerCapture(event.pointerId)
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
  const onKeyDown = (event: KeyboardEvent) => {
    const byMs = keyStep(event, view)
    const part = partOf(event)
    if (byMs === null || part === null || part === 'ground') return
    event.preventDefault()
    event.stopPropagation()
    onView(part === 'window' ? pan(view, history, byMs) : stretch(part, view, byMs))
  }
  const days = (atMs: number) => Math.round((atMs - history.fromMs) / DAY_MS)
  const slider = (part: Part, label: string, atMs: number, says: string) => ({
    role: 'slider',
    tabIndex: 0,
    'aria-label': label,
    'aria-valuemin': 0,
    'aria-valuemax': days(history.toMs),
    'aria-valuenow': days(atMs),
    'aria-valuetext': says,
    'data-part': part
  })
  const [from, to] = [strip.x(view.fromMs), strip.x(view.toMs)]
  // The grips of a narrow window would cover each other, so they stand outside of it.
  const apart = Math.max(0, (14 - (to - from)) / 2)
  const [fromDay, toDay] = [writeDay(view.fromMs, zone), writeDay(view.toMs, zone)]

  return (
    <Box
      ref={place}
      role="group"
      aria-label="Window on the whole history"
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onKeyDown={onKeyDown}
      sx={{ position: 'relative', userSelect: 'none', touchAction: 'none' }}
      style={{ width, height: STRIP_HEIGHT }}
    >
      <StripGround
        history={history}
        strip={strip}
        zone={zone}
        width={width}
        left={left}
        right={right}
        colours={colours}
      />
      <Box
        data-part="ground"
        sx={{ position: 'absolute', cursor: 'crosshair' }}
        style={{ left, width: right - left, top: 0, height: STRIP_HEIGHT - 14 }}
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

/** The parts carry their names, so that one set of handlers serves all of them. */
function partOf({ target }: { readonly target: EventTarget }): Part | null {
  const name = target instanceof Element ? target.closest('[data-part]')?.getAttribute('data-part') : null
  return PARTS.find((part) => part === name) ?? null
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
