/** Times of the workspace's zone: ISO 8601 with the offset for people, and what a typed day or moment means there. */
import { offsetOfZone } from '../../shared/domain/day.ts'
import type { When } from './value.ts'

export interface Zone {
  readonly name: string
  /** `2026-03-12T17:40:05+01:00`; a dash where there is no time. */
  say(atMs: number | null): string
  /** First moment of a day; a moment is itself. */
  from(when: When): number
  /** First moment after a day; a moment is itself. */
  until(when: When): number
}

const DAY_MS = 86_400_000

/** Throws a RangeError for a zone that Intl does not know; a workspace has none such. */
export function openZone(name: string): Zone {
  const offset = name === 'UTC' ? () => 0 : offsetOfZone(name)
  /** Zones change at night, so the offset is asked for twice: at the guess, and at what it leads to. */
  const midnight = (day: number): number => {
    const guessMs = day * DAY_MS - offset(day * DAY_MS)
    return day * DAY_MS - offset(guessMs)
  }
  return {
    name,
    say: (atMs) =>
      atMs === null ? '–' : `${new Date(atMs + offset(atMs)).toISOString().slice(0, 19)}${offsetText(offset(atMs))}`,
    from: (when) => (when.kind === 'day' ? midnight(when.day) : when.atMs),
    until: (when) => (when.kind === 'day' ? midnight(when.day + 1) : when.atMs)
  }
}

function offsetText(offsetMs: number): string {
  const minutes = Math.abs(offsetMs) / 60_000
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0')
  return `${offsetMs < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`
}
