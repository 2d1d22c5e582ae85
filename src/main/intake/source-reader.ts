/**
 * What intake must know of a source: how to tell its records, and how to read them. Most sources are told and read one
 * record at a time and are made with `recordSource`; the catalogue in sources.ts lists them all.
 */
import type {
  ColumnMapping,
  HrEventDraft,
  IntakeOptions,
  ProfileDraft,
  RowPosition
} from '../../shared/domain/draft.ts'
import type { Source } from '../../shared/domain/source.ts'
import type { BatchBuilder } from './batch.ts'
import type { DateSearch } from './date-search.ts'
import type { Layout } from './layout.ts'
import type { Fields } from './normalise/field.ts'
import type { Filling } from './normalise/filling.ts'
import type { RowReader } from './row-reader.ts'

export interface SourceReader {
  readonly source: Source
  /** Rises when the same record would give another draft. */
  readonly version: number
  /** Null where the sample is not of this source. With the source chosen by the operator, null means that it cannot be. */
  recognise(sample: Sample, options: IntakeOptions): Evidence | null
  open(batch: BatchBuilder, opening: Opening): RowReader
}

export interface Sample {
  readonly layout: Layout
  /** The first records or rows; cells stand under the names of their columns. */
  readonly records: readonly unknown[]
  /** Whether the operator chose this reader's source for the import. */
  readonly isChosen: boolean
}

export interface Evidence {
  /** Above 0 and up to 1. */
  readonly confidence: number
  /** In words: "header holds AuditData and CreationDate". */
  readonly because: string
  /** Zone of times without offset. */
  readonly timezone: string
  /** Why that one, where the source itself decides; null where it is the zone of the options. */
  readonly timezoneBecause: string | null
  /** Columns as this reader understood them, for the workspace to remember. */
  readonly mapping?: ColumnMapping
}

export interface Opening {
  readonly layout: Layout
  /** The first records, as recognition saw them. */
  readonly records: readonly unknown[]
  readonly evidence: Evidence
  readonly options: IntakeOptions
  readonly dates: DateSearch
}

/** What became of one record; the position and the raw text are put in by whoever splits the file. */
export type RowOutcome =
  | { readonly kind: 'activity'; readonly draft: Filling }
  | { readonly kind: 'hr-event'; readonly event: Omit<HrEventDraft, keyof RowPosition | 'raw'> }
  | { readonly kind: 'profile'; readonly profile: Omit<ProfileDraft, keyof RowPosition | 'raw'> }
  | { readonly kind: 'rejected'; readonly reason: string }
  | { readonly kind: 'ignored'; readonly reason: string }

export interface RecordReading {
  /** One record; several outcomes where it is an envelope of several. Never throws. */
  read(record: Fields): RowOutcome | readonly RowOutcome[]
  /** Sentences about the file as a whole. */
  finish(): readonly string[]
}
