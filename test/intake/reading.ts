/** Reads paths to the end and gathers everything that came, for the tests of the intake. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll } from 'vitest'
import type {
  ActivityDraft,
  HrEventDraft,
  IntakeEvent,
  IntakeOptions,
  ProfileDraft,
  RejectedRow
} from '../../src/shared/domain/draft.ts'
import { readSources } from '../../src/main/intake/read.ts'

export type Start = Extract<IntakeEvent, { kind: 'start' }>
export type End = Extract<IntakeEvent, { kind: 'end' }>
export type Refused = Extract<IntakeEvent, { kind: 'refused' }>

export interface Reading {
  readonly events: IntakeEvent[]
  readonly starts: Start[]
  readonly ends: End[]
  readonly refused: Refused[]
  readonly activities: ActivityDraft[]
  readonly hrEvents: HrEventDraft[]
  readonly profiles: ProfileDraft[]
  readonly rejected: RejectedRow[]
  readonly ignored: Record<string, number>
  rowsRead: number
}

export const BERLIN: IntakeOptions = {
  source: null,
  timezone: 'Europe/Berlin',
  isTimezoneChosen: true,
  zones: {},
  mappings: []
}

export async function readAll(paths: string | readonly string[], options: IntakeOptions = BERLIN): Promise<Reading> {
  const reading: Reading = {
    events: [],
    starts: [],
    ends: [],
    refused: [],
    activities: [],
    hrEvents: [],
    profiles: [],
    rejected: [],
    ignored: {},
    rowsRead: 0
  }
  for await (const event of readSources(typeof paths === 'string' ? [paths] : paths, options)) {
    reading.events.push(event)
    if (event.kind === 'start') reading.starts.push(event)
    else if (event.kind === 'end') reading.ends.push(event)
    else if (event.kind === 'refused') reading.refused.push(event)
    else {
      reading.activities.push(...event.activities)
      reading.hrEvents.push(...event.hrEvents)
      reading.profiles.push(...event.profiles)
      reading.rejected.push(...event.rejected)
      for (const [reason, rows] of Object.entries(event.ignored)) {
        reading.ignored[reason] = (reading.ignored[reason] ?? 0) + rows
      }
      reading.rowsRead += event.rowsRead
    }
  }
  return reading
}

/** Rows by what became of them, which must add up to the rows read. */
export function rowsAccountedFor(reading: Reading): number {
  const ignored = Object.values(reading.ignored).reduce((sum, rows) => sum + rows, 0)
  return (
    reading.activities.length + reading.hrEvents.length + reading.profiles.length + reading.rejected.length + ignored
  )
}

/** A folder of its own for the tests of one file; removed behind them. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'inward-intake-'))
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true })
  })
  return folder
}
