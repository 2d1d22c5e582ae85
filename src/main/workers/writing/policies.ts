/** Changes of policies. Each edit is a new version; a deleted policy stays for its alerts. */
import type { PolicyDefinition } from '../../../shared/domain/policy.ts'
import { loadCatalogue } from '../../policy/load.ts'
import {
  addPolicy,
  deletePolicy,
  editPolicy,
  findPolicy,
  type StoredPolicy,
  switchPolicy
} from '../../store/policies.ts'
import { type Audited, type AuditNote, type Caller, done, refused, type Result } from '../protocol.ts'
import type { WriterDesk } from '../writer-desk.ts'
import { problemOf } from '../policy-check.ts'

export const policyChanges = {
  'policy.create'(
    desk: WriterDesk,
    args: { name: string; definition: PolicyDefinition },
    caller: Caller
  ): Result<Audited<{ id: number }>> {
    const problem = problemOf(args.definition, loadCatalogue(), desk.store.main)
    if (problem !== null) return refused('bad-input', problem)
    return added(desk, args, caller, {})
  },

  'policy.edit'(
    desk: WriterDesk,
    args: { id: number; definition: PolicyDefinition },
    caller: Caller
  ): Result<Audited<{ version: number }>> {
    const policy = liveOf(desk, args.id)
    if (policy === null) return NO_POLICY
    if (policy.template !== args.definition.template)
      return refused(
        'bad-input',
        'The template of a policy cannot be changed. Create a new policy from the other template.'
      )
    const problem = problemOf(args.definition, loadCatalogue(), desk.store.main)
    if (problem !== null) return refused('bad-input', problem)
    const version = editPolicy(desk.store, args.id, {
      definition: args.definition,
      operator: caller.operator,
      atMs: desk.nowMs()
    })
    return done({ value: { version }, audit: noteOf(args.id, { version }) })
  },

  /** A copy is checked anew: groups and indicators of the other may be gone by now. */
  'policy.copy'(desk: WriterDesk, args: { id: number; name: string }, caller: Caller): Result<Audited<{ id: number }>> {
    const policy = liveOf(desk, args.id)
    if (policy === null) return NO_POLICY
    const { definition } = policy
    const problem = problemOf(definition, loadCatalogue(), desk.store.main)
    if (problem !== null) return refused('conflict', `The policy cannot be copied as it is. ${problem}`)
    return added(desk, { name: args.name, definition }, caller, { copyOf: args.id, ofVersion: policy.version })
  },

  'policy.switch'(desk: WriterDesk, args: { id: number; isOn: boolean }): Result<Audited<{ id: number }>> {
    const policy = liveOf(desk, args.id)
    if (policy === null) return NO_POLICY
    switchPolicy(desk.store.main, args.id, args.isOn)
    return done({ value: { id: args.id }, audit: noteOf(args.id, { isOn: args.isOn, version: policy.version }) })
  },

  'policy.delete'(desk: WriterDesk, args: { id: number }): Result<Audited<{ id: number }>> {
    const policy = liveOf(desk, args.id)
    if (policy === null) return NO_POLICY
    deletePolicy(desk.store.main, args.id)
    return done({ value: { id: args.id }, audit: noteOf(args.id, { version: policy.version }) })
  }
}

const NO_POLICY = refused('not-found', 'There is no such policy.')

function added(
  desk: WriterDesk,
  { name, definition }: { name: string; definition: PolicyDefinition },
  { operator }: Caller,
  details: AuditNote['details']
): Result<Audited<{ id: number }>> {
  const id = addPolicy(desk.store, { name, definition, operator, atMs: desk.nowMs() })
  return done({ value: { id }, audit: noteOf(id, { template: definition.template, version: 1, ...details }) })
}

/** Null where there is none, or it was deleted. */
function liveOf(desk: WriterDesk, id: number): StoredPolicy | null {
  const policy = findPolicy(desk.store, id)
  return policy === null || policy.status === 'deleted' ? null : policy
}

function noteOf(id: number, details: AuditNote['details']): AuditNote {
  return { objectType: 'policy', objectId: String(id), caseId: null, details }
}
