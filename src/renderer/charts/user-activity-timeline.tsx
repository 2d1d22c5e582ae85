/**
 * What one person did over time: time runs across, risk runs up, a circle's area is the count, its hue and sign the
 * kind of risk, its ring the severity. Shows insights, sequences and events; draws no conclusion.
 */
import Box from '@mui/material/Box'
import ToggleButton from '@mui/material/ToggleButton'
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup'
import { useEffect, useLayoutEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import type { Timeline } from '../../shared/contract/activity.ts'
import type { Category } from '../../shared/domain/category.ts'
import { EmptyState } from '../parts/empty-state.tsx'
import { useZone, writeDay, writeOffset } from '../zone.ts'
import { calendarOf, dayAround } from './calendar.ts'
import { useChartColours } from './timeline-colours.ts'
import { chartOf, MINOR_SCORE, type TimelineChart } from './timeline-chart.ts'
import { largestRadius, layoutTimeline } from './timeline-layout.ts'
import { CategoryFilter, TimelineLegend } from './timeline-legend.tsx'
import { TimelinePin } from './timeline-pin.tsx'
import { TimelinePlot } from './timeline-plot.tsx'
import { TimelineStrip } from './timeline-strip.tsx'
import { TimelineTable } from './timeline-table.tsx'
import { firstStepMs, lastStepMs, stopsOf, type Target } from './timeline-target.ts'
import { RANGES, rangeView, spanMs, type RangeName, type Span } from './timeline-view.ts'

export interface SelectedRange {
  readonly fromMs: number
  readonly toMs: number
  readonly indicator?: string
}

interface UserActivityTimelineProps {
  readonly timeline: Timeline
  /** Told what is in the window, and what the pinned mark stands for, once the hand rests. */
  readonly onSelect?: (range: SelectedRange) => void
  /** Of the plot alone; without it the plot takes its share of the window. */
  readonly height?: number
}

/** As long as a hand rests between two turns of the wheel, so that the list below is not asked for every one of them. */
const REST_MS = 200
const DAY_MS = 86_400_000
const NARROWEST_PX = 420
const FIRST_RANGE: RangeName = '6 months'

export function UserActivityTimeline({ timeline, onSelect, height: wantedHeight }: UserActivityTimelineProps) {
  const zone = useZone()
  const colours = useChartColours()
  const [place, width] = useWidth()
  const windowHeight = useWindowHeight()
  const height = wantedHeight ?? Math.round(Math.min(480, Math.max(260, windowHeight * 0.42)))
  const chart = useMemo(() => chartOf(timeline), [timeline])
  const calendar = useMemo(() => calendarOf(zone), [zone])
  const [view, setView] = useState<Span>(() => rangeView(FIRST_RANGE, chart.history, zone))
  const [hidden, setHidden] = useState<ReadonlySet<Category>>(new Set())
  const [onlyAbove15, setOnlyAbove15] = useState(false)
  const [pinned, setPinned] = useState<Target | null>(null)
  const [isTable, setTable] = useState(false)
  const shown = useMemo(() => ({ hidden, onlyAbove15 }), [hidden, onlyAbove15])
  const stops = useMemo(() => stopsOf(chart, shown), [chart, shown])
  const size = useMemo(() => ({ width, height }), [width, height])
  const layout = useMemo(
    () => layoutTimeline(chart, calendar, { view, size, shown }),
    [chart, calendar, view, size, shown]
  )
  useSelection(chart, view, pinned, onSelect)

  if (timeline.insights.length === 0 && timeline.density.length === 0 && timeline.flags.length === 0) {
    return (
      <EmptyState title="No activity of this person yet">
        Import the logs of the time in question; what they hold about this person appears here.
      </EmptyState>
    )
  }
  return (
    <Box component="section" aria-label="User activity" sx={{ minWidth: 0, px: 4, py: 3 }}>
      <Box ref={place} sx={{ display: 'flex', flexDirection: 'column', gap: 2, minWidth: 0 }}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 4, rowGap: 1.5 }}>
          <ToggleButtonGroup
            exclusive
            aria-label="Range"
            value={rangeOf(view, chart, zone)}
            onChange={(_, range: RangeName | null) => setView(rangeView(range ?? 'All', chart.history, zone))}
          >
            {RANGES.map(({ name }) => (
              <ToggleButton key={name} value={name}>
                {name}
              </ToggleButton>
            ))}
          </ToggleButtonGroup>
          <Box sx={{ whiteSpace: 'nowrap' }}>
            {writeDay(view.fromMs, zone)} – {writeDay(view.toMs, zone)}
            <Box component="span" sx={{ color: 'text.secondary' }}>
              {' '}
              · {zone} {offsets(view, zone)}
            </Box>
          </Box>
          <Box sx={{ display: 'flex', gap: 2, ml: 'auto' }}>
            <ToggleButton
              value="above"
              selected={onlyAbove15}
              onChange={() => setOnlyAbove15(!onlyAbove15)}
              title={`Leaves out what scores ${MINOR_SCORE} or less, except steps of a sequence`}
            >
              Score above {MINOR_SCORE}
            </ToggleButton>
            <ToggleButton
              value="table"
              selected={isTable}
              onChange={() => setTable(!isTable)}
              title="The same marks in words and figures"
            >
              As table
            </ToggleButton>
          </Box>
        </Box>
        <CategoryFilter
          counts={countByCategory(chart, view)}
          hidden={hidden}
          onToggle={(category) => setHidden(toggled(hidden, category))}
        />
        {isTable ? (
          <TimelineTable stops={stops} view={view} height={height} onPin={setPinned} />
        ) : (
          <TimelinePlot
            chart={chart}
            layout={layout}
            size={size}
            view={view}
            zone={zone}
            colours={colours}
            stops={stops}
            pinned={pinned}
            onView={setView}
            onPin={setPinned}
          />
        )}
        <TimelineStrip
          chart={chart}
          view={view}
          zone={zone}
          width={width}
          left={layout.plot.left}
          right={layout.plot.right}
          colours={colours}
          onView={setView}
        />
        {isTable ? null : (
          <TimelineLegend
            maxCount={chart.maxCount}
            maxRadius={largestRadius(layout.plot)}
            layout={layout}
            colours={colours}
            hasSequences={timeline.sequences.length > 0}
            hasFlags={timeline.flags.length > 0}
          />
        )}
        <TimelinePin chart={chart} pinned={pinned} zone={zone} hasHint={!isTable} onPin={setPinned} />
      </Box>
    </Box>
  )
}

function useSelection(
  chart: TimelineChart,
  view: Span,
  pinned: Target | null,
  onSelect: ((range: SelectedRange) => void) | undefined
) {
  const latest = useRef(onSelect)
  useEffect(() => {
    latest.current = onSelect
  })
  useEffect(() => {
    const timer = setTimeout(() => latest.current?.(selectionOf(chart, view, pinned)), REST_MS)
    return () => clearTimeout(timer)
  }, [chart, view, pinned])
}

/** Days of an insight are counted in the zone that it was scored in, whatever zone is shown. */
function selectionOf({ timeline }: TimelineChart, view: Span, pinned: Target | null): SelectedRange {
  switch (pinned?.kind) {
    case 'insight':
      return { ...dayAround(pinned.insight.atMs, timeline.timezone), indicator: pinned.insight.indicator }
    case 'sequence':
      return { fromMs: firstStepMs(pinned.sequence), toMs: lastStepMs(pinned.sequence) + 1 }
    case 'flag':
      return dayAround(pinned.flag.atMs, timeline.timezone)
    case 'bin':
    case undefined:
      return view
  }
}

function rangeOf(view: Span, { history }: TimelineChart, zone: string): RangeName | null {
  const range = [...RANGES].reverse().find(({ name }) => {
    const wanted = rangeView(name, history, zone)
    return Math.abs(wanted.fromMs - view.fromMs) < DAY_MS / 24 && Math.abs(spanMs(wanted) - spanMs(view)) < DAY_MS / 24
  })
  return range?.name ?? null
}

function countByCategory({ insights }: TimelineChart, view: Span): ReadonlyMap<Category, number> {
  const counts = new Map<Category, number>()
  for (const { category, atMs } of insights)
    counts.set(category, (counts.get(category) ?? 0) + (atMs >= view.fromMs && atMs <= view.toMs ? 1 : 0))
  return counts
}

function toggled(hidden: ReadonlySet<Category>, category: Category): ReadonlySet<Category> {
  const next = new Set(hidden)
  if (!next.delete(category)) next.add(category)
  return next
}

/** Every offset in force within the window: a winter and a summer one where the clocks change in between. */
function offsets(view: Span, zone: string): string {
  const found = new Set<string>()
  const stepMs = Math.max(7 * DAY_MS, spanMs(view) / 60)
  for (let atMs = view.fromMs; atMs < view.toMs; atMs += stepMs) found.add(writeOffset(atMs, zone))
  found.add(writeOffset(view.toMs, zone))
  return [...found].sort().join(' / ')
}

/** Measured before the first picture is shown, so that nothing jumps. */
function useWidth() {
  const place = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(960)
  useLayoutEffect(() => {
    const element = place.current
    if (!element || typeof ResizeObserver === 'undefined') return undefined
    const measure = () => setWidth(Math.max(NARROWEST_PX, Math.floor(element.clientWidth)))
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return [place, width] as const
}

function useWindowHeight(): number {
  return useSyncExternalStore(
    (changed) => {
      window.addEventListener('resize', changed)
      return () => window.removeEventListener('resize', changed)
    },
    () => window.innerHeight
  )
}
