/** Activities behind people, alerts and imports; every text masked. */
import type { ActivityView } from '../../../shared/contract/activity.ts'
import type { Pseudonym } from '../../../shared/domain/pseudonym.ts'
import type { Source } from '../../../shared/domain/source.ts'
import {
  type ActivityCursor,
  type ActivityFilter,
  countActivities,
  findRawBlock,
  listActivities,
  listActivityIds,
  type StoredActivity
} from '../../store/activities.ts'
import { echoOf } from '../../store/echoes.ts'
import { findPersonId } from '../../store/persons.ts'
import { otherImportsOf } from '../../store/sightings.ts'
import { readRawBlock } from '../batch-codec.ts'
import { refused, type Result } from '../protocol.ts'
import type { ReaderDesk } from '../reader-desk.ts'
import { maskRecord } from './record.ts'

export interface ActivityListArgs {
  readonly pseudonym: Pseudonym | null
  readonly fromMs: number | null
  readonly toMs: number | null
  readonly indicator: string | null
  readonly source: Source | null
  readonly importId: number | null
  readonly limit: number
  readonly after: string | null
}

/** Longest record that the window shows; the end of a longer one is left out and marked. */
const LONGEST_RECORD = 100_000

function shortened(text: string): string {
  return text.length <= LONGEST_RECORD ? text : `${text.slice(0, LONGEST_RECORD)}…`
}

type Page = { rows: ActivityView[]; total: number; after: string | null }

export const activityReads = {
  'activity.list'(desk: ReaderDesk, args: ActivityListArgs): Result<Page> {
    const personId = args.pseudonym === null ? null : findPersonId(desk.sql, args.pseudonym)
    if (args.pseudonym !== null && personId === null)
      return refused('not-found', 'Nobody in this workspace has that pseudonym.')
    const indicator = args.indicator === null ? null : desk.catalogue.indicators.get(args.indicator)
    if (indicator === undefined) return refused('not-found', 'There is no such indicator.')
    const filter: ActivityFilter = {
      personId,
      fromMs: args.fromMs,
      toMs: args.toMs,
      importId: args.importId,
      source: args.source,
      operations:
        indicator === null || indicator.operations === 'any'
          ? null
          : [...indicator.operations].map((name) => name.toLowerCase())
    }
    const { rows, after } =
      indicator === null ? onePage(desk, filter, args) : pageOfIndicator(desk, filter, args, indicator.id)
    return {
      ok: true,
      value: {
        rows,
        after,
        total: indicator === null ? countActivities(desk.sql, filter) : countOfIndicator(desk, filter, indicator.id)
      }
    }
  },

  'activity.raw'(desk: ReaderDesk, args: { id: number }): Result<{ id: number; raw: string }> {
    const found = findRawBlock(desk.sql, args.id)
    if (found === null) return refused('not-found', 'There is no such activity.')
    const raw = readRawBlock(found.block)[found.index]
    return raw === undefined
      ? refused('fault', 'The record of this activity cannot be read.')
      : { ok: true, value: { id: args.id, raw: shortened(maskRecord(desk, raw)) } }
  }
}

function onePage(
  desk: ReaderDesk,
  filter: ActivityFilter,
  args: ActivityListArgs
): { rows: ActivityView[]; after: string | null } {
  const found = listActivities(desk.sql, filter, args.limit, cursorOf(args.after))
  const last = found.at(-1)
  return {
    rows: viewsOf(desk, found),
    after: last !== undefined && found.length === args.limit ? cursorText(last) : null
  }
}

function countOfIndicator(desk: ReaderDesk, filter: ActivityFilter, indicator: string): number {
  let count = 0
  let after = 0
  for (;;) {
    const ids = listActivityIds(desk.sql, filter, 5000, after)
    const facts = desk.facts().ofActivities(ids)
    count += facts.filter((fact) => desk.match(fact).includes(indicator)).length
    const last = ids.at(-1)
    if (last === undefined || ids.length < 5000) return count
    after = last
  }
}

/** Reads on until a page of activities of this indicator is full: conditions beyond the operation are not in SQL. */
function pageOfIndicator(
  desk: ReaderDesk,
  filter: ActivityFilter,
  args: ActivityListArgs,
  indicator: string
): { rows: ActivityView[]; after: string | null } {
  const kept: StoredActivity[] = []
  const matches = new Map<number, readonly string[]>()
  let cursor = cursorOf(args.after)
  for (;;) {
    const found = listActivities(desk.sql, filter, 500, cursor)
    const indicators = indicatorsOf(desk, found)
    for (const activity of found) {
      const matched = indicators.get(activity.id) ?? []
      if (!matched.includes(indicator)) continue
      kept.push(activity)
      matches.set(activity.id, matched)
      if (kept.length === args.limit) return { rows: views(desk, kept, matches), after: cursorText(activity) }
    }
    const last = found.at(-1)
    if (last === undefined || found.length < 500) return { rows: views(desk, kept, matches), after: null }
    cursor = last
  }
}

export function viewsOf(desk: ReaderDesk, stored: readonly StoredActivity[]): ActivityView[] {
  return views(desk, stored, indicatorsOf(desk, stored))
}

function views(
  desk: ReaderDesk,
  stored: readonly StoredActivity[],
  indicators: ReadonlyMap<number, readonly string[]>
): ActivityView[] {
  const others = otherImportsOf(
    desk.sql,
    stored.map(({ id }) => id)
  )
  return stored.map((activity) =>
    viewOf(desk, activity, { indicators: indicators.get(activity.id) ?? [], alsoIn: others.get(activity.id) ?? [] })
  )
}

/** Indicators that each activity belongs to, by activity. */
function indicatorsOf(desk: ReaderDesk, stored: readonly StoredActivity[]): ReadonlyMap<number, readonly string[]> {
  const ids = stored.filter((activity) => activity.pseudonym !== null).map((activity) => activity.id)
  return new Map(
    desk
      .facts()
      .ofActivities(ids)
      .map((facts) => [facts.id, desk.match(facts)])
  )
}

interface Beside {
  readonly indicators: readonly string[]
  readonly alsoIn: readonly number[]
}

function viewOf(desk: ReaderDesk, stored: StoredActivity, { indicators, alsoIn }: Beside): ActivityView {
  const { actor, ...activity } = stored
  const shown = activity.fileName === '' && actor !== '' && activity.path === '' ? actor : activity.path
  return {
    ...activity,
    workload: desk.mask(activity.workload),
    operation: desk.mask(activity.operation),
    fileName: desk.mask(activity.fileName),
    newFileName: desk.mask(activity.newFileName),
    path: desk.mask(shown),
    siteUrl: desk.mask(activity.siteUrl),
    subject: desk.mask(activity.subject),
    targets: activity.targets.map((target) => desk.mask(target)),
    targetDomains: activity.targetDomains.map((domain) => desk.mask(domain)),
    address: desk.mask(activity.address),
    device: desk.mask(activity.device),
    indicators: [...indicators],
    echoOf: echoOf(desk.sql, activity),
    alsoIn: [...alsoIn]
  }
}

function cursorText(activity: StoredActivity): string {
  return `${String(activity.atMs)} ${String(activity.id)}`
}

function cursorOf(after: string | null): ActivityCursor | null {
  const [atMs, id] = (after ?? '').split(' ').map(Number)
  return atMs === undefined || id === undefined || !Number.isSafeInteger(atMs) || !Number.isSafeInteger(id)
    ? null
    : { atMs, id }
}
