/** Invented alerts for the window's tests and pictures: nobody in here exists. Deterministic, so that pictures compare. */
import type { AlertDetail, AlertFactor, AlertRow } from '../../src/shared/contract/alert.ts'
import { Pseudonym } from '../../src/shared/domain/pseudonym.ts'
import { severityOf } from '../../src/shared/domain/severity.ts'

export const NOON_MS = Date.UTC(2026, 2, 12, 16, 40)
const DAY_MS = 86_400_000

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
export function madePseudonym(number: number): Pseudonym {
  let seed = (number * 2654435761) >>> 0
  const letter = () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
    return LETTERS[seed >>> 27] ?? '0'
  }
  return Pseudonym.parse(`ANON-${letter()}${letter()}${letter()}${letter()}-${letter()}${letter()}`)
}

const POLICIES = [
  'Data theft by departing users',
  'General data leaks',
  'Security policy violations by departing users'
]
const DEPARTMENTS = ['Engineering', 'Sales', 'Finance and controlling', 'Legal', null]
const TOPS = [
  '412 files downloaded from SharePoint on 11 Mar 2026; own usual is 9 a day, others 12',
  '41 files shared with EXTERNAL-7KQ2 on 12 Mar 2026; own usual is none, others 0.2',
  '18 sensitivity labels lowered on 9 Mar 2026; own usual is none, others 0.1',
  '96 files deleted from the own OneDrive on 10 Mar 2026; own usual is 3 a day, others 4'
]

export function madeRow(number: number, change: Partial<AlertRow> = {}): AlertRow {
  const score = Math.max(34, Math.round((93.4 - number * 2.7) * 10) / 10)
  return {
    id: 100 + number,
    pseudonym: madePseudonym(number),
    department: DEPARTMENTS[number % DEPARTMENTS.length] ?? null,
    policyId: 1 + (number % POLICIES.length),
    policy: POLICIES[number % POLICIES.length] ?? '',
    severity: severityOf(score),
    score,
    status: 'needs-review',
    detectedMs: NOON_MS - number * 7 * 3_600_000,
    updatedMs: NOON_MS,
    caseId: null,
    caseName: null,
    caseStatus: null,
    topFactor: TOPS[number % TOPS.length] ?? '',
    ...change
  }
}

const factor = (points: number, change: Partial<AlertFactor>): AlertFactor => ({
  kind: 'insight',
  indicator: 'files-downloaded',
  name: 'Files downloaded',
  category: 'collection',
  date: '2026-03-11',
  fromMs: NOON_MS - DAY_MS,
  toMs: NOON_MS - DAY_MS + 7_200_000,
  count: 412,
  distinctItems: 398,
  usual: 9.1,
  peersUsual: 12.4,
  level: 3,
  points,
  strength: 62,
  boosters: [],
  says: TOPS[0] ?? '',
  steps: [],
  ...change
})

/** Points that add up to the row's score, in tenths, as the engine gives them. */
function factorsOf(score: number): readonly AlertFactor[] {
  const shares = [0.45, 0.26, 0.18, 0.11]
  const points = shares.map((share) => Math.floor(score * share * 10) / 10)
  const rest = Math.round((score - points.reduce((sum, value) => sum + value, 0)) * 10) / 10
  const [first = 0, second = 0, third = 0, fourth = 0] = points
  const round = (value: number) => Math.round(value * 10) / 10
  return [
    factor(round(first + rest), { boosters: ['unusual for this person'] }),
    factor(second, {
      indicator: 'shared-outside',
      name: 'Files shared outside',
      category: 'exfiltration',
      date: '2026-03-12',
      fromMs: NOON_MS - 3_600_000,
      toMs: NOON_MS,
      count: 41,
      distinctItems: 41,
      usual: 0,
      peersUsual: 0.2,
      strength: 48,
      says: TOPS[1] ?? ''
    }),
    factor(third, {
      kind: 'sequence',
      indicator: 'download-rename-share',
      name: 'Download, rename, share',
      category: 'exfiltration',
      date: '2026-03-12',
      fromMs: NOON_MS - DAY_MS,
      toMs: NOON_MS,
      count: 41,
      distinctItems: 41,
      usual: null,
      peersUsual: null,
      strength: 40,
      says: '41 files downloaded, then renamed or archived, then taken out, within 20 hours, last step on 12 Mar 2026',
      steps: []
    }),
    factor(fourth, {
      indicator: 'label-lowered',
      name: 'Sensitivity labels lowered',
      category: 'obfuscation',
      date: '2026-03-09',
      fromMs: NOON_MS - 3 * DAY_MS,
      toMs: NOON_MS - 3 * DAY_MS + 60_000,
      count: 18,
      distinctItems: 18,
      usual: 0,
      peersUsual: 0.1,
      strength: 22,
      says: TOPS[2] ?? '',
      boosters: ['priority site']
    })
  ]
}

export function madeDetail(row: AlertRow, decisions: AlertDetail['decisions'] = []): AlertDetail {
  return {
    alert: row,
    person: {
      pseudonym: row.pseudonym,
      department: row.department,
      title: 'Engineer',
      country: 'Germany',
      manager: madePseudonym(99),
      hiredMs: Date.UTC(2019, 8, 1),
      events: [{ kind: 'resignation', says: 'resigned, last day 31 Mar 2026', atMs: Date.UTC(2026, 2, 1) }],
      earlierAlerts: 1,
      earlierViolations: 0
    },
    triggers: [{ says: 'resignation in the HR file', atMs: Date.UTC(2026, 2, 1) }],
    windowFromMs: NOON_MS - 90 * DAY_MS,
    windowToMs: NOON_MS,
    factors: [...factorsOf(row.score)],
    checked: [
      { cause: 'backup client', result: 'not-the-reason', says: 'No activity of a known backup client in the window.' },
      {
        cause: 'whole-team migration',
        result: 'not-the-reason',
        says: 'No other person of the department shows the same rise.'
      },
      {
        cause: 'hand-over before leaving',
        result: 'possible',
        says: '12 of the files were shared with colleagues too.'
      },
      { cause: 'project list', result: 'not-checked', says: 'No project list is imported.' }
    ],
    arithmetic: `Score ${row.score.toFixed(1)} = 100 × (1 − 0.380 × 0.520 × 0.600 × 0.780). Each line leaves 1 minus its strength: 0.620 Files downloaded (11 Mar 2026); 0.480 Files shared outside (12 Mar 2026); 0.400 Download, rename, share (12 Mar 2026); 0.220 Sensitivity labels lowered (9 Mar 2026).`,
    versions: { policyVersion: 3, indicatorsHash: '4f2a9c0d11aa77be4f2a9c0d11aa77be4f2a9c0d11aa77be4f2a9c0d11aa77be' },
    decisions,
    canUndo: row.status !== 'needs-review'
  }
}
