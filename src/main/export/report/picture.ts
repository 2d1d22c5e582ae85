/** The timeline picture of one person as inline SVG: time across, score up, area for the count. Draws what was laid out. */
import type { Timeline } from '../../../shared/contract/activity.ts'
import { CATEGORIES } from '../../../shared/domain/category.ts'
import { dayOrMinute } from '../clock.ts'
import type { Clock } from '../clock.ts'
import { findCloseUp } from './close-up.ts'
import { FLAG_LETTERS, layTimeline, PICTURE, scoreScale } from './layout.ts'
import type { Bubble, SequenceLine, TimelineLayout } from './layout.ts'
import { markup } from './markup.ts'
import type { Markup } from './markup.ts'
import { placeTags } from './tag.ts'
import type { Tag } from './tag.ts'
import { CATEGORY_SIGNS, categoryChip, countText, scoreText, SEVERITY_SIGNS, severityBadge } from './sign.ts'

/** The picture, its key, and in words what stands in it. `place` makes its ids unique on the page. */
export function timelinePicture(timeline: Timeline, clock: Clock, place: number): Markup {
  const layout = layTimeline(timeline, clock)
  const named = numbered(layout.bubbles)
  const close = findCloseUp(timeline, layout.bubbles)
  const shown = CATEGORIES.filter((category) => layout.bubbles.some((bubble) => bubble.category === category))
  return markup`<figure class="timeline">
${drawing(timeline, layout, close === null ? named : namedOutside(layout.bubbles, named, close), clock, String(place), close)}
${close === null ? null : markup`<p class="small close">Enlarged: ${clock.day(close.fromMs)} to ${clock.day(close.toMs)}. Nights and weekends are shaded.</p>${drawing(close, layTimeline(close, clock), named, clock, `${String(place)}-close`, null)}`}
<div class="key" aria-hidden="true">${shown.map(categoryChip)}<span>area: number of activities</span><span class="ring high">thick ring: high</span><span class="ring medium">thin ring: medium</span><span class="ring low">dashed ring: low</span></div>
<figcaption>${captions(layout, named, clock)}</figcaption>
</figure>`
}

/** As many as a reader can look up; the rest are in the tables of the alerts. */
const NUMBERED = 9
const INK = '#1f2733'
const FAINT = '#6b7686'
const LINE = '#d5dae1'

type Named = ReadonlyMap<string, number>

/** The highest scores get a number, counted in order of time. */
function numbered(bubbles: readonly Bubble[]): Named {
  const highest = bubbles
    .toSorted((left, right) => right.score - left.score || left.atMs - right.atMs)
    .slice(0, NUMBERED)
  const inTime = highest.toSorted((left, right) => left.atMs - right.atMs || right.score - left.score)
  return new Map(inTime.map((bubble, index) => [bubble.key, index + 1]))
}

/** What the enlarged picture numbers stays without number in the other, where it would be a heap. */
function namedOutside(bubbles: readonly Bubble[], named: Named, close: Timeline): Named {
  return new Map(
    [...named].filter(([key]) =>
      bubbles.some((bubble) => bubble.key === key && (bubble.atMs < close.fromMs || bubble.atMs > close.toMs))
    )
  )
}

/** `close` is the stretch that a second picture enlarges. */
function drawing(
  timeline: Timeline,
  layout: TimelineLayout,
  named: Named,
  clock: Clock,
  place: string,
  close: Timeline | null
): Markup {
  const plotBottom = PICTURE.top + layout.height
  const axisY = plotBottom + 14
  const flagsTop = axisY + 8
  const stripLabelY = flagsTop + layout.flagRows * PICTURE.flagRow + 12
  const stripTop = stripLabelY + 5
  const height = stripTop + PICTURE.strip + 6
  const right = PICTURE.width - PICTURE.right
  const span = `${clock.day(timeline.fromMs)} to ${clock.day(timeline.toMs)}`
  const lettered = layout.sequences.filter(
    (sequence) => close === null || sequence.points.some((point) => point.x < layout.x(close.fromMs))
  )
  const tags = placeTags(layout.bubbles, lettered, named)
  const says = `${String(timeline.insights.length)} insights and ${String(timeline.sequences.length)} sequences of ${timeline.pseudonym} from ${span}, zone ${clock.timezone}. Time runs across, score up from 0 to 100.`
  return markup`<svg viewBox="0 0 ${PICTURE.width} ${height}" role="img" aria-labelledby="picture-${place}-title picture-${place}-text" font-size="10.5" fill="${INK}">
<title id="picture-${place}-title">Activity of ${timeline.pseudonym} over time</title><desc id="picture-${place}-text">${says}</desc>
${layout.quiet.map((span) => markup`<rect x="${span.x}" y="${PICTURE.top}" width="${span.width}" height="${layout.height}" fill="#f1f3f6"/>`)}
${bands(right, layout.height)}
${close === null ? null : markup`<rect x="${layout.x(close.fromMs)}" y="${PICTURE.top}" width="${layout.x(close.toMs) - layout.x(close.fromMs)}" height="${layout.height}" fill="none" stroke="${INK}" stroke-dasharray="4 3"/><text x="${layout.x(close.fromMs) - 5}" y="${PICTURE.top + 9}" text-anchor="end">enlarged below</text>`}
${layout.ticks.map((tick) => markup`<line x1="${tick.x}" x2="${tick.x}" y1="${plotBottom}" y2="${plotBottom + 4}" stroke="${FAINT}"/><text x="${tick.x}" y="${axisY}" text-anchor="middle" fill="${FAINT}">${tick.label}</text>`)}
<line x1="${PICTURE.left}" x2="${right}" y1="${plotBottom}" y2="${plotBottom}" stroke="${FAINT}"/>
${layout.flags.map((flag) => flagMark(flag, flagsTop + flag.row * PICTURE.flagRow))}
${layout.sequences.map(sequenceLine)}
${layout.bubbles.map(bubbleMark)}
${tags.letters.map(letterMark)}
${tags.numbers.map(numberMark)}
${layout.density.map((day) => markup`<rect x="${day.x}" y="${stripTop + PICTURE.strip - day.height}" width="${day.width}" height="${day.height}" fill="#9aa6b5"/>`)}
<line x1="${PICTURE.left}" x2="${right}" y1="${stripTop + PICTURE.strip}" y2="${stripTop + PICTURE.strip}" stroke="${LINE}"/>
<text x="${PICTURE.left + 6}" y="${stripLabelY}" fill="${FAINT}">All activities a day, at most ${countText(layout.densest)}</text>
</svg>`
}

/** The bands of the score, named at the left edge, and their borders. */
function bands(right: number, height: number): Markup {
  const y = scoreScale(height)
  const names = [
    { severity: 'high', at: 84 },
    { severity: 'medium', at: 50 },
    { severity: 'low', at: 17 }
  ] as const
  return markup`${[0, 34, 67, 100].map((score) => markup`<line x1="${PICTURE.left}" x2="${right}" y1="${y(score)}" y2="${y(score)}" stroke="${LINE}"/><text x="${PICTURE.left - 4}" y="${y(score) + 3.5}" text-anchor="end" fill="${FAINT}">${score}</text>`)}
${names.map(({ severity, at }) => markup`<text transform="translate(11 ${y(at)}) rotate(-90)" text-anchor="middle" fill="${SEVERITY_SIGNS[severity].colour}">${SEVERITY_SIGNS[severity].word}</text>`)}`
}

const RINGS = {
  high: { width: 2.6, dash: 'none' },
  medium: { width: 1.4, dash: 'none' },
  low: { width: 1.2, dash: '2.5 2' }
} as const

function bubbleMark(bubble: Bubble): Markup {
  const { hue, path } = CATEGORY_SIGNS[bubble.category]
  const ring = RINGS[bubble.severity]
  const size = Math.min(12, bubble.radius * 1.1)
  const scale = Math.round((size / 12) * 100) / 100
  const offset = Math.round((size / 2) * 10) / 10
  return markup`<g><title>${bubble.says}</title><circle cx="${bubble.x}" cy="${bubble.y}" r="${bubble.radius}" fill="${hue}" fill-opacity="0.16" stroke="none"/><circle cx="${bubble.x}" cy="${bubble.y}" r="${bubble.radius}" fill="none" stroke="${SEVERITY_SIGNS[bubble.severity].colour}" stroke-width="${ring.width}" stroke-dasharray="${ring.dash}"/>${
    bubble.radius < 7
      ? markup`<circle cx="${bubble.x}" cy="${bubble.y}" r="2" fill="${hue}"/>`
      : markup`<path transform="translate(${Math.round((bubble.x - offset) * 10) / 10} ${Math.round((bubble.y - offset) * 10) / 10}) scale(${scale})" d="${path}" fill="none" stroke="${hue}" stroke-width="1.4" stroke-linecap="round" stroke-linejoin="round"/>`
  }</g>`
}

function numberMark({ x, y, label }: Tag): Markup {
  return markup`<circle cx="${x}" cy="${y}" r="6.5" fill="#fff" stroke="${INK}" stroke-width="0.8"/><text x="${x}" y="${y + 3.4}" text-anchor="middle" font-size="9.5" font-weight="600">${label}</text>`
}

function letterMark({ x, y, label }: Tag): Markup {
  return markup`<rect x="${x - 7}" y="${y - 7}" width="14" height="14" rx="2" fill="${INK}"/><text x="${x}" y="${y + 3.6}" text-anchor="middle" font-size="9.5" font-weight="600" fill="#fff">${label}</text>`
}

function sequenceLine(sequence: SequenceLine): Markup {
  const points = sequence.points.map((point) => `${String(point.x)},${String(point.y)}`).join(' ')
  const loose = sequence.points.filter((point) => !point.isOnBubble)
  return markup`<polyline points="${points}" fill="none" stroke="${INK}" stroke-width="1.3" stroke-linejoin="round"/>${loose.map((point) => markup`<rect x="${point.x - 3}" y="${point.y - 3}" width="6" height="6" fill="#fff" stroke="${CATEGORY_SIGNS[point.category].hue}" stroke-width="1.4"/>`)}`
}

function flagMark(flag: TimelineLayout['flags'][number], y: number): Markup {
  const label = flag.says.length > FLAG_LETTERS ? `${flag.says.slice(0, FLAG_LETTERS - 1)}…` : flag.says
  const side = flag.anchor === 'start' ? 1 : -1
  return markup`<line x1="${flag.x}" x2="${flag.x}" y1="${PICTURE.top}" y2="${y + 13}" stroke="${INK}" stroke-width="0.8" stroke-dasharray="1.5 2.5"/><path d="M${flag.x} ${y + 2}h${7 * side}l${-2 * side} 3 ${2 * side} 3h${-7 * side}z" fill="${INK}"/><text x="${flag.x + 10 * side}" y="${y + 8.5}" text-anchor="${flag.anchor}">${label}</text>`
}

function captions(layout: TimelineLayout, named: Named, clock: Clock): Markup {
  const shown = layout.bubbles
    .filter((bubble) => named.has(bubble.key))
    .toSorted((left, right) => (named.get(left.key) ?? 0) - (named.get(right.key) ?? 0))
  return markup`<ol class="marks">${shown.map((bubble) => markup`<li>${categoryChip(bubble.category)}${severityBadge(bubble.severity, bubble.score)}<time>${clock.minute(bubble.atMs)}</time><span>${bubble.says}${bubble.merged > 1 ? ` (highest of ${String(bubble.merged)} insights of that day)` : null}</span></li>`)}</ol>
${layout.sequences.length === 0 ? null : markup`<ul class="marks">${layout.sequences.map((sequence) => markup`<li><b class="letter">${sequence.letter}</b> Sequence, score ${scoreText(sequence.score)}: ${sequence.says}</li>`)}</ul>`}
${layout.flags.length === 0 ? null : markup`<ul class="marks flags">${layout.flags.map((flag) => markup`<li><b aria-hidden="true">⚑</b> <time>${dayOrMinute(clock, flag.atMs)}</time> ${flag.says}</li>`)}</ul>`}
${layout.isBinned ? markup`<p class="small">There are more insights than a picture can hold: each circle stands for one day and one category.</p>` : null}`
}
