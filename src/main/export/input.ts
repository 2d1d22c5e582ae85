/**
 * What an export is made of: plain, already masked data. Parsing it with the contract's strict shapes on the way out is
 * the privacy guard of this room, as the response check is that of the window.
 */
import { z } from 'zod'
import { Timeline } from '../../shared/contract/activity.ts'
import type { ActivityView } from '../../shared/contract/activity.ts'
import { AlertDetail } from '../../shared/contract/alert.ts'
import { AuditEntry } from '../../shared/contract/audit.ts'
import { CaseDetail, NoteView } from '../../shared/contract/case.ts'
import { Receipt } from '../../shared/contract/import.ts'
import { code, operatorName, timeMs } from '../../shared/contract/text.ts'

const digest = () =>
  z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .meta({ holds: 'hash' })

/** The last entry of the audit log when the export was made, and the root of the tree over all entries. */
export const AuditHead = z.strictObject({ seq: z.int().nonnegative(), hash: digest(), merkleRoot: digest() })
export type AuditHead = z.infer<typeof AuditHead>

export const Software = z.strictObject({ name: code(), version: code() })

/** No reveal reaches a bundle yet: the list is there, so that its emptiness is a statement. */
export const NoIdentities = z.array(z.never()).max(0)

const about = {
  software: Software,
  workspaceId: code(),
  exportedAtMs: timeMs(),
  exportedBy: operatorName(),
  /** IANA zone in which times are written. */
  timezone: code(),
  case: CaseDetail,
  alerts: z.array(AlertDetail),
  timelines: z.array(Timeline),
  notes: z.array(NoteView),
  /** Receipts of the imports that the case's activities come from. */
  receipts: z.array(Receipt),
  auditHead: AuditHead,
  identitiesRevealed: NoIdentities
}

export const ReportInput = z.strictObject({
  ...about,
  /** Activities behind the case. */
  activities: z.int().nonnegative(),
  /** Entries of the audit log that go with the case; 0 where none are handed over. */
  auditEntries: z.int().nonnegative()
})
export type ReportInput = z.infer<typeof ReportInput>

/** All of the input but its stream. */
export const BundleAbout = z.strictObject({ ...about, auditExtract: z.array(AuditEntry) })
export type BundleAbout = z.infer<typeof BundleAbout>

export interface BundleInput extends Readonly<BundleAbout> {
  /** In the order in which they are to be written. */
  readonly activities: AsyncIterable<ActivityView>
}
