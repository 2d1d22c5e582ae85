/**
 * What a reader makes of one row before the store has seen it. Drafts still hold identities: they travel from the
 * intake process to the store writer only, and never cross the contract.
 */
import type { FieldMapping } from './mapping.ts'
import type { Encoding, Source, Wrapping } from './source.ts'

/** Who acted, as far as the record tells. Only `person` can ever be scored. */
export const ACTOR_KINDS = ['person', 'guest', 'service', 'unknown'] as const
export type ActorKind = (typeof ACTOR_KINDS)[number]

export const OUTCOMES = ['success', 'failure', 'unknown'] as const
export type ActivityOutcome = (typeof OUTCOMES)[number]

/** How far a sharing opens an item: to people of the organisation, to a named guest, to anyone with the link. */
export const EXPOSURES = ['none', 'inside', 'guest', 'anyone'] as const
export type Exposure = (typeof EXPOSURES)[number]

export const LABEL_CHANGES = ['none', 'applied', 'removed', 'downgraded', 'changed'] as const
export type LabelChange = (typeof LABEL_CHANGES)[number]

export const ITEM_TYPES = ['none', 'file', 'folder', 'site', 'message', 'device', 'account', 'other'] as const
export type ItemType = (typeof ITEM_TYPES)[number]

/** How grave the source itself calls what it reports; only alerts of other products say so. */
export const ALERT_SEVERITIES = ['none', 'informational', 'low', 'medium', 'high'] as const
export type AlertSeverity = (typeof ALERT_SEVERITIES)[number]

/** How far the source has come with an alert; `unknown` for everything else. */
export const ALERT_STATES = ['unknown', 'new', 'in-progress', 'resolved'] as const
export type AlertState = (typeof ALERT_STATES)[number]

/** Position of a row in its file: 1-based record number, 1-based physical line, byte offset of its first byte. */
export interface RowPosition {
  readonly ordinal: number
  readonly line: number
  readonly byteOffset: number
}

export interface ActivityDraft extends RowPosition {
  /** Text that identifies the record within its source; the store keeps its SHA-256 to find duplicates. */
  readonly recordKey: string
  /** UTC milliseconds. */
  readonly atMs: number
  readonly workload: string
  /** The source's name of the operation, trimmed, without trailing dot. */
  readonly operation: string
  readonly outcome: ActivityOutcome
  readonly actorKind: ActorKind
  /** Identity of the actor in canonical spelling (addresses in lower case); empty where the record names none. */
  readonly actor: string
  readonly itemType: ItemType
  /** Full path or URL of the object; empty where there is none. */
  readonly path: string
  readonly fileName: string
  /** Name after a rename, or of the copy; empty otherwise. */
  readonly newFileName: string
  /** Lower case, without the dot. */
  readonly extension: string
  readonly siteUrl: string
  readonly subject: string
  /** Recipients, people shared with, accounts acted upon; canonical spelling. */
  readonly targets: readonly string[]
  /** Domains that data went to: of recipients, of guests shared with, of an upload's destination. Lower case. */
  readonly targetDomains: readonly string[]
  readonly exposure: Exposure
  readonly labelChange: LabelChange
  readonly alertSeverity: AlertSeverity
  readonly alertState: AlertState
  /**
   * What the source says that an alert or a web site is about, in lower case with hyphens: `defense-evasion`,
   * `generative-ai`; empty where it says nothing.
   */
  readonly topic: string
  /** Sensitivity label of the item after the activity, its name or else its id; empty where there is none. */
  readonly label: string
  /** Sensitive information types that the source found in the item. */
  readonly sensitiveTypes: readonly string[]
  /** Where the address lies as the source says, two capital letters; empty where it does not. */
  readonly country: string
  readonly address: string
  readonly device: string
  /** 0 where the record tells no size. */
  readonly sizeBytes: number
  /** How many items the record stands for (attachments, aggregated accesses); at least 1. */
  readonly itemCount: number
  /** The record as it was read, for evidence. */
  readonly raw: string
}

export const HR_EVENT_KINDS = [
  'resignation',
  'termination',
  'job-level-change',
  'performance-review',
  'improvement-plan'
] as const
export type HrEventKind = (typeof HR_EVENT_KINDS)[number]

/** What an HR file says of a person beside any event. Empty texts where it says nothing. */
export interface ProfileFacts {
  readonly displayName: string
  readonly firstName: string
  readonly lastName: string
  readonly department: string
  readonly title: string
  readonly country: string
  /** Company, division or unit above the department. */
  readonly businessUnit: string
  readonly manager: string
  readonly hiredMs: number | null
  /** Further spellings of the same person: user name, employee number, other addresses. */
  readonly aliases: readonly string[]
}

export interface HrEventDraft extends RowPosition {
  readonly recordKey: string
  readonly kind: HrEventKind
  readonly identity: string
  /** Notice or effective date, UTC milliseconds. */
  readonly atMs: number
  readonly lastDayMs: number | null
  readonly oldLevel: string
  readonly newLevel: string
  readonly rating: string
  readonly remarks: string
  /** Set when the same row also describes the person, as directories with a leaving date do. */
  readonly profile: ProfileFacts | null
  readonly raw: string
}

export interface ProfileDraft extends RowPosition, ProfileFacts {
  readonly recordKey: string
  readonly identity: string
  readonly raw: string
}

export interface RejectedRow extends RowPosition {
  /** One sentence that names what is wrong; holds no content of the row. */
  readonly reason: string
  readonly raw: string
}

/** What the intake tells about one file, in this order: start, rows…, end; or refused. `file` counts from 0. */
export type IntakeEvent =
  | {
      readonly kind: 'start'
      readonly file: number
      readonly path: string
      readonly sizeBytes: number
      readonly recognition: Recognition
    }
  | ({ readonly kind: 'rows'; readonly file: number } & RowBatch)
  | {
      readonly kind: 'end'
      readonly file: number
      readonly sha256: string
      readonly sizeBytes: number
      readonly warnings: readonly string[]
    }
  | {
      readonly kind: 'refused'
      readonly file: number
      readonly path: string
      readonly sizeBytes: number
      readonly reason: string
    }

export interface RowBatch {
  readonly activities: readonly ActivityDraft[]
  readonly hrEvents: readonly HrEventDraft[]
  readonly profiles: readonly ProfileDraft[]
  readonly rejected: readonly RejectedRow[]
  /** Rows left out for a named reason, by reason. */
  readonly ignored: Readonly<Record<string, number>>
  /** Rows read in this batch: the lengths above plus the ignored. */
  readonly rowsRead: number
  /** Bytes of the file read so far, and of all files of the run. */
  readonly bytesRead: number
}

export interface Recognition {
  readonly source: Source
  readonly wrapping: Wrapping
  readonly encoding: Encoding
  /** 0 to 1, and the reason in words: "header holds AuditData and CreationDate". */
  readonly confidence: number
  readonly because: string
  readonly reader: string
  readonly readerVersion: number
  /** Zone applied to times without offset, and why. */
  readonly timezone: string
  readonly timezoneBecause: string
}

/** Which column of an HR file holds which field. */
export interface HrMapping {
  readonly kind: 'hr'
  readonly signature: string
  readonly columns: Readonly<Record<string, string>>
}

/** What an operator said of a log that no reader knows. */
export interface LogMapping {
  readonly kind: 'mapped'
  readonly signature: string
  readonly mapping: FieldMapping
}

/** What a workspace remembers of one layout, by the signature of its header or of its fields; the last word counts. */
export type ColumnMapping = HrMapping | LogMapping

export interface IntakeOptions {
  /** Overrules recognition. */
  readonly source: Source | null
  /** IANA zone for times without offset where the source does not define one and none is remembered for it. */
  readonly timezone: string
  /** Whether the operator named it for this import; it then beats what is remembered. */
  readonly isTimezoneChosen: boolean
  /** Zones that were chosen for sources before. */
  readonly zones: Readonly<Partial<Record<Source, string>>>
  readonly mappings: readonly ColumnMapping[]
}
