import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { auditRecord } from './audit-record.ts'
import { readAll, temporaryFolder } from './reading.ts'

const FIXTURES = path.join(import.meta.dirname, 'fixtures/defender')

function row(action: string, more: Readonly<Record<string, unknown>>): string {
  const fields = { Timestamp: '2026-03-02T09:00:00Z', DeviceId: 'd1', DeviceName: 'lt-1', ActionType: action, ...more }
  return `${JSON.stringify(fields)}\n`
}

async function readRows(...rows: readonly string[]): ReturnType<typeof readAll> {
  const file = path.join(temporaryFolder(), 'rows.jsonl')
  writeFileSync(file, rows.join(''))
  return readAll(file)
}

describe('hunting tables', () => {
  it('give one row one key in the stream, in a message of several, in a table and on the page', async () => {
    const keys = new Map<string, string | undefined>()
    for (const name of ['stream.jsonl', 'event-hub.jsonl', 'log-analytics.jsonl', 'hunting-page.csv']) {
      const { activities } = await readAll(path.join(FIXTURES, name))
      keys.set(
        name,
        activities.find(({ fileName, path }) => fileName === 'Customers.xlsx' && path.startsWith('E:'))?.recordKey
      )
    }
    expect(new Set(keys.values()).size).toBe(1)
    expect(keys.get('stream.jsonl')).toMatch(/^defender\|/)
  })

  it('are the audit record that they carry, and not it where the record is of another app', async () => {
    const record = auditRecord(1)
    const carrying = { ReportId: 'c1', Application: 'Microsoft SharePoint Online', DeviceId: undefined }
    const { activities } = await readRows(
      row('FileDownloaded', { ...carrying, RawEventData: JSON.stringify(record) }),
      row('Download', { ...carrying, RawEventData: { event: 'download', id: record.Id } })
    )
    const file = path.join(temporaryFolder(), 'audit.jsonl')
    writeFileSync(file, `${JSON.stringify(record)}\n`)
    const [audited] = (await readAll(file)).activities
    expect(activities[0]).toMatchObject({ recordKey: audited?.recordKey, actor: record.UserId, workload: 'SharePoint' })
    expect(activities[1]?.recordKey).not.toBe(audited?.recordKey)
    expect(activities[1]?.workload).toBe('Defender for Cloud Apps')
  })

  it('tell a file made on a stick only of the device and the letter that the stick was mounted with', async () => {
    const mounted = { AdditionalFields: '{"DriveLetter":"E:"}', ReportId: 1 }
    const made = (device: string, folder: string, report: number): string =>
      row('FileCreated', { DeviceId: device, FileName: 'a.txt', FolderPath: `${folder}a.txt`, ReportId: report })
    const { activities } = await readRows(
      made('d1', 'E:\\', 2),
      row('UsbDriveMounted', mounted),
      made('d1', 'e:\\x\\', 3),
      made('d2', 'E:\\', 4),
      made('d1', 'D:\\', 5),
      row('UsbDriveUnmounted', { ...mounted, ReportId: 6 }),
      made('d1', 'E:\\', 7)
    )
    expect(activities.map(({ operation }) => operation)).toEqual([
      'FileCreated',
      'UsbDriveMounted',
      'FileCreatedOnRemovableMedia',
      'FileCreated',
      'FileCreated',
      'UsbDriveUnmounted',
      'FileCreated'
    ])
  })

  it('pick nobody of several people who are logged on, and the one where there is one', async () => {
    const { activities } = await readRows(
      row('UsbDriveMounted', { ReportId: 1, AdditionalFields: { LoggedOnUsers: ['a@h.example', 'b@h.example'] } }),
      row('UsbDriveMounted', { ReportId: 2, AdditionalFields: { LoggedOnUsers: ['a@h.example', 'A@h.example'] } })
    )
    expect(activities.map(({ actor, actorKind }) => [actor, actorKind])).toEqual([
      ['', 'unknown'],
      ['a@h.example', 'person']
    ])
  })

  it('never make people of the system, of services and of machines', async () => {
    const accounts: readonly (readonly [string, string, string])[] = [
      ['NT AUTHORITY', 'SYSTEM', ''],
      ['AUTORITE NT', 'Système', 'S-1-5-18'],
      ['HARBOUR', 'LT-0417$', ''],
      ['Window Manager', 'DWM-1', 'S-1-5-90-0-1'],
      ['lt-9', 'root', ''],
      ['mac-1', '_windowserver', ''],
      ['HARBOUR', 'mira.olsen', 'S-1-5-21-1-2-3-1105']
    ]
    const { activities } = await readRows(
      ...accounts.map(([InitiatingProcessAccountDomain, InitiatingProcessAccountName, sid], index) =>
        row('GetClipboardData', {
          ReportId: index,
          InitiatingProcessAccountDomain,
          InitiatingProcessAccountName,
          InitiatingProcessAccountSid: sid
        })
      )
    )
    expect(activities.map(({ actorKind }) => actorKind)).toEqual([
      ...Array.from({ length: 6 }, () => 'service'),
      'person'
    ])
  })

  it('do not take other logs: an audit export, alerts of another interface, a table of devices', async () => {
    const folder = temporaryFolder()
    const others: readonly (readonly [string, string])[] = [
      ['audit.jsonl', JSON.stringify(auditRecord(1))],
      ['devices.csv', 'DeviceName,Timestamp,Owner\nlt-1,2026-01-01T00:00:00Z,mira\n']
    ]
    for (const [name, text] of others) {
      const file = path.join(folder, name)
      writeFileSync(file, text)
      const sources = (await readAll(file)).starts.map(({ recognition }) => recognition.source)
      expect(sources, name).not.toContain('defender')
    }
    const alerts = readFileSync(path.join(FIXTURES, '../security-alert/graph-older.json'), 'utf8')
    expect(alerts).toContain('vendorInformation')
    const read = await readAll(path.join(FIXTURES, '../security-alert/graph-older.json'))
    expect(read.starts.map(({ recognition }) => recognition.source)).toEqual(['security-alert'])
  })
})
