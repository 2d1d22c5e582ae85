/** Changes of the workspace itself: its creation, operators, settings, and entries about what changes no table. */
import type { AuditEntry } from '../../../shared/contract/audit.ts'
import type { Role } from '../../../shared/domain/role.ts'
import { addOperator, findOperator, markSeen } from '../../store/operators.ts'
import { inTransaction } from '../../store/open.ts'
import { writeText } from '../../store/written.ts'
import { writeSetting } from '../../store/settings.ts'
import { type Audited, type AuditNote, type Caller, done, refused, type Result } from '../protocol.ts'
import { record, type WriterDesk } from '../writer-desk.ts'

const plain = (objectType: string, objectId: string, details: AuditNote['details'] = {}): AuditNote => ({
  objectType,
  objectId,
  caseId: null,
  details
})

export const workspaceChanges = {
  'operator.add'(desk: WriterDesk, args: { name: string; roles: readonly Role[] }): Result<Audited<null>> {
    if (findOperator(desk.store.main, args.name) !== null)
      return refused('conflict', 'There is already an operator of that name.')
    addOperator(desk.store.main, args.name, args.roles, desk.nowMs())
    return done({ value: null, audit: plain('operator', args.name, { roles: args.roles.join(' ') }) })
  },

  'workspace.unlock'(
    desk: WriterDesk,
    args: { operator: string; failedBefore: number },
    caller: Caller
  ): Result<Audited<null>> {
    const operator = findOperator(desk.store.main, args.operator)
    if (operator === null || operator.status !== 'active')
      return refused('not-allowed', 'This operator is disabled. Ask an administrator of the workspace.')
    markSeen(desk.store.main, operator.name, desk.nowMs())
    if (args.failedBefore > 0) {
      record(
        desk,
        'workspace.unlock-failed',
        { operator: caller.operator, roles: [] },
        'refused',
        plain('workspace', desk.workspaceId, { attempts: args.failedBefore })
      )
    }
    return done({ value: null, audit: plain('workspace', desk.workspaceId) })
  },

  'workspace.timezone'(desk: WriterDesk, args: { timezone: string }): Result<Audited<null>> {
    writeSetting(desk.store.main, 'timezone', args.timezone)
    return done({ value: null, audit: plain('setting', 'timezone', { timezone: args.timezone }) })
  }
}

export const workspaceProcedures = {
  /** Something that leaves no other trace in the store: a lock, an export, a search for a person, a refusal by role. */
  'audit.note'(
    desk: WriterDesk,
    args: {
      action: string
      outcome: AuditEntry['outcome']
      note: AuditNote
      caller: Caller
      /** What the operator typed as the reason; kept in the vault, since it can hold a name. */
      reason: string | null
    }
  ): null {
    inTransaction(desk.store, () => {
      const seq = record(desk, args.action, args.caller, args.outcome, args.note)
      if (args.reason !== null) writeText(desk.store.vault, 'reason', seq, args.reason)
    })
    return null
  }
}
