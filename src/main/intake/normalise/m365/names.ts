/** Gives the fields of an audit record their schema names, whatever a tool on the way renamed them to. */
import type { Fields } from '../field.ts'

/** Fields that readers ask for, in the schema's spelling; tools that lower-case everything are undone by this list. */
const SCHEMA_NAMES = [
  'Id',
  'RecordType',
  'CreationTime',
  'Operation',
  'OrganizationId',
  'OrganizationName',
  'UserType',
  'UserKey',
  'Workload',
  'ResultStatus',
  'ObjectId',
  'UserId',
  'ClientIP',
  'ClientIPAddress',
  'ActorIpAddress',
  'SenderIp',
  'LogonError',
  'LogonType',
  'LogonUserSid',
  'MailboxOwnerUPN',
  'MailboxOwnerSid',
  'MailboxGuid',
  'Item',
  'AffectedItems',
  'Folders',
  'Folder',
  'OperationProperties',
  'OperationCount',
  'Parameters',
  'ExtendedProperties',
  'ModifiedProperties',
  'DeviceProperties',
  'Actor',
  'Target',
  'SiteUrl',
  'SourceFileName',
  'SourceFileExtension',
  'SourceRelativeUrl',
  'DestinationFileName',
  'DestinationRelativeUrl',
  'DestinationFileExtension',
  'ItemType',
  'EventData',
  'EventSource',
  'TargetUserOrGroupName',
  'TargetUserOrGroupType',
  'SharingLinkScope',
  'FileSizeBytes',
  'FileSize',
  'FileName',
  'FileExtension',
  'Members',
  'ParticipantInfo',
  'CommunicationType',
  'TeamName',
  'ChannelName',
  'ExchangeMetaData',
  'SharePointMetaData',
  'EndpointMetaData',
  'PolicyDetails',
  'IncidentId',
  'DeviceName',
  'DeviceDisplayName',
  'TargetDomain',
  'TargetFilePath',
  'TargetUrl',
  'PreviousFileName',
  'RemovableMediaDeviceAttributes',
  'EnforcementMode',
  'SensitivityLabelEventData',
  'SensitivityLabelId',
  'OldSensitivityLabelId',
  'LabelAction',
  'Recipients',
  'RecipientList',
  'To',
  'Cc',
  'Bcc',
  'Subject',
  'Data',
  'Name',
  'FileData',
  'CopilotEventData',
  'AccessedResources',
  'SendAsUserSmtp',
  'SendOnBehalfOfUserSmtp',
  'TargetPrinterName',
  'Severity',
  'AlertSeverity',
  'AlertDisplayName',
  'AlertCategory',
  'Category',
  'Status',
  'SensitivityLabelName',
  'LabelName',
  'SensitiveInfoTypeData',
  'IsHidden',
  'URLPath',
  'DomainURL',
  'ReportName',
  'DashboardName',
  'DatasetName',
  'ArtifactName',
  'ItemName',
  'WorkSpaceName',
  'SharingInformation',
  'ChatThreadId',
  'ExternalAccess',
  'OriginatingServer',
  'UserAgent',
  'Version'
] as const

/** Names of tables and export tools, in lower case; where two fields claim one name, the earlier list entry wins. */
const RENAMED: readonly (readonly [string, string])[] = [
  ['creationdate', 'CreationTime'],
  ['timegenerated', 'CreationTime'],
  ['timegenerated [utc]', 'CreationTime'],
  ['createddatetime', 'CreationTime'],
  ['operations', 'Operation'],
  ['userids', 'UserId'],
  ['userid_', 'UserId'],
  ['recordid', 'Id'],
  ['officeid', 'Id'],
  ['identity', 'Id'],
  ['sourcerecordid', 'Id'],
  ['officeworkload', 'Workload'],
  ['service', 'Workload'],
  ['auditlogrecordtype', 'RecordType'],
  ['officerecordtype', 'RecordType'],
  ['officeobjectid', 'ObjectId'],
  ['client_ipaddress', 'ClientIPAddress'],
  ['clientip_', 'ClientIP'],
  ['logon_type', 'LogonType'],
  ['site_url', 'SiteUrl'],
  ['event_data', 'EventData'],
  ['organizationid_', 'OrganizationId'],
  ['item_type', 'ItemType'],
  ['sourcefilename_', 'SourceFileName'],
  ['destinationfilename_', 'DestinationFileName'],
  ['targetusername', 'TargetUserOrGroupName'],
  ['operationproperties_', 'OperationProperties'],
  ['affecteditems_', 'AffectedItems']
]
const SCHEMA_OF = new Map<string, string>(SCHEMA_NAMES.map((name) => [name.toLowerCase(), name]))
const RENAMED_OF = new Map<string, string>(RENAMED)

/** Columns of search results that say how the search went, not what happened. */
const SEARCH_COLUMNS = new Set([
  'resultindex',
  'resultcount',
  'isvalid',
  'objectstate',
  'pscomputername',
  'runspaceid',
  'psshowcomputername',
  'associatedadminunits',
  'associatedadminunitsnames',
  'auditdata'
])

export function withSchemaNames(fields: Fields): Fields {
  const named: Record<string, unknown> = {}
  const borrowed: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(fields)) {
    if (value === '' || value === null || value === undefined) continue
    const lower = key.trim().toLowerCase()
    const schemaName = SCHEMA_OF.get(lower)
    const borrowedName = RENAMED_OF.get(lower)
    if (schemaName !== undefined) named[schemaName] = value
    else if (borrowedName !== undefined) borrowed[borrowedName] ??= value
    else if (!SEARCH_COLUMNS.has(lower)) named[key.trim()] = value
  }
  for (const [name, value] of Object.entries(borrowed)) named[name] ??= value
  return named
}

/** Rebuilds objects and lists that a tool spread over columns: `Parameters[0].Name`, `Item.Subject`. */
export function unflattened(fields: Fields): Fields {
  const keys = Object.keys(fields)
  if (!keys.some((key) => SPREAD.test(key))) return fields
  const root: Record<string, unknown> = {}
  for (const key of keys) {
    const value = fields[key]
    if (!SPREAD.test(key)) root[key] = value
    else if (value !== '' && value !== null && value !== undefined)
      place(root, key.split(/[.[\]]+/).filter(Boolean), value)
  }
  return root
}

const SPREAD = /^[A-Za-z_]\w*(\[\d{1,4}\]|\.[A-Za-z_])/
/** Deeper than any audit record nests. */
const DEEPEST = 8
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype'])

function place(root: Record<string, unknown>, steps: readonly string[], value: unknown): void {
  if (steps.length > DEEPEST || steps.some((step) => FORBIDDEN.has(step))) return
  let holder: Record<string, unknown> | unknown[] = root
  steps.forEach((step, index) => {
    const isLast = index === steps.length - 1
    const next = steps[index + 1]
    const current: unknown = Array.isArray(holder) ? holder[Number(step)] : holder[step]
    const child: unknown = isLast
      ? value
      : isHolder(current)
        ? current
        : next !== undefined && /^\d+$/.test(next)
          ? []
          : {}
    if (Array.isArray(holder)) {
      if (/^\d+$/.test(step)) holder[Number(step)] = child
    } else holder[step] = child
    if (isHolder(child)) holder = child
  })
}

function isHolder(value: unknown): value is Record<string, unknown> | unknown[] {
  return typeof value === 'object' && value !== null
}
