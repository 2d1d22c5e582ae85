/** A few invented weeks: one person who resigns and takes files along, and one who only works. */
import { writeFileSync } from 'node:fs'
import path from 'node:path'

export const LEAVER = 'mika.sandvall@quarryfield.example'
const COLLEAGUE = 'tove.ahlgren@quarryfield.example'
const SITE = 'https://quarryfield.sharepoint.com/sites/Designs'
const DAY_MS = 86_400_000
const FIRST_DAY_MS = Date.UTC(2026, 1, 2)

export interface MadeLogs {
  readonly audit: string
  readonly leavers: string
  readonly records: number
}

/** The last line of the audit file is cut off, so that one row is rejected. */
export function writeLogs(folder: string): MadeLogs {
  const lines: string[] = []
  for (let day = 0; day < 40; day += 1) {
    for (const person of [LEAVER, COLLEAGUE]) {
      for (let file = 0; file < 4; file += 1) lines.push(record(person, day, file, 'FileDownloaded'))
    }
  }
  for (let file = 0; file < 260; file += 1) lines.push(record(LEAVER, 38, 100 + file, 'FileDownloaded'))
  for (let file = 0; file < 80; file += 1) lines.push(copied(LEAVER, 39, 100 + file))
  const audit = path.join(folder, 'audit.ndjson')
  writeFileSync(audit, `${lines.join('\n')}\n{"CreationTime":"2026-03-1\n`)
  const leavers = path.join(folder, 'leavers.csv')
  writeFileSync(leavers, `UserPrincipalName,ResignationDate,LastWorkingDate\n${LEAVER},2026-03-10,2026-03-31\n`)
  return { audit, leavers, records: lines.length }
}

let made = 0

function head(person: string, day: number, file: number, operation: string, recordType: number) {
  made += 1
  return {
    CreationTime: new Date(FIRST_DAY_MS + day * DAY_MS + 9 * 3_600_000 + file * 30_000).toISOString().slice(0, 19),
    Id: `00000000-0000-4000-8000-${String(made).padStart(12, '0')}`,
    Operation: operation,
    OrganizationId: '5f8d3c1e-0000-4000-8000-000000000001',
    RecordType: recordType,
    UserKey: person,
    UserType: 0,
    Version: 1,
    UserId: person,
    ClientIP: '203.0.113.20'
  }
}

function record(person: string, day: number, file: number, operation: string): string {
  const name = `drawing-${file}.dwg`
  return JSON.stringify({
    ...head(person, day, file, operation, 6),
    Workload: 'SharePoint',
    ItemType: 'File',
    SiteUrl: `${SITE}/`,
    SourceRelativeUrl: 'Shared Documents',
    SourceFileName: name,
    SourceFileExtension: 'dwg',
    ObjectId: `${SITE}/Shared Documents/${name}`
  })
}

function copied(person: string, day: number, file: number): string {
  return JSON.stringify({
    ...head(person, day, file, 'FileCopiedToRemovableMedia', 63),
    Workload: 'Endpoint',
    ObjectId: `C:\\Users\\${person.split('@')[0] ?? ''}\\drawing-${file}.dwg`,
    DeviceName: 'QF-1187',
    FileExtension: 'dwg',
    FileSize: 120_000,
    Platform: 1,
    SourceLocationType: 1,
    DestinationLocationType: 3
  })
}
