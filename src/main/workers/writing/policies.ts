/** Changes of policies. Each edit is a new version; a deleted policy stays for its alerts. */
import type { PolicyDefinition } from '../../../shared/domain/policy.ts'
import { checkDefinition, loadCatalogue } from '../../policy/load.ts'
import { addPolicy, deletePolicy, editPolicy, findPolicy } from '../../store/policies.ts'
import { type Audited, type Caller, done, refused, type Refused, type Result } from '../protocol.ts'
import type { WriterDesk } from '../writer-desk.ts'

export const policyChanges = {
  'policy.create'(
    desk: WriterDesk,
    args: { name: string; definition: PolicyDefinition },
    caller: Caller
  ): Result<Audited<{ id: number }>> {
    const problem = check(args.definition)
    if (problem !== null) return problem
    const id = addPolicy(desk.store, {
      name: args.name,
      definition: args.definition,
      operator: caller.operator,
      atMs: desk.nowMs()
    })
    return done({
      value: { id },
      audit: {
        objectType: 'policy',
        objectId: String(id),
        caseId: null,
        details: { template: args.definition.template, version: 1 }
      }
    })
  },

  'policy.edit'(
    desk: WriterDesk,
    args: { id: number; definition: PolicyDefinition },
    caller: Caller
  ): Result<Audited<{ version: number }>> {
    const policy = findPolicy(desk.store, args.id)
    if (policy === null || policy.status === 'deleted') return refused('not-found', 'There is no such policy.')
    if (policy.template !== args.definition.template)
      return refused(
        'bad-input',
        'The template of a policy cannot be changed. Create a new policy from the other template.'
      )
    const problem = check(args.definition)
    if (problem !== null) return problem
    const version = editPolicy(desk.store, args.id, {
      definition: args.definition,
      operator: caller.operator,
      atMs: desk.nowMs()
    })
    return done({
      value: { version },
      audit: { objectType: 'policy', objectId: String(args.id), caseId: null, details: { version } }
    })
  },

  'policy.delete'(desk: WriterDesk, args: { id: number }): Result<Audited<{ id: number }>> {
    const policy = findPolicy(desk.store, args.id)
    if (policy === null || policy.status === 'deleted') return refused('not-found', 'There is no such policy.')
    deletePolicy(desk.store, args.id)
    return done({
      value: { id: args.id },
      audit: { objectType: 'policy', objectId: String(args.id), caseId: null, details: { version: policy.version } }
    })
  }
}

/** A definition may only name templates, indicators and sequences that this Inward has. */
function check(definition: PolicyDefinition): Refused | null {
  const catalogue = loadCatalogue()
  if (!catalogue.templates.has(definition.template))
    return refused('bad-input', `This version of Inward has no template “${definition.template}”.`)
  const [problem] = checkDefinition(definition, catalogue)
  return problem === undefined ? null : refused('bad-input', `The policy cannot be used: ${problem}.`)
}
