/**
 * What an investigator should know before trusting a file: compares an import that ends with everything that was there
 * before. Says nothing that it cannot show.
 */
import type { Receipt } from '../../shared/contract/import.ts'
import { saysCutExport } from '../../shared/domain/cut-export.ts'
import { dayOfZone, sayDay } from '../../shared/domain/day.ts'
import { type Source, SOURCES } from '../../shared/domain/source.ts'
import { ZONE_REASONS } from '../../shared/domain/zone-choice.ts'
import { type Catalogue, loadCatalogue } from '../policy/load.ts'
import { integerOrNull, oneOf, text } from '../store/columns.ts'
import { gapsOf } from '../store/gaps.ts'
import { activeHalfHours } from '../store/hours.ts'
import { daysBySource, operationsOf } from '../store/import-counts.ts'
import type { ImportFindings } from '../store/imports.ts'
import { readSetting } from '../store/settings.ts'
import type { Sql } from '../store/sql.ts'
import type { ImportTally } from '../store/tally.ts'
import { findSkew } from './clock-skew.ts'
import type { WriterDesk } from './writer-desk.ts'

type Finding = Receipt['findings'][number]

export interface EndedImport {
  readonly importId: number
  readonly status: 'finished' | 'stopped'
  readonly warnings: readonly string[]
}

/** `twin` is an earlier import of the same file; beside it there is nothing to compare. */
export function findingsOf(
  desk: WriterDesk,
  ended: EndedImport,
  tally: ImportTally,
  twin: number | null
): ImportFindings {
  const { main } = desk.store
  const cut = ended.warnings.filter(saysCutExport).map((says): Finding => ({ kind: 'cut-export', says }))
  const warnings = ended.warnings.filter((warning) => !saysCutExport(warning))
  if (ended.status === 'stopped') return { warnings, findings: cut, unreadOperations: [] }
  if (twin !== null) {
    const says = `The same file was imported before, as import ${String(twin)}: it adds nothing.`
    return { warnings, findings: [...cut, { kind: 'overlap', says }], unreadOperations: [] }
  }
  const span = spanOf(main, ended.importId)
  const findings = [
    ...cut,
    ...assumedZone(main, ended.importId),
    ...(span === null ? [] : firstOfSource(main, ended.importId, span.source)),
    ...overlaps(tally),
    ...(span === null ? [] : gapsAround(main, ended.importId, span)),
    ...shiftedDuplicates(tally),
    ...(span === null ? [] : skews(main, ended.importId, span))
  ]
  return { warnings, findings, unreadOperations: unreadOperations(main, ended.importId, loadCatalogue()) }
}

interface Span {
  readonly source: Source
  readonly fromMs: number
  readonly toMs: number
}

function spanOf(main: Sql, importId: number): Span | null {
  const row = main.get('SELECT source, first_at_ms, last_at_ms FROM import WHERE id = ?', [importId])
  if (row === undefined || row['source'] === null) return null
  const fromMs = integerOrNull(row, 'first_at_ms')
  const toMs = integerOrNull(row, 'last_at_ms')
  return fromMs === null || toMs === null ? null : { source: oneOf(row, 'source', SOURCES), fromMs, toMs }
}

/** Hours that are shifted for all of a source are the costliest mistake, and the one that nobody sees. */
function assumedZone(main: Sql, importId: number): Finding[] {
  const row = main.get('SELECT timezone, timezone_because FROM import WHERE id = ?', [importId])
  if (row?.['timezone_because'] !== ZONE_REASONS.assumed) return []
  const zone = text(row, 'timezone')
  const says = `Times without an offset were read as ${zone}, the workspace’s zone. If the source writes another one, undo this import and import the file again with its zone, which is then remembered.`
  return [{ kind: 'zone-assumed', says }]
}

function firstOfSource(main: Sql, importId: number, source: Source): Finding[] {
  const earlier = main.number(
    "SELECT count(*) FROM import WHERE source = ? AND id < ? AND status IN ('finished', 'stopped') AND kept > 0",
    [source, importId]
  )
  if (earlier > 0) return []
  return [
    { kind: 'first-of-source', says: 'This is the first import of its source: there is nothing to compare it with.' }
  ]
}

/** More lines than this nobody reads; the rest is counted. */
const MOST_LINES = 5

function overlaps({ shared }: ImportTally): Finding[] {
  const inOrder = [...shared].sort((left, right) => right[1].rows - left[1].rows)
  const shown = inOrder.slice(0, MOST_LINES).map(([importId, { rows }]): Finding => ({
    kind: 'overlap',
    says: `${count(rows, 'row is', 'rows are')} in import ${String(importId)} as well; counted once.`
  }))
  const rest = inOrder.slice(MOST_LINES)
  if (rest.length === 0) return shown
  const rows = rest.reduce((sum, [, each]) => sum + each.rows, 0)
  return [
    ...shown,
    {
      kind: 'overlap',
      says: `${count(rows, 'row is', 'rows are')} in ${count(rest.length, 'other import', 'other imports')} as well; counted once.`
    }
  ]
}

/** Silent days within the import's span, or between it and the records before and after. */
function gapsAround(main: Sql, importId: number, { source, fromMs, toMs }: Span): Finding[] {
  const dayOf = dayOfZone(readSetting(main, 'timezone'))
  const first = dayOf(fromMs)
  const last = dayOf(toMs)
  const found = daysBySource(main, { source, upToImport: importId }).flatMap(({ workload, days }) =>
    gapsOf(days.map(({ day }) => day))
      .filter((gap) => gap.to >= first - 1 && gap.from <= last + 1)
      .map((gap) => ({ workload, gap }))
  )
  const longest = [...found].sort((left, right) => right.gap.days - left.gap.days).slice(0, MOST_LINES)
  const lines = longest.map(({ workload, gap }): Finding => ({
    kind: 'gap',
    says:
      gap.days === 1
        ? `${workload}: no record on ${sayDay(gap.from)}, longer than its usual pauses.`
        : `${workload}: no record from ${sayDay(gap.from)} to ${sayDay(gap.to)} (${String(gap.days)} days), longer than its usual pauses.`
  }))
  const rest = found.length - lines.length
  return rest === 0
    ? lines
    : [...lines, { kind: 'gap', says: `${count(rest, 'shorter gap', 'shorter gaps')}: see the coverage.` }]
}

const HALF_HOUR_MS = 1_800_000
/** Fewer records could be shifted for a reason of their own. */
const LEAST_SHIFTED = 20
const SHIFTED_SHARE = 0.9

/** The very same records with other times: one of the two files was read in the wrong zone. */
function shiftedDuplicates({ shared }: ImportTally): Finding[] {
  return [...shared].flatMap(([importId, { shifts }]): Finding[] => {
    const rows = [...shifts.values()].reduce((sum, times) => sum + times, 0)
    const [best] = [...shifts].sort((left, right) => right[1] - left[1])
    if (best === undefined) return []
    const [shiftMs, times] = best
    if (shiftMs === 0 || shiftMs % HALF_HOUR_MS !== 0 || times < LEAST_SHIFTED || times < rows * SHIFTED_SHARE)
      return []
    return [
      {
        kind: 'clock-skew',
        says: `${String(times)} of ${String(rows)} records that import ${String(importId)} holds as well bear times ${sayShift(shiftMs / HALF_HOUR_MS)} here. One of the two was read in the wrong time zone.`
      }
    ]
  })
}

function skews(main: Sql, importId: number, span: Span): Finding[] {
  const active = activeHalfHours(main, { importId, ...span })
  const here = active.filter(({ source }) => source === null)
  const sources = [...new Set(active.flatMap(({ source }) => (source === null ? [] : [source])))].sort()
  return sources.flatMap((source): Finding[] => {
    const skew = findSkew(
      here,
      active.filter((each) => each.source === source)
    )
    if (skew === null) return []
    const { halfHours, people, agreeing } = skew
    return [
      {
        kind: 'clock-skew',
        says: `Times seem to run ${sayShift(halfHours)} than in ${source}: ${String(agreeing)} of ${String(people)} people are active in both at the same time only then. Check the time zone of the import.`
      }
    ]
  })
}

function sayShift(halfHours: number): string {
  const hours = Math.abs(halfHours) / 2
  return `${String(hours)} ${hours === 1 ? 'hour' : 'hours'} ${halfHours > 0 ? 'later' : 'earlier'}`
}

/** A hundred names are more than anybody maps by hand. */
const MOST_OPERATIONS = 100

/**
 * Operations that no indicator names; sequences are made of indicators, so neither do they. An indicator of any operation
 * looks at the address or the hour, not at what was done, and does not count here.
 */
function unreadOperations(main: Sql, importId: number, catalogue: Catalogue): Receipt['unreadOperations'] {
  const indicators = [...catalogue.indicators.values()]
  const names = (list: 'any' | readonly string[], name: string): boolean =>
    list === 'any' || list.some((entry) => entry.toLowerCase() === name.toLowerCase())
  return operationsOf(main, importId)
    .filter(
      ({ workload, operation }) =>
        !indicators.some(
          ({ operations, workloads }) =>
            operations !== 'any' && names(operations, operation) && names(workloads, workload)
        )
    )
    .slice(0, MOST_OPERATIONS)
}

function count(number: number, one: string, many: string): string {
  return `${String(number)} ${number === 1 ? one : many}`
}
