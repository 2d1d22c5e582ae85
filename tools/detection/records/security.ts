/** Records of other products: Defender's device events, alerts, and doors. */
import type { Moment } from './audit.ts'

export type AlertCategory =
  | 'DefenseEvasion'
  | 'UnwantedSoftware'
  | 'Malware'
  | 'CredentialAccess'
  | 'Exfiltration'
  | 'InitialAccess'
  | 'SuspiciousActivity'
export type Severity = 'low' | 'medium' | 'high'

/** One event of a device as Defender streams it. */
export function deviceEvent(
  { person, chance, atMs, ip }: Moment,
  action: string,
  more: Readonly<Record<string, unknown>> = {}
): object {
  const time = new Date(atMs).toISOString()
  return {
    time,
    operationName: 'Publish',
    category: 'AdvancedHunting-DeviceEvents',
    properties: {
      Timestamp: time,
      ReportId: Number.parseInt(chance.hex(8), 16),
      ActionType: action,
      DeviceId: person.deviceId,
      DeviceName: person.device,
      LocalIP: ip,
      InitiatingProcessAccountUpn: person.address,
      InitiatingProcessAccountName: person.first.toLowerCase(),
      InitiatingProcessAccountDomain: 'NORRVIK',
      ...more
    }
  }
}

export function failedLogon({ person, chance, atMs }: Moment): object {
  const time = new Date(atMs).toISOString()
  return {
    time,
    operationName: 'Publish',
    category: 'AdvancedHunting-DeviceLogonEvents',
    properties: {
      Timestamp: time,
      ReportId: Number.parseInt(chance.hex(8), 16),
      ActionType: 'LogonFailed',
      DeviceId: person.deviceId,
      DeviceName: person.device,
      AccountUpn: person.address,
      AccountName: person.address,
      LogonType: 'Interactive'
    }
  }
}

/** An alert of Defender for Endpoint, as Microsoft Graph gives it out. */
export function alertRecord(
  { person, chance, atMs }: Moment,
  category: AlertCategory,
  severity: Severity,
  title: string
): object {
  return {
    '@odata.type': '#microsoft.graph.security.alert',
    id: `da${chance.hex(24)}`,
    status: 'new',
    severity,
    serviceSource: 'microsoftDefenderForEndpoint',
    detectionSource: 'microsoftDefenderForEndpoint',
    title,
    category,
    createdDateTime: new Date(atMs).toISOString(),
    evidence: [
      { '@odata.type': '#microsoft.graph.security.deviceEvidence', deviceDnsName: person.device },
      {
        '@odata.type': '#microsoft.graph.security.userEvidence',
        userAccount: { accountName: person.first.toLowerCase(), userPrincipalName: person.address }
      }
    ]
  }
}

/** Doors by id and name; the last two are those that an administrator names as assets of priority. */
export const DOORS = [
  ['NV-D-01', 'Main entrance'],
  ['NV-D-02', 'Workshop'],
  ['NV-D-03', 'Laboratory'],
  ['NV-D-11', 'Server room'],
  ['NV-D-12', 'Sample vault']
] as const
export type Door = (typeof DOORS)[number][1]
export const PRIORITY_DOORS: readonly Door[] = ['Server room', 'Sample vault']
export const DOOR_HEADER = 'UserId,AssetId,AssetName,EventTime,AccessStatus'

export function doorRow({ person, atMs }: Moment, door: Door, isOpened: boolean): string {
  const id = DOORS.find(([, name]) => name === door)?.[0] ?? ''
  const time = new Date(atMs).toISOString().slice(0, 19)
  return `${person.address},${id},${door},${time},${isOpened ? 'Success' : 'Failed'}`
}
