/** People by pseudonym; the search for a named person is audited before it is answered. */
import { parseDay } from '../../../shared/domain/day.ts'
import { done } from '../../workers/protocol.ts'
import type { Handlers } from './handler.ts'
import { withWorkspace } from './open.ts'
import { answerScored } from './scored.ts'

type PersonNames = 'person.list' | 'person.rank' | 'person.scope' | 'person.unscope' | 'person.find'

export const personHandlers: Pick<Handlers, PersonNames> = {
  'person.list': (desk, request) => withWorkspace(desk, ({ reader }) => reader.read('person.list', request)),

  'person.rank': (desk, { from, to, limit }) =>
    withWorkspace(desk, ({ reader }) =>
      reader.read('person.rank', {
        fromDay: from === null ? null : parseDay(from),
        toDay: to === null ? null : parseDay(to),
        limit
      })
    ),

  'person.scope': (desk, request) =>
    withWorkspace(desk, async (workspace) => {
      const changed = await workspace.writer.change('person.scope', request, workspace.caller)
      return changed.ok ? answerScored(workspace, () => done(changed.value)) : changed
    }),

  'person.unscope': (desk, request) =>
    withWorkspace(desk, async (workspace) => {
      const changed = await workspace.writer.change('person.unscope', request, workspace.caller)
      return changed.ok ? answerScored(workspace, () => done(changed.value)) : changed
    }),

  'person.find': (desk, request) =>
    withWorkspace(desk, async ({ reader, writer, caller }) => {
      const note = {
        objectType: 'person',
        objectId: 'search',
        caseId: null,
        details: { reasonCharacters: request.reason.length }
      }
      const noted = await writer.run('audit.note', {
        action: 'person.find',
        outcome: 'done',
        note,
        caller,
        reason: request.reason
      })
      return noted.ok ? reader.read('person.find', request) : noted
    })
}
