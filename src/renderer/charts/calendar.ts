/**
 * The days of a calendar in one time zone: where each begins and ends, which are weekends, where its night lies.
 * Days of 23 and 25 hours come out as they are; it knows no holidays.
 */
import { DateTime } from 'luxon'

interface CalendarDay {
  readonly startMs: number
  readonly endMs: number
  readonly isWeekend: boolean
  /** End of the night that the day begins with, and beginning of the night that it ends with. */
  readonly dawnMs: number
  readonly duskMs: number
}

export interface Calendar {
  readonly zone: string
  /** Days that touch the span, in order. */
  days(fromMs: number, toMs: number): readonly CalendarDay[]
}

/** Outside of these hours hardly any office works; the shading claims no more than that. */
export const DAWN_HOUR = 6
export const DUSK_HOUR = 20

/** Keeps the months that were asked for, because panning asks for the same ones again with every frame. */
export function calendarOf(zone: string): Calendar {
  const months = new Map<string, readonly CalendarDay[]>()

  const daysOfMonth = (month: DateTime): readonly CalendarDay[] => {
    const key = month.toFormat('yyyy-MM')
    const known = months.get(key)
    if (known) return known
    const days: CalendarDay[] = []
    for (let day = month; day.month === month.month; day = nextDay(day)) days.push(describe(day))
    months.set(key, days)
    return days
  }

  return {
    zone,
    days(fromMs, toMs) {
      const found: CalendarDay[] = []
      let month = DateTime.fromMillis(fromMs, { zone }).startOf('month')
      while (month.isValid && month.toMillis() < toMs) {
        for (const day of daysOfMonth(month)) if (day.endMs > fromMs && day.startMs < toMs) found.push(day)
        month = month.plus({ months: 1 }).startOf('month')
      }
      return found
    }
  }
}

/** Begin of the day in the zone that holds the moment, and of the day after it. */
export function dayAround(atMs: number, zone: string): { readonly fromMs: number; readonly toMs: number } {
  const day = DateTime.fromMillis(atMs, { zone }).startOf('day')
  return { fromMs: day.toMillis(), toMs: nextDay(day).toMillis() }
}

function describe(day: DateTime): CalendarDay {
  return {
    startMs: day.toMillis(),
    endMs: nextDay(day).toMillis(),
    isWeekend: day.weekday > 5,
    dawnMs: day.set({ hour: DAWN_HOUR }).toMillis(),
    duskMs: day.set({ hour: DUSK_HOUR }).toMillis()
  }
}

// Some zones change their clock at midnight, so the next day begins where the calendar says and not 24 hours later.
function nextDay(day: DateTime): DateTime {
  return day.plus({ days: 1 }).startOf('day')
}
