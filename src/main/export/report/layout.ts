/** Where everything of a timeline picture stands: computed with d3's scales, drawn elsewhere. Bins what would be a cloud. */
import { scaleLinear, scaleSqrt, scaleUtc } from 'd3'
import type { Timeline } from '../../../shared/contract/activity.ts'
import type { Category } from '../../../shared/domain/category.ts'
import type { Severity } from '../../../shared/domain/severity.ts'
import { dayText } from '../clock.ts'
import type { Clock } from '../clock.ts'

export interface Bubble {
  readonly key: string
  readonly x: number
  readonly y: number
  readonly radius: number
  readonly category: Category
  readonly severity: Severity
  readonly score: number
  readonly atMs: number
  readonly count: number
  readonly name: string
  readonly says: string
  /** Insights that it stands for; more than one where the picture is binned. */
  readonly merged: number
}

export interface SequenceLine {
  readonly letter: string
  readonly name: string
  readonly says: string
  readonly score: number
  readonly points: readonly {
    readonly x: number
    readonly y: number
    readonly isOnBubble: boolean
    readonly category: Category
  }[]
}

export interface TimelineLayout {
  /** Height of the plot; a picture of few marks is lower. */
  readonly height: number
  readonly bubbles: readonly Bubble[]
  readonly sequences: readonly SequenceLine[]
  readonly flags: readonly {
    readonly x: number
    readonly row: number
    readonly says: string
    readonly atMs: number
    readonly anchor: 'start' | 'end'
  }[]
  readonly flagRows: number
  readonly ticks: readonly { readonly x: number; readonly label: string }[]
  /** Weekends, and nights where a day is wide enough to show them. */
  readonly quiet: readonly { readonly x: number; readonly width: number }[]
  readonly x: (atMs: number) => number
  readonly density: readonly { readonly x: number; readonly width: number; readonly height: number }[]
  readonly densest: number
  readonly isBinned: boolean
}

export const PICTURE = {
  width: 860,
  left: 34,
  right: 14,
  top: 10,
  height: 250,
  lowHeight: 172,
  strip: 34,
  flagRow: 17
} as const

export function layTimeline(timeline: Timeline, clock: Clock): TimelineLayout {
  const local = (atMs: number): Date => new Date(atMs + clock.offsetMs(atMs))
  const from = local(timeline.fromMs)
  const to = local(Math.max(timeline.toMs, timeline.fromMs + DAY_MS))
  const x = scaleUtc([from, to], [PICTURE.left + 6, PICTURE.width - PICTURE.right - 6])
  const place = (atMs: number): number => round(x(local(atMs)))
  const dayWidth = Math.max(0.6, x(new Date(from.getTime() + DAY_MS)) - x(from))
  const height = timeline.insights.length > FEW ? PICTURE.height : PICTURE.lowHeight
  const bubbles = layBubbles(timeline.insights, place, height)
  const byKey = new Map(bubbles.map((bubble) => [bubble.key, bubble]))
  const densest = Math.max(1, ...timeline.density.map((day) => day.activities))
  const strip = scaleLinear([0, densest], [0, PICTURE.strip])
  const flags = layFlags(timeline.flags.map((flag) => ({ ...flag, x: place(flag.atMs) })))
  return {
    height,
    bubbles,
    sequences: timeline.sequences.map((sequence, index) => ({
      letter: letterOf(index),
      name: sequence.name,
      says: sequence.says,
      score: sequence.score,
      points: sequence.steps.map((step) => {
        const bubble = step.insightKey === null ? undefined : byKey.get(step.insightKey)
        const at = { x: bubble?.x ?? place(step.atMs), y: bubble?.y ?? round(scoreScale(height)(sequence.score)) }
        return { ...at, isOnBubble: bubble !== undefined, category: step.category }
      })
    })),
    flags,
    flagRows: flags.reduce((rows, flag) => Math.max(rows, flag.row + 1), 0),
    ticks: x.ticks(8).map((tick) => ({ x: round(x(tick)), label: tickLabel(tick) })),
    quiet: layQuiet(from, to, (at) => x(at), dayWidth),
    x: place,
    density: timeline.density.map((day) => ({
      x: round(x(new Date(`${day.date}T00:00:00Z`))),
      width: round(Math.max(0.5, dayWidth - 0.6)),
      height: round(strip(day.activities))
    })),
    densest,
    isBinned: timeline.insights.length > MAXIMUM_BUBBLES
  }
}

/** Scores 0–100, with room above and below for the circles. */
export function scoreScale(height: number): (score: number) => number {
  return scaleLinear([0, 100], [PICTURE.top + height - 8, PICTURE.top + 16])
}

const DAY_MS = 86_400_000
/** Above this, circles hide each other on paper; days of one category become one circle. */
const MAXIMUM_BUBBLES = 400
/** So few marks need no tall picture. */
const FEW = 3
/** Weekends narrower than this are a grey haze, and so are nights in narrower days than the second. */
const NARROWEST_DAY = 3
const NARROWEST_DAY_WITH_NIGHT = 40
/** Quiet hours of the wall clock, the same for everybody: a help for the eye, part of no score. */
const NIGHT = { untilHour: 6, fromHour: 20 }

type Placed = Timeline['insights'][number] & { readonly merged: number }

/** Large circles first, so that small ones lie on top of them. */
function layBubbles(
  insights: Timeline['insights'],
  place: (atMs: number) => number,
  height: number
): readonly Bubble[] {
  const shown: readonly Placed[] =
    insights.length > MAXIMUM_BUBBLES ? mergeDays(insights) : insights.map((insight) => ({ ...insight, merged: 1 }))
  const radius = scaleSqrt([1, Math.max(10, ...shown.map((insight) => insight.count))], [4.5, 20])
  const y = scoreScale(height)
  return shown
    .map(({ key, category, severity, score, atMs, count, says, name, merged }) => ({
      key,
      category,
      severity,
      score,
      atMs,
      count,
      says,
      name,
      merged,
      x: place(atMs),
      y: round(y(score)),
      radius: round(radius(Math.max(1, count)))
    }))
    .toSorted((left, right) => right.radius - left.radius || left.atMs - right.atMs || (left.key < right.key ? -1 : 1))
}

/** One circle for each day and category: its highest score, all its activities. */
function mergeDays(insights: Timeline['insights']): readonly Placed[] {
  const merged = new Map<string, Placed>()
  for (const insight of insights) {
    const key = `${insight.date}/${insight.category}`
    const held = merged.get(key)
    if (held === undefined) merged.set(key, { ...insight, merged: 1 })
    else {
      const highest = insight.score > held.score ? insight : held
      merged.set(key, { ...highest, count: held.count + insight.count, merged: held.merged + 1 })
    }
  }
  return [...merged.values()]
}

type Flag = Timeline['flags'][number] & { readonly x: number }

/** Labels of flags go to the first row in which they do not touch the one before. */
function layFlags(flags: readonly Flag[]): TimelineLayout['flags'] {
  const ends: number[] = []
  return flags
    .toSorted((left, right) => left.atMs - right.atMs)
    .map(({ x, says, atMs }) => {
      const width = Math.min(says.length, FLAG_LETTERS) * LETTER_WIDTH + 14
      const anchor = x + width > PICTURE.width - PICTURE.right ? ('end' as const) : ('start' as const)
      const start = anchor === 'start' ? x : x - width
      const free = ends.findIndex((end) => end <= start)
      const row = free === -1 ? ends.length : free
      ends[row] = start + width + 6
      return { x, row, says, atMs, anchor }
    })
}

/** Longer labels are cut in the picture and stand in full below it. */
export const FLAG_LETTERS = 44
/** Mean width of a letter at the picture's type size; only the rows of the labels depend on it. */
const LETTER_WIDTH = 5.4

function layQuiet(from: Date, to: Date, x: (at: Date) => number, dayWidth: number): TimelineLayout['quiet'] {
  if (dayWidth < NARROWEST_DAY) return []
  const hour = DAY_MS / 24
  const spans: (readonly [number, number])[] = []
  for (let day = Math.floor(from.getTime() / DAY_MS) * DAY_MS; day < to.getTime(); day += DAY_MS) {
    if ([0, 6].includes(new Date(day).getUTCDay())) spans.push([day, day + DAY_MS])
    else if (dayWidth >= NARROWEST_DAY_WITH_NIGHT)
      spans.push([day, day + NIGHT.untilHour * hour], [day + NIGHT.fromHour * hour, day + DAY_MS])
  }
  return spans.flatMap(([start, end]) => {
    const [left, right] = [Math.max(start, from.getTime()), Math.min(end, to.getTime())].map((at) => x(new Date(at)))
    return left === undefined || right === undefined || right <= left
      ? []
      : [{ x: round(left), width: round(right - left) }]
  })
}

function tickLabel(tick: Date): string {
  const [, month, day, hour] = /^\d+-(\d+)-(\d+)T(\d+:\d+)/.exec(tick.toISOString()) ?? []
  const name = dayText(tick.toISOString()).split(' ')[1] ?? month ?? ''
  if (hour !== '00:00') return hour ?? ''
  return month === '01' && day === '01' ? `${name} ${String(tick.getUTCFullYear())}` : `${String(Number(day))} ${name}`
}

/** A, B, … Z, AA, AB … */
function letterOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : letterOf(Math.floor(index / 26) - 1) + last
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
