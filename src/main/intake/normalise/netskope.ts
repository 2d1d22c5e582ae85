/**
 * Makes an activity of one event, alert or incident of Netskope: who did what with which file in which cloud application,
 * and whether it was let through. An incident that comes again with another status is the same one.
 */
import type { AlertSeverity, Exposure } from '../../../shared/domain/draft.ts'
import type { RowOutcome } from '../source-reader.ts'
import { alertStateOf } from './alert-state.ts'
import { contentKey } from './content-key.ts'
import { countryOf } from './country.ts'
import { hostOf } from './destination.ts'
import { type Fields, isFields, listOf, numberOf, textOf, trimmed } from './field.ts'
import { addDomains, addTargets, baseName, emptyDraft, extensionOf, type Filling } from './filling.ts'
import { cleanAddress } from './m365/address.ts'
import { domainsOf, type Identity, identityOf, peopleIn } from './m365/identity.ts'
import { collectAddresses } from './m365/mail.ts'
import { auditTime } from './m365/time.ts'
import { findNetskope } from './netskope/record.ts'
import { sensitiveTypesOf, topicOf } from './netskope/topic.ts'
import { graver, severityOf } from './severity.ts'

const NO_RECORD = 'No event of Netskope was found in the record: a type with a user and a timestamp.'
const NO_TIME = 'The event has no readable time.'
const WORKLOAD = 'Netskope'

/** What looks at data or opens a session sends nothing to anybody. A download names the host that it came from. */
const NOTHING_SENT = /^(view|preview|browse|login|logout|search|delete|restore)/i

export function readNetskope(wrapper: Fields): RowOutcome {
  const record = findNetskope(wrapper)
  if (record === null) return { kind: 'rejected', reason: NO_RECORD }
  const atMs = auditTime(record['timestamp'])
  if (Number.isNaN(atMs)) return { kind: 'rejected', reason: NO_TIME }
  const draft = emptyDraft('', 0, 0, 0)
  draft.atMs = atMs
  draft.workload = WORKLOAD
  draft.operation = operationOf(record)
  draft.outcome = outcomeOf(record, draft.operation)
  const actor = actorOf(record)
  draft.actor = actor.name
  draft.actorKind = actor.kind
  draft.device = trimmed(record['hostname'])
  draft.address = addressOf(record)
  draft.itemCount = Math.max(1, numberOf(record['count']) ?? 1)
  fillItem(draft, record)
  fillDestination(draft, record)
  draft.alertSeverity = alertSeverityOf(record)
  draft.topic = topicOf(record, draft.alertSeverity !== 'none')
  draft.sensitiveTypes = sensitiveTypesOf(record)
  draft.country = countryOf(trimmed(record['src_country']))
  // Only incidents have a state; other records use the name for the connection of a device.
  if (record['dlp_match_info'] !== undefined) draft.alertState = alertStateOf(record['status'])
  draft.subject = subjectOf(record)
  draft.recordKey = recordKeyOf(record)
  return { kind: 'activity', draft }
}

function operationOf(record: Fields): string {
  const named = [record['audit_log_event'], record['activity'], record['alert_type'], record['type']]
  return named.map(trimmed).find((name) => name !== '') ?? 'Event'
}

function outcomeOf(record: Fields, operation: string): Filling['outcome'] {
  if (/fail|denied/i.test(operation)) return 'failure'
  const action = trimmed(record['action']).toLowerCase()
  if (/block|quarantine|drop|deny/.test(action)) return 'failure'
  // A person who was warned may have gone on or not.
  return action === 'useralert' ? 'unknown' : 'success'
}

/** Where nobody signed in, the user field holds an address of the network, which is nobody. */
function actorOf(record: Fields): Identity {
  for (const field of ['user', 'acting_user', 'ur_normalized', 'userkey', 'user_id'] as const) {
    const written = trimmed(record[field])
    if (written === '' || /^[\d.]+$|^[0-9a-f]*:[0-9a-f:]+$/i.test(written)) continue
    return identityOf(written)
  }
  return { name: '', kind: 'unknown' }
}

function addressOf(record: Fields): string {
  const supporting = isFields(record['supporting_data']) ? listOf(record['supporting_data']['data_values'])[0] : ''
  // Administrators' sign-ins put the address in front of the name; other values there are numbers and words.
  const ofAdministrator = /^(\d{1,3}\.){3}\d{1,3}$|:.*:/.test(trimmed(supporting)) ? supporting : ''
  return (
    [record['srcip'], record['userip'], ofAdministrator].map((text) => cleanAddress(trimmed(text))).find(Boolean) ?? ''
  )
}

function fillItem(draft: Filling, record: Fields): void {
  const object = trimmed(record['object'])
  const isFile = trimmed(record['object_type']).toLowerCase() === 'file'
  const name = isFile ? object : trimmed(record['dlp_file']) || trimmed(record['filename'])
  const path = trimmed(record['file_path'])
  draft.fileName = baseName(name)
  draft.extension = extensionOf(draft.fileName)
  draft.path = path !== '' && path !== 'NA' ? path : trimmed(record['url']) || trimmed(record['dsthost'])
  draft.sizeBytes = Math.max(0, numberOf(record['file_size']) || numberOf(record['client_bytes']) || 0)
  draft.itemType = draft.fileName !== '' ? 'file' : draft.path !== '' || object !== '' ? 'other' : 'none'
  draft.exposure = exposureOf(record)
}

function exposureOf(record: Fields): Exposure {
  const words = trimmed(record['exposure']).toLowerCase()
  if (words.includes('public')) return 'anyone'
  if (words.includes('external')) return 'guest'
  return words.includes('internal') ? 'inside' : 'none'
}

function fillDestination(draft: Filling, record: Fields): void {
  const found: string[] = []
  for (const field of ['to_user', 'shared_with', 'to_user_list'] as const) collectAddresses(record[field], found)
  const people = peopleIn(found).filter((name) => name !== draft.actor)
  addTargets(draft, people)
  addDomains(draft, domainsOf(people))
  if (NOTHING_SENT.test(draft.operation) || record['audit_log_event'] !== undefined) return
  const host = ['url', 'domain', 'dsthost', 'page'].map((field) => hostOf(trimmed(record[field]))).find(Boolean)
  if (host !== undefined) addDomains(draft, [host])
}

function alertSeverityOf(record: Fields): AlertSeverity {
  const isIncident = record['dlp_match_info'] !== undefined
  if (!isIncident && trimmed(record['alert']).toLowerCase() !== 'yes') return 'none'
  let severity: AlertSeverity = 'informational'
  const written = [record['severity'], record['dlp_rule_severity'], record['severity_level']]
  for (const word of written) if (/[a-z]/i.test(textOf(word))) severity = graver(severity, severityOf(word))
  for (const match of listOf(record['dlp_match_info'])) {
    if (!isFields(match)) continue
    for (const rule of listOf(match['dlp_rules']))
      if (isFields(rule)) severity = graver(severity, severityOf(rule['dlp_rule_severity']))
  }
  return severity
}

/** Which policy or list it met; for an incident the policies of its matches. */
function subjectOf(record: Fields): string {
  const matched = listOf(record['dlp_match_info']).map((match) => (isFields(match) ? trimmed(match['dlp_policy']) : ''))
  const named = [record['policy'], record['alert_name'], matched.filter(Boolean).join(', '), record['title']]
  return named.map(trimmed).find((name) => name !== '') ?? ''
}

function recordKeyOf(record: Fields): string {
  const incident = trimmed(record['dlp_incident_id'])
  if (record['dlp_match_info'] !== undefined && incident !== '')
    return `netskope|incident|${incident}|${trimmed(record['_id'])}`
  const id = trimmed(record['_id'])
  if (id === '') return contentKey('netskope', record)
  return `netskope|${trimmed(record['type'])}|${trimmed(record['alert_type'])}|${id}`.toLowerCase()
}
