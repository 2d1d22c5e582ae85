/**
 * Rows of the alert tables. An alert is one row and each thing that it is about is another; the severity stands with the
 * alert and with the account that it is about, so that ten processes of one alert are not ten alerts.
 */
import { alertStateOf } from '../alert-state.ts'
import { type Fields, fieldsOf, numberOf, textOf, trimmed } from '../field.ts'
import { addTargets, baseName, extensionOf, type Filling } from '../filling.ts'
import { cleanAddress } from '../m365/address.ts'
import { peopleIn } from '../m365/identity.ts'
import { severityOf } from '../severity.ts'
import { productTopicOf } from '../topic.ts'
import { joined } from './device.ts'

const ACCOUNTS = new Set(['user', 'mailbox', 'account'])

export function fillAlertTable(draft: Filling, table: string, fields: Fields, details: Fields | null): void {
  draft.itemType = 'other'
  draft.outcome = 'unknown'
  draft.subject = textOf(fields['Title'])
  // Evidence says the topic too: the row of the account carries the severity, and counts where the alert names nobody.
  draft.topic = productTopicOf(
    trimmed(fields['ServiceSource']),
    trimmed(fields['Category'] ?? fields['Categories']),
    draft.subject
  )
  const isAccount = ACCOUNTS.has(trimmed(fields['EntityType']).toLowerCase())
  if (table === 'AlertInfo' || isAccount) draft.alertSeverity = severityOf(fields['Severity'])
  if (table === 'AlertInfo') {
    draft.alertState = alertStateOf(fields['Status'])
    return
  }
  const image = fieldsOf(details?.['ImageFile'])
  const host = fieldsOf(details?.['Host']) ?? fieldsOf(image?.['Host']) ?? details
  draft.device = trimmed(fields['DeviceName']) || trimmed(host?.['HostName'])
  draft.address =
    [fields['LocalIP'], fields['RemoteIP'], details?.['SenderIP']]
      .map((written) => cleanAddress(trimmed(written)))
      .find((address) => address !== '') ?? ''
  const isFile = trimmed(fields['EntityType']).toLowerCase() === 'file'
  const file = image ?? (isFile ? details : null)
  draft.fileName = baseName(trimmed(fields['FileName']) || trimmed(file?.['Name']))
  draft.extension = extensionOf(draft.fileName)
  draft.path =
    joined(trimmed(fields['FolderPath']) || trimmed(file?.['Directory']), draft.fileName) ||
    trimmed(fields['RemoteUrl'])
  draft.sizeBytes = Math.max(0, numberOf(fields['FileSize']) ?? 0)
  addTargets(
    draft,
    peopleIn([trimmed(details?.['Recipient'])]).filter((name) => name !== draft.actor)
  )
}
