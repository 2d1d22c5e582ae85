/** How an example of a date reads under an order of day and month. For the eye only: the engine reads the whole file itself. */
import { parseDay } from '../../../shared/domain/day.ts'
import type { DateOrderChoice } from '../../../shared/domain/mapping.ts'
import { writeCalendarDay, writeDay } from '../../zone.ts'

/** `3 Apr 2025`; two days joined by "or" where both orders fit; null where this is no date by its looks. */
export function readAs(text: string, order: DateOrderChoice | null): string | null {
  const trimmed = text.trim()
  const counted = COUNT.exec(trimmed)
  if (counted !== null) {
    const value = Number(counted[1])
    return writeDay((counted[1] ?? '').length > 10 ? value : value * 1000, 'UTC')
  }
  const yearFirst = YEAR_FIRST.exec(trimmed)
  if (yearFirst !== null) return dayOf(yearFirst[1], yearFirst[2], yearFirst[3])
  const parts = YEAR_LAST.exec(trimmed)
  if (parts === null) return null
  const dayFirst = dayOf(parts[3], parts[2], parts[1])
  const monthFirst = dayOf(parts[3], parts[1], parts[2])
  switch (order) {
    case 'day-first':
      return dayFirst
    case 'month-first':
      return monthFirst
    case 'year-first':
    case 'epoch':
      return null
    case null:
      if (dayFirst === null || monthFirst === null || dayFirst === monthFirst) return dayFirst ?? monthFirst
      return `${dayFirst} or ${monthFirst}`
  }
}

const COUNT = /^(\d{10}(?:\d{3})?)(?:\.\d+)?$/
const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})/
const YEAR_LAST = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?!\d)/

function dayOf(year = '', month = '', day = ''): string | null {
  const date = `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return parseDay(date) === null ? null : writeCalendarDay(date)
}
