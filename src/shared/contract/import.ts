/** Importing files, watching the import, reading receipts and rejected rows. */
import { z } from 'zod'
import { DATE_ORDERS, MAPPED_FIELDS } from '../domain/mapping.ts'
import { ENCODINGS, SOURCES, WRAPPINGS } from '../domain/source.ts'
import { ALL_ROLES, DESK_ROLES, operation } from './operation.ts'
import { code, count, day, hash, id, maskedText, operatorName, pageOf, pageRequest, timeMs, words } from './text.ts'

export const IMPORT_STATUSES = ['running', 'finished', 'stopped', 'refused', 'undone'] as const

/** What an investigator should know before trusting a file. */
export const FINDING_KINDS = ['cut-export', 'gap', 'overlap', 'clock-skew', 'zone-assumed', 'first-of-source'] as const

/** A receipt reconciles: rowsRead = kept + duplicate + rejected + ignored. */
export const Receipt = z.strictObject({
  id: id(),
  path: maskedText(),
  status: z.enum(IMPORT_STATUSES),
  sha256: hash(),
  bytes: count(),
  source: z.enum(SOURCES).nullable(),
  wrapping: z.enum(WRAPPINGS).nullable(),
  encoding: z.enum(ENCODINGS).nullable(),
  recognisedBecause: words(),
  confidence: z.number().min(0).max(1),
  reader: code(),
  timezone: code(),
  timezoneBecause: words(),
  rowsRead: count(),
  kept: count(),
  duplicate: count(),
  rejected: count(),
  ignored: count(),
  ignoredByReason: z.array(z.strictObject({ reason: words(), rows: count() })),
  people: count(),
  firstAtMs: timeMs().nullable(),
  lastAtMs: timeMs().nullable(),
  startedMs: timeMs(),
  durationMs: count(),
  operator: operatorName(),
  label: maskedText(),
  warnings: z.array(words()),
  findings: z.array(z.strictObject({ kind: z.enum(FINDING_KINDS), says: words() })),
  /** Operations of the file that no indicator looks at, the most frequent first. */
  unreadOperations: z.array(z.strictObject({ workload: maskedText(), operation: maskedText(), rows: count() })),
  refusal: words().nullable()
})
export type Receipt = z.infer<typeof Receipt>

export const ImportProgress = z.strictObject({
  isRunning: z.boolean(),
  phase: z.enum(['idle', 'reading', 'scoring', 'stopping']),
  files: count(),
  filesDone: count(),
  currentFile: maskedText().nullable(),
  bytes: count(),
  bytesDone: count(),
  rowsRead: count(),
  kept: count(),
  duplicate: count(),
  rejected: count(),
  eventsPerSecond: count(),
  startedMs: timeMs().nullable()
})
export type ImportProgress = z.infer<typeof ImportProgress>

export const RejectedRowView = z.strictObject({
  ordinal: count(),
  line: count(),
  byteOffset: count(),
  reason: words(),
  excerpt: maskedText()
})
export type RejectedRowView = z.infer<typeof RejectedRowView>

export const Coverage = z.strictObject({
  timezone: code(),
  sources: z.array(
    z.strictObject({
      source: z.enum(SOURCES),
      workload: maskedText(),
      activities: count(),
      days: z.array(z.strictObject({ date: day(), activities: count() })),
      /** Spans without a single record between days that have some, longer than this source's usual pauses. */
      gaps: z.array(z.strictObject({ from: day(), to: day(), days: count() }))
    })
  )
})
export type Coverage = z.infer<typeof Coverage>

/** What the first rows of a file hold, for an operator who says what each column means. */
export const ImportPreview = z.strictObject({
  file: maskedText(),
  /** Null where no reader knows the file. */
  source: z.enum(SOURCES).nullable(),
  because: words(),
  wrapping: z.enum(WRAPPINGS),
  /** Whole records and rows that were looked at. */
  rows: count(),
  fields: z.array(z.strictObject({ name: maskedText(), examples: z.array(maskedText()), filled: count() })),
  suggested: z.array(z.strictObject({ field: z.enum(MAPPED_FIELDS), name: maskedText() })),
  dateOrder: z.enum(DATE_ORDERS).nullable(),
  isDateOrderCertain: z.boolean(),
  /** What an operator said before of every row of this layout; null where nobody mapped it. */
  remembered: z
    .strictObject({ workload: maskedText(), operation: maskedText(), dateOrder: z.enum(DATE_ORDERS).nullable() })
    .nullable()
})
export type ImportPreview = z.infer<typeof ImportPreview>

/** What was remembered comes back masked, and pseudonyms are longer than names; what is kept has LONGEST_SAID at most. */
const saidOfEveryRow = () => z.string().trim().max(1000)

/** Columns are named by their place in the preview's fields, so that no name has to come back unmasked. */
const Mapping = z.strictObject({
  columns: z.array(z.strictObject({ field: z.enum(MAPPED_FIELDS), index: count() })),
  dateOrder: z.enum(DATE_ORDERS).nullable(),
  workload: saidOfEveryRow(),
  operation: saidOfEveryRow()
})

export const importOperations = {
  /** Opens the system's dialog; the chosen paths stay in the engine and are named by a ticket. */
  'import.choose': operation(
    'read',
    DESK_ROLES,
    z.strictObject({ what: z.enum(['files', 'folder']) }),
    z.strictObject({ ticket: code().nullable(), files: z.array(maskedText()) })
  ),
  'import.start': operation(
    'change',
    DESK_ROLES,
    z.strictObject({
      ticket: z.string().max(80),
      source: z.enum(SOURCES).nullable(),
      timezone: z.string().max(60).nullable(),
      label: z.string().trim().max(200),
      /** For files that no reader knows; remembered for every file with the same header. */
      mapping: Mapping.nullable().default(null)
    }),
    z.strictObject({
      imports: z.array(Receipt),
      alertsRaised: count(),
      alertsUpdated: count(),
      wasCancelled: z.boolean()
    })
  ),
  'import.progress': operation('read', ALL_ROLES, z.strictObject({}), ImportProgress),
  'import.cancel': operation('change', DESK_ROLES, z.strictObject({}), z.strictObject({ wasRunning: z.boolean() })),
  /** Looks at the first chosen file and leaves the ticket good. */
  'import.preview': operation('read', DESK_ROLES, z.strictObject({ ticket: z.string().max(80) }), ImportPreview),
  /** A ticket for the file of an earlier import, which must still lie where it was. */
  'import.again': operation(
    'read',
    DESK_ROLES,
    z.strictObject({ id: id() }),
    z.strictObject({ ticket: code(), file: maskedText() })
  ),
  /** Days on which each source was seen, and where it was not: where were we blind? */
  'import.coverage': operation('read', ALL_ROLES, z.strictObject({}), Coverage),
  'import.list': operation('read', ALL_ROLES, z.strictObject(pageRequest), pageOf(Receipt)),
  'import.show': operation('read', ALL_ROLES, z.strictObject({ id: id() }), Receipt),
  'import.rejected': operation(
    'read',
    DESK_ROLES,
    z.strictObject({ id: id(), ...pageRequest }),
    pageOf(RejectedRowView)
  ),
  'import.undo': operation(
    'change',
    DESK_ROLES,
    z.strictObject({ id: id() }),
    z.strictObject({ removedActivities: count(), removedHrEvents: count() })
  )
} as const
