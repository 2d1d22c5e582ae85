/**
 * Whether the zone matters for a file at all: its first rows are read in two zones, and where nothing differs the times
 * say their offset themselves.
 */
import { ZONE_REASONS } from '../../shared/domain/zone-choice.ts'
import { openBatchBuilder } from './batch.ts'
import { openDateSearch } from './date-search.ts'
import type { Recognised } from './recognise.ts'
import type { RowReader } from './row-reader.ts'

/** Two zones that never agree. */
const ZONES = ['UTC', 'Asia/Tokyo'] as const

/** The recognition with the reason for the zone put right; `feed` gives the first rows to a reader. */
export function withZoneReason(recognised: Recognised, feed: (rows: RowReader) => void): Recognised {
  if (recognised.opening.evidence.timezoneBecause !== null) return recognised
  const [one, other] = ZONES.map((timezone) => timesIn(recognised, timezone, feed))
  if (one !== other) return recognised
  return { ...recognised, recognition: { ...recognised.recognition, timezoneBecause: ZONE_REASONS.told } }
}

function timesIn({ reader, opening }: Recognised, timezone: string, feed: (rows: RowReader) => void): string {
  const batch = openBatchBuilder(() => 0)
  const rows = reader.open(batch, {
    ...opening,
    evidence: { ...opening.evidence, timezone },
    options: { ...opening.options, timezone },
    dates: openDateSearch(false)
  })
  feed(rows)
  rows.finish()
  const rest = batch.takeRest()
  const batches = [...batch.takeFull(), ...(rest === null ? [] : [rest])]
  return batches
    .flatMap(({ activities, hrEvents, profiles }) => [
      ...activities.map(({ atMs }) => atMs),
      ...hrEvents.flatMap(({ atMs, lastDayMs }) => [atMs, lastDayMs]),
      ...profiles.map(({ hiredMs }) => hiredMs)
    ])
    .join(' ')
}
