/** A small workspace of invented people, as the engine would answer about it; parsed with the contract's schemas. */
import type { ActivityView, Timeline } from '../../src/shared/contract/activity.ts'
import { AlertRow } from '../../src/shared/contract/alert.ts'
import { AuditEntry } from '../../src/shared/contract/audit.ts'
import { CaseDetail, CaseRow } from '../../src/shared/contract/case.ts'
import { ImportProgress, Receipt } from '../../src/shared/contract/import.ts'
import { PersonRow } from '../../src/shared/contract/person.ts'
import { severityOf } from '../../src/shared/domain/severity.ts'
import type { Category } from '../../src/shared/domain/category.ts'
import { TEMPLATES } from '../../src/shared/domain/policy.ts'
import { Pseudonym } from '../../src/shared/domain/pseudonym.ts'
import { dice } from './charts/made-timeline.ts'
import type { MadeDeskOptions } from './made-desk.ts'

type Answers = NonNullable<MadeDeskOptions['answers']>

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
export const NOW_MS = Date.parse('2025-03-31T16:00:00+02:00')
const hashOf = (seed: number) =>
  Array.from({ length: 64 }, (_, index) => ((seed * 7 + index * 11) % 16).toString(16)).join('')

export const PEOPLE = [
  'ANON-4K7Q-2M',
  'ANON-9TXA-F3',
  'ANON-0B6D-W8',
  'ANON-Q2HN-5C',
  'ANON-7MVE-1R',
  'ANON-C8ZS-6K'
].map((each) => Pseudonym.parse(each))
const [FIRST = Pseudonym.parse('ANON-4K7Q-2M'), SECOND = FIRST] = PEOPLE

interface Kind {
  readonly indicator: string
  readonly name: string
  readonly category: Category
  readonly says: (count: number) => string
}
const KINDS: readonly Kind[] = [
  {
    indicator: 'download-files',
    name: 'Downloads files from sites',
    category: 'collection',
    says: (count) => `${count} files downloaded from SharePoint; usual is 9 a day`
  },
  {
    indicator: 'share-outside',
    name: 'Shares items with outside people',
    category: 'exfiltration',
    says: (count) => `${count} items shared with an outside address`
  },
  {
    indicator: 'copy-to-usb',
    name: 'Copies files to removable media',
    category: 'exfiltration',
    says: (count) => `${count} files copied to a removable drive`
  },
  {
    indicator: 'rename-files',
    name: 'Renames files to another type',
    category: 'obfuscation',
    says: (count) => `${count} files renamed to another type`
  },
  {
    indicator: 'delete-files',
    name: 'Deletes files',
    category: 'clean-up',
    says: (count) => `${count} files deleted, ${Math.ceil(count / 3)} of them from the recycle bin`
  },
  {
    indicator: 'access-new-sites',
    name: 'Opens sites never opened before',
    category: 'access',
    says: (count) => `${count} files opened on sites new to this person`
  },
  {
    indicator: 'sign-in-unusual',
    name: 'Signs in from an unusual place',
    category: 'security',
    says: (count) => `${count} sign-ins from an address nobody used before`
  },
  {
    indicator: 'badge-at-night',
    name: 'Enters the building at night',
    category: 'physical',
    says: (count) => `${count} entries between 22:00 and 05:00`
  }
]

const scoreFor = (throwDice: () => number, nearEnd: number) =>
  Math.min(98, Math.round(4 + throwDice() ** 3 * 40 + nearEnd * 58 * throwDice()))

/** Half a year of one person that ends in a departure: quiet at first, dense in the last weeks. */
export function madeStory(insightsWanted = 150, days = 200): Timeline {
  const throwDice = dice(41)
  const insights: Timeline['insights'] = []
  const taken = new Set<string>()
  for (let attempt = 0; insights.length < insightsWanted && attempt < insightsWanted * 40; attempt += 1) {
    const towardsEnd = throwDice() < 0.4
    const daysAgo = Math.floor(towardsEnd ? throwDice() ** 1.5 * 32 : throwDice() * days)
    const kindIndex = Math.floor(throwDice() ** 1.3 * KINDS.length)
    const kind = KINDS[kindIndex] ?? KINDS[0]
    const dayMs = Date.parse('2025-03-31T00:00:00+02:00') - daysAgo * DAY_MS
    const date = new Date(dayMs + 3 * HOUR_MS).toISOString().slice(0, 10)
    const isWeekend = [0, 6].includes(new Date(`${date}T12:00:00Z`).getUTCDay())
    const key = `${date}:${kind?.indicator}${insightsWanted > 1000 ? attempt : ''}`
    if (!kind || taken.has(key) || (isWeekend && throwDice() < 0.85)) continue
    taken.add(key)
    const score = scoreFor(throwDice, Math.max(0, 1 - daysAgo / 35))
    const count = Math.max(
      1,
      Math.round(throwDice() ** 2 * (kind.category === 'collection' ? 160 : 34) * (score > 50 ? 2 : 1))
    )
    insights.push({
      key,
      date,
      atMs: dayMs + Math.round((8 + throwDice() * 11) * HOUR_MS),
      indicator: kind.indicator,
      name: kind.name,
      category: kind.category,
      count,
      score,
      severity: severityOf(score),
      says: kind.says(count)
    })
  }
  const exact = (day: string, kindIndex: number, count: number, score: number): string => {
    const kind = KINDS[kindIndex]
    const key = `${day}:${kind?.indicator}:story`
    if (kind)
      insights.push({
        key,
        date: day.slice(0, 10),
        atMs: Date.parse(day),
        indicator: kind.indicator,
        name: kind.name,
        category: kind.category,
        count,
        score,
        severity: severityOf(score),
        says: kind.says(count)
      })
    return key
  }
  const collected = exact('2025-03-11T17:20:00+01:00', 0, 412, 78)
  const renamed = exact('2025-03-12T08:10:00+01:00', 3, 41, 46)
  const shared = exact('2025-03-12T13:40:00+01:00', 1, 41, 84)
  const copied = exact('2025-03-26T19:05:00+01:00', 2, 118, 71)
  const wiped = exact('2025-03-27T07:30:00+01:00', 4, 118, 58)
  return {
    pseudonym: FIRST,
    fromMs: NOW_MS - days * DAY_MS,
    toMs: NOW_MS,
    timezone: 'Europe/Berlin',
    insights,
    sequences: [
      {
        key: 'download-archive-share:2025-03-12',
        name: 'Download, rename, share',
        score: 91,
        says: 'The same 41 files were downloaded, renamed and shared outside within 20 hours',
        steps: [
          { category: 'collection', atMs: Date.parse('2025-03-11T17:20:00+01:00'), count: 41, insightKey: collected },
          { category: 'obfuscation', atMs: Date.parse('2025-03-12T08:10:00+01:00'), count: 41, insightKey: renamed },
          { category: 'exfiltration', atMs: Date.parse('2025-03-12T13:40:00+01:00'), count: 41, insightKey: shared }
        ]
      },
      {
        key: 'copy-delete:2025-03-27',
        name: 'Copy to removable media, delete',
        score: 76,
        says: '118 files were copied to a removable drive and deleted the next morning',
        steps: [
          { category: 'exfiltration', atMs: Date.parse('2025-03-26T19:05:00+01:00'), count: 118, insightKey: copied },
          { category: 'clean-up', atMs: Date.parse('2025-03-27T07:30:00+01:00'), count: 118, insightKey: wiped }
        ]
      }
    ],
    flags: [
      {
        kind: 'performance-review',
        says: 'Performance review: rated 3 of 5',
        atMs: Date.parse('2024-12-12T00:00:00+01:00')
      },
      {
        kind: 'resignation',
        says: 'Resigned on 1 Mar 2025, last working day 31 Mar 2025',
        atMs: Date.parse('2025-03-01T00:00:00+01:00')
      },
      {
        kind: 'hr-resignation',
        says: 'The resignation brought this person into the scope of 1 policy',
        atMs: Date.parse('2025-03-03T09:00:00+01:00')
      }
    ],
    density: Array.from({ length: days }, (_, index) => {
      const atMs = Date.parse('2025-03-31T00:00:00+02:00') - (days - 1 - index) * DAY_MS
      const date = new Date(atMs + 3 * HOUR_MS).toISOString().slice(0, 10)
      const isWeekend = [0, 6].includes(new Date(`${date}T12:00:00Z`).getUTCDay())
      const activities = Math.round(
        (isWeekend ? 3 : 60) * (0.4 + throwDice()) +
          (index > days - 30 ? 120 * throwDice() ** 3 : 0) +
          (date === '2025-03-11' ? 640 : 0)
      )
      return { date, atMs, activities }
    })
  }
}

const OPERATIONS = [
  'FileDownloaded',
  'FileAccessed',
  'SharingInvitationCreated',
  'FileRenamed',
  'FileDeleted',
  'MailItemsAccessed',
  'UserLoggedIn',
  'FileModified'
] as const
const FOLDERS = ['Pricing/2025', 'Roadmap', 'Customer lists', 'Templates', 'Contracts/Signed']

export function madeActivities(amount: number): readonly ActivityView[] {
  const throwDice = dice(5)
  return Array.from({ length: amount }, (_, index): ActivityView => {
    const operation = OPERATIONS[Math.floor(throwDice() * OPERATIONS.length)] ?? 'FileAccessed'
    const isFile = operation.startsWith('File') || operation.startsWith('Sharing')
    const folder = FOLDERS[Math.floor(throwDice() * FOLDERS.length)] ?? ''
    const fileName = isFile ? `Offer for ANON-Q2HN-5C v${1 + (index % 7)}.docx` : ''
    const isSharing = operation === 'SharingInvitationCreated'
    return {
      id: amount - index,
      atMs: NOW_MS - Math.round(index * 1.7 * HOUR_MS),
      pseudonym: FIRST,
      actorKind: 'person',
      source: 'm365-audit',
      workload: isFile ? 'SharePoint' : operation === 'MailItemsAccessed' ? 'Exchange' : 'AzureActiveDirectory',
      operation,
      outcome: operation === 'UserLoggedIn' && index % 5 === 0 ? 'failure' : 'success',
      itemType: isFile ? 'file' : 'none',
      fileName,
      newFileName: operation === 'FileRenamed' ? 'holiday-pictures.zip' : '',
      path: isFile ? `https://tenant.example/sites/sales/Shared Documents/${folder}/${fileName}` : '',
      siteUrl: isFile ? 'https://tenant.example/sites/sales' : '',
      subject: operation === 'MailItemsAccessed' ? 'Minutes of the meeting with EXTERNAL' : '',
      targets: isSharing ? ['EXTERNAL-7F', 'ANON-9TXA-F3'] : [],
      targetDomains: isSharing ? ['mailbox.example'] : [],
      exposure: isSharing ? 'guest' : 'none',
      labelChange: 'none',
      address: '203.0.113.24',
      device: isFile ? 'LAPTOP-0142' : '',
      sizeBytes: isFile ? Math.round(throwDice() * 4_000_000) : 0,
      itemCount: 1,
      indicators: operation === 'FileDownloaded' ? ['download-files'] : isSharing ? ['share-outside'] : [],
      importId: 1,
      ordinal: amount - index
    }
  })
}

const POLICY_NAMES = ['Departing engineers', 'Data leaks, everybody', 'Security settings']
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

const receipt = (id: number, change: Partial<Receipt>): Receipt => {
  const rows = { kept: 48_211, duplicate: 1_320, rejected: 14, ignored: 902, ...change }
  return Receipt.parse({
    id,
    path: `audit-2025-0${id}.csv`,
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
    refusal: null,
    ...rows,
    rowsRead: rows.kept + rows.duplicate + rows.rejected + rows.ignored
  })
}
export const RECEIPTS: readonly Receipt[] = [
  receipt(1, {
    label: 'First quarter, all workloads',
    warnings: ['3 rows name a time in the future; they were kept.']
  }),
  receipt(2, { duplicate: 31_008, kept: 18_002, rejected: 0 }),
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
  receipt(5, { path: 'audit-2025-05.csv', status: 'undone' })
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
    activities: 12_400 - index * 1_733
  })
})

const definition = {
  template: 'data-theft-by-departing-users',
  triggers: ['hr-resignation', 'hr-termination', 'account-deleted'],
  indicators: [],
  thresholds: { 'download-files': { low: 30, medium: 100, high: 300 } },
  sequences: ['download-rename-share', 'copy-delete'],
  boosters: { unusualForPerson: true, priorityContent: true },
  priorityContent: {
    sites: ['https://tenant.example/sites/sales'],
    extensions: ['dwg', 'step'],
    keywords: ['pricing']
  },
  windows: { lookBackDays: 90, activationDays: 30 },
  alertLine: 40
} as const
const policies = POLICY_NAMES.map((name, index) => ({
  id: index + 1,
  name,
  template: TEMPLATES[index * 2] ?? TEMPLATES[0],
  status: index === 2 ? ('off' as const) : ('on' as const),
  version: 3 - index,
  createdMs: NOW_MS - (120 - index * 30) * DAY_MS,
  health:
    index === 0
      ? [{ level: 'healthy' as const, says: 'All sources of this policy are imported up to 31 Mar 2025.' }]
      : [{ level: 'warning' as const, says: 'No HR file is imported, so nobody comes into scope by resignation.' }],
  inScope: [14, 212, 0][index] ?? 0,
  activeAlerts: [5, 9, 0][index] ?? 0
}))

const ACTIONS = [
  'workspace.unlock',
  'import.start',
  'policy.create',
  'alert.confirm',
  'case.note',
  'export.case',
  'alert.dismiss',
  'person.find'
] as const
export const ENTRIES: readonly AuditEntry[] = Array.from({ length: 60 }, (_, index) =>
  AuditEntry.parse({
    seq: 60 - index,
    atMs: NOW_MS - index * 3.3 * HOUR_MS,
    operator: index % 3 === 0 ? 'bob' : 'alice',
    roles: ['analyst', 'investigator'],
    action: ACTIONS[index % ACTIONS.length],
    objectType: ['workspace', 'import', 'policy', 'alert', 'case', 'case', 'alert', 'person'][index % ACTIONS.length],
    objectId: String(index % 9),
    caseId: index % ACTIONS.length === 4 ? 1 : null,
    outcome: index === 7 ? 'refused' : 'done',
    details: index % 2 === 0 ? { rows: 1200 + index, files: 3 } : {},
    previousHash: hashOf(59 - index),
    hash: hashOf(60 - index)
  })
)

const page = <Row>(rows: readonly Row[], limit: number, after: string | null) => {
  const from = after === null ? 0 : Number(after)
  const next = from + limit
  return { rows: rows.slice(from, next), total: rows.length, after: next < rows.length ? String(next) : null }
}

/** Every answer of the small workspace; a test replaces those that it is about. */
export function madeAnswers(): Answers {
  const activities = madeActivities(260)
  return {
    'workspace.runtime': () => ({
      version: '0.1.0',
      electron: '33.2.1',
      isOfficialRuntime: false,
      sandbox: true,
      notes: ['This build runs on the test runtime; it must not be handed to users.']
    }),
    'operator.list': () => [
      { name: 'alice', roles: ['admin', 'analyst', 'investigator', 'auditor'], status: 'active', lastSeenMs: NOW_MS },
      { name: 'bob', roles: ['approver'], status: 'active', lastSeenMs: null }
    ],
    'import.list': ({ limit, after }) => page(RECEIPTS, limit, after),
    'import.show': ({ id }) => RECEIPTS.find((each) => each.id === id) ?? receipt(id, {}),
    'import.rejected': ({ limit, after }) =>
      page(
        Array.from({ length: 14 }, (_, index) => ({
          ordinal: 120 * (index + 1),
          line: 120 * (index + 1) + 1,
          byteOffset: 70_312 * (index + 1),
          reason: 'AuditData is not JSON: it ends inside of a text.',
          excerpt: '{"CreationTime":"2025-03-02T11:04:00","Operation":"FileDown'
        })),
        limit,
        after
      ),
    'import.progress': () => IDLE,
    'alert.list': ({ limit, after, status }) =>
      page(
        ALERTS.filter((each) => status === null || each.status === status),
        limit,
        after
      ),
    'alert.counts': () => ({
      byStatus: { 'needs-review': 9, confirmed: 3, dismissed: 22, resolved: 2 },
      toReviewBySeverity: { high: 2, medium: 4, low: 3 }
    }),
    'activity.list': ({ limit, after }) => page(activities, limit, after),
    'activity.raw': ({ id }) => ({
      id,
      raw: JSON.stringify({
        CreationTime: '2025-03-12T12:40:11',
        Operation: 'SharingInvitationCreated',
        UserId: 'ANON-4K7Q-2M',
        TargetUserOrGroupName: 'EXTERNAL-7F',
        Id: id
      })
    }),
    'activity.timeline': () => madeStory(),
    'person.list': () => [...PERSON_ROWS],
    'case.list': ({ status }) => CASES.filter((each) => status === null || each.status === status),
    'case.show': () => CASE,
    'policy.list': () => policies,
    'policy.templates': () =>
      TEMPLATES.slice(0, 4).map((id, index) => ({
        id,
        name:
          [
            'Data theft by departing users',
            'General data leaks',
            'Data leaks by priority users',
            'Data leaks by disgruntled users'
          ][index] ?? id,
        summary: 'Looks at downloads, sharing and removable media of people who are about to leave.',
        definition: {
          ...definition,
          template: id,
          triggers: [...definition.triggers],
          indicators: [],
          sequences: [...definition.sequences],
          priorityContent: { sites: [], extensions: [], keywords: [] }
        },
        categories: ['collection', 'exfiltration', 'obfuscation'],
        prerequisites: ['An HR file with resignations', 'An audit log of the time before']
      })),
    'policy.show': ({ id }) => ({
      policy: policies.find((each) => each.id === id) ?? policies[0],
      definition,
      indicators: KINDS.slice(0, 5).map(({ indicator, name, category }, index) => ({
        id: indicator,
        name,
        category,
        why: 'People who prepare to leave collect what they want to keep, most of it in a few days.',
        blindSpots: ['Sees no pictures taken of the screen.', 'Sees nothing on devices that write no log.'],
        harmlessWhen: ['A laptop was exchanged.', 'A whole team moves to another site.'],
        thresholds: { low: 20 + index * 10, medium: 60 + index * 20, high: 200 + index * 50 }
      }))
    }),
    'audit.list': ({ limit, after, action }) =>
      page(
        ENTRIES.filter((each) => action === null || each.action === action),
        limit,
        after
      ),
    'audit.verify': () => ({ ok: true, checked: 60, problems: [] })
  }
}

export const answersWith = (change: Answers): Answers => ({ ...madeAnswers(), ...change })
