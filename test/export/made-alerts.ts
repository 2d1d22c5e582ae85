/** The three alerts of the made case. */
import { AlertDetail } from '../../src/shared/contract/alert.ts'
import { severityOf } from '../../src/shared/domain/severity.ts'
import { at, COLLEAGUE, digest, LEAVER, MANAGER } from './made-words.ts'

export function madeAlerts(): AlertDetail[] {
  return [
    alert(
      12,
      LEAVER,
      84,
      {
        checked: [
          { cause: 'Laptop exchange', result: 'not-the-reason', says: 'No new device in the 14 days around it.' },
          { cause: 'Backup client', result: 'not-the-reason', says: 'The program that downloaded is the browser.' },
          {
            cause: 'Move of the whole team',
            result: 'possible',
            says: 'Two of eleven colleagues downloaded more than usual in the same week.'
          },
          { cause: 'Project list', result: 'not-checked', says: 'No project list was imported.' }
        ],
        arithmetic:
          'Strengths 0.55, 0.41, 0.30 and 0.14 combine as 1 − 0.45 × 0.59 × 0.70 × 0.86 = 0.84, which is 84 of 100. The points share the 84 in proportion to what each line adds.',
        decisions: [
          {
            says: 'Dismissed: expected for this person',
            reason: 'Taken for the handover.',
            operator: 'a.moor',
            atMs: at('2026-03-12T18:05:00+01:00'),
            isUndone: true
          },
          {
            says: 'Confirmed into case 3',
            reason: 'Goes beyond the handover list.',
            operator: 'a.moor',
            atMs: at('2026-03-13T08:40:00+01:00'),
            isUndone: false
          }
        ]
      },
      [
        factor({
          indicator: 'mass-download',
          name: 'Downloads from SharePoint',
          category: 'collection',
          points: 38,
          strength: 55,
          level: 3,
          count: 412,
          distinctItems: 398,
          usual: 9,
          peersUsual: 12,
          boosters: ['priority site', 'unusual for this person'],
          says: '412 files downloaded from SharePoint on 11 Mar; usual is 9 a day, for others 12.'
        }),
        factor({
          indicator: 'external-sharing',
          name: 'Sharing with outsiders',
          category: 'exfiltration',
          points: 22,
          strength: 41,
          level: 2,
          date: '2026-03-12',
          fromMs: at('2026-03-12T09:15:00+01:00'),
          toMs: at('2026-03-12T09:22:00+01:00'),
          count: 41,
          distinctItems: 41,
          usual: 0,
          peersUsual: 0.4,
          says: '41 files shared with an address outside the organisation on 12 Mar.'
        }),
        factor({
          kind: 'sequence',
          indicator: 'download-rename-share',
          name: 'Download, rename, share',
          category: 'exfiltration',
          points: 15,
          strength: 30,
          level: 2,
          date: '2026-03-12',
          fromMs: at('2026-03-11T13:02:00+01:00'),
          toMs: at('2026-03-12T09:22:00+01:00'),
          count: 41,
          distinctItems: 41,
          says: 'The same 41 files were downloaded, renamed and shared within 20 hours.',
          steps: [
            { category: 'collection', says: '41 files downloaded', atMs: at('2026-03-11T13:02:00+01:00'), count: 41 },
            {
              category: 'obfuscation',
              says: '41 files renamed to holiday pictures',
              atMs: at('2026-03-12T08:10:00+01:00'),
              count: 41
            },
            {
              category: 'exfiltration',
              says: '41 files shared with a guest',
              atMs: at('2026-03-12T09:15:00+01:00'),
              count: 41
            }
          ]
        }),
        factor({
          indicator: 'mass-deletion',
          name: 'Deletions',
          category: 'clean-up',
          points: 9,
          strength: 14,
          date: '2026-03-12',
          fromMs: at('2026-03-12T16:50:00+01:00'),
          toMs: at('2026-03-12T16:58:00+01:00'),
          count: 63,
          distinctItems: 63,
          usual: 2,
          peersUsual: 3,
          says: '63 files deleted and the recycle bin emptied on 12 Mar.'
        })
      ]
    ),
    alert(
      14,
      LEAVER,
      47,
      {
        arithmetic: 'Strengths 0.34 and 0.20 combine as 1 − 0.66 × 0.80 = 0.47, which is 47 of 100.',
        checked: [{ cause: 'Printer test', result: 'not-checked', says: 'No printer log was imported.' }],
        decisions: [
          {
            says: 'Confirmed into case 3',
            reason: null,
            operator: 'a.moor',
            atMs: at('2026-03-13T08:52:00+01:00'),
            isUndone: false
          }
        ]
      },
      [
        factor({
          indicator: 'usb-copy',
          name: 'Copies to removable media',
          category: 'exfiltration',
          points: 30,
          strength: 34,
          level: 2,
          date: '2026-03-06',
          fromMs: at('2026-03-06T22:14:00+01:00'),
          toMs: at('2026-03-06T22:31:00+01:00'),
          count: 118,
          distinctItems: 118,
          usual: 0,
          peersUsual: 1,
          says: '118 files copied to a removable drive on 6 Mar between 22:14 and 22:31.',
          boosters: ['outside working hours']
        }),
        factor({
          indicator: 'label-downgrade',
          name: 'Labels lowered',
          category: 'obfuscation',
          points: 17,
          strength: 20,
          date: '2026-03-06',
          fromMs: at('2026-03-06T21:58:00+01:00'),
          toMs: at('2026-03-06T21:58:00+01:00'),
          count: 3,
          distinctItems: 3,
          says: '3 files got a lower sensitivity label on 6 Mar.'
        })
      ]
    ),
    alert(17, COLLEAGUE, 18, { arithmetic: 'One strength of 0.18 is 18 of 100.' }, [
      factor({
        indicator: 'external-sharing',
        name: 'Sharing with outsiders',
        category: 'exfiltration',
        points: 18,
        strength: 18,
        date: '2026-03-12',
        fromMs: at('2026-03-12T10:03:00+01:00'),
        toMs: at('2026-03-12T10:04:00+01:00'),
        count: 2,
        distinctItems: 2,
        usual: 0.2,
        peersUsual: 0.4,
        says: '2 files shared with an address outside the organisation on 12 Mar.'
      })
    ])
  ]
}

type Factor = AlertDetail['factors'][number]

function factor(over: Partial<Factor> & Pick<Factor, 'indicator' | 'name' | 'category' | 'points' | 'says'>): Factor {
  return {
    kind: 'insight',
    date: '2026-03-11',
    fromMs: at('2026-03-11T13:02:00+01:00'),
    toMs: at('2026-03-11T15:41:00+01:00'),
    count: 1,
    distinctItems: 0,
    usual: null,
    peersUsual: null,
    level: 1,
    strength: over.points,
    boosters: [],
    steps: [],
    ...over
  }
}

function alert(id: number, pseudonym: string, score: number, over: object, factors: readonly Factor[]): AlertDetail {
  const isLeaver = pseudonym === LEAVER
  return AlertDetail.parse({
    alert: {
      id,
      pseudonym,
      department: isLeaver ? 'Engineering' : 'Sales',
      policyId: 1,
      policy: 'Data theft by departing users',
      severity: severityOf(score),
      score,
      status: 'confirmed',
      detectedMs: at('2026-03-12T17:40:00+01:00'),
      updatedMs: at('2026-03-13T08:40:00+01:00'),
      caseId: 3,
      caseName: 'Drawings taken before a departure',
      caseStatus: 'active',
      topFactor: factors[0]?.says ?? 'No factor is left.'
    },
    person: {
      pseudonym,
      department: isLeaver ? 'Engineering' : 'Sales',
      title: isLeaver ? 'Design engineer' : null,
      country: 'Germany',
      manager: isLeaver ? MANAGER : null,
      hiredMs: at('2020-02-03T00:00:00+01:00'),
      earlierAlerts: isLeaver ? 1 : 0,
      earlierViolations: 0,
      events: isLeaver
        ? [
            {
              kind: 'resignation',
              says: 'Resigned, last working day 31 Mar 2026',
              atMs: at('2026-03-01T00:00:00+01:00')
            }
          ]
        : []
    },
    triggers: isLeaver
      ? [{ says: 'resignation in the HR file', atMs: at('2026-03-01T00:00:00+01:00') }]
      : [{ says: 'added by an operator', atMs: at('2026-03-10T10:00:00+01:00') }],
    windowFromMs: at('2025-12-01T00:00:00+01:00'),
    windowToMs: at('2026-03-31T00:00:00+02:00'),
    factors,
    checked: [],
    arithmetic: '',
    versions: { policyVersion: 4, indicatorsHash: digest('indicators') },
    decisions: [],
    canUndo: false,
    ...over
  })
}
