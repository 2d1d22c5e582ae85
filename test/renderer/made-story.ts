/** Half a year of one invented person, as the timeline and the activity table show it. */
import type { ActivityView, Timeline } from '../../src/shared/contract/activity.ts'
import type { Category } from '../../src/shared/domain/category.ts'
import { severityOf } from '../../src/shared/domain/severity.ts'
import { dice } from './charts/made-timeline.ts'
import { DAY_MS, FIRST, HOUR_MS, NOW_MS } from './made-people.ts'

interface Kind {
  readonly indicator: string
  readonly name: string
  readonly category: Category
  readonly says: (count: number) => string
}
export const KINDS: readonly Kind[] = [
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
      alertSeverity: 'none',
      address: '203.0.113.24',
      device: isFile ? 'LAPTOP-0142' : '',
      sizeBytes: isFile ? Math.round(throwDice() * 4_000_000) : 0,
      itemCount: 1,
      indicators: operation === 'FileDownloaded' ? ['download-files'] : isSharing ? ['share-outside'] : [],
      echoOf: null,
      importId: 1,
      ordinal: amount - index,
      alsoIn: index === 1 ? [4, 7] : []
    }
  })
}
