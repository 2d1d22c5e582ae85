/**
 * Where everything of the coverage calendar stands: months along the top, one line for each row, bars that grow with
 * the logarithm of the day's activities, and the stretches without any. Computes; draws nothing.
 */
import { scaleLinear, scaleLog } from 'd3'
import { dayText } from '../../shared/domain/day.ts'
import { busiestDay, daysIn, type CoverageRow, type DaySpan } from './coverage-rows.ts'
import { isWeekend } from './coverage-words.ts'

export interface Stretch {
  readonly x: number
  readonly width: number
  readonly days: number
}

export interface CoverageLine {
  readonly row: CoverageRow
  /** Stands above the first row of a group. */
  readonly heading: { readonly words: string; readonly y: number } | null
  readonly y: number
  readonly height: number
  /** One outline for all bars of the line, so that a thousand days are one element. */
  readonly bars: string
  readonly gaps: readonly Stretch[]
  /** Before the first record and after the last, as far as other logs reach. */
  readonly outside: readonly Stretch[]
}

export interface CoverageLayout {
  readonly width: number
  readonly height: number
  readonly top: number
  readonly dayWidth: number
  readonly lines: readonly CoverageLine[]
  readonly months: readonly { readonly x: number; readonly label: string; readonly isYear: boolean }[]
  readonly weeks: readonly { readonly x: number; readonly label: string }[]
  readonly weekends: readonly Stretch[]
  /** Left edge of a day. */
  readonly x: (day: number) => number
  readonly dayAt: (x: number) => number
  readonly lineAt: (y: number) => number
  readonly most: number
}

export interface CoverageSize {
  readonly width: number
  readonly rowHeight: number
  readonly headingHeight: number
  readonly hasDays: boolean
}

/** A day of a single record still stands up from the line. */
const LOWEST = 0.24
const ROW_GAP = 3
/** Room that "Sep" or "12" needs. */
const LABEL_PX = 26

export function layoutCoverage(
  rows: readonly CoverageRow[],
  view: DaySpan,
  whole: DaySpan,
  { width, rowHeight, headingHeight, hasDays }: CoverageSize
): CoverageLayout {
  const days = daysIn(view)
  const scale = scaleLinear([view.from, view.to + 1], [0, width])
  const dayWidth = width / days
  const most = busiestDay(rows)
  const high = scaleLog([1, most], [LOWEST * rowHeight, rowHeight]).clamp(true)
  const top = hasDays ? 34 : 18
  const clipped = (span: DaySpan): Stretch[] => {
    const from = Math.max(span.from, view.from)
    const to = Math.min(span.to, view.to)
    if (to < from) return []
    return [{ x: scale(from), width: scale(to + 1) - scale(from), days: daysIn(span) }]
  }
  let y = top
  const lines = rows.map((row, index): CoverageLine => {
    const isNew = row.group !== rows[index - 1]?.group
    const heading = isNew && row.group !== null ? { words: row.group, y } : null
    if (heading !== null) y += headingHeight
    const line: CoverageLine = {
      row,
      heading,
      y,
      height: rowHeight,
      bars: barsOf(row, view, scale, dayWidth, y + rowHeight, high),
      gaps: row.gaps.flatMap(clipped),
      outside: [
        { from: whole.from, to: row.first - 1 },
        { from: row.last + 1, to: whole.to }
      ].flatMap(clipped)
    }
    y += rowHeight + ROW_GAP
    return line
  })
  return {
    width,
    height: y,
    top,
    dayWidth,
    lines,
    months: monthsOf(view, scale, dayWidth),
    weeks: hasDays && dayWidth * 7 >= LABEL_PX ? weeksOf(view, scale) : [],
    weekends: dayWidth >= 3 ? weekendsOf(view, scale, dayWidth) : [],
    x: scale,
    dayAt: (x) => Math.max(view.from, Math.min(view.to, Math.floor(scale.invert(x)))),
    lineAt: (at) => lines.findIndex((line) => at >= line.y - ROW_GAP && at < line.y + line.height),
    most
  }
}

type Scale = (day: number) => number

function barsOf(row: CoverageRow, view: DaySpan, x: Scale, dayWidth: number, base: number, high: Scale): string {
  const space = dayWidth >= 4 ? 1 : 0
  let path = ''
  for (const [day, activities] of row.counts) {
    if (activities <= 0 || day < view.from || day > view.to) continue
    const height = high(activities)
    const width = Math.max(1, dayWidth - space)
    path += `M${x(day).toFixed(2)} ${base}v${(-height).toFixed(2)}h${width.toFixed(2)}v${height.toFixed(2)}z`
  }
  return path
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** The first month carries its year, and so does every January; a month without room for its name says nothing. */
function monthsOf(view: DaySpan, x: Scale, dayWidth: number): CoverageLayout['months'] {
  const found: { x: number; label: string; isYear: boolean }[] = []
  let fromX = Number.NEGATIVE_INFINITY
  for (let day = view.from; day <= view.to; day += 1) {
    const [year = '', month = '', date = ''] = dayText(day).split('-')
    if (date !== '01' && day !== view.from) continue
    const isYear = month === '01' || found.length === 0
    const label = `${MONTHS[Number(month) - 1] ?? ''}${isYear ? ` ${year}` : ''}`
    const room = isYear ? LABEL_PX * 2.3 : LABEL_PX
    const at = x(day)
    // The rest of a month that the view begins in may be too short for its name.
    const left = day === view.from && date !== '01' ? (32 - Number(date)) * dayWidth : room
    if (at < fromX || left < room) continue
    found.push({ x: at, label, isYear })
    fromX = at + room
  }
  return found
}

function weeksOf(view: DaySpan, x: Scale): CoverageLayout['weeks'] {
  const weeks: { x: number; label: string }[] = []
  // Day 4 was a Monday.
  for (let day = view.from + ((((4 - view.from) % 7) + 7) % 7); day <= view.to; day += 7)
    weeks.push({ x: x(day), label: String(Number(dayText(day).slice(8))) })
  return weeks
}

function weekendsOf(view: DaySpan, x: Scale, dayWidth: number): readonly Stretch[] {
  const weekends: Stretch[] = []
  for (let day = view.from; day <= view.to; day += 1)
    if (isWeekend(day)) weekends.push({ x: x(day), width: dayWidth, days: 1 })
  return weekends
}
