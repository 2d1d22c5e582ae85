/** Made activities of an invented person, and their evaluation against the bundled template. UTC unless told otherwise. */
import type { ActivityFacts, Evaluation, Standing, TriggerEvent } from '../../src/shared/domain/evaluation.ts'
import type { PolicyDefinition } from '../../src/shared/domain/policy.ts'
import { FIRST_SETTINGS } from '../../src/shared/domain/settings.ts'
import type { ScoringSettings } from '../../src/shared/domain/settings.ts'
import { DAY_MS, HOUR_MS } from '../../src/main/policy/calendar.ts'
import type { DayOf } from '../../src/shared/domain/day.ts'
import type { FindShare } from '../../src/main/policy/commonness.ts'
import { evaluatePerson } from '../../src/main/policy/evaluate.ts'
import { completeFacts } from '../../src/main/policy/example.ts'
import type { FactsFragment } from '../../src/main/policy/indicator.ts'
import { loadCatalogue } from '../../src/main/policy/load.ts'
import { compileMatchers } from '../../src/main/policy/match.ts'
import { gatherPeers, NO_PEERS } from '../../src/main/policy/peers.ts'
import type { Peers } from '../../src/main/policy/peers.ts'
import { rollUp } from '../../src/main/policy/rollup.ts'

export const catalogue = loadCatalogue()
/** Tells every indicator of the catalogue. */
export const matchAll = compileMatchers(catalogue)
export const utcDay: DayOf = (atMs) => Math.floor(atMs / DAY_MS)

const template = catalogue.templates.get('data-theft-by-departing-users')
if (template === undefined) throw new Error('the template is missing')
/** As the product ships it. */
export const templateDefinition: PolicyDefinition = template.definition

const CHOICE = [
  'sharepoint-download',
  'sharepoint-sync',
  'onedrive-download',
  'onedrive-sync',
  'teams-download',
  'power-bi-export',
  'many-files-accessed',
  'new-address-access',
  'file-shared-outside',
  'folder-shared-outside',
  'site-shared-outside',
  'anonymous-link',
  'outside-person-added',
  'mail-attachments-outside',
  'removable-media-copy',
  'cloud-upload',
  'print',
  'network-share-copy',
  'remote-desktop-copy',
  'file-renamed',
  'archive-created',
  'label-removed',
  'label-downgraded',
  'cloud-file-deleted',
  'recycle-bin-emptied',
  'device-file-deleted'
]

/** A fixed choice of indicators, so that what the engine is asked does not move with the catalogue. */
export const match = compileMatchers({
  indicators: new Map([...catalogue.indicators].filter(([id]) => CHOICE.includes(id)))
})
export const definition: PolicyDefinition = {
  ...templateDefinition,
  indicators: CHOICE,
  sequences: [
    'download-obfuscate-exfiltrate-clean-up',
    'download-obfuscate-exfiltrate',
    'download-exfiltrate-clean-up',
    'download-exfiltrate'
  ],
  thresholds: {},
  cumulativeExfiltration: true
}

export const NO_STANDING: Standing = { violations: 0, isInPriorityGroup: false, highImpact: null }

/** 2 March 2026, a Monday. */
export const MONDAY = Date.UTC(2026, 2, 2) / DAY_MS

/** Activities with ascending ids; times spread evenly from the hour given. */
export class Diary {
  readonly activities: ActivityFacts[] = []

  /** `times` records on a day, one a minute from `hour` on; items numbered from `firstItem` on. */
  add(
    day: number,
    hour: number,
    times: number,
    facts: FactsFragment,
    firstItem: number | null = 1_000_000 + this.activities.length
  ): this {
    for (let index = 0; index < times; index += 1) {
      this.activities.push(
        completeFacts({
          itemKey: firstItem === null ? null : firstItem + index,
          ...facts,
          id: this.activities.length + 1,
          atMs: day * DAY_MS + hour * HOUR_MS + ((index * 60_000) % (2 * HOUR_MS))
        })
      )
    }
    return this
  }
}

export const download = { workload: 'SharePoint', operation: 'FileDownloaded' } as const
export const openFile = { workload: 'SharePoint', operation: 'FileAccessed' } as const
export const rename = { workload: 'Endpoint', operation: 'FileRenamed' } as const
export const archive = { workload: 'Endpoint', operation: 'ArchiveCreated' } as const
export const upload = { workload: 'Endpoint', operation: 'FileUploadedToCloud', destination: 'outside' } as const
export const removable = { workload: 'Endpoint', operation: 'FileCopiedToRemovableMedia' } as const
export const print = { workload: 'Endpoint', operation: 'FilePrinted' } as const
export const remove = { workload: 'Endpoint', operation: 'FileDeleted' } as const
export const ownSync = { workload: 'OneDrive', operation: 'FileSyncDownloadedFull', isOwnSite: true } as const
export const share = {
  workload: 'OneDrive',
  operation: 'SharingSet',
  exposure: 'guest',
  destination: 'outside'
} as const
export const mail = { workload: 'Exchange', operation: 'Send', itemType: 'message', destination: 'outside' } as const

export function resignation(day: number, lastDay: number | null = null): TriggerEvent {
  return { trigger: 'hr-resignation', atMs: day * DAY_MS, lastDayMs: lastDay === null ? null : lastDay * DAY_MS }
}

export interface Circumstances {
  readonly triggers?: readonly TriggerEvent[]
  readonly definition?: PolicyDefinition
  readonly match?: typeof match
  readonly settings?: Partial<ScoringSettings>
  readonly standing?: Partial<Standing>
  readonly peers?: Peers
  readonly quietDays?: ReadonlySet<number>
  readonly dayOf?: DayOf
  readonly indicatorSpikes?: (indicator: string, day: number) => number
  readonly firstLoggedDay?: number
  readonly afterDay?: number
  readonly findShare?: FindShare
}

export function evaluate(activities: readonly ActivityFacts[], circumstances: Circumstances = {}): Evaluation {
  const dayOf = circumstances.dayOf ?? utcDay
  const matching = circumstances.match ?? match
  return evaluatePerson({
    definition: circumstances.definition ?? definition,
    catalogue,
    settings: { ...FIRST_SETTINGS, ...circumstances.settings },
    triggers: circumstances.triggers ?? [resignation(MONDAY)],
    dayCounts: rollUp(activities, matching, dayOf),
    standing: { ...NO_STANDING, ...circumstances.standing },
    peers: circumstances.peers ?? NO_PEERS,
    quietDays: circumstances.quietDays ?? new Set(),
    activitiesBetween: (fromMs, toMs) =>
      activities.filter((activity) => activity.atMs >= fromMs && activity.atMs <= toMs),
    match: matching,
    dayOf,
    indicatorSpikes: circumstances.indicatorSpikes,
    firstLoggedDay: circumstances.firstLoggedDay,
    afterDay: circumstances.afterDay,
    findShare: circumstances.findShare
  })
}

/** Forty people of one department who all do so much a day, and take so much out in thirty days. */
export function alike(
  daily: Readonly<Record<string, number>>,
  thirtyDays: Readonly<Record<string, number>> | null = null
): Peers {
  const person = { department: 'Research', title: null, managerId: null }
  return gatherPeers(
    Array.from({ length: 40 }, (_, index) => ({
      ...person,
      personId: index + 1,
      medians: new Map(Object.entries({ 'many-files-accessed': 0, ...daily })),
      thirtyDays: new Map(thirtyDays === null ? [] : Object.entries({ 'all-channels': 0, ...thirtyDays }))
    }))
  ).of(person)
}

/** Working days in [fromDay, toDay). */
export function workingDays(fromDay: number, toDay: number): number[] {
  const days: number[] = []
  for (let day = fromDay; day < toDay; day += 1) if ((day + 3) % 7 < 5) days.push(day)
  return days
}
