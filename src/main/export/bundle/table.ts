/** The comma-separated tables of the bundle: their columns, and the lines of activities and notes. */
import type { ActivityView } from '../../../shared/contract/activity.ts'
import type { NoteView } from '../../../shared/contract/case.ts'
import type { Clock } from '../clock.ts'
import { cellText, CSV_BYTE_ORDER_MARK, csvLine } from '../csv.ts'
import type { CsvValue } from '../csv.ts'

type Column<Row> = readonly [name: string, value: (row: Row, clock: Clock) => CsvValue]

/**
 * `record` is the number of the record in the file of `import_id`, counted from 1, so that it can be found again; `also_in`
 * names further imports whose files hold it.
 */
const ACTIVITY_COLUMNS: readonly Column<ActivityView>[] = [
  ['id', (row) => row.id],
  ['time_utc', (row) => new Date(row.atMs).toISOString()],
  ['time_local', (row, clock) => clock.iso(row.atMs)],
  ['person', (row) => row.pseudonym],
  ['actor_kind', (row) => row.actorKind],
  ['source', (row) => row.source],
  ['workload', (row) => row.workload],
  ['operation', (row) => row.operation],
  ['outcome', (row) => row.outcome],
  ['item_type', (row) => row.itemType],
  ['file_name', (row) => row.fileName],
  ['new_file_name', (row) => row.newFileName],
  ['path', (row) => row.path],
  ['site_url', (row) => row.siteUrl],
  ['subject', (row) => row.subject],
  ['targets', (row) => row.targets.join('; ')],
  ['target_domains', (row) => row.targetDomains.join('; ')],
  ['exposure', (row) => row.exposure],
  ['label_change', (row) => row.labelChange],
  ['alert_severity', (row) => row.alertSeverity],
  ['address', (row) => row.address],
  ['device', (row) => row.device],
  ['size_bytes', (row) => row.sizeBytes],
  ['item_count', (row) => row.itemCount],
  ['indicators', (row) => row.indicators.join('; ')],
  ['echo_of', (row) => row.echoOf ?? ''],
  ['import_id', (row) => row.importId],
  ['record', (row) => row.ordinal],
  ['also_in', (row) => row.alsoIn.join('; ')]
]

const NOTE_COLUMNS: readonly Column<NoteView>[] = [
  ['id', (row) => row.id],
  ['time_utc', (row) => new Date(row.atMs).toISOString()],
  ['time_local', (row, clock) => clock.iso(row.atMs)],
  ['operator', (row) => row.operator],
  ['kind', (row) => row.kind],
  ['text', (row) => row.text]
]

export const ACTIVITY_TABLE = table(ACTIVITY_COLUMNS)
export const NOTE_TABLE = table(NOTE_COLUMNS)

export interface Table<Row> {
  readonly columns: readonly string[]
  /** First line of the file, with the byte-order mark. */
  readonly head: string
  readonly line: (row: Row, clock: Clock) => string
  /** What a reader of the table finds in each cell of the line. */
  readonly cells: (row: Row, clock: Clock) => readonly string[]
}

function table<Row>(columns: readonly Column<Row>[]): Table<Row> {
  const names = columns.map(([name]) => name)
  return {
    columns: names,
    head: `${CSV_BYTE_ORDER_MARK}${csvLine(names)}`,
    line: (row, clock) => csvLine(columns.map(([, value]) => value(row, clock))),
    cells: (row, clock) => columns.map(([, value]) => cellText(value(row, clock)))
  }
}
