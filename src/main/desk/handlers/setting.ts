/** Settings of all policies, priority groups and assets; each change that scores depend on brings them up to date. */
import { done, type Result } from '../../workers/protocol.ts'
import type { Changed } from '../../workers/writing/groups.ts'
import type { ResponseOf } from '../../../shared/contract/index.ts'
import type { OpenWorkspace } from '../session.ts'
import type { Handlers } from './handler.ts'
import { withWorkspace } from './open.ts'
import { answerScored } from './scored.ts'

type SettingNames =
  | 'setting.show'
  | 'setting.change'
  | 'group.list'
  | 'group.members'
  | 'group.create'
  | 'group.add'
  | 'group.remove'
  | 'group.delete'
  | 'asset.list'
  | 'asset.change'

export const settingHandlers: Pick<Handlers, SettingNames> = {
  'setting.show': (desk) => withWorkspace(desk, ({ reader }) => reader.read('setting.show', null)),

  'setting.change': (desk, request) =>
    withWorkspace(desk, async (workspace) => {
      const { reader, writer, caller } = workspace
      const typed = await reader.read('setting.typed', request)
      if (!typed.ok) return typed
      const changed = await writer.change('setting.change', { settings: typed.value }, caller)
      if (!changed.ok) return changed
      return answerScored(workspace, async () => {
        const shown = await reader.read('setting.show', null)
        return shown.ok ? done(shown.value.settings) : shown
      })
    }),

  'group.list': (desk) => withWorkspace(desk, ({ reader }) => reader.read('group.list', null)),
  'group.members': (desk, request) => withWorkspace(desk, ({ reader }) => reader.read('group.members', request)),

  'group.create': (desk, request) =>
    withWorkspace(desk, async (workspace) =>
      membership(workspace, await workspace.writer.change('group.create', request, workspace.caller))
    ),

  'group.add': (desk, request) =>
    withWorkspace(desk, async (workspace) =>
      membership(workspace, await workspace.writer.change('group.add', request, workspace.caller))
    ),

  'group.remove': (desk, request) =>
    withWorkspace(desk, async (workspace) =>
      membership(workspace, await workspace.writer.change('group.remove', request, workspace.caller))
    ),

  'group.delete': (desk, request) =>
    withWorkspace(desk, async (workspace) => {
      const changed = await workspace.writer.change('group.delete', request, workspace.caller)
      return changed.ok ? answerScored(workspace, () => changed) : changed
    }),

  'asset.list': (desk) => withWorkspace(desk, ({ reader }) => reader.read('asset.list', null)),

  'asset.change': (desk, request) =>
    withWorkspace(desk, async (workspace) => {
      const { reader, writer, caller } = workspace
      const typed = await reader.read('asset.typed', request)
      if (!typed.ok) return typed
      const changed = await writer.change('asset.change', { assets: typed.value }, caller)
      return changed.ok ? answerScored(workspace, () => reader.read('asset.list', null)) : changed
    })
}

/** Nobody came or went: no score can be another. */
function membership(
  workspace: OpenWorkspace,
  changed: Result<Changed>
): Promise<Result<ResponseOf<'group.create'>>> | Result<ResponseOf<'group.create'>> {
  if (!changed.ok) return changed
  const { id, added, removed, unknown } = changed.value
  const answer = async (): Promise<Result<ResponseOf<'group.create'>>> => {
    const group = await workspace.reader.read('group.show', { id })
    return group.ok ? done({ group: group.value, added, removed, unknown }) : group
  }
  return added + removed === 0 ? answer() : answerScored(workspace, answer)
}
