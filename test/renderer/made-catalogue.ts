/** The catalogue, the settings, the groups and the analytics of the made workspace; parsed with the contract's schemas. */
import { AnalyticsFinding, IndicatorView, SequenceView } from '../../src/shared/contract/policy.ts'
import { GroupView, ShownSettings } from '../../src/shared/contract/setting.ts'
import { FIRST_SETTINGS } from '../../src/shared/domain/settings.ts'
import { DAY_MS, NOW_MS } from './made-people.ts'
import { KINDS } from './made-story.ts'

export const INDICATORS: readonly IndicatorView[] = KINDS.map(({ indicator, name, category }, index) =>
  IndicatorView.parse({
    id: indicator,
    name,
    category,
    why: 'People who prepare to leave collect what they want to keep, most of it in a few days.',
    blindSpots: ['Sees no pictures taken of the screen.', 'Sees nothing on devices that write no log.'],
    harmlessWhen: ['A laptop was exchanged.', 'A whole team moves to another site.'],
    references: ['MITRE ATT&CK T1213'],
    counts: index % 2 === 0 ? 'items' : 'events',
    thresholds: { low: 20 + index * 10, medium: 60 + index * 20, high: 200 + index * 50 },
    mustFire: [{ says: 'A person downloads 25 files in an afternoon.' }],
    mustNot: [{ says: 'A service account copies 25 files at night.' }],
    isOn: index !== 4,
    templates:
      index % 2 === 0
        ? ['data-theft-by-departing-users', 'general-data-leaks']
        : ['general-security-policy-violations'],
    hits:
      index === 5
        ? { personDays: 0, people: 0, low: 0, medium: 0, high: 0 }
        : { personDays: 840 - index * 120, people: 212 - index * 30, low: 60, medium: 22, high: 5 }
  })
)

export const SEQUENCES: readonly SequenceView[] = [
  SequenceView.parse({
    id: 'download-rename-share',
    name: 'Download, rename, share',
    why: 'The same files are collected, made to look like something else, and taken out.',
    blindSpots: ['Loses a file whose name is changed outside of the logs.'],
    harmlessWhen: ['Files are prepared for a customer under another name.'],
    steps: [
      { category: 'collection', words: 'downloaded', indicators: ['download-files'] },
      { category: 'obfuscation', words: 'renamed or archived', indicators: ['rename-files'] },
      { category: 'exfiltration', words: 'taken out', indicators: ['share-outside', 'copy-to-usb'] }
    ],
    windowDays: 7,
    items: { low: 1, medium: 10, high: 40 }
  })
]

export const BOOSTERS = [
  { booster: 'unusualForPerson', name: 'Unusual for the person', says: 'The day is far above what this person does.' },
  { booster: 'priorityGroup', name: 'Priority group', says: 'The person is a member of a priority group.' }
] as const

export const SETTINGS: ShownSettings = ShownSettings.parse({
  ...FIRST_SETTINGS,
  indicatorsOff: [INDICATORS[4]?.id],
  domains: {
    own: [],
    unallowed: ['share.example', '*.drop.example'],
    allowed: ['partner.example'],
    thirdParty: []
  },
  exclusions: { ...FIRST_SETTINGS.exclusions, paths: ['/sites/hr/ANON-4K7Q-2M'], extensions: ['tmp'] },
  fileVolumeFloor: 10
})

export const GROUPS: readonly GroupView[] = [
  GroupView.parse({
    id: 1,
    name: 'Board and their assistants',
    description: 'Sees figures before they are published.',
    members: 6,
    createdMs: NOW_MS - 80 * DAY_MS,
    policies: ['Data leaks, everybody']
  }),
  GroupView.parse({
    id: 2,
    name: 'Release engineers',
    description: '',
    members: 0,
    createdMs: NOW_MS - 9 * DAY_MS,
    policies: []
  })
]

export const ASSETS: readonly string[] = ['Server room 2', 'Vault door B']

export const FINDINGS: readonly AnalyticsFinding[] = [
  AnalyticsFinding.parse({
    kind: 'top-exfiltration',
    name: 'Ways by which data leaves',
    says: '37 of 412 people have shared, mailed or copied files outside on at least one day of the last 90.',
    people: 37,
    share: 37 / 412,
    suggestedTemplate: 'general-data-leaks',
    parts: [
      { indicator: 'share-outside', name: 'Shares items with outside people', people: 29, share: 29 / 412 },
      { indicator: 'copy-to-usb', name: 'Copies files to removable media', people: 11, share: 11 / 412 }
    ]
  }),
  AnalyticsFinding.parse({
    kind: 'departing-data-theft',
    name: 'People who leave and take data out',
    says: '8 people with a resignation have taken files out in the weeks before it.',
    people: 8,
    share: 8 / 412,
    suggestedTemplate: 'data-theft-by-departing-users',
    parts: []
  })
]
