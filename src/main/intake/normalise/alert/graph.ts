/** Alerts of Microsoft Graph: the older ones list states, the newer ones evidence of many kinds. */
import { type Fields, fieldsOf, isFields, listOf, numberOf, textOf, trimmed } from '../field.ts'
import { alertStateOf } from '../alert-state.ts'
import { deviceAccountOf } from '../device-account.ts'
import type { Identity } from '../m365/identity.ts'
import { severityOf } from '../severity.ts'
import { productTopicOf } from '../topic.ts'
import { type AlertFacts, type AlertFile, type Gathering, nothingYet } from './facts.ts'

/** The product behind a `serviceSource`. */
const PRODUCTS: Readonly<Record<string, string>> = {
  microsoftdefenderforendpoint: 'Defender for Endpoint',
  microsoftdefenderforidentity: 'Defender for Identity',
  microsoftdefenderforcloudapps: 'Defender for Cloud Apps',
  microsoftcloudappsecurity: 'Defender for Cloud Apps',
  microsoftdefenderforoffice365: 'Defender for Office 365',
  microsoft365defender: 'Defender XDR',
  azureadidentityprotection: 'Entra ID Protection',
  microsoftappgovernance: 'App governance',
  datalossprevention: 'Data loss prevention',
  microsoftdatalossprevention: 'Data loss prevention',
  microsoftdefenderforcloud: 'Defender for Cloud',
  microsoftsentinel: 'Sentinel',
  microsoftinsiderriskmanagement: 'Insider risk management'
}

export function isGraphAlert(record: Fields): boolean {
  if (trimmed(record['title']) === '' || trimmed(record['severity']) === '') return false
  return isFields(record['vendorInformation']) || isNewer(record)
}

function isNewer(record: Fields): boolean {
  return (
    /security\.alert$/i.test(trimmed(record['@odata.type'])) ||
    (trimmed(record['createdDateTime']) !== '' &&
      (record['serviceSource'] !== undefined || record['detectionSource'] !== undefined))
  )
}

export function readGraphAlert(record: Fields): AlertFacts {
  const vendor = fieldsOf(record['vendorInformation'])
  const source = trimmed(record['serviceSource'])
  const found = nothingYet()
  if (vendor !== null) addStates(found, record)
  else for (const entry of listOf(record['evidence'])) if (isFields(entry)) addEvidence(found, entry)
  const product = vendor === null ? (PRODUCTS[source.toLowerCase()] ?? source) : trimmed(vendor['provider'])
  const title = textOf(record['title'])
  const category = trimmed(record['category'])
  return {
    id: trimmed(record['id']) || trimmed(record['providerAlertId']),
    time: record['createdDateTime'] ?? record['eventDateTime'] ?? record['firstActivityDateTime'],
    title,
    category,
    severity: severityOf(record['severity']),
    state: alertStateOf(record['status']),
    topic: productTopicOf(product, category, title),
    product,
    involved: found
  }
}

function addEvidence(found: Gathering, evidence: Fields): void {
  const kind = trimmed(evidence['@odata.type']).replace(/^.*\./, '')
  const user = fieldsOf(evidence['userAccount']) ?? fieldsOf(fieldsOf(evidence['account'])?.['userAccount'])
  if (user !== null) found.accounts.push(userOf(user))
  switch (kind) {
    case 'mailboxEvidence':
      found.recipients.push(trimmed(evidence['primaryAddress']))
      return
    case 'deviceEvidence':
      found.devices.push(trimmed(evidence['deviceDnsName']) || trimmed(evidence['hostName']))
      for (const address of [evidence['lastIpAddress'], ...listOf(evidence['ipInterfaces'])])
        found.addresses.push(trimmed(address))
      addLoggedOn(found, evidence)
      return
    case 'fileEvidence':
      return addFile(found.files, fieldsOf(evidence['fileDetails']))
    case 'processEvidence':
      return addFile(found.programs, fieldsOf(evidence['imageFile']))
    case 'ipEvidence':
      found.addresses.unshift(trimmed(evidence['ipAddress']))
      return
    case 'urlEvidence':
      found.urls.push(trimmed(evidence['url']))
      return
    case 'analyzedMessageEvidence':
      found.recipients.push(trimmed(evidence['recipientEmailAddress']))
      found.addresses.push(trimmed(evidence['senderIp']))
      return
    default:
      // The list of kinds grows; what is not known here names neither an account nor a file.
      return
  }
}

/** Of several people who are logged on, nobody is picked. */
function addLoggedOn(found: Gathering, evidence: Fields): void {
  const [only, ...others] = listOf(evidence['loggedOnUsers']).filter(isFields)
  if (only !== undefined && others.length === 0) found.loggedOn.push(userOf(only))
}

function userOf(user: Fields): Identity {
  return deviceAccountOf({
    principal: user['userPrincipalName'],
    domain: user['domainName'],
    name: user['accountName'],
    sid: user['userSid'] ?? user['onPremisesSecurityIdentifier']
  })
}

function addFile(files: AlertFile[], file: Fields | null): void {
  if (file === null) return
  const name = trimmed(file['fileName']) || trimmed(file['name'])
  const folder = trimmed(file['filePath']) || trimmed(file['path'])
  if (name !== '' || folder !== '')
    files.push({ name, folder, sizeBytes: Math.max(0, numberOf(file['fileSize']) ?? 0) })
}

function addStates(found: Gathering, record: Fields): void {
  for (const user of listOf(record['userStates'])) {
    if (!isFields(user)) continue
    found.accounts.push(userOf(user))
    found.addresses.push(trimmed(user['logonIp']))
  }
  for (const host of listOf(record['hostStates'])) {
    if (!isFields(host)) continue
    found.devices.push(trimmed(host['fqdn']) || trimmed(host['netBiosName']))
    found.addresses.push(trimmed(host['privateIpAddress']), trimmed(host['publicIpAddress']))
  }
  for (const file of listOf(record['fileStates'])) addFile(found.files, fieldsOf(file))
  for (const network of listOf(record['networkConnections'])) {
    if (!isFields(network)) continue
    found.addresses.push(trimmed(network['sourceAddress']))
    found.urls.push(trimmed(network['destinationUrl']) || trimmed(network['destinationDomain']))
  }
}
