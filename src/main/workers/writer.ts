/**
 * The writer's procedures: every change and its audit entry are one transaction; a refused change leaves its refusal
 * in the audit log and nothing else.
 */
import { inTransaction } from '../store/open.ts'
import { writeText } from '../store/written.ts'
import type { Audited, Caller, Result } from './protocol.ts'
import { record, type WriterDesk } from './writer-desk.ts'
import { alertChanges } from './writing/alerts.ts'
import { caseChanges } from './writing/cases.ts'
import { groupChanges } from './writing/groups.ts'
import { importChanges, importProcedures } from './writing/imports.ts'
import { policyChanges } from './writing/policies.ts'
import { revealChanges } from './writing/reveals.ts'
import { scopeChanges } from './writing/scopes.ts'
import { scoreProcedures } from './writing/scores.ts'
import { settingChanges } from './writing/settings.ts'
import { watchChanges, watchProcedures } from './writing/watch.ts'
import { workspaceChanges, workspaceProcedures } from './writing/workspace.ts'

export const writerChanges = {
  ...workspaceChanges,
  ...importChanges,
  ...watchChanges,
  ...policyChanges,
  ...settingChanges,
  ...groupChanges,
  ...scopeChanges,
  ...alertChanges,
  ...caseChanges,
  ...revealChanges
}
export type WriterChanges = typeof writerChanges

export const writerProcedures = { ...workspaceProcedures, ...importProcedures, ...watchProcedures, ...scoreProcedures }
export type WriterProcedures = typeof writerProcedures

type Change = (desk: WriterDesk, args: never, caller: Caller) => Result<Audited<unknown>>

/** Carries a refusal out of the transaction, so that it rolls back. */
class RolledBack extends Error {
  constructor(readonly refusal: Exclude<Result<unknown>, { ok: true }>) {
    super('rolled back')
  }
}

export function runChange(
  desk: WriterDesk,
  change: Change,
  action: string,
  args: never,
  caller: Caller
): Result<unknown> {
  try {
    return inTransaction(desk.store, () => {
      const result = change(desk, args, caller)
      if (!result.ok) throw new RolledBack(result)
      const seq = record(desk, action, caller, 'done', result.value.audit)
      if (result.value.reason !== undefined) writeText(desk.store.vault, 'reason', seq, result.value.reason)
      return { ok: true, value: result.value.value }
    })
  } catch (error) {
    const refusal = error instanceof RolledBack ? error.refusal : null
    inTransaction(desk.store, () => {
      const details = { code: refusal === null ? 'fault' : refusal.code }
      record(desk, action, caller, refusal === null ? 'failed' : 'refused', {
        objectType: 'operation',
        objectId: action,
        caseId: null,
        details
      })
    })
    if (refusal === null) throw error
    return refusal
  }
}
