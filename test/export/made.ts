/** A made case: two invented people, three alerts, and whatever goes with them. Nothing of it happened. */
import { ActivityView } from '../../src/shared/contract/activity.ts'
import { AuditEntry } from '../../src/shared/contract/audit.ts'
import type { Verification } from '../../src/shared/contract/audit.ts'
import type { BundleInput, ReportInput } from '../../src/main/export/input.ts'
import { madeAlerts } from './made-alerts.ts'
import { madeCase, madeNotes, madeReceipts } from './made-case.ts'
import { madeTimeline, quietTimeline } from './made-timeline.ts'
import { at, COLLEAGUE, digest, EXPORTED_MS, LEAVER } from './made-words.ts'

export async function* stream<Row>(rows: Iterable<Row>): AsyncGenerator<Row> {
  for (const row of rows) yield await Promise.resolve(row)
}

export function madeBundle(rows: Iterable<ActivityView> = madeActivities(40)): BundleInput {
  const { activities, auditEntries, ...about } = madeReport()
  return { ...about, activities: stream(rows), auditExtract: madeAudit(12) }
}

export function madeReport(): ReportInput {
  const alerts = madeAlerts()
  const notes = madeNotes()
  const audit = madeAudit(12)
  return {
    software: { name: 'Inward', version: '0.1.0' },
    workspaceId: 'ws-7f3a90c1',
    exportedAtMs: EXPORTED_MS,
    exportedBy: 'i.field',
    timezone: 'Europe/Berlin',
    case: madeCase(alerts, notes),
    alerts,
    timelines: [madeTimeline(), quietTimeline()],
    notes,
    receipts: madeReceipts(),
    auditHead: { seq: 12, hash: audit[11]?.hash ?? '', merkleRoot: digest('root') },
    identitiesRevealed: [],
    activities: 1284,
    auditEntries: 12
  }
}

export function* madeActivities(count: number): Generator<ActivityView> {
  for (let index = 0; index < count; index += 1) yield madeActivity(index)
}

export function madeActivity(index: number): ActivityView {
  const isShare = index % 9 === 8
  return ActivityView.parse({
    id: index + 1,
    atMs: at('2026-03-11T13:02:00+01:00') + index * 17_230,
    pseudonym: index % 5 === 4 ? COLLEAGUE : LEAVER,
    actorKind: 'person',
    source: 'm365-audit',
    workload: 'SharePoint',
    operation: isShare ? 'SharingSet' : 'FileDownloaded',
    outcome: 'success',
    itemType: 'file',
    fileName: `Gearbox drawing ${String(index)}, rev. "B".dwg`,
    newFileName: '',
    path: `https://made.example/sites/engineering/${LEAVER}/drawings/${String(index)}.dwg`,
    siteUrl: 'https://made.example/sites/engineering',
    subject: index % 7 === 0 ? '=HYPERLINK("http://made.example")' : '',
    targets: isShare ? [COLLEAGUE, 'outside person'] : [],
    targetDomains: isShare ? ['elsewhere.example'] : [],
    exposure: isShare ? 'guest' : 'none',
    labelChange: 'none',
    alertSeverity: 'none',
    address: '198.51.100.7',
    device: 'LAP-0417',
    sizeBytes: 120_000 + index,
    itemCount: 1,
    indicators: [isShare ? 'external-sharing' : 'mass-download'],
    echoOf: null,
    importId: 1,
    ordinal: index + 1,
    alsoIn: index % 4 === 3 ? [2, 5] : []
  })
}

export function madeAudit(count: number): AuditEntry[] {
  const entries: AuditEntry[] = []
  for (let seq = 1; seq <= count; seq += 1) {
    const previousHash = entries.at(-1)?.hash ?? ''
    const body = { seq, atMs: EXPORTED_MS - (count - seq) * 3_600_000, previousHash }
    entries.push(
      AuditEntry.parse({
        ...body,
        operator: 'i.field',
        roles: ['investigator'],
        action: 'case.note',
        objectType: 'case',
        objectId: '3',
        caseId: 3,
        outcome: 'done',
        details: { length: seq },
        hash: digest(JSON.stringify(body))
      })
    )
  }
  return entries
}

/** The made chain's own check; the real one belongs to the custody room. */
export function verifyMadeAudit(entries: readonly AuditEntry[]): Verification {
  const problems = entries.flatMap(({ seq, atMs, previousHash, hash }, index) => {
    const before = entries[index - 1]
    const isChained = before === undefined || before.hash === previousHash
    return isChained && hash === digest(JSON.stringify({ seq, atMs, previousHash }))
      ? []
      : [`entry ${String(seq)} does not fit.`]
  })
  return { ok: problems.length === 0, checked: entries.length, problems }
}
