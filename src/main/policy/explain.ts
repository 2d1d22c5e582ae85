/**
 * The sentences of the engine: plain, exact, with counts and days, without names and without a verdict. What a number
 * means is said where the number stands.
 */
import { HOUR_MS, sayDay } from './calendar.ts'
import type { Common } from './commonness.ts'
import type { Indicator } from './indicator.ts'
import type { PeersUsual, ThirtyDaysUsual } from './peers.ts'
import { REPEAT_DECAY } from './score.ts'

export interface InsightWords {
  readonly indicator: Indicator
  readonly day: number
  readonly count: number
  /** The threshold that the count reaches; for multiples of the usual, how many times it is. */
  readonly levelName: 'low' | 'medium' | 'high'
  readonly threshold: number
  readonly timesUsual: number | null
  readonly isPriorityOnly: boolean
  readonly usual: number | null
  readonly peers: PeersUsual | null
  readonly habit: number
  readonly share: Common | null
  readonly common: number
  readonly ownShare: number
  readonly ownEvents: number
  readonly ownWeight: number
}

/** From this share on the sentence names the own OneDrive as what lowers the line. */
const MOSTLY = 0.8

/** "412 files downloaded from SharePoint on 11 Mar 2026, high from 200 on; own usual is 9 a day, the department 12". */
export function sayInsight(words: InsightWords): string {
  const { indicator, count, usual, peers } = words
  const threshold =
    words.timesUsual === null
      ? `${words.levelName} from ${sayCount(words.threshold)} on`
      : `${words.levelName} above ${sayUsual(words.threshold)}, ${sayUsual(words.timesUsual)} times the usual`
  const parts = [
    `${sayCount(count)} ${count === 1 ? indicator.unit.one : indicator.unit.many} ${indicator.phrase} on ${sayDay(words.day)}${words.isPriorityOnly ? ' on priority content' : ''}, ${threshold}`
  ]
  const own = usual === null ? 'own usual is not known (too few days)' : `own usual is ${sayRate(usual)}`
  // Of others only all of their content is known, which compares in favour of the person.
  const others =
    peers === null
      ? ''
      : `, ${peers.who} ${sayUsual(peers.median)}${words.isPriorityOnly ? ' on content of any kind' : ''}`
  parts.push(`${own}${others}`)
  if (words.habit < 1)
    parts.push(`${words.habit <= 0.2 ? 'within' : 'close to'} own usual, so it counts for ${sayPercent(words.habit)}`)
  if (words.share !== null && words.common < 1)
    parts.push(`${sayCommon(words.share)}, so it counts for ${sayPercent(words.common)}`)
  if (words.ownShare >= MOSTLY && words.ownWeight < 1) {
    parts.push(
      `${sayCount(words.ownEvents)} of them on the own OneDrive and little or nothing taken out that day, so these count for ${sayPercent(words.ownWeight)}`
    )
  }
  return parts.join('; ')
}

/** The more common of both, since that is what lowered it. */
function sayCommon({ ofDays, ofPeople, together }: Common): string {
  if (ofPeople > ofDays) return `${sayCount(together)} others did at least half as much that day`
  return `as much or more on ${sayUsual(Math.max(0.1, Math.round(ofDays * 10_000) / 10))} of a thousand days of others`
}

export interface ThirtyDaysWords {
  /** Null for all channels; then `parts` are these, the largest first. */
  readonly indicator: Indicator | null
  readonly parts: readonly { readonly name: string; readonly count: number }[] | null
  readonly day: number
  readonly count: number
  /** What of it counts: the largest channel no more than the others together. */
  readonly counted: number
  readonly bar: number
  readonly own: number | null
  readonly usual: ThirtyDaysUsual
  readonly habit: number
  readonly isPriorityOnly: boolean
  /** Days with lines of their own. */
  readonly days: number
}

/** More channels than this make the sentence a list. */
const NAMED_CHANNELS = 4

/** "48 files uploaded to cloud storage outside in the thirty days up to 12 Mar 2026, counted from 15 on; …". */
export function sayThirtyDays(words: ThirtyDaysWords): string {
  const { indicator, parts, count, usual } = words
  const what =
    indicator === null
      ? `${sayCount(count)} taken out through ${sayCount(parts?.length ?? 0)} channels`
      : `${sayCount(count)} ${count === 1 ? indicator.unit.one : indicator.unit.many} ${indicator.phrase}`
  const said = [
    `${what} in the thirty days up to ${sayDay(words.day)}${words.isPriorityOnly ? ' on priority content' : ''}, counted from ${sayUsual(words.bar)} on`
  ]
  if (parts !== null) {
    const more = parts.length - NAMED_CHANNELS
    const named = parts.slice(0, NAMED_CHANNELS).map((part) => `${part.name} ${sayCount(part.count)}`)
    said.push(named.join(', ') + (more > 0 ? ` and ${sayCount(more)} more` : ''))
    if (words.counted < count)
      said.push(`${sayCount(words.counted)} of them count, the largest channel no more than the others together`)
  }
  const others: string[] = []
  others.push(
    words.own === null ? 'own past is not known, so it counts for half' : `own past is ${sayUsual(words.own)}`
  )
  if (usual.peers !== null) others.push(`${usual.peers.who} ${sayUsual(usual.peers.median)}`)
  if (usual.everybody !== null)
    others.push(
      `the organisation ${sayUsual(usual.everybody.median)}, nine of ten people at most ${sayUsual(usual.everybody.ninetieth)}`
    )
  said.push(others.join(', '))
  if (words.own !== null && words.habit < 1)
    said.push(`${words.habit <= 0.2 ? 'within' : 'close to'} own past, so it counts for ${sayPercent(words.habit)}`)
  if (words.days > 0) {
    said.push(
      `${words.days === 1 ? 'one of these days has a line of its own' : `${sayCount(words.days)} of these days have lines of their own`}, so this adds only what it exceeds them by`
    )
  }
  return said.join('; ')
}

export interface SequenceWords {
  readonly words: readonly string[]
  readonly items: number
  readonly isCapped: boolean
  readonly levelName: 'low' | 'medium' | 'high'
  readonly threshold: number
  readonly fromMs: number
  readonly toMs: number
  readonly day: number
  readonly habit: number
}

/** "41 files downloaded, then renamed or archived, then taken out, within 20 hours, last step on 12 Mar 2026, medium from 10 on". */
export function saySequence(sequence: SequenceWords): string {
  const { words, items, isCapped, fromMs, toMs, day, habit } = sequence
  const count = `${isCapped ? 'at least ' : ''}${sayCount(items)} ${items === 1 ? 'file' : 'files'}`
  const said = `${count} ${words.join(', then ')}, within ${saySpan(toMs - fromMs)}, last step on ${sayDay(day)}, ${sequence.levelName} from ${sayCount(sequence.threshold)} on`
  return habit < 1 ? `${said}; each step is close to own usual, so it counts for ${sayPercent(habit)}` : said
}

export function sayStep(name: string, events: number): string {
  return events === 1 ? `${name}, once` : `${name}, ${sayCount(events)} times`
}

/** One line of the alert with its strength after repetition and after what other lines have counted. */
export interface ArithmeticLine {
  readonly of: { readonly name: string; readonly day: number }
  readonly effective: number
}

/** More lines than this are summed up, so that the sentence stays readable. */
const SHOWN_LINES = 10

/** How the lines combine, in words and in numbers that can be checked by hand. */
export function sayArithmetic(
  score: number,
  lines: readonly ArithmeticLine[],
  hasThirtyDays: boolean,
  stretch: { readonly fromDay: number; readonly toDay: number } | null
): string {
  const counted = lines.filter((line) => line.effective > 0).sort((one, other) => other.effective - one.effective)
  if (counted.length === 0) return 'Score 0: no activity in the window reached a threshold.'
  const shown = counted.slice(0, SHOWN_LINES)
  const rest = counted.slice(SHOWN_LINES)
  const leftByRest = rest.reduce((product, line) => product * (1 - line.effective), 1)
  const factors = shown.map((line) => (1 - line.effective).toFixed(3))
  const named = shown.map((line) => `${line.effective.toFixed(3)} ${line.of.name} (${sayDay(line.of.day)})`)
  if (rest.length > 0) {
    factors.push(leftByRest.toFixed(4))
    named.push(`${(1 - leftByRest).toFixed(4)} for ${rest.length} smaller lines together`)
  }
  return [
    `Score ${score.toFixed(1)} = 100 × (1 − ${factors.join(' × ')}).`,
    ...(stretch === null
      ? []
      : [
          `Of the window the thirty days with the highest score count, with lines from ${sayDay(stretch.fromDay)} to ${sayDay(stretch.toDay)}.`
        ]),
    `Each line leaves 1 minus its strength: ${named.join('; ')}.`,
    `Of several days of one indicator the strongest counts in full and each further one ${REPEAT_DECAY} times as much as the one before;`,
    'the same holds for sequences, which count only for files not counted in a stronger one.',
    ...(hasThirtyDays
      ? [
          'Thirty days weaken each other likewise, and add only what they exceed the lines of their own days and channels by.'
        ]
      : []),
    'The points of a line are its share of the score by −ln(1 − strength).'
  ].join(' ')
}

/** 12 400, with a no-break space between thousands from five digits on. */
export function sayCount(count: number): string {
  const digits = String(count)
  return digits.length < 5 ? digits : digits.replace(/\B(?=(\d{3})+$)/g, '\u00a0')
}

/** At most one decimal below ten, whole above. */
export function sayUsual(value: number): string {
  return value >= 10 ? sayCount(Math.round(value)) : String(Math.round(value * 10) / 10)
}

/** "9 a day", or "none". */
export function sayRate(usual: number): string {
  return usual === 0 ? 'none' : `${sayUsual(usual)} a day`
}

export function sayPercent(share: number): string {
  return `${Math.round(share * 100)} %`
}

function saySpan(spanMs: number): string {
  const hours = Math.ceil(spanMs / HOUR_MS)
  if (hours <= 1) return 'an hour'
  return hours <= 48 ? `${hours} hours` : `${Math.ceil(hours / 24)} days`
}

/** Empty where more than amounts speaks for the score. */
export function sayAmounts(score: number, ofAmounts: number): string {
  return score === ofAmounts
    ? ''
    : ` Nothing was hidden, broken or entered and no departure or conflict is on record, so what exceeds 50 counts for a third and the score is ${String(score)}: High needs more than amounts.`
}
