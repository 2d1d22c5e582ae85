/**
 * The plot of the timeline and everything that pointer and keyboard do in it: wheel zooms, drag pans, arrows go from
 * mark to mark, click and Enter pin. Nothing in it moves on its own.
 */
import Box from '@mui/material/Box'
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'
import { TimelineCanvas } from './timeline-canvas.tsx'
import type { TimelineChart } from './timeline-chart.ts'
import type { ChartColours } from './timeline-colours.ts'
import { TimelineFocus } from './timeline-focus.tsx'
import { TimelineGround } from './timeline-ground.tsx'
import { sequenceKey, type PlotSize, type TimelineLayout } from './timeline-layout.ts'
import { Bubbles, Flags, Sequences } from './timeline-marks.tsx'
import { inTime, placedTargets, targetAt, targetBeside, type PlacedTarget, type Target } from './timeline-target.ts'
import { bringIntoView, pan, spanMs, zoom, type Span } from './timeline-view.ts'
import { sentenceOf } from './timeline-words.tsx'

interface TimelinePlotProps {
  readonly chart: TimelineChart
  readonly layout: TimelineLayout
  readonly size: PlotSize
  readonly view: Span
  readonly zone: string
  readonly colours: ChartColours
  readonly stops: readonly Target[]
  readonly pinned: Target | null
  readonly onView: (view: Span) => void
  readonly onPin: (target: Target | null) => void
}

/** A bubble is a disc, a ring and a sign: a thousand of them are what SVG still draws smoothly. */
const SVG_BUBBLE_LIMIT = 1000
const WHEEL_FACTOR = 1.0015
const CLICK_PX = 4

export function TimelinePlot(props: TimelinePlotProps) {
  const { chart, layout, size, view, zone, colours, stops, pinned, onView, onPin } = props
  const { plot } = layout
  const place = useRef<HTMLDivElement>(null)
  const drag = useRef<{ readonly x: number; readonly view: Span; isPan: boolean } | null>(null)
  const [hoveredKey, setHoveredKey] = useState<string | null>(null)
  const [focusedKey, setFocusedKey] = useState<string | null>(null)
  const id = useId()
  const targets = useMemo(() => placedTargets(layout), [layout])
  const find = (key: string | null) => (key === null ? null : (targets.find((target) => target.key === key) ?? null))
  const focused = find(focusedKey)
  const active = find(hoveredKey) ?? focused
  const clear = useMemo(() => clearKeys(active ?? pinned), [active, pinned])
  const isCanvas = layout.mode === 'bins' || layout.bubbles.length > SVG_BUBBLE_LIMIT

  const onWheel = (event: WheelEvent) => {
    const bounds = place.current?.getBoundingClientRect()
    if (!bounds) return
    const isSideways = event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)
    const delta = event.deltaY === 0 || Math.abs(event.deltaX) > Math.abs(event.deltaY) ? event.deltaX : event.deltaY
    const around = layout.x.invert(event.clientX - bounds.left).getTime()
    const next = isSideways
      ? pan(view, chart.history, (delta / (plot.right - plot.left)) * spanMs(view))
      : zoom(view, chart.history, WHEEL_FACTOR ** delta, around)
    // At either end the wheel belongs to the page again.
    if (next.fromMs === view.fromMs && next.toMs === view.toMs) return
    event.preventDefault()
    onView(next)
  }
  const latestWheel = useRef(onWheel)
  useEffect(() => {
    latestWheel.current = onWheel
  })
  useEffect(() => {
    const element = place.current
    const listen = (event: WheelEvent) => latestWheel.current(event)
    // React attaches wheel listeners as passive, and those cannot keep the page from scrolling.
    element?.addEventListener('wheel', listen, { passive: false })
    return () => element?.removeEventListener('wheel', listen)
  }, [])

  const placeOf = (event: PointerEvent) => {
    const bounds = event.currentTarget.getBoundingClientRect()
    return { x: event.clientX - bounds.left, y: event.clientY - bounds.top }
  }
  const choose = (target: PlacedTarget | null) => {
    if (target?.kind === 'bin') onView(zoom(view, chart.history, 0.25, target.atMs))
    else onPin(target === null || target.key === pinned?.key ? null : target)
  }
  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0) return
    drag.current = { x: event.clientX, view, isPan: false }
    event.currentTarget.setPointerCapture(event.pointerId)
  }
  const onPointerMove = (event: PointerEvent) => {
    const start = drag.current
    if (start && (start.isPan || Math.abs(event.clientX - start.x) > CLICK_PX)) {
      start.isPan = true
      setHoveredKey(null)
      onView(
        pan(start.view, chart.history, ((start.x - event.clientX) / (plot.right - plot.left)) * spanMs(start.view))
      )
      return
    }
    const { x, y } = placeOf(event)
    setHoveredKey(targetAt(targets, layout.sequences, x, y)?.key ?? null)
  }
  const onPointerUp = (event: PointerEvent) => {
    const start = drag.current
    drag.current = null
    if (!start || start.isPan) return
    const { x, y } = placeOf(event)
    const target = targetAt(targets, layout.sequences, x, y)
    setFocusedKey(target?.key ?? null)
    choose(target)
  }

  const goTo = (target: Target | null) => {
    if (!target) return
    setFocusedKey(target.key)
    setHoveredKey(null)
    onView(bringIntoView(view, chart.history, target.atMs))
  }
  const step = (by: 1 | -1) => {
    const list: readonly Target[] = layout.mode === 'bins' ? inTime(targets) : stops
    const at = list.findIndex(({ key }) => key === focusedKey)
    const inside = list.filter(({ atMs }) => atMs >= view.fromMs && atMs <= view.toMs)
    goTo(at >= 0 ? (list[at + by] ?? null) : ((by === 1 ? inside[0] : inside[inside.length - 1]) ?? null))
  }
  const panBy = (share: number) => onView(pan(view, chart.history, spanMs(view) * share))
  const zoomBy = (factor: number) =>
    onView(zoom(view, chart.history, factor, focused?.atMs ?? (view.fromMs + view.toMs) / 2))
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const action = keyAction(event)
    if (!action) return
    event.preventDefault()
    event.stopPropagation()
    action()
  }
  const keyAction = ({ key, shiftKey }: KeyboardEvent): (() => void) | null => {
    switch (key) {
      case 'ArrowLeft':
        return shiftKey ? () => panBy(-0.25) : () => step(-1)
      case 'ArrowRight':
        return shiftKey ? () => panBy(0.25) : () => step(1)
      case 'ArrowUp':
        return () => goTo(focused ? targetBeside(targets, focused, 'above') : null)
      case 'ArrowDown':
        return () => goTo(focused ? targetBeside(targets, focused, 'below') : null)
      case '+':
      case '=':
        return () => zoomBy(0.5)
      case '-':
        return () => zoomBy(2)
      case '0':
        return () => onView(chart.history)
      case 'Home':
        return () => goTo(stops[0] ?? null)
      case 'End':
        return () => goTo(stops[stops.length - 1] ?? null)
      case 'Enter':
      case ' ':
        return () => choose(focused)
      case 'Escape':
        // Free of both, Escape leaves the page as everywhere else.
        if (pinned) return () => onPin(null)
        return focusedKey === null ? null : () => setFocusedKey(null)
      default:
        return null
    }
  }

  return (
    <Box
      ref={place}
      tabIndex={0}
      role="application"
      aria-roledescription="timeline"
      aria-label={`User activity of ${chart.timeline.pseudonym}: ${layout.inView} insights in view. Arrow keys go from mark to mark, Enter pins, plus and minus zoom, Shift with arrows pans.`}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerLeave={() => setHoveredKey(null)}
      onDoubleClick={() => onView(chart.history)}
      sx={{ position: 'relative', userSelect: 'none', touchAction: 'none', '&:focus-visible': { outlineOffset: 2 } }}
      style={{ width: size.width, height: size.height, cursor: hoveredKey !== null ? 'pointer' : 'grab' }}
    >
      <svg width={size.width} height={size.height} aria-hidden="true" style={{ position: 'absolute', inset: 0 }}>
        <TimelineGround layout={layout} colours={colours} />
        <clipPath id={`${id}-plot`}>
          <rect x={plot.left} y={0} width={plot.right - plot.left} height={plot.axis} />
        </clipPath>
        <g clipPath={`url(#${id}-plot)`}>
          <Flags flags={layout.flags} plot={plot} colours={colours} />
          <Sequences sequences={layout.sequences} colours={colours} clear={clear} part="lines" />
          {isCanvas ? null : <Bubbles bubbles={layout.bubbles} colours={colours} clear={clear} />}
        </g>
      </svg>
      {isCanvas ? <TimelineCanvas layout={layout} size={size} colours={colours} clear={clear} /> : null}
      <svg
        width={size.width}
        height={size.height}
        aria-hidden="true"
        style={{ position: 'absolute', inset: 0, pointerEvents: 'none' }}
      >
        <g clipPath={`url(#${id}-plot)`}>
          <Sequences sequences={layout.sequences} colours={colours} clear={clear} part="signs" />
        </g>
      </svg>
      <TimelineFocus
        layout={layout}
        size={size}
        zone={zone}
        colours={colours}
        active={active}
        pinned={find(pinned?.key ?? null)}
      />
      <Box
        aria-live="polite"
        sx={{ position: 'absolute', width: 1, height: 1, overflow: 'hidden', clipPath: 'inset(50%)' }}
      >
        {focused ? sentenceOf(focused, zone) : ''}
      </Box>
    </Box>
  )
}

/** With a sequence in focus its steps stay clear and the rest steps back; any other mark leaves all as they are. */
function clearKeys(target: Target | null): ReadonlySet<string> | null {
  if (target?.kind !== 'sequence') return null
  const steps = target.sequence.steps.flatMap(({ insightKey }) => (insightKey === null ? [] : [insightKey]))
  return new Set([sequenceKey(target.sequence), ...steps])
}
