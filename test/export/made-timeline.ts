/** The timelines of the made case: a busy one and a quiet one. */
import { Timeline } from '../../src/shared/contract/activity.ts'
import { severityOf } from '../../src/shared/domain/severity.ts'
import { at, COLLEAGUE, LEAVER } from './made-words.ts'

export function madeTimeline(): Timeline {
  const [fromMs, toMs] = [at('2025-12-15T00:00:00+01:00'), at('2026-03-16T00:00:00+01:00')]
  return Timeline.parse({
    pseudonym: LEAVER,
    fromMs,
    toMs,
    timezone: 'Europe/Berlin',
    insights: [
      insight('a', '2025-12-29T10:12:00+01:00', 'access', 'Failed sign-ins', 14, 16, '14 failed sign-ins on 29 Dec.'),
      insight(
        'b',
        '2026-01-14T15:30:00+01:00',
        'collection',
        'Downloads',
        58,
        24,
        '58 files downloaded on 14 Jan; usual is 9 a day.'
      ),
      insight(
        'c',
        '2026-02-05T19:48:00+01:00',
        'physical',
        'Badge at night',
        1,
        21,
        'Badge used at 19:48 on 5 Feb, later than usual.'
      ),
      insight(
        'd',
        '2026-02-19T09:20:00+01:00',
        'collection',
        'Downloads',
        96,
        33,
        '96 files downloaded on 19 Feb; usual is 9 a day.'
      ),
      insight(
        'e',
        '2026-03-02T11:00:00+01:00',
        'security',
        'Protection switched off',
        2,
        30,
        'Protection of the device switched off twice on 2 Mar.'
      ),
      insight(
        'f',
        '2026-03-06T21:58:00+01:00',
        'obfuscation',
        'Labels lowered',
        3,
        36,
        '3 files got a lower sensitivity label on 6 Mar.'
      ),
      insight(
        'g',
        '2026-03-06T22:14:00+01:00',
        'exfiltration',
        'Copies to removable media',
        118,
        47,
        '118 files copied to a removable drive on 6 Mar between 22:14 and 22:31.'
      ),
      insight(
        'h',
        '2026-03-11T13:02:00+01:00',
        'collection',
        'Downloads',
        412,
        62,
        '412 files downloaded from SharePoint on 11 Mar; usual is 9 a day.'
      ),
      insight(
        'i',
        '2026-03-12T08:10:00+01:00',
        'obfuscation',
        'Files renamed',
        41,
        70,
        '41 files renamed to holiday pictures on 12 Mar.'
      ),
      insight(
        'j',
        '2026-03-12T09:15:00+01:00',
        'exfiltration',
        'Sharing with outsiders',
        41,
        79,
        '41 files shared with an address outside the organisation on 12 Mar.'
      ),
      insight(
        'k',
        '2026-03-12T16:50:00+01:00',
        'clean-up',
        'Deletions',
        63,
        84,
        '63 files deleted and the recycle bin emptied on 12 Mar.'
      )
    ],
    sequences: [
      {
        key: 's1',
        name: 'Download, rename, share',
        score: 72,
        says: 'The same 41 files were downloaded, renamed and shared within 20 hours.',
        steps: [
          { category: 'collection', atMs: at('2026-03-11T13:02:00+01:00'), count: 41, insightKey: 'h' },
          { category: 'obfuscation', atMs: at('2026-03-12T08:10:00+01:00'), count: 41, insightKey: 'i' },
          { category: 'exfiltration', atMs: at('2026-03-12T09:15:00+01:00'), count: 41, insightKey: 'j' }
        ]
      },
      {
        key: 's2',
        name: 'Lower the label, copy',
        score: 40,
        says: '3 files got a lower label and were copied 16 minutes later.',
        steps: [
          { category: 'obfuscation', atMs: at('2026-03-06T21:58:00+01:00'), count: 3, insightKey: 'f' },
          { category: 'exfiltration', atMs: at('2026-03-06T22:14:00+01:00'), count: 3, insightKey: 'g' }
        ]
      }
    ],
    flags: [
      { kind: 'review', says: 'Performance review: below expectations', atMs: at('2026-01-30T00:00:00+01:00') },
      { kind: 'resignation', says: 'Resigned, last working day 31 Mar 2026', atMs: at('2026-03-01T00:00:00+01:00') },
      { kind: 'alert', says: 'Alert 12 raised', atMs: at('2026-03-12T17:40:00+01:00') }
    ],
    density: days(fromMs, toMs, (index, weekday) =>
      weekday === 0 || weekday === 6 ? index % 5 : 18 + ((index * 37) % 23) + (index > 84 ? 90 : 0)
    )
  })
}

export function quietTimeline(): Timeline {
  const [fromMs, toMs] = [at('2026-02-16T00:00:00+01:00'), at('2026-03-16T00:00:00+01:00')]
  return Timeline.parse({
    pseudonym: COLLEAGUE,
    fromMs,
    toMs,
    timezone: 'Europe/Berlin',
    insights: [
      insight(
        'z',
        '2026-03-12T10:03:00+01:00',
        'exfiltration',
        'Sharing with outsiders',
        2,
        18,
        '2 files shared with an address outside the organisation on 12 Mar.'
      )
    ],
    sequences: [],
    flags: [],
    density: days(fromMs, toMs, (index, weekday) => (weekday === 0 || weekday === 6 ? 0 : 10 + ((index * 13) % 9)))
  })
}

type Insight = Timeline['insights'][number]

function insight(
  key: string,
  when: string,
  category: Insight['category'],
  name: string,
  count: number,
  score: number,
  says: string
): Insight {
  return {
    key,
    date: when.slice(0, 10),
    atMs: at(when),
    indicator: name.toLowerCase().replaceAll(' ', '-'),
    name,
    category,
    count,
    score,
    severity: severityOf(score),
    says
  }
}

function days(
  fromMs: number,
  toMs: number,
  activities: (index: number, weekday: number) => number
): Timeline['density'] {
  const made: Timeline['density'] = []
  for (let day = fromMs, index = 0; day < toMs; day += 86_400_000, index += 1) {
    const local = new Date(day + 3_600_000)
    made.push({ date: local.toISOString().slice(0, 10), atMs: day, activities: activities(index, local.getUTCDay()) })
  }
  return made
}
