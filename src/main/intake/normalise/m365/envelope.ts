/**
 * Finds the audit record inside what tools wrap around it, by its looks: an operation together with a time or an id.
 * Key names of wrappers help to look in the right place first, but are never needed.
 */
import { type Fields, fieldsOf, isFields } from '../field.ts'
import { unflattened, withSchemaNames } from './names.ts'

/** Search results, message envelopes and collector metadata put a record at most this deep. */
const DEEPEST = 2

/** The shape of the management API, which needs no looking: nearly every row of a large import. */
export function isPlainRecord(value: unknown): value is Fields {
  return (
    isFields(value) &&
    typeof value['Operation'] === 'string' &&
    typeof value['CreationTime'] === 'string' &&
    value['AuditData'] === undefined &&
    value['CreationTime'].charCodeAt(4) === 45
  )
}

/** A record that needs nothing from the columns around it. */
export function isCompleteRecord(value: unknown): value is Fields {
  return isPlainRecord(value) && typeof value['Id'] === 'string' && value['UserId'] !== undefined
}

export function findAuditRecord(value: unknown): Fields | null {
  return isFields(value) ? findRecord(value, 0) : null
}

/** Entries of a page of an API answer, `{"value": [records]}`, whatever the list is called; null where there is no such list. */
export function listedEntries(value: unknown): readonly unknown[] | null {
  if (isList(value)) return holdsRecord(value) ? value : null
  if (!isFields(value)) return null
  for (const list of Object.values(value)) if (isList(list) && holdsRecord(list)) return list
  return null
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value)
}

function holdsRecord(list: readonly unknown[]): boolean {
  return list.some((entry) => findAuditRecord(entry) !== null)
}

function findRecord(wrapper: Fields, depth: number): Fields | null {
  const inner = auditDataOf(wrapper) ?? rawOf(wrapper)
  if (inner !== null) return inner
  const own = ownRecord(wrapper)
  if (own !== null || depth >= DEEPEST) return own
  for (const value of Object.values(wrapper)) {
    const nested = fieldsOf(value)
    const found = nested === null ? null : findRecord(nested, depth + 1)
    if (found !== null) return found
  }
  return null
}

/** A search result: the record is in one column as JSON; the other columns fill what it lacks. */
function auditDataOf(wrapper: Fields): Fields | null {
  for (const key of Object.keys(wrapper)) {
    if (key.length !== 9 || key.toLowerCase() !== 'auditdata') continue
    const data = fieldsOf(wrapper[key])
    if (data === null) continue
    return isCompleteRecord(data) ? data : auditOrNothing({ ...withSchemaNames(wrapper), ...withSchemaNames(data) })
  }
  return null
}

/** Splunk spreads a record over columns and keeps it whole beside them; the whole one is the better. */
function rawOf(wrapper: Fields): Fields | null {
  const raw = wrapper['_raw']
  const whole = raw === undefined ? null : fieldsOf(raw)
  return isCompleteRecord(whole) ? whole : null
}

function ownRecord(fields: Fields): Fields | null {
  if (!Object.keys(fields).some((key) => TELLING.test(key.trim()))) return null
  const flat = unflattened(fields)
  const spread = flat === fields ? null : auditDataOf(flat)
  return spread ?? auditOrNothing(withSchemaNames(flat))
}

const TELLING = /^(auditdata\.)?(operations?|recordtype)$/i

function auditOrNothing(record: Fields): Fields | null {
  const hasOperation = typeof record['Operation'] === 'string'
  const hasTime = record['CreationTime'] !== undefined
  const hasId = record['Id'] !== undefined
  if (hasOperation && (hasTime || hasId) && saysWhose(record)) return record
  // Some collectors lose the operation; a type with a time and an id or a server is still such a record.
  return hasTime && record['RecordType'] !== undefined && (hasId || record['OriginatingServer'] !== undefined)
    ? record
    : null
}

/** Other logs have operations and times too; an audit record also says whose, of which service, or of which type. */
function saysWhose(record: Fields): boolean {
  return ['RecordType', 'Workload', 'UserId', 'UserKey', 'OrganizationId', 'Parameters'].some(
    (field) => record[field] !== undefined
  )
}
