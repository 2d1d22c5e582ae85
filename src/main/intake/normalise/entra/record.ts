/**
 * Finds the records of Entra's logs in what is wrapped around them: the diagnostic-settings envelope, a message of
 * several, a collector's wrapper, a table. It tells sign-ins, risk, changes of the directory and calls of the API apart.
 */
import { type Fields, fieldsOf, isFields, listOf, trimmed } from '../field.ts'
import { plainNames } from '../plain-names.ts'

export type EntraKind = 'sign-in' | 'risk' | 'change' | 'call'

export interface EntraRecord {
  readonly kind: EntraKind
  /** Under plain names; what the envelope says is there where the record itself is silent. */
  readonly fields: Fields
  /** Log that the record is of, in lower case: the envelope's category or the table's name; empty where none is named. */
  readonly log: string
}

/** Where collectors put the record, or the text of it. */
const WRAPPERS = ['event', '_raw', 'result', 'record', 'body', 'message', 'data'] as const
/** Lists of records in one message or page. */
const LISTS = ['records', 'value'] as const
/** Collectors wrap at most this deep: a message, in it the list, in it the envelope. */
const DEEPEST = 2

/** Empty where there is none. */
export function entraRecords(value: Fields, depth = 0): readonly EntraRecord[] {
  const own = ownRecord(value)
  if (own !== null) return [own]
  if (depth >= DEEPEST) return []
  for (const name of LISTS) {
    const found = listOf(value[name]).flatMap((entry) => (isFields(entry) ? entraRecords(entry, depth + 1) : []))
    if (found.length > 0) return found
  }
  for (const name of WRAPPERS) {
    const inner = fieldsOf(value[name])
    const found = inner === null ? [] : entraRecords(inner, depth + 1)
    if (found.length > 0) return found
  }
  return []
}

function ownRecord(value: Fields): EntraRecord | null {
  const outer = withoutZones(plainNames(value))
  const properties = fieldsOf(outer['properties'])
  const fields = properties === null ? outer : { ...outer, ...plainNames(properties) }
  const log = logOf(outer)
  const kind = kindOf(fields, log)
  return kind === null ? null : { kind, fields, log }
}

/** Tables saved from a query carry their zone in the names of columns: `TimeGenerated [UTC]`. */
function withoutZones(fields: Fields): Fields {
  if (fields['timegeneratedutc'] === undefined) return fields
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name.replace(/^(\w+(?:generated|datetime))utc$/, '$1'), value])
  )
}

/** The table's name says it where the category is that of the change, such as GroupManagement. */
function logOf(outer: Fields): string {
  const category = trimmed(outer['category']).toLowerCase()
  const table = trimmed(outer['type']).toLowerCase()
  return KNOWN_LOG.test(category) || !KNOWN_LOG.test(table) ? category : table
}

const SIGN_IN_LOG = /signinlogs$/
const RISK_LOG = /^(aad)?(user|serviceprincipal)?risk(y|events?|detections?)(users?|serviceprincipals?|events?)?$/
const CALL_LOG = /^microsoftgraphactivitylogs$/
const CHANGE_LOG = /^auditlogs$/
const KNOWN_LOG = new RegExp([SIGN_IN_LOG, RISK_LOG, CALL_LOG, CHANGE_LOG].map(({ source }) => source).join('|'))

function kindOf(fields: Fields, log: string): EntraKind | null {
  const has = (...names: readonly string[]): boolean => names.some((name) => fields[name] !== undefined)
  if (CALL_LOG.test(log) || (has('requesturi') && has('requestmethod') && has('responsestatuscode'))) return 'call'
  if (has('activitydisplayname') && has('initiatedby', 'targetresources', 'loggedbyservice')) return 'change'
  if (has('activity') && has('service') && has('category') && has('actortype', 'correlationid')) return 'change'
  if (RISK_LOG.test(log) && has('risklevel', 'riskstate')) return 'risk'
  if (has('riskeventtype', 'risktype') && has('risklevel', 'riskstate') && !has('appdisplayname')) return 'risk'
  if (has('risklastupdateddatetime') && has('risklevel')) return 'risk'
  return isSignIn(fields, has, log) ? 'sign-in' : null
}

function isSignIn(fields: Fields, has: (...names: readonly string[]) => boolean, log: string): boolean {
  const saysWho = has('userprincipalname', 'userid', 'user', 'username', 'serviceprincipalid', 'serviceprincipalname')
  if (!saysWho) return false
  if (SIGN_IN_LOG.test(log)) return true
  const saysHow =
    has('conditionalaccessstatus', 'isinteractive', 'risklevelduringsignin') ||
    fieldsOf(fields['status'])?.['errorCode'] !== undefined
  if (has('appdisplayname') && saysHow) return true
  // The portal's export.
  return has('requestid') && has('correlationid') && has('status') && has('failurereason', 'signinerrorcode')
}
