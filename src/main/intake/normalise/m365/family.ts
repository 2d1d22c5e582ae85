/** Sorts audit records into the few shapes that they come in. Exports name the type by number or by name, or not at all. */
import { type Fields, numberOf, trimmed } from '../field.ts'

export type RecordFamily =
  | 'files'
  | 'mail'
  | 'mailbox-settings'
  | 'protection'
  | 'endpoint'
  | 'directory'
  | 'chat'
  | 'alert'
  | 'analytics'
  | 'assistant'
  | 'other'

/** Numbers of the record types, from the published schema of the management API. */
const FAMILY_OF_NUMBER = new Map<number, RecordFamily>([
  [1, 'mailbox-settings'],
  [2, 'mail'],
  [3, 'mail'],
  [4, 'files'],
  [6, 'files'],
  [7, 'files'],
  [8, 'directory'],
  [9, 'directory'],
  [11, 'protection'],
  [13, 'protection'],
  [14, 'files'],
  [15, 'directory'],
  [19, 'mail'],
  [20, 'analytics'],
  [25, 'chat'],
  [33, 'protection'],
  [36, 'files'],
  [37, 'files'],
  [40, 'alert'],
  [50, 'mail'],
  [54, 'files'],
  [55, 'files'],
  [56, 'files'],
  [63, 'endpoint'],
  [78, 'alert'],
  [98, 'alert'],
  [107, 'protection'],
  [261, 'assistant'],
  [334, 'assistant']
])
const NUMBER_OF_NAME = new Map<string, number>([
  ['exchangeadmin', 1],
  ['exchangeitem', 2],
  ['exchangeitemgroup', 3],
  ['sharepoint', 4],
  ['sharepointfileoperation', 6],
  ['onedrive', 7],
  ['azureactivedirectory', 8],
  ['azureactivedirectoryaccountlogon', 9],
  ['compliancedlpsharepoint', 11],
  ['compliancedlpexchange', 13],
  ['sharepointsharingoperation', 14],
  ['azureactivedirectorystslogon', 15],
  ['exchangeaggregatedoperation', 19],
  ['powerbiaudit', 20],
  ['microsoftteams', 25],
  ['sharepointlistoperation', 36],
  ['securitycompliancealerts', 40],
  ['exchangeitemaggregated', 50],
  ['dlpendpoint', 63],
  ['wdatpalerts', 78],
  ['mcasalerts', 98],
  ['copilotinteraction', 261],
  ['teamcopilotinteraction', 334]
])
const FAMILY_OF_WORKLOAD: Readonly<Record<string, RecordFamily>> = {
  sharepoint: 'files',
  onedrive: 'files',
  onedriveforbusiness: 'files',
  endpoint: 'endpoint',
  azureactivedirectory: 'directory',
  microsoftteams: 'chat',
  powerbi: 'analytics'
}

/** `Set-Mailbox`: a verb and a noun, as all administration commands are named. */
const CMDLET = /^[A-Z][a-z]+-[A-Z]\w+$/i

export function familyOf(record: Fields): RecordFamily {
  if (record['ExchangeMetaData'] !== undefined || record['SharePointMetaData'] !== undefined) return 'protection'
  if (record['EndpointMetaData'] !== undefined) return 'endpoint'
  if (record['CopilotEventData'] !== undefined) return 'assistant'
  const written = record['RecordType']
  const number =
    typeof written === 'number'
      ? written
      : (numberOf(written) ?? NUMBER_OF_NAME.get(trimmed(written).toLowerCase()) ?? -1)
  const family = FAMILY_OF_NUMBER.get(number)
  if (family !== undefined) return family
  if (record['Parameters'] !== undefined && CMDLET.test(trimmed(record['Operation']))) return 'mailbox-settings'
  if (record['AffectedItems'] !== undefined || record['MailboxOwnerUPN'] !== undefined) return 'mail'
  return FAMILY_OF_WORKLOAD[trimmed(record['Workload']).toLowerCase()] ?? 'other'
}
