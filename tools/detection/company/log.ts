/** What the sources of one company have written so far, day by day; each day leaves in the order of its times. */
import type { HrEventKind } from '../../../src/shared/domain/draft.ts'

export type LogSource = 'audit' | 'devices' | 'alerts' | 'doors'

export interface Entry {
  readonly atMs: number
  readonly text: string
}

export interface HrFact {
  /** Day on which Human Resources write it down. */
  readonly day: number
  readonly kind: HrEventKind
  readonly address: string
  readonly lastDay: number | null
  readonly rating: string
  readonly levels: readonly [string, string] | null
}

export interface Log {
  add(source: LogSource, atMs: number, record: object): void
  addText(source: LogSource, atMs: number, text: string): void
  /** Everything before that time, in order; it is then forgotten here. */
  take(source: LogSource, beforeMs: number): readonly Entry[]
}

export function openLog(): Log {
  const entries: Record<LogSource, Entry[]> = { audit: [], devices: [], alerts: [], doors: [] }
  const addText = (source: LogSource, atMs: number, text: string): void => {
    entries[source].push({ atMs, text })
  }
  return {
    addText,
    add: (source, atMs, record) => {
      addText(source, atMs, JSON.stringify(record))
    },
    take: (source, beforeMs) => {
      const due = entries[source].filter(({ atMs }) => atMs < beforeMs)
      entries[source] = entries[source].filter(({ atMs }) => atMs >= beforeMs)
      return due.sort((one, other) => one.atMs - other.atMs || (one.text < other.text ? -1 : 1))
    }
  }
}
