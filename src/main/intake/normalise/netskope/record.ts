/** Tells events, alerts and incidents of Netskope by their fields, and finds them in what a collector wraps around them. */
import { type Fields, fieldsOf, isFields, trimmed } from '../field.ts'

const TYPES = new Set([
  'admin_audit_logs',
  'anomaly',
  'application',
  'client_status',
  'compromised credential',
  'connection',
  'ctep',
  'device',
  'dlp',
  'endpoint',
  'infrastructure',
  'legal_hold',
  'malsite',
  'malware',
  'network',
  'nspolicy',
  'page',
  'policy',
  'quarantine',
  'remediation',
  'security assessment',
  'transaction',
  'uba',
  'watchlist'
])
/** At least one of these beside the type: other logs have types of such names too. */
const OWN_FIELDS = [
  'ur_normalized',
  'userkey',
  'netskope_pop',
  'ccl',
  'audit_log_event',
  'traffic_type',
  'organization_unit'
]
/** Collectors put a record at most this deep. */
const DEEPEST = 2

export function findNetskope(record: Fields): Fields | null {
  return find(record, 0)
}

function find(record: Fields, depth: number): Fields | null {
  if (isNetskope(record)) return record
  if (depth >= DEEPEST) return null
  for (const value of Object.values(record)) {
    const inner = isFields(value) || mayHold(value) ? fieldsOf(value) : null
    const found = inner === null ? null : find(inner, depth + 1)
    if (found !== null) return found
  }
  return null
}

function isNetskope(record: Fields): boolean {
  if (record['timestamp'] === undefined) return false
  if (record['dlp_incident_id'] !== undefined && record['dlp_match_info'] !== undefined) return true
  const type = trimmed(record['type']) || trimmed(record['record_type']) || trimmed(record['alert_type'])
  return TYPES.has(type.toLowerCase()) && OWN_FIELDS.some((field) => record[field] !== undefined)
}

function mayHold(value: unknown): boolean {
  return typeof value === 'string' && value.startsWith('{') && OWN_FIELDS.some((field) => value.includes(`"${field}"`))
}
