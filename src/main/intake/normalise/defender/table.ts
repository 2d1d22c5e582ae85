/** The tables of advanced hunting: which one a flat row is of, which product fills it, and which only list what exists. */
import { type Fields, trimmed } from '../field.ts'

const NAMES =
  /^(Device|Email|Url|Identity|Alert(Info|Evidence)$|CloudApp|CloudAudit|CloudProcess|CloudStorage|Message|File|AAD|Entra)[A-Z]\w+$|^Alert(Info|Evidence)$/
/** Columns that some tools put the name of the table into. */
const NAME_FIELDS = ['Type', 'TableName', 'SourceTable', '$table'] as const

/** At least one of these beside an action type; no other log has both. */
const BESIDE_ACTION = [
  'DeviceId',
  'DeviceName',
  'ReportId',
  'InitiatingProcessAccountName',
  'InitiatingProcessAccountUpn',
  'InitiatingProcessFileName',
  'AccountUpn',
  'AccountObjectId',
  'NetworkMessageId',
  'TeamsMessageId',
  'RawEventData'
] as const

/** Name of the table, or empty where the row is of none. */
export function inferredTable(fields: Fields): string {
  for (const field of NAME_FIELDS) {
    const name = trimmed(fields[field])
    if (NAMES.test(name)) return name
  }
  const has = (field: string): boolean => fields[field] !== undefined && fields[field] !== null && fields[field] !== ''
  if (has('AlertId') && (has('ServiceSource') || has('DetectionSource')))
    return has('EntityType') || has('EvidenceRole') ? 'AlertEvidence' : 'AlertInfo'
  if (has('NetworkMessageId')) return mailTable(has)
  if (has('TeamsMessageId')) return has('ActionTrigger') ? 'MessagePostDeliveryEvents' : 'MessageEvents'
  if (has('ActionType')) return BESIDE_ACTION.some(has) ? eventTable(has, trimmed(fields['ActionType'])) : ''
  if (has('DeviceId') && (has('LoggedOnUsers') || has('OnboardingStatus') || has('JoinType'))) return 'DeviceInfo'
  const isPerson = has('AccountUpn') && has('AccountObjectId')
  return isPerson && (has('SourceProvider') || has('IsAccountEnabled')) ? 'IdentityInfo' : ''
}

function mailTable(has: (field: string) => boolean): string {
  if (has('FileName') || has('FileType')) return 'EmailAttachmentInfo'
  if (has('AccountUpn') && has('Url')) return 'UrlClickEvents'
  if (has('Url') || has('UrlDomain')) return 'EmailUrlInfo'
  if (has('ActionTrigger') || has('ActionResult')) return 'EmailPostDeliveryEvents'
  return has('SenderFromAddress') || has('RecipientEmailAddress') || has('EmailDirection') ? 'EmailEvents' : ''
}

function eventTable(has: (field: string) => boolean, action: string): string {
  const isOfDevice = has('DeviceId') || has('InitiatingProcessFileName') || has('InitiatingProcessAccountName')
  if (has('RawEventData') || has('ActivityObjects') || (has('ApplicationId') && has('ActivityType')))
    return 'CloudAppEvents'
  if (/^Logon/.test(action)) return isOfDevice || !has('Application') ? 'DeviceLogonEvents' : 'IdentityLogonEvents'
  if (has('QueryTarget') || has('QueryType')) return 'IdentityQueryEvents'
  if (has('RegistryKey') || has('PreviousRegistryKey')) return 'DeviceRegistryEvents'
  if (has('Application') && !isOfDevice) return 'IdentityDirectoryEvents'
  if (/^File(Created|Deleted|Modified|Renamed)$/.test(action)) return 'DeviceFileEvents'
  if (action === 'ImageLoaded') return 'DeviceImageLoadEvents'
  if (/^Process(Created|Terminated)$/.test(action)) return 'DeviceProcessEvents'
  if (/Connection|^DnsQuery|^ListeningConnection|^NetworkSignature/.test(action)) return 'DeviceNetworkEvents'
  return isOfDevice || has('DeviceName') ? 'DeviceEvents' : 'IdentityDirectoryEvents'
}

/** Tables that list what there is, again and again; nobody did anything. */
const INVENTORIES = /^(DeviceTvm|DeviceBaseline|DeviceNetworkInfo|DeviceFileCertificateInfo|ExposureGraph)/

export function isInventory(table: string): boolean {
  return INVENTORIES.test(table)
}

export function workloadOf(table: string, fields: Fields): string {
  if (table.startsWith('Alert'))
    return trimmed(fields['ServiceSource']).replace(/^Microsoft (?=Defender)/, '') || 'Defender XDR'
  if (table.startsWith('Device')) return 'Defender for Endpoint'
  if (/^(Email|Url|Message|File)/.test(table)) return 'Defender for Office 365'
  if (table.startsWith('Identity')) return 'Defender for Identity'
  if (table.startsWith('CloudApp')) return 'Defender for Cloud Apps'
  return table.startsWith('Cloud') ? 'Defender for Cloud' : 'Defender XDR'
}
