/** Sentences about days on which a log was there, and days on which it was not. */
import { sayDay } from '../../shared/domain/day.ts'
import { writeCount } from '../parts/receipt-sum.tsx'
import { daysIn, stateOf, UNNAMED, type Blind, type CoverageRow, type DaySpan } from './coverage-rows.ts'

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
/** 1970-01-01, day 0, was a Thursday. */
export const weekdayOf = (day: number): number => (((day + 4) % 7) + 7) % 7
export const isWeekend = (day: number): boolean => weekdayOf(day) % 6 === 0

/** `3 to 7 May 2025`, `28 Apr to 3 May 2025`, `3 May 2025`: nothing is said twice. */
export function writeSpan({ from, to }: DaySpan): string {
  const [lastDay = '', lastMonth = '', lastYear = ''] = sayDay(to).split(' ')
  const [firstDay = '', firstMonth = '', firstYear = ''] = sayDay(from).split(' ')
  const end = `${lastDay} ${lastMonth} ${lastYear}`
  if (from === to) return end
  if (firstYear !== lastYear) return `${firstDay} ${firstMonth} ${firstYear} to ${end}`
  return firstMonth === lastMonth ? `${firstDay} to ${end}` : `${firstDay} ${firstMonth} to ${end}`
}

export const writeDays = (days: number): string => (days === 1 ? '1 day' : `${writeCount(days)} days`)

/** A name that stands alone; what is said of records without a product says of which log they are. */
const nameOf = ({ label, group }: CoverageRow): string =>
  group !== null && label === UNNAMED ? `${group}, ${label}` : label

export function blindSentence({ kind, row, span }: Blind): string {
  const name = nameOf(row)
  const length = writeDays(daysIn(span))
  switch (kind) {
    case 'gap':
      return `${name}: nothing ${span.from === span.to ? 'on' : 'from'} ${writeSpan(span)} (${length})`
    case 'begins-late':
      return `${name}: begins ${sayDay(row.first)}, ${length} after the earliest log`
    case 'ends-early':
      return `${name}: ends ${sayDay(row.last)}, ${length} before the latest log`
  }
}

/** What one cell holds, for hover, focus and ears. */
export function cellSentence(row: CoverageRow, day: number): string {
  const head = `${nameOf(row)}, ${WEEKDAYS[weekdayOf(day)] ?? ''} ${sayDay(day)}`
  const state = stateOf(row, day)
  switch (state.kind) {
    case 'records':
      return `${head}: ${state.activities === 1 ? '1 activity' : `${writeCount(state.activities)} activities`}`
    case 'gap':
      return `${head}: nothing. Gap ${state.gap.from === state.gap.to ? 'of this day' : `from ${writeSpan(state.gap)}`} (${writeDays(daysIn(state.gap))})`
    case 'before':
      return `${head}: not covered. The log begins ${sayDay(row.first)}`
    case 'after':
      return `${head}: not covered. The log ends ${sayDay(row.last)}`
    case 'pause':
      return `${head}: no record. A pause of this length is usual here`
  }
}
