/**
 * Alerts and incidents of Microsoft Sentinel: rows of its tables, and incidents of its interface. The owner of an incident
 * handles it; the owner is never taken for the person whom it is about.
 */
import { type Fields, fieldsOf, isFields, listOf, numberOf, textOf, trimmed } from '../field.ts'
import { alertStateOf, incidentStateOf } from '../alert-state.ts'
import { deviceAccountOf } from '../device-account.ts'
import { severityOf } from '../severity.ts'
import { alertTopicOf, knownAlertTopicOf, productTopicOf } from '../topic.ts'
import { type AlertFacts, type AlertFile, type Gathering, nothingYet } from './facts.ts'

export function isAlertRow(record: Fields): boolean {
  const hasName = ['AlertName', 'DisplayName', 'AlertDisplayName'].some((field) => trimmed(record[field]) !== '')
  const hasSeverity = record['AlertSeverity'] !== undefined || record['Severity'] !== undefined
  return hasName && hasSeverity && (record['SystemAlertId'] !== undefined || record['ProviderAlertId'] !== undefined)
}

export function isIncident(record: Fields): boolean {
  return (
    /^Microsoft\.SecurityInsights\/Incidents$/i.test(trimmed(record['type'])) ||
    (record['IncidentNumber'] !== undefined && record['Title'] !== undefined && record['Severity'] !== undefined)
  )
}

export function readAlertRow(record: Fields): AlertFacts {
  const found = nothingYet()
  for (const entity of listOf(record['Entities'])) if (isFields(entity)) addEntity(found, entity)
  const compromised = trimmed(record['CompromisedEntity'])
  if (compromised.includes('@') || compromised.includes('\\'))
    found.accounts.push(deviceAccountOf({ principal: '', domain: '', name: compromised, sid: '' }))
  else if (compromised !== '') found.devices.push(compromised)
  const source = trimmed(record['SourceComputerId'])
  if (found.devices.length === 0 && source !== '') found.devices.push(source)
  const title = textOf(record['DisplayName']) || textOf(record['AlertDisplayName']) || textOf(record['AlertName'])
  const product = trimmed(record['ProductName']) || trimmed(record['ProviderName'])
  return {
    id: trimmed(record['SystemAlertId']) || trimmed(record['ProviderAlertId']),
    time: record['TimeGenerated'] ?? record['TimeGenerated [UTC]'] ?? record['EndTimeUtc'] ?? record['EndTime'],
    title,
    category: trimmed(record['AlertType']),
    severity: severityOf(record['AlertSeverity'] ?? record['Severity']),
    state: alertStateOf(record['Status']),
    // The type of an alert is mostly the name of its rule, so it counts only where it is known.
    topic:
      productTopicOf(product, trimmed(record['Tactics']), title) || knownAlertTopicOf(trimmed(record['AlertType']), ''),
    product,
    involved: found
  }
}

/** Names in the spelling of the interface, of its libraries, and of the table; within `properties` or beside the id. */
export function readIncident(record: Fields): AlertFacts {
  const fields = { ...record, ...fieldsOf(record['properties']) }
  const read = (...names: readonly string[]): unknown =>
    names.map((name) => fields[name]).find((value) => value !== undefined && value !== null && value !== '')
  const more = fieldsOf(read('additional_data', 'additionalData', 'AdditionalData'))
  const tactics = listOf(more?.['tactics']).map(trimmed).filter(Boolean)
  const title = textOf(read('title', 'Title'))
  return {
    id: trimmed(read('IncidentName', 'name')) || trimmed(read('incident_number', 'incidentNumber', 'IncidentNumber')),
    time: read('created_time_utc', 'createdTimeUtc', 'CreatedTime', 'TimeGenerated'),
    title,
    category: tactics.length > 0 ? tactics.join(', ') : 'Incident',
    severity: severityOf(read('severity', 'Severity')),
    state: incidentStateOf(read('status', 'Status')),
    topic: alertTopicOf(tactics.join(','), title),
    product: 'Sentinel',
    involved: nothingYet()
  }
}

function addEntity(found: Gathering, entity: Fields): void {
  switch (trimmed(entity['Type']).toLowerCase()) {
    case 'account':
      return addAccount(found, entity)
    case 'mailbox':
      found.recipients.push(trimmed(entity['MailboxPrimaryAddress']) || trimmed(entity['Upn']))
      return
    case 'mailmessage':
      found.recipients.push(trimmed(entity['Recipient']))
      found.addresses.push(trimmed(entity['SenderIP']))
      return
    case 'host': {
      const name = trimmed(entity['HostName']) || trimmed(entity['NetBiosName'])
      const domain = trimmed(entity['DnsDomain'])
      found.devices.push(name !== '' && domain !== '' ? `${name}.${domain}` : name)
      return
    }
    case 'ip':
      found.addresses.push(trimmed(entity['Address']))
      return
    case 'url':
      found.urls.push(trimmed(entity['Url']))
      return
    case 'file':
      return addFile(found.files, entity)
    case 'process':
      return addFile(found.programs, fieldsOf(entity['ImageFile']))
    default:
      return
  }
}

function addAccount(found: Gathering, entity: Fields): void {
  const name = trimmed(entity['Name'])
  const suffix = trimmed(entity['UPNSuffix'])
  const principal = trimmed(entity['UserPrincipalName']) || (name !== '' && suffix !== '' ? `${name}@${suffix}` : '')
  found.accounts.push(deviceAccountOf({ principal, domain: entity['NTDomain'], name, sid: entity['Sid'] }))
}

/** Entities point to others by number; a file without a name of its own is such a pointer. */
function addFile(files: AlertFile[], file: Fields | null): void {
  const name = trimmed(file?.['Name'])
  if (file === null || name === '') return
  const sizeBytes = Math.max(0, numberOf(file['SizeInBytes']) ?? 0)
  files.push({ name, folder: trimmed(file['Directory']), sizeBytes })
}
