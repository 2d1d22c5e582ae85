/** Importing files, watching the import, reading receipts and rejected rows. */
import { z } from 'zod'
import { ENCODINGS, SOURCES, WRAPPINGS } from '../domain/source.ts'
import { ALL_ROLES, DESK_ROLES, operation } from './operation.ts'
import { code, count, hash, id, maskedText, operatorName, pageOf, pageRequest, timeMs, words } from './text.ts'

export const IMPORT_STATUSES = ['running', 'finished', 'stopped', 'refused', 'undone'] as const

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
      label: z.string().trim().max(200)
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
