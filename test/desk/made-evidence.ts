/** Small files of invented people, each with what one row of the policies' health is about. */
import { writeFileSync } from 'node:fs'
import path from 'node:path'

const DOMAIN = 'quarryfield.example'
const ORGANISATION = '5f8d3c1e-0000-4000-8000-000000000001'

export const colleague = (number: number): string => `colleague.${String(number).padStart(2, '0')}@${DOMAIN}`

/** Downloads of as many people, a few each, on one day. */
export function writeDownloads(folder: string, name: string, people: number, day: string, each = 2): string {
  const records = Array.from({ length: people * each }, (_, index) => ({
    CreationTime: `${day}T09:${String(Math.floor(index / 60) % 60).padStart(2, '0')}:${String(index % 60).padStart(2, '0')}`,
    Id: `10000000-0000-4000-8000-${String(index).padStart(6, '0')}${day.replaceAll('-', '').slice(2)}`,
    OrganizationId: ORGANISATION,
    Operation: 'FileDownloaded',
    RecordType: 6,
    UserKey: colleague(index % people),
    UserType: 0,
    Version: 1,
    UserId: colleague(index % people),
    Workload: 'SharePoint',
    ItemType: 'File',
    SiteUrl: 'https://quarryfield.sharepoint.com/sites/Designs/',
    SourceRelativeUrl: 'Shared Documents',
    SourceFileName: `plan-${String(index)}.dwg`,
    SourceFileExtension: 'dwg',
    ObjectId: `https://quarryfield.sharepoint.com/sites/Designs/Shared Documents/plan-${String(index)}.dwg`
  }))
  return writeLines(folder, name, records)
}

export function writeDeletedAccount(folder: string, number: number): string {
  const target = `0123456789abcdef0123456789abcdef${colleague(number)}`
  return writeLines(folder, 'deleted.ndjson', [
    {
      CreationTime: '2026-02-20T08:00:00',
      Id: '20000000-0000-4000-8000-000000000001',
      OrganizationId: ORGANISATION,
      Operation: 'Delete user.',
      RecordType: 8,
      UserKey: 'k',
      UserType: 0,
      Version: 1,
      Workload: 'AzureActiveDirectory',
      UserId: `admin.kaya@${DOMAIN}`,
      ResultStatus: 'Success',
      ObjectId: target,
      Target: [{ ID: target, Type: 5 }]
    }
  ])
}

export function writeDepartures(folder: string, name: string, numbers: readonly number[], day: string): string {
  const rows = numbers.map((number) => `${colleague(number)},Colleague ${String(number)},${day},${day}`)
  return writeText(folder, name, ['UserPrincipalName,DisplayName,ResignationDate,LastWorkingDate', ...rows])
}

export function writeStressors(folder: string, name: string, numbers: readonly number[], day: string): string {
  const rows = numbers.map((number) => `${colleague(number)},${day},7,6`)
  return writeText(folder, name, ['EmailAddress,EffectiveDate,OldLevel,NewLevel', ...rows])
}

/** Uploads of as many files each to a site outside, on one day. */
export function writeUploads(
  folder: string,
  name: string,
  numbers: readonly number[],
  day: string,
  each: number
): string {
  const records = numbers.flatMap((number) =>
    Array.from({ length: each }, (_, index) => ({
      CreationTime: `${day}T10:${String(Math.floor(index / 60)).padStart(2, '0')}:${String(index % 60).padStart(2, '0')}`,
      Id: `40000000-0000-4000-8${String(number).padStart(3, '0')}-${day.replaceAll('-', '').slice(2)}${String(index).padStart(6, '0')}`,
      OrganizationId: ORGANISATION,
      Operation: 'FileUploadedToCloud',
      RecordType: 63,
      UserKey: colleague(number),
      UserType: 0,
      Version: 1,
      UserId: colleague(number),
      Workload: 'Endpoint',
      ObjectId: `C:\\Work\\plan-${String(index)}.dwg`,
      DeviceName: `QF-${String(number)}`,
      FileExtension: 'dwg',
      TargetDomain: 'drive.elsewhere.example'
    }))
  )
  return writeLines(folder, name, records)
}

export function writeDataLossMatch(folder: string, number: number, severity: 'Low' | 'High'): string {
  return writeLines(folder, `data-loss-${severity}.ndjson`, [
    {
      CreationTime: '2026-02-17T10:00:00',
      Id: `30000000-0000-4000-8000-00000000000${severity === 'Low' ? '1' : '2'}`,
      OrganizationId: ORGANISATION,
      Operation: 'DlpRuleMatch',
      RecordType: 13,
      UserKey: 'k',
      UserType: 4,
      Version: 1,
      UserId: 'DlpAgent',
      Workload: 'Exchange',
      ExchangeMetaData: {
        From: colleague(number),
        To: ['partner@elsewhere.example'],
        Subject: 'Figures',
        MessageID: `<${severity}@${DOMAIN}>`,
        FileSize: 100
      },
      PolicyDetails: [
        {
          PolicyName: 'Finance',
          Rules: [
            {
              RuleName: 'Accounts',
              Severity: severity,
              ConditionsMatched: { SensitiveInformation: [{ Count: 3, Confidence: 85, SensitiveType: 'account' }] }
            }
          ]
        }
      ]
    }
  ])
}

/** An alert of a security product that nobody has looked at yet. */
export function writeSecurityAlert(folder: string, number: number): string {
  const alert = {
    '@odata.type': '#microsoft.graph.security.alert',
    id: 'da40_1',
    providerAlertId: 'da40_1',
    status: 'new',
    severity: 'medium',
    serviceSource: 'microsoftDefenderForEndpoint',
    title: 'A security feature was switched off',
    category: 'DefenseEvasion',
    createdDateTime: '2026-02-18T08:00:00Z',
    firstActivityDateTime: '2026-02-18T07:40:00Z',
    evidence: [
      {
        '@odata.type': '#microsoft.graph.security.userEvidence',
        userAccount: {
          accountName: colleague(number).slice(0, colleague(number).indexOf('@')),
          domainName: 'QUARRY',
          userPrincipalName: colleague(number)
        }
      }
    ]
  }
  const file = path.join(folder, 'alerts.json')
  writeFileSync(
    file,
    JSON.stringify({
      '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#security/alerts_v2',
      value: [alert]
    })
  )
  return file
}

export function writeBadges(folder: string, number: number): string {
  return writeText(folder, 'doors.csv', [
    'Date,Time,Cardholder,Reader Name,Reader ID,Event',
    `13/02/2026,08:01:05,${colleague(number)},Main entrance,R-01,Access Granted`,
    `14/02/2026,08:02:05,${colleague(number)},Model vault,R-07,Access Granted`
  ])
}

function writeLines(folder: string, name: string, records: readonly object[]): string {
  return writeText(
    folder,
    name,
    records.map((record) => JSON.stringify(record))
  )
}

function writeText(folder: string, name: string, lines: readonly string[]): string {
  const file = path.join(folder, name)
  writeFileSync(file, `${lines.join('\n')}\n`)
  return file
}
