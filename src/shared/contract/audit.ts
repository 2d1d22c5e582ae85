/** The audit log of Inward itself: list, verify, and exports of cases. */
import { z } from 'zod'
import { ROLES } from '../domain/role.ts'
import { operation } from './operation.ts'
import { code, count, hash, id, operatorName, pageOf, pageRequest, timeMs, words } from './text.ts'

/** One entry of the chain. `details` holds codes, counts and ids only; never a name, never typed text. */
export const AuditEntry = z.strictObject({
  seq: z.int().positive(),
  atMs: timeMs(),
  operator: operatorName(),
  roles: z.array(z.enum(ROLES)),
  action: code(),
  objectType: code(),
  objectId: code(),
  caseId: id().nullable(),
  outcome: z.enum(['done', 'refused', 'failed']),
  details: z.record(code().max(60), z.union([code(), z.number(), z.boolean(), z.null()])).meta({ holds: 'code' }),
  previousHash: hash(),
  hash: hash()
})
export type AuditEntry = z.infer<typeof AuditEntry>

export const Verification = z.strictObject({ ok: z.boolean(), checked: count(), problems: z.array(words()) })
export type Verification = z.infer<typeof Verification>

/** A signed note that says how long the log was and what it held; for a place that nobody here can write to. */
export const SignedCheckpoint = z.strictObject({
  text: z.string().max(2000).meta({ holds: 'code' }),
  size: count(),
  root: hash(),
  /** Of the key that signed it; the same for every checkpoint of a workspace. */
  verifierKey: z.string().max(500).meta({ holds: 'code' })
})
export type SignedCheckpoint = z.infer<typeof SignedCheckpoint>

export const auditOperations = {
  'audit.list': operation(
    'read',
    ['auditor', 'admin'],
    z.strictObject({ action: z.string().max(60).nullable().default(null), ...pageRequest }),
    pageOf(AuditEntry)
  ),
  /** With the text of a checkpoint, also that the log still holds what that was made of. */
  'audit.verify': operation(
    'read',
    ['auditor', 'admin', 'investigator'],
    z.strictObject({ checkpoint: z.string().max(2000).nullable().default(null) }),
    Verification
  ),
  'audit.checkpoint': operation('change', ['auditor', 'admin'], z.strictObject({}), SignedCheckpoint),
  /** Asks for a folder in a dialog when called from the window; the command line hands one over by ticket. */
  'export.case': operation(
    'change',
    ['investigator'],
    z.strictObject({ caseId: id(), ticket: z.string().max(80).nullable() }),
    z.strictObject({
      bundle: code(),
      files: count(),
      bytes: count(),
      sha256: hash(),
      redacted: count(),
      wasCancelled: z.boolean()
    })
  )
} as const
