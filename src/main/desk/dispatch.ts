/**
 * The one way in: known name, strict request, role, handler, strict response, outcome. The window checks the sender
 * before it calls; the store writes the audit entry together with the change. Nothing but a closed outcome comes out.
 */
import { randomBytes } from 'node:crypto'
import { contract, type OperationName } from '../../shared/contract/index.ts'
import type { Operation, Outcome } from '../../shared/contract/operation.ts'
import { refused, type Refused, type Result } from '../workers/protocol.ts'
import { nounsChangedBy } from './changes.ts'
import { type Desk, LOCKED, tellChanged } from './desk.ts'
import { handlers } from './handlers/index.ts'

/** Answers any request; never throws and never tells more than a code, a sentence and an incident number. */
export async function dispatch(desk: Desk, name: string, request: unknown): Promise<Outcome<unknown>> {
  const incident = randomBytes(4).toString('hex')
  try {
    const result = await answer(desk, name, request, incident)
    return result.ok ? result : { ...result, incident }
  } catch (error) {
    desk.shell.log(incident, `${name}: ${placeOf(error)}`)
    return {
      ok: false,
      code: 'fault',
      sentence: 'Something went wrong inside Inward. What is stored is safe.',
      incident
    }
  }
}

async function answer(desk: Desk, name: string, request: unknown, incident: string): Promise<Result<unknown>> {
  if (!isOperation(name)) return refused('unknown-operation', 'This version of Inward does not know that operation.')
  const operation: Operation = contract[name]
  const parsed = operation.request.safeParse(request)
  if (!parsed.success) return refused('bad-request', sayRequestProblem(parsed.error.issues))
  const role = await checkRole(desk, name, operation)
  if (role !== null) return role
  const result = await handle(name, desk, parsed.data)
  if (!result.ok) return result
  const response = operation.response.safeParse(result.value)
  if (!response.success) {
    desk.shell.log(
      incident,
      `${name}: response broke the contract at ${response.error.issues.map((issue) => issue.path.join('.')).join(', ')}`
    )
    return refused('fault', 'Inward held back an answer that broke its own rules. What is stored is safe.')
  }
  tellChanged(desk, nounsChangedBy(name))
  return { ok: true, value: response.data }
}

/** Before unlocking only `open` operations; afterwards the roles of the operation. A refusal by role is audited. */
async function checkRole(desk: Desk, name: OperationName, operation: Operation): Promise<Refused | null> {
  if (operation.kind === 'open') return null
  const { workspace } = desk
  if (workspace === null) return LOCKED
  if (operation.roles.some((role) => workspace.roles.includes(role))) return null
  const note = { objectType: 'operation', objectId: name, caseId: null, details: { code: 'not-allowed' } }
  await workspace.writer.run('audit.note', {
    action: name,
    outcome: 'refused',
    note,
    caller: workspace.caller,
    reason: null
  })
  return refused('not-allowed', `Your roles do not allow this. It needs one of: ${operation.roles.join(', ')}.`)
}

function isOperation(name: string): name is OperationName {
  return Object.hasOwn(contract, name)
}

/** The table is typed operation by operation; here a name and its own parsed request meet. */
function handle(name: OperationName, desk: Desk, request: unknown): Promise<Result<unknown>> {
  const handler: (desk: Desk, request: never) => Promise<Result<unknown>> = handlers[name]
  return handler(desk, request as never)
}

/** Names the field, never its content. */
function sayRequestProblem(
  issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[]
): string {
  const [first] = issues
  const field = first === undefined || first.path.length === 0 ? 'request' : first.path.map(String).join('.')
  return `The field “${field}” cannot be used: ${first?.message ?? 'it does not fit'}.`
}

function placeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'not an error'
  const frame = (error.stack ?? '').split('\n').find((line) => line.trim().startsWith('at ')) ?? ''
  return `${error.name} ${frame.trim().replace(/\(?(file:|\/)\S*\/([^/)]+)\)?/, '$2')}`
}
