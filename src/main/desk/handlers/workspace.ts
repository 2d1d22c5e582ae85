/** Choosing, creating, unlocking and locking a workspace; its operators and zone. */
import path from 'node:path'
import { isKnownZone } from '../../../shared/domain/day.ts'
import { ROLES } from '../../../shared/domain/role.ts'
import type { WorkspaceState } from '../../../shared/contract/workspace.ts'
import { done, refused, type Result } from '../../workers/protocol.ts'
import { type Desk, issueTicket, LOCKED, lockDesk } from '../desk.ts'
import { createWorkspace, enrolOperator, folderHolds, unlockWorkspace } from '../session.ts'
import type { Handlers } from './handler.ts'
import { importHandlers } from './import.ts'
import { withWorkspace } from './open.ts'
import { policyHandlers } from './policy.ts'

type WorkspaceNames =
  | 'workspace.state'
  | 'workspace.choose'
  | 'workspace.create'
  | 'workspace.unlock'
  | 'workspace.lock'
  | 'workspace.timezone'
  | 'workspace.runtime'
  | 'operator.list'
  | 'operator.add'

/** A new workspace begins with the policy that needs nothing but a departure, so that a first import already tells. */
const FIRST_POLICY = {
  name: 'Data theft by departing users',
  template: 'data-theft-by-departing-users',
  definition: null
} as const

export const workspaceHandlers: Pick<Handlers, WorkspaceNames> = {
  'workspace.state': (desk) => stateOf(desk),
  'workspace.runtime': (desk) => Promise.resolve(done(desk.shell.runtime())),

  'workspace.choose': async (desk, { purpose }) => {
    const folder = await desk.shell.chooseFolder(purpose)
    if (folder === null) return done({ name: null, holds: 'nothing' })
    desk.chosenFolder = folder
    return done({ name: path.basename(folder), holds: folderHolds(folder) })
  },

  'workspace.create': async (desk, { operator, passphrase, sample }) => {
    if (desk.chosenFolder === null) return refused('bad-input', 'Choose a folder for the workspace first.')
    const left = await leaveWorkspace(desk)
    if (!left.ok) return left
    const created = await createWorkspace(desk.shell, {
      folder: desk.chosenFolder,
      operator,
      passphrase,
      roles: [...ROLES]
    })
    if (!created.ok) return created
    desk.workspace = created.value
    const prepared = await prepareWorkspace(desk, sample)
    return prepared.ok ? stateOf(desk) : prepared
  },

  'workspace.unlock': async (desk, request) => {
    if (desk.chosenFolder === null) return refused('bad-input', 'Choose the folder of the workspace first.')
    const left = await leaveWorkspace(desk)
    if (!left.ok) return left
    const opened = await unlockWorkspace(desk.shell, { folder: desk.chosenFolder, ...request })
    if (!opened.ok) return opened
    desk.workspace = opened.value
    return stateOf(desk)
  },

  'workspace.lock': async (desk) => {
    if (desk.workspace === null) return LOCKED
    const left = await leaveWorkspace(desk)
    return left.ok ? stateOf(desk) : left
  },

  'workspace.timezone': (desk, { timezone }) =>
    withWorkspace(desk, async ({ writer, caller }) => {
      if (!isKnownZone(timezone))
        return refused('bad-input', 'This time zone is unknown. Choose one by its IANA name, such as Europe/Berlin.')
      const changed = await writer.change('workspace.timezone', { timezone }, caller)
      if (!changed.ok) return changed
      // Days begin and end elsewhere now, so everything that is counted by day is counted anew.
      const scored = await writer.run('score.run', { asOfMs: null })
      return scored.ok ? stateOf(desk) : scored
    }),

  'operator.list': (desk) => withWorkspace(desk, ({ reader }) => reader.read('operator.list', null)),
  'operator.add': (desk, request) => withWorkspace(desk, (workspace) => enrolOperator(desk.shell, workspace, request))
}

/** The first policy, and on wish the sample company. */
export async function prepareWorkspace(desk: Desk, sample: boolean): Promise<Result<null>> {
  const policy = await policyHandlers['policy.create'](desk, FIRST_POLICY)
  if (!policy.ok) return policy
  if (!sample) return done(null)
  const paths = ['audit', 'hr'].map((folder) => path.join(desk.shell.sampleFolder, folder))
  const imported = await importHandlers['import.start'](desk, {
    ticket: issueTicket(desk, paths),
    source: null,
    timezone: null,
    label: 'sample',
    mapping: null
  })
  return imported.ok ? done(null) : imported
}

/** Locks the open workspace, if one is, and leaves a word of it in its audit log. */
async function leaveWorkspace(desk: Desk): Promise<Result<null>> {
  if (desk.workspace === null) return done(null)
  const { writer, caller, workspaceId } = desk.workspace
  const note = { objectType: 'workspace', objectId: workspaceId, caseId: null, details: {} }
  const noted = await writer.run('audit.note', {
    action: 'workspace.lock',
    outcome: 'done',
    note,
    caller,
    reason: null
  })
  await lockDesk(desk)
  return noted.ok ? done(null) : noted
}

async function stateOf(desk: Desk): Promise<Result<WorkspaceState>> {
  const none = { alertsToReview: 0, activeCases: 0, imports: 0, people: 0, activities: 0 }
  const name = desk.chosenFolder === null ? null : path.basename(desk.chosenFolder)
  if (desk.workspace === null) {
    return done({
      state: desk.chosenFolder === null ? 'none' : 'locked',
      name,
      operator: null,
      roles: [],
      timezone: 'UTC',
      counts: none
    })
  }
  const { reader, operator, roles } = desk.workspace
  const counted = await reader.read('workspace.counts', null)
  if (!counted.ok) return counted
  // A folder can be called after a person.
  const masked = await reader.read('mask.texts', { texts: [name ?? ''] })
  if (!masked.ok) return masked
  return done({ state: 'open', name: masked.value[0] ?? null, operator, roles: [...roles], ...counted.value })
}
