/** Alerts, cases, receipts and people of the made workspace; parsed with the contract's schemas. */
import { AlertRow } from '../../src/shared/contract/alert.ts'
import { CaseDetail, CaseRow } from '../../src/shared/contract/case.ts'
import { Receipt, type ImportProgress } from '../../src/shared/contract/import.ts'
import { PersonRow } from '../../src/shared/contract/person.ts'
import { severityOf } from '../../src/shared/domain/severity.ts'
import { DAY_MS, FIRST, hashOf, HOUR_MS, NOW_MS, PEOPLE, SECOND } from './made-people.ts'
import { KINDS } from './made-story.ts'

export const POLICY_NAMES = ['Departing engineers', 'Data leaks, everybody', 'Security settings']
export const ALERTS: readonly AlertRow[] = PEOPLE.flatMap((pseudonym, index) =>
  [0, 1].map((round) => {
    const score = Math.max(7, 91 - index * 13 - round * 24)
    const isOfCase = index === 0 || (index === 1 && round === 0)
    return AlertRow.parse({
      id: index * 2 + round + 1,
      pseudonym,
      department: ['Engineering', 'Sales', 'Finance', 'Engineering', 'Legal', 'Operations'][index] ?? null,
      policyId: round + 1,
      policy: POLICY_NAMES[round],
      severity: severityOf(score),
      score,
      status: isOfCase ? 'confirmed' : 'needs-review',
      detectedMs: NOW_MS - (index * 9 + round * 4 + 2) * 5 * HOUR_MS,
      updatedMs: NOW_MS - (index * 9 + round * 4) * 5 * HOUR_MS,
      caseId: isOfCase ? 1 : null,
      caseName: isOfCase ? 'Pricing files before departure' : null,
      caseStatus: isOfCase ? 'active' : null,
      topFactor: KINDS[index]?.says(412 - index * 60) ?? 'unusual activity'
    })
  })
)

export const CASES: readonly CaseRow[] = [
  CaseRow.parse({
    id: 1,
    name: 'Pricing files before departure',
    status: 'active',
    resolution: null,
    people: [FIRST, SECOND],
    alerts: 3,
    notes: 4,
    highestScore: 91,
    openedMs: NOW_MS - 12 * DAY_MS,
    updatedMs: NOW_MS - 2 * HOUR_MS,
    updatedBy: 'alice'
  }),
  CaseRow.parse({
    id: 2,
    name: 'Sharing link to ANON-7MVE-1R',
    status: 'active',
    resolution: null,
    people: [PEOPLE[4]],
    alerts: 1,
    notes: 1,
    highestScore: 52,
    openedMs: NOW_MS - 41 * DAY_MS,
    updatedMs: NOW_MS - 9 * DAY_MS,
    updatedBy: 'bob'
  }),
  CaseRow.parse({
    id: 3,
    name: 'Badge at night',
    status: 'closed',
    resolution: 'benign',
    people: [PEOPLE[5]],
    alerts: 2,
    notes: 6,
    highestScore: 38,
    openedMs: NOW_MS - 90 * DAY_MS,
    updatedMs: NOW_MS - 60 * DAY_MS,
    updatedBy: 'alice'
  })
]

export const CASE = CaseDetail.parse({
  case: CASES[0],
  alerts: ALERTS.filter(({ caseId }) => caseId === 1),
  notes: [
    {
      id: 1,
      atMs: NOW_MS - 12 * DAY_MS,
      operator: 'alice',
      kind: 'decision',
      text: 'Alert confirmed into this case: same 41 files downloaded, renamed and shared.'
    },
    {
      id: 2,
      atMs: NOW_MS - 11 * DAY_MS,
      operator: 'alice',
      kind: 'note',
      text: 'Asked the site owner: the pricing folder is not part of the hand-over list.\nWaiting for the list of open projects of ANON-9TXA-F3.'
    },
    {
      id: 3,
      atMs: NOW_MS - 5 * DAY_MS,
      operator: 'bob',
      kind: 'export',
      text: 'Bundle exported: 418 files, 61 redactions.'
    },
    {
      id: 4,
      atMs: NOW_MS - 2 * HOUR_MS,
      operator: 'alice',
      kind: 'note',
      text: 'Removable drive was returned by ANON-4K7Q-2M; serial matches the device log.'
    }
  ],
  history: [
    { atMs: NOW_MS - 12 * DAY_MS, operator: 'alice', action: 'case.open', says: 'Opened from alert 1' },
    { atMs: NOW_MS - 12 * DAY_MS + 60_000, operator: 'alice', action: 'alert.confirm', says: 'Two more alerts added' },
    { atMs: NOW_MS - 5 * DAY_MS, operator: 'bob', action: 'export.case', says: 'Bundle exported, 418 files' }
  ]
})

export const receipt = (id: number, change: Partial<Receipt>): Receipt => {
  const rows = { kept: 48_211, duplicate: 1_320, rejected: 14, ignored: 902, ...change }
  return Receipt.parse({
    id,
    path: `/srv/evidence/2025-03 request/exports/audit-2025-0${id}.csv`,
    status: 'finished',
    sha256: hashOf(id),
    bytes: 61_204_112,
    source: 'm365-audit',
    wrapping: 'csv',
    encoding: 'utf-8',
    recognisedBecause: 'The header holds CreationDate, UserIds, Operations and AuditData.',
    confidence: 0.98,
    reader: 'm365-audit 3',
    timezone: 'UTC',
    timezoneBecause: 'AuditData writes CreationTime in UTC by definition.',
    ignoredByReason: rows.ignored > 0 ? [{ reason: 'Acts of services, not of people', rows: rows.ignored }] : [],
    people: 212,
    firstAtMs: NOW_MS - 60 * DAY_MS,
    lastAtMs: NOW_MS - 30 * DAY_MS,
    startedMs: NOW_MS - id * DAY_MS,
    durationMs: 4_310,
    operator: 'alice',
    label: '',
    warnings: [],
    findings: [],
    unreadOperations: [],
    refusal: null,
    ...rows,
    rowsRead: rows.kept + rows.duplicate + rows.rejected + rows.ignored
  })
}
export const RECEIPTS: readonly Receipt[] = [
  receipt(1, {
    label: 'First quarter, all workloads',
    warnings: ['3 rows name a time in the future; they were kept.'],
    findings: [
      { kind: 'first-of-source', says: 'This is the first import of a Microsoft 365 audit log.' },
      { kind: 'cut-export', says: 'The file holds exactly 50 000 rows, as many as one search returns at most.' },
      { kind: 'gap', says: 'Exchange has no record from 3 to 7 Mar 2025, though it has some on every day around.' }
    ],
    unreadOperations: [
      { workload: 'SharePoint', operation: 'ListViewed', rows: 2_114 },
      { workload: 'Exchange', operation: 'MailItemsAccessed', rows: 1_802 },
      { workload: 'Teams', operation: 'MeetingDetail', rows: 96 }
    ]
  }),
  receipt(2, {
    duplicate: 31_008,
    kept: 18_002,
    rejected: 0,
    findings: [{ kind: 'overlap', says: 'It covers 18 days that earlier imports cover too.' }]
  }),
  receipt(3, {
    path: 'staff.csv',
    source: 'hr',
    kept: 96,
    duplicate: 0,
    rejected: 2,
    ignored: 0,
    bytes: 18_233,
    timezone: 'Europe/Berlin',
    timezoneBecause: 'The file writes days without a zone; the workspace counts in Europe/Berlin.'
  }),
  receipt(4, {
    path: 'holiday-pictures.zip',
    status: 'refused',
    source: null,
    wrapping: null,
    encoding: null,
    kept: 0,
    duplicate: 0,
    rejected: 0,
    ignored: 0,
    people: 0,
    firstAtMs: null,
    lastAtMs: null,
    refusal: 'This is an archive of pictures; no reader knows it. Nothing was imported.'
  }),
  receipt(5, { path: 'audit-2025-05.csv', status: 'undone' }),
  receipt(6, {
    path: 'C:\\Exports\\building-7\\doors-2025-03.csv',
    source: 'badge',
    kept: 1_022,
    duplicate: 0,
    rejected: 8_310,
    ignored: 0,
    confidence: 0.62,
    recognisedBecause: 'Four of six columns are those of a badge log.',
    findings: [{ kind: 'clock-skew', says: 'Its times run 2 h ahead of the sign-ins of the same people.' }]
  })
]

export const IDLE: ImportProgress = {
  isRunning: false,
  phase: 'idle',
  files: 0,
  filesDone: 0,
  currentFile: null,
  bytes: 0,
  bytesDone: 0,
  rowsRead: 0,
  kept: 0,
  duplicate: 0,
  rejected: 0,
  eventsPerSecond: 0,
  startedMs: null
}
export const RUNNING: ImportProgress = {
  isRunning: true,
  phase: 'reading',
  files: 5,
  filesDone: 2,
  currentFile: 'audit-2025-03.csv',
  bytes: 302_000_000,
  bytesDone: 131_400_000,
  rowsRead: 108_400,
  kept: 99_120,
  duplicate: 9_180,
  rejected: 12,
  eventsPerSecond: 41_200,
  startedMs: NOW_MS - 4_000
}

export const PERSON_ROWS: readonly PersonRow[] = PEOPLE.map((pseudonym, index) => {
  const riskScore = [91, 74, 52, 38, 12, 0][index] ?? 0
  return PersonRow.parse({
    pseudonym,
    department: ['Engineering', 'Sales', 'Finance', 'Engineering', null, 'Operations'][index],
    riskScore,
    riskLevel: riskScore === 0 ? 'none' : severityOf(riskScore),
    inScope: index < 4,
    policies: index < 4 ? POLICY_NAMES.slice(0, 1 + (index % 2)) : [],
    alerts: index < 5 ? 2 : 0,
    violations: index === 0 ? 1 : 0,
    caseId: index < 2 ? 1 : null,
    isInPriorityGroup: index === 1,
    scoredUntilMs: index === 3 ? NOW_MS + 9 * DAY_MS : null,
    activities: 12_400 - index * 1_733
  })
})
