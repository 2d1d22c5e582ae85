/** Policies; each change is followed by bringing scores up to date. */
import { loadCatalogue } from '../../policy/load.ts'
import { done, refused, type Result } from '../../workers/protocol.ts'
import type { OpenWorkspace } from '../session.ts'
import type { ResponseOf } from '../../../shared/contract/index.ts'
import type { Handlers } from './handler.ts'
import { withWorkspace } from './open.ts'

type PolicyNames =
  | 'policy.templates'
  | 'policy.list'
  | 'policy.show'
  | 'policy.versions'
  | 'policy.diff'
  | 'policy.indicators'
  | 'policy.sequences'
  | 'policy.boosters'
  | 'policy.choices'
  | 'policy.create'
  | 'policy.edit'
  | 'policy.copy'
  | 'policy.switch'
  | 'policy.delete'
  | 'score.run'

export const policyHandlers: Pick<Handlers, PolicyNames> = {
  'policy.templates': (desk) => withWorkspace(desk, ({ reader }) => reader.read('policy.templates', null)),
  'policy.list': (desk) => withWorkspace(desk, ({ reader }) => reader.read('policy.list', null)),
  'policy.show': (desk, request) => withWorkspace(desk, ({ reader }) => reader.read('policy.show', request)),
  'policy.versions': (desk, request) => withWorkspace(desk, ({ reader }) => reader.read('policy.versions', request)),
  'policy.diff': (desk, request) => withWorkspace(desk, ({ reader }) => reader.read('policy.diff', request)),
  'policy.indicators': (desk) => withWorkspace(desk, ({ reader }) => reader.read('policy.indicators', null)),
  'policy.sequences': (desk) => withWorkspace(desk, ({ reader }) => reader.read('policy.sequences', null)),
  'policy.boosters': (desk) => withWorkspace(desk, ({ reader }) => reader.read('policy.boosters', null)),
  'policy.choices': (desk) => withWorkspace(desk, ({ reader }) => reader.read('policy.choices', null)),

  'policy.create': (desk, request) =>
    withWorkspace(desk, async (workspace) => {
      const definition = request.definition ?? loadCatalogue().templates.get(request.template)?.definition
      if (definition === undefined)
        return refused('bad-input', 'This version of Inward does not have that template yet.')
      if (definition.template !== request.template)
        return refused('bad-input', 'The policy is written for another template.')
      const typed = await workspace.reader.read('policy.typed', { id: null, definition })
      if (!typed.ok) return typed
      const changed = await workspace.writer.change(
        'policy.create',
        { name: request.name, definition: typed.value },
        workspace.caller
      )
      return changed.ok ? scoredView(workspace, changed.value.id) : changed
    }),

  'policy.edit': (desk, request) =>
    withWorkspace(desk, async (workspace) => {
      const typed = await workspace.reader.read('policy.typed', request)
      if (!typed.ok) return typed
      const edit = { id: request.id, definition: typed.value }
      const changed = await workspace.writer.change('policy.edit', edit, workspace.caller)
      return changed.ok ? scoredView(workspace, request.id) : changed
    }),

  'policy.copy': (desk, request) =>
    withWorkspace(desk, async (workspace) => {
      const changed = await workspace.writer.change('policy.copy', request, workspace.caller)
      return changed.ok ? scoredView(workspace, changed.value.id) : changed
    }),

  'policy.switch': (desk, request) =>
    withWorkspace(desk, async (workspace) => {
      const changed = await workspace.writer.change('policy.switch', request, workspace.caller)
      return changed.ok ? scoredView(workspace, request.id) : changed
    }),

  'policy.delete': (desk, request) =>
    withWorkspace(desk, ({ writer, caller }) => writer.change('policy.delete', request, caller)),

  'score.run': (desk, request) =>
    withWorkspace(desk, async ({ writer, caller }) => {
      const scored = await writer.run('score.run', request)
      if (!scored.ok) return scored
      const { insights, alertsRaised, alertsUpdated } = scored.value
      const note = {
        objectType: 'score',
        objectId: 'all',
        caseId: null,
        details: { insights, alertsRaised, alertsUpdated }
      }
      const noted = await writer.run('audit.note', { action: 'score.run', outcome: 'done', note, caller, reason: null })
      return noted.ok ? scored : noted
    })
}

async function scoredView({ reader, writer }: OpenWorkspace, id: number): Promise<Result<ResponseOf<'policy.create'>>> {
  const scored = await writer.run('score.run', { asOfMs: null })
  if (!scored.ok) return scored
  const shown = await reader.read('policy.show', { id, version: null })
  return shown.ok ? done(shown.value.policy) : shown
}
