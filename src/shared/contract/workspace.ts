/** Creating, unlocking and locking a workspace, and what the frame of the window shows about it. */
import { z } from 'zod'
import { ROLES } from '../domain/role.ts'
import { ALL_ROLES, operation } from './operation.ts'
import { code, count, maskedText, operatorName, timeMs, typedText, words } from './text.ts'

const passphrase = z.string().min(12).max(400)

export const WorkspaceCounts = z.strictObject({
  alertsToReview: count(),
  activeCases: count(),
  imports: count(),
  people: count(),
  activities: count()
})
export type WorkspaceCounts = z.infer<typeof WorkspaceCounts>

export const WorkspaceState = z.strictObject({
  state: z.enum(['none', 'locked', 'open']),
  /** Folder name of the workspace, for the title; null while none is chosen. */
  name: maskedText().nullable(),
  operator: operatorName().nullable(),
  roles: z.array(z.enum(ROLES)),
  timezone: code(),
  counts: WorkspaceCounts
})
export type WorkspaceState = z.infer<typeof WorkspaceState>

export const Runtime = z.strictObject({
  version: code(),
  electron: code(),
  isOfficialRuntime: z.boolean(),
  sandbox: z.boolean(),
  notes: z.array(words())
})

export const workspaceOperations = {
  'workspace.state': operation('open', [], z.strictObject({}), WorkspaceState),
  /** Opens the system's folder dialog; answers null when it was closed. The path itself stays in the engine. */
  'workspace.choose': operation(
    'open',
    [],
    z.strictObject({ purpose: z.enum(['create', 'unlock']) }),
    z.strictObject({ name: maskedText().nullable(), holds: z.enum(['nothing', 'workspace', 'other']) })
  ),
  'workspace.create': operation(
    'open',
    [],
    z.strictObject({ operator: typedText(60), passphrase, sample: z.boolean() }),
    WorkspaceState
  ),
  'workspace.unlock': operation(
    'open',
    [],
    z.strictObject({ operator: typedText(60), passphrase: z.string().min(1).max(400) }),
    WorkspaceState
  ),
  'workspace.lock': operation('change', ALL_ROLES, z.strictObject({}), WorkspaceState),
  /** Days are counted in it: everything is scored anew. */
  'workspace.timezone': operation(
    'change',
    ['admin'],
    z.strictObject({ timezone: z.string().min(1).max(60) }),
    WorkspaceState
  ),
  'workspace.runtime': operation('open', [], z.strictObject({}), Runtime),
  'operator.list': operation(
    'read',
    ['admin', 'auditor'],
    z.strictObject({}),
    z.array(
      z.strictObject({
        name: operatorName(),
        roles: z.array(z.enum(ROLES)),
        status: z.enum(['active', 'disabled']),
        lastSeenMs: timeMs().nullable()
      })
    )
  ),
  /** `ownPassphrase` is that of the operator who adds: only with it can the keys be sealed for the new one. */
  'operator.add': operation(
    'change',
    ['admin'],
    z.strictObject({
      name: typedText(60),
      roles: z.array(z.enum(ROLES)).min(1),
      passphrase,
      ownPassphrase: z.string().min(1).max(400)
    }),
    z.strictObject({ name: operatorName(), roles: z.array(z.enum(ROLES)) })
  )
} as const
