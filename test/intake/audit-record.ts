/** Audit records of invented people, and the same records in the wrappings that tools put around them. */
import { zipped } from './zipped.ts'

export interface AuditRecord {
  readonly [field: string]: unknown
  readonly Id: string
  readonly CreationTime: string
  readonly Operation: string
  readonly UserId: string
}

const TENANT = '7d3f2c10-9a8b-4c6d-8e5f-1a2b3c4d5e6f'

export function auditRecord(number: number, more: Readonly<Record<string, unknown>> = {}): AuditRecord {
  const minute = String(number % 60).padStart(2, '0')
  const hour = String(Math.floor(number / 60) % 24).padStart(2, '0')
  return {
    CreationTime: `2026-02-03T${hour}:${minute}:00`,
    Id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    Operation: 'FileDownloaded',
    OrganizationId: TENANT,
    RecordType: 6,
    UserKey: '10032000abcdef01',
    UserType: 0,
    Version: 1,
    Workload: 'SharePoint',
    UserId: 'nora.falk@harbourlight.example',
    ClientIP: '198.51.100.7',
    ObjectId: `https://harbourlight.sharepoint.com/sites/Plans/Shared Documents/Käse ${String(number)}.xlsx`,
    SiteUrl: 'https://harbourlight.sharepoint.com/sites/Plans',
    SourceFileName: `Käse ${String(number)}.xlsx`,
    SourceFileExtension: 'xlsx',
    ItemType: 'File',
    ...more
  }
}

export function csvLine(cells: readonly unknown[]): string {
  return cells.map((cell) => `"${String(cell).replaceAll('"', '""')}"`).join(',')
}

/** One record in each wrapping; every one of them must be the same record to the store. */
export async function everyWrapping(record: AuditRecord): Promise<ReadonlyMap<string, Uint8Array>> {
  const json = JSON.stringify(record)
  const american = new Date(`${record.CreationTime}Z`).toLocaleString('en-US', { timeZone: 'UTC' }).replace(',', '')
  const flat = Object.entries(record)
  const texts = new Map<string, string>([
    ['lines.log', `${json}\n`],
    ['list.json', JSON.stringify([record], null, 2)],
    ['page.json', JSON.stringify({ '@odata.count': 1, value: [record] })],
    ['event.jsonl', `${JSON.stringify({ host: 'h', event: record })}\n`],
    ['raw.jsonl', `${JSON.stringify({ _time: 'now', _raw: json })}\n`],
    [
      'portal.csv',
      `${csvLine(['RecordId', 'CreationDate', 'RecordType', 'Operation', 'UserId', 'AuditData'])}\r\n` +
        `${csvLine([record.Id, record.CreationTime, 6, record.Operation, record.UserId, json])}\r\n`
    ],
    [
      'powershell.csv',
      '#TYPE Deserialized.Record\n' +
        `${csvLine(['AuditData', 'CreationDate', 'UserIds', 'Operations', 'Identity'])}\n` +
        `${csvLine([JSON.stringify(record, null, 2), american, record.UserId, record.Operation, record.Id])}\n`
    ],
    ['flattened.csv', `${csvLine(flat.map(([name]) => name))}\n${csvLine(flat.map(([, value]) => value))}\n`],
    [
      'semicolons.csv',
      `${csvLine(['CreationDate', 'AuditData']).replace(',', ';')}\n${csvLine([american, json]).replace('","', '";"')}\n`
    ],
    [
      'table.jsonl',
      `${JSON.stringify({ TimeGenerated: `${record.CreationTime}Z`, Operation: record.Operation, OfficeId: record.Id, UserId: record.UserId.toUpperCase(), OfficeWorkload: 'SharePoint', RecordType: '6', OrganizationId: record['OrganizationId'] })}\n`
    ],
    ['lower.jsonl', `${JSON.stringify(Object.fromEntries(flat.map(([name, value]) => [name.toLowerCase(), value])))}\n`]
  ])
  const files = new Map<string, Uint8Array>([...texts].map(([name, text]) => [name, Buffer.from(text)]))
  files.set('wide.jsonl', Buffer.from(`\ufeff${json}\n`, 'utf16le'))
  files.set('packed.zip', await zipped([{ name: 'inner/lines.json', bytes: Buffer.from(json) }]))
  return files
}
