/**
 * What policies see of the activities, and what they answer: pseudonymous facts in, insights with sentences out.
 * The store fills these shapes, main/policy works on them; neither holds an identity.
 */
import type { Category } from './category.ts'
import type {
  ActivityOutcome,
  ActorKind,
  AlertSeverity,
  AlertState,
  Exposure,
  HrEventKind,
  ItemType,
  LabelChange
} from './draft.ts'
import type { Trigger } from './policy.ts'
import type { BetweenSnapshots } from './snapshot.ts'

/** Where data went: nowhere, to the organisation's own domains, outside, or to a domain that is not allowed. */
export const DESTINATIONS = ['none', 'inside', 'outside', 'unallowed'] as const
export type Destination = (typeof DESTINATIONS)[number]

export interface ActivityFacts {
  readonly id: number
  readonly atMs: number
  readonly workload: string
  readonly operation: string
  readonly actorKind: ActorKind
  readonly outcome: ActivityOutcome
  readonly itemType: ItemType
  readonly extension: string
  /** Keyed hashes of the item's name, 52 bits; null where the record names none. */
  readonly itemKey: number | null
  readonly newItemKey: number | null
  readonly exposure: Exposure
  readonly labelChange: LabelChange
  readonly alertSeverity: AlertSeverity
  readonly alertState: AlertState
  readonly topic: string
  readonly destination: Destination
  /** On the person's own OneDrive. */
  readonly isOwnSite: boolean
  /** Matches the policy's priority sites, extensions or keywords. */
  readonly isPriority: boolean
  /** Comes from an address that this person took up lately and hardly anybody else uses. */
  readonly isNewAddress: boolean
  /** The source names a country that the person has not been active in before. */
  readonly isNewCountry: boolean
  /** Carries a sensitivity label. */
  readonly isLabelled: boolean
  /** The source found sensitive information that is not excluded. */
  readonly isSensitive: boolean
  /** A weekend, or before six or after twenty o'clock of the scoring zone. */
  readonly isOffHours: boolean
  /** After the person's last working day. */
  readonly isAfterLeaving: boolean
  /** On a physical asset that an administrator named as one of priority. */
  readonly isPriorityAsset: boolean
  /** With a domain of the list of third parties. */
  readonly isThirdParty: boolean
  /** The settings exclude it: it belongs to no indicator. */
  readonly isExcluded: boolean
  readonly sizeBytes: number
  readonly itemCount: number
}

/** Daily rollup of one person and indicator. `day` counts days since 1970-01-01 in the scoring zone. */
export interface DayCount {
  readonly day: number
  readonly indicator: string
  readonly events: number
  readonly distinctItems: number
  readonly sizeBytes: number
  readonly priorityEvents: number
  readonly newAddressEvents: number
  readonly ownSiteEvents: number
  readonly unallowedEvents: number
  readonly sensitiveEvents: number
  readonly firstAtMs: number
  readonly lastAtMs: number
}

export interface TriggerEvent {
  readonly trigger: Trigger
  readonly atMs: number
  /** Last working day where the trigger has one; for scoring by hand, until when it was asked for. */
  readonly lastDayMs: number | null
  /** What triggered, where the trigger itself does not say it: an indicator's or alert's name. */
  readonly because?: string
  /** Set when no record tells it, but two snapshots of a directory do. */
  readonly between?: BetweenSnapshots | null
}

export interface HrFact {
  readonly kind: HrEventKind
  readonly atMs: number
  readonly lastDayMs: number | null
  /** Set when no record tells it, but two snapshots of a directory do. */
  readonly between: BetweenSnapshots | null
}

/** One person, one day, one indicator, scored. */
export interface Insight {
  readonly day: number
  readonly indicator: string
  readonly name: string
  readonly category: Category
  readonly level: 1 | 2 | 3
  readonly events: number
  readonly distinctItems: number
  readonly sizeBytes: number
  readonly priorityEvents: number
  readonly firstAtMs: number
  readonly lastAtMs: number
  readonly usual: number | null
  readonly peersUsual: number | null
  /** Who the peers are, in words: "the department". */
  readonly peers: string | null
  /** 0–1, after boosters, before it is combined with others. */
  readonly strength: number
  readonly boosters: readonly string[]
  readonly says: string
}

export interface SequenceStep {
  readonly category: Category
  readonly indicator: string
  readonly atMs: number
  readonly events: number
  readonly says: string
}

export interface SequenceHit {
  readonly sequence: string
  readonly name: string
  /** Category of its most serious step. */
  readonly category: Category
  /** Day of its last step: the sequence adds to the score of that day. */
  readonly day: number
  readonly items: number
  readonly fromMs: number
  readonly toMs: number
  readonly strength: number
  readonly level: 1 | 2 | 3
  readonly steps: readonly SequenceStep[]
  readonly says: string
}

/** What left over thirty days through one channel, or through all of them: slow leaks that no single day shows. */
export interface CumulativeHit {
  /** An indicator of exfiltration, or `all-channels`. */
  readonly channel: string
  readonly name: string
  /** The last of the thirty days. */
  readonly day: number
  /** Days on which some of it left; the hit adds to the score of each of them. */
  readonly days: readonly number[]
  readonly fromDay: number
  readonly fromMs: number
  readonly toMs: number
  /** Counted as the indicator counts: events or different items. */
  readonly count: number
  /** What thirty days usually bring: the person's own, of peers, of everybody; null where too little is known. */
  readonly usual: number | null
  readonly peersUsual: number | null
  readonly everybodysUsual: number | null
  readonly level: 1 | 2 | 3
  readonly strength: number
  readonly boosters: readonly string[]
  readonly says: string
}

/** What boosters ask of a person beside the activities. */
export interface Standing {
  /** Earlier cases resolved as confirmed violations. */
  readonly violations: number
  readonly isInPriorityGroup: boolean
  /** Why a mistake or ill will of this person would weigh more, in words; null where nothing says so. */
  readonly highImpact: string | null
}

export interface DayScore {
  readonly day: number
  /** 0–100. */
  readonly score: number
}

/** A line of the alert's arithmetic: index into insights, sequences or cumulative hits, and the share of the score that it adds. */
export interface FactorShare {
  readonly kind: 'insight' | 'sequence' | 'cumulative'
  readonly index: number
  /** 0–100; the shares of an alert sum up to its score. */
  readonly points: number
}

export interface CheckedCause {
  readonly cause: string
  readonly result: 'not-the-reason' | 'possible' | 'not-checked'
  readonly says: string
}

export interface Evaluation {
  readonly inScope: boolean
  readonly windowFromMs: number
  readonly windowToMs: number
  readonly insights: readonly Insight[]
  readonly sequences: readonly SequenceHit[]
  readonly cumulative: readonly CumulativeHit[]
  readonly days: readonly DayScore[]
  /** 0–100, rounded to one decimal. */
  readonly score: number
  readonly shares: readonly FactorShare[]
  readonly arithmetic: string
  readonly checked: readonly CheckedCause[]
}
