/**
 * Reveals. A second operator who answers at this machine proves it with an own passphrase, which opens that operator's key
 * slot and nothing else: the session stays that of whoever works here.
 */
import type { ParsedRequestOf } from '../../../shared/contract/index.ts'
import { done, refused, type Result } from '../../workers/protocol.ts'
import type { Desk } from '../desk.ts'
import { checkPassphraseOf, type OpenWorkspace } from '../session.ts'
import type { Handlers } from './handler.ts'
import { withWorkspace } from './open.ts'

type RevealNames =
  'reveal.request' | 'reveal.approve' | 'reveal.refuse' | 'reveal.withdraw' | 'reveal.show' | 'reveal.list'

export const revealHandlers: Pick<Handlers, RevealNames> = {
  'reveal.request': (desk, request) =>
    withWorkspace(desk, ({ writer, caller }) => writer.change('reveal.request', request, caller)),

  'reveal.approve': (desk, request) =>
    withWorkspace(desk, async (workspace) => {
      const operator = await findDecider(desk, workspace, 'reveal.approve', request)
      if (!operator.ok) return operator
      const { id, answer } = request
      return workspace.writer.change('reveal.approve', { id, answer, operator: operator.value }, workspace.caller)
    }),

  'reveal.refuse': (desk, request) =>
    withWorkspace(desk, async (workspace) => {
      const operator = await findDecider(desk, workspace, 'reveal.refuse', request)
      if (!operator.ok) return operator
      const { id, answer } = request
      return workspace.writer.change('reveal.refuse', { id, answer, operator: operator.value }, workspace.caller)
    }),

  'reveal.withdraw': (desk, request) =>
    withWorkspace(desk, ({ writer, caller }) => writer.change('reveal.withdraw', request, caller)),

  'reveal.show': (desk, request) =>
    withWorkspace(desk, ({ writer, caller }) => writer.change('reveal.show', request, caller)),

  'reveal.list': (desk, request) =>
    withWorkspace(desk, ({ reader }) => reader.read('reveal.list', { ...request, nowMs: Date.now() }))
}

/** The name of whoever decides. A passphrase that does not fit is audited, and says no more than at unlocking. */
async function findDecider(
  desk: Desk,
  workspace: OpenWorkspace,
  action: 'reveal.approve' | 'reveal.refuse',
  { id, approver }: ParsedRequestOf<'reveal.approve'> | ParsedRequestOf<'reveal.refuse'>
): Promise<Result<string>> {
  if (approver === null) return done(workspace.operator)
  const isRight = await checkPassphraseOf(desk.shell, workspace, approver)
  if (isRight) return done(approver.operator)
  const note = { objectType: 'reveal', objectId: String(id), caseId: null, details: { code: 'wrong-passphrase' } }
  const noted = await workspace.writer.run('audit.note', {
    action,
    outcome: 'refused',
    note,
    caller: workspace.caller,
    reason: null
  })
  return noted.ok
    ? refused('wrong-passphrase', 'Operator and passphrase of the approver do not fit. Nothing was changed.')
    : noted
}
