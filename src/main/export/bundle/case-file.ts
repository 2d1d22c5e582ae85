/** `data/case.json`: what the bundle is about and how much it holds, with the JSON Schemas that describe all its files. */
import { z } from 'zod'
import { ActivityView, Timeline } from '../../../shared/contract/activity.ts'
import { AlertDetail } from '../../../shared/contract/alert.ts'
import { AuditEntry } from '../../../shared/contract/audit.ts'
import { CaseDetail, CaseRow, NoteView } from '../../../shared/contract/case.ts'
import { Receipt } from '../../../shared/contract/import.ts'
import { code, count, operatorName, timeMs } from '../../../shared/contract/text.ts'
import { AuditHead, NoIdentities, Software } from '../input.ts'

/** Grows by one whenever a file of the bundle changes its shape. */
export const BUNDLE_FORMAT = 'inward-bundle/1'

export const CaseFile = z.strictObject({
  format: z.literal(BUNDLE_FORMAT),
  software: Software,
  workspaceId: code(),
  exportedAtMs: timeMs(),
  /** The same moment in ISO 8601 with the offset of `timezone`. */
  exportedAt: code(),
  exportedBy: operatorName(),
  timezone: code(),
  case: CaseRow,
  history: CaseDetail.shape.history,
  counts: z.strictObject({
    activities: count(),
    alerts: count(),
    notes: count(),
    timelines: count(),
    imports: count(),
    auditEntries: count()
  }),
  /** Places in the bundle's data where a pseudonym stands for a person. */
  pseudonymisedPlaces: count(),
  identitiesRevealed: NoIdentities,
  auditHead: AuditHead
})
export type CaseFile = z.infer<typeof CaseFile>

/** Name in `data/schema/` of each schema, and the shape of the file, or of one of its lines. */
export const BUNDLE_SHAPES = {
  'case.schema.json': CaseFile,
  'alerts.schema.json': z.array(AlertDetail),
  'timeline.schema.json': z.array(Timeline),
  'imports.schema.json': z.array(Receipt),
  'activity.schema.json': ActivityView,
  'note.schema.json': NoteView,
  'audit-entry.schema.json': AuditEntry
} as const

/** Draft 2020-12. The keyword `holds` says what a text can hold: masked text, words of Inward, a code and so on. */
export function publishedSchema(shape: z.ZodType, title: string): unknown {
  return { ...z.toJSONSchema(shape), title }
}
