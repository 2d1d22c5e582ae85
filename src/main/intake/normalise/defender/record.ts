/**
 * Finds the row of a hunting table in what it travels in: the envelope of the stream, a message of several, a collector's
 * wrapper, a query's flat answer. A flat row is taken only where its columns can hardly be another log's.
 */
import { type Fields, fieldsOf, isFields, trimmed } from '../field.ts'
import { inferredTable } from './table.ts'

export interface HuntingRow {
  readonly table: string
  readonly fields: Fields
  /** Time of the envelope, for tables whose rows have none. */
  readonly sentAt: unknown
}

/** Collectors put a row at most this deep. */
const DEEPEST = 2
const CATEGORY = /^AdvancedHunting-/i

/** Empty where the record holds no row of a hunting table; null stands for an entry of a message that is none. */
export function huntingRows(record: Fields): readonly (HuntingRow | null)[] {
  const one = streamedRow(record) ?? flatRow(record)
  return one === null ? wrappedRows(record, 0) : [one]
}

/** Stricter than reading: without a time, a flat row is not enough to tell a file by. */
export function holdsHuntingRow(record: Fields): boolean {
  const [first] = huntingRows(record)
  return first !== undefined && first !== null && (first.sentAt !== undefined || timeOf(first) !== undefined)
}

/** The time as it is written. */
export function timeOf({ fields, sentAt }: HuntingRow): unknown {
  return fields['Timestamp'] ?? fields['TimeGenerated'] ?? sentAt
}

function streamedRow(record: Fields): HuntingRow | null {
  const category = trimmed(record['category'])
  if (!CATEGORY.test(category)) return null
  const properties = fieldsOf(record['properties'])
  if (properties === null) return null
  return { table: category.replace(CATEGORY, ''), fields: properties, sentAt: record['time'] }
}

function flatRow(record: Fields): HuntingRow | null {
  const fields = withPlainNames(record)
  const table = inferredTable(fields)
  return table === '' ? null : { table, fields, sentAt: undefined }
}

/** Event hubs send `{records: [envelope, …]}`; collectors put an envelope under a name of theirs, as an object or as text. */
function wrappedRows(record: Fields, depth: number): readonly (HuntingRow | null)[] {
  for (const value of Object.values(record)) {
    if (Array.isArray(value)) {
      const rows = value.map((entry) => (isFields(entry) ? streamedRow(entry) : null))
      if (rows.some((row) => row !== null)) return rows
      continue
    }
    const inner = mayHold(value) ? fieldsOf(value) : null
    if (inner === null) continue
    const row = streamedRow(inner)
    if (row !== null) return [row]
    const deeper = depth + 1 < DEEPEST ? wrappedRows(inner, depth + 1) : []
    if (deeper.length > 0) return deeper
  }
  return []
}

/** Cheap first look, so that long texts of other logs are not parsed in vain. */
function mayHold(value: unknown): boolean {
  return typeof value === 'string' ? value.includes('AdvancedHunting-') : isFields(value)
}

/** What tables and exports add to a column's name: its type, or the zone that its times are shown in. */
const ADDED = /(?:_(?:string|long|datetime|dynamic|bool|boolean|real|double|int|guid|s|d|t|g|b)| \[UTC\])$/

function withPlainNames(fields: Fields): Fields {
  const keys = Object.keys(fields)
  if (!keys.some((key) => ADDED.test(key))) return fields
  const plain: Record<string, unknown> = {}
  for (const key of keys) {
    const name = key.replace(ADDED, '')
    if (name === key || fields[name] === undefined) plain[name] = fields[key]
  }
  return plain
}
