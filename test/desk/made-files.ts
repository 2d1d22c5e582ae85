/** Audit files of invented people, as long as a test needs them. */
import { writeFileSync } from 'node:fs'
import path from 'node:path'

export const LEAVER = 'mika.sandvall@quarryfield.example'
const COLLEAGUE = 'tove.ahlgren@quarryfield.example'
const SITE = 'https://quarryfield.sharepoint.com/sites/Designs'
const HOUR_MS = 3_600_000
const FIRST_DAY_MS = Date.UTC(2026, 1, 2, 9)

/** `rows` downloads by two people, ten an hour; every `brokenEvery`th line is cut off. */
export function writeAudit(folder: string, name: string, rows: number, brokenEvery = Infinity): string {
  const file = path.join(folder, name)
  const lines = Array.from({ length: rows }, (_, index) => {
    const line = JSON.stringify(record(index))
    return (index + 1) % brokenEvery === 0 ? line.slice(0, 120) : line
  })
  writeFileSync(file, `${lines.join('\n')}\n`)
  return file
}

/** What the person who leaves took on the last day: one alert. */
export function writeTaking(folder: string): { readonly audit: string; readonly leavers: string } {
  const audit = path.join(folder, 'taking.ndjson')
  const usual = Array.from({ length: 300 }, (_, index) => record(index))
  const taken = Array.from({ length: 200 }, (_, index) => copied(index))
  writeFileSync(audit, [...usual, ...taken].map((entry) => `${JSON.stringify(entry)}\n`).join(''))
  const leavers = path.join(folder, 'leavers.csv')
  writeFileSync(
    leavers,
    `UserPrincipalName,DisplayName,ResignationDate,LastWorkingDate\n${LEAVER},Mika Sandvall,2026-02-20,2026-03-31\n`
  )
  return { audit, leavers }
}

function head(index: number, atMs: number, person: string) {
  return {
    CreationTime: new Date(atMs).toISOString().slice(0, 19),
    Id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    OrganizationId: '5f8d3c1e-0000-4000-8000-000000000001',
    UserKey: person,
    UserType: 0,
    Version: 1,
    UserId: person,
    ClientIP: '203.0.113.20'
  }
}

function record(index: number) {
  const name = `drawing-${index % 500}.dwg`
  const atMs = FIRST_DAY_MS + Math.floor(index / 10) * HOUR_MS + (index % 10) * 60_000
  return {
    ...head(index, atMs, index % 2 === 0 ? LEAVER : COLLEAGUE),
    Operation: 'FileDownloaded',
    RecordType: 6,
    Workload: 'SharePoint',
    ItemType: 'File',
    SiteUrl: `${SITE}/`,
    SourceRelativeUrl: 'Shared Documents',
    SourceFileName: name,
    SourceFileExtension: 'dwg',
    ObjectId: `${SITE}/Shared Documents/${name}`
  }
}

function copied(index: number) {
  return {
    ...head(900_000 + index, FIRST_DAY_MS + 25 * 24 * HOUR_MS + index * 20_000, LEAVER),
    Operation: 'FileCopiedToRemovableMedia',
    RecordType: 63,
    Workload: 'Endpoint',
    ObjectId: `C:\\Users\\mika.sandvall\\drawing-${index}.dwg`,
    DeviceName: 'QF-1187',
    FileExtension: 'dwg',
    FileSize: 120_000,
    Platform: 1,
    SourceLocationType: 1,
    DestinationLocationType: 3
  }
}
