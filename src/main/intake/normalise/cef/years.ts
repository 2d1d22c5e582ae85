/** Finds the year of times that lack it by the other times of the file: the one that brings it closest to them. */
import type { ReadTime } from './time.ts'

/** The 29th of February comes within four years of any. */
const NEAR_YEARS = [0, -1, 1, -2, 2, -3, 3, -4, 4] as const

export interface Years {
  /** A time with a year; later ones are found near it. */
  see(atMs: number): void
  /** UTC milliseconds, or NaN where nothing in the file tells the year. */
  momentOf(time: ReadTime): number
}

export function openYears(): Years {
  let nearMs = Number.NaN
  const years: Years = {
    see(atMs) {
      if (!Number.isNaN(atMs)) nearMs = atMs
    },
    momentOf(time) {
      if (time.kind === 'moment') {
        nearMs = time.atMs
        return time.atMs
      }
      if (Number.isNaN(nearMs)) return Number.NaN
      const near = new Date(nearMs).getUTCFullYear()
      let best = Number.NaN
      for (const step of NEAR_YEARS) {
        const atMs = time.inYear(near + step)
        if (Number.isNaN(atMs)) continue
        if (Number.isNaN(best) || Math.abs(atMs - nearMs) < Math.abs(best - nearMs)) best = atMs
      }
      return best
    }
  }
  return years
}
