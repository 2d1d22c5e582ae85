/** What the engine would say about days, files before their import, and a file that no reader knows; all of it invented. */
import { Coverage, ImportPreview } from '../../src/shared/contract/import.ts'
import { dayText, parseDay } from '../../src/shared/domain/day.ts'
import type { Source } from '../../src/shared/domain/source.ts'

interface MadeLog {
  readonly source: Source
  readonly workload: string
  readonly from: string
  readonly to: string
  readonly aDay: number
  readonly gaps?: readonly (readonly [from: string, to: string])[]
  readonly restsAtWeekends?: boolean
}

const numberOf = (date: string): number => parseDay(date) ?? 0

function madeLog({ source, workload, from, to, aDay, gaps = [], restsAtWeekends = false }: MadeLog) {
  const spans = gaps.map(([first, last]) => ({ from: numberOf(first), to: numberOf(last) }))
  const days: { date: string; activities: number }[] = []
  for (let day = numberOf(from); day <= numberOf(to); day += 1) {
    const isWeekend = (day + 4) % 7 === 0 || (day + 4) % 7 === 6
    if (spans.some((span) => span.from <= day && day <= span.to) || (restsAtWeekends && isWeekend)) continue
    const activities = Math.max(1, Math.round(aDay * (isWeekend ? 0.06 : 1) * (0.6 + ((day * 37) % 80) / 100)))
    days.push({ date: dayText(day), activities })
  }
  return {
    source,
    workload,
    activities: days.reduce((sum, each) => sum + each.activities, 0),
    days,
    gaps: spans.map((span) => ({ from: dayText(span.from), to: dayText(span.to), days: span.to - span.from + 1 }))
  }
}

export const COVERAGE = Coverage.parse({
  timezone: 'Europe/Berlin',
  sources: [
    madeLog({ source: 'm365-audit', workload: 'SharePoint', from: '2024-12-02', to: '2025-03-31', aDay: 2_900 }),
    madeLog({
      source: 'm365-audit',
      workload: 'Exchange',
      from: '2024-12-02',
      to: '2025-03-31',
      aDay: 820,
      gaps: [
        ['2025-01-20', '2025-01-24'],
        ['2025-03-03', '2025-03-07']
      ]
    }),
    madeLog({
      source: 'm365-audit',
      workload: 'Teams',
      from: '2025-01-13',
      to: '2025-03-31',
      aDay: 310,
      restsAtWeekends: true
    }),
    madeLog({
      source: 'entra-sign-in',
      workload: 'Entra ID',
      from: '2024-12-02',
      to: '2025-03-14',
      aDay: 140,
      gaps: [['2025-02-10', '2025-02-10']]
    }),
    madeLog({
      source: 'badge',
      workload: 'Badge',
      from: '2024-12-02',
      to: '2025-03-31',
      aDay: 46,
      restsAtWeekends: true,
      gaps: [['2024-12-21', '2025-01-05']]
    })
  ]
})
export const NO_COVERAGE = Coverage.parse({ timezone: 'Europe/Berlin', sources: [] })

/** A door log with columns of its own, dates whose order is not certain, and one column that is always empty. */
export const UNKNOWN_FILE = ImportPreview.parse({
  file: 'exports/building-7/doors-march.csv',
  source: null,
  because: 'Its header (Stamp, Holder, Reader, Result, Zone, Note) is none that a reader knows.',
  wrapping: 'csv',
  rows: 200,
  fields: [
    { name: 'Stamp', examples: ['03/04/2025 07:58:12', '03/04/2025 08:01:40', '04/04/2025 08:03:05'], filled: 200 },
    { name: 'Holder', examples: ["a person's name"], filled: 198 },
    { name: 'Reader', examples: ['North gate', 'Archive, level 2', 'Test bench'], filled: 200 },
    { name: 'Result', examples: ['granted', 'denied'], filled: 200 },
    { name: 'Terminal', examples: ['RD-0117', 'RD-0044'], filled: 154 },
    { name: 'Note', examples: [], filled: 0 }
  ],
  suggested: [
    { field: 'time', name: 'Stamp' },
    { field: 'person', name: 'Holder' }
  ],
  dateOrder: 'day-first',
  isDateOrderCertain: false,
  remembered: null
})

export const KNOWN_FILE = ImportPreview.parse({
  ...UNKNOWN_FILE,
  file: 'audit-2025-01.csv',
  source: 'm365-audit',
  because: 'The header holds CreationDate, UserIds, Operations and AuditData.',
  suggested: []
})

/** The same door log a second time: what its columns mean is remembered. */
export const REMEMBERED_FILE = ImportPreview.parse({
  ...UNKNOWN_FILE,
  source: 'mapped',
  because: 'An operator has said what these columns mean.',
  suggested: [...UNKNOWN_FILE.suggested, { field: 'operation', name: 'Result' }],
  isDateOrderCertain: true,
  remembered: { workload: 'Doors of ANON-Q2HN-5C', operation: '', dateOrder: 'day-first' }
})
