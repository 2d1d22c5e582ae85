/** Choosing and leaving the watched folder. */
import { statSync } from 'node:fs'
import path from 'node:path'
import type { WatchState } from '../../../shared/contract/watch.ts'
import { done, refused, type Result } from '../../workers/protocol.ts'
import type { OpenWorkspace } from '../session.ts'
import type { Handlers } from './handler.ts'
import { withWorkspace } from './open.ts'

type WatchNames = 'watch.show' | 'watch.choose' | 'watch.stop'

export const watchHandlers: Pick<Handlers, WatchNames> = {
  'watch.show': (desk) => withWorkspace(desk, stateOf),

  'watch.choose': (desk) =>
    withWorkspace(desk, async (workspace) => {
      const folder = await desk.shell.chooseFolder('watch')
      if (folder === null) return stateOf(workspace)
      if (isWithin(workspace.folder, folder) || isWithin(folder, workspace.folder))
        return refused('bad-input', 'The workspace lies in this folder, or the folder in it. Choose another one.')
      const changed = await workspace.writer.change('watch.choose', { path: folder }, workspace.caller)
      return changed.ok ? stateOf(workspace) : changed
    }),

  'watch.stop': (desk) =>
    withWorkspace(desk, async (workspace) => {
      const changed = await workspace.writer.change('watch.stop', null, workspace.caller)
      return changed.ok ? stateOf(workspace) : changed
    })
}

async function stateOf({ reader }: OpenWorkspace): Promise<Result<WatchState>> {
  const folder = await reader.read('watch.folder', null)
  if (!folder.ok) return folder
  const { path: watched } = folder.value
  if (watched === null) return done({ folder: null, isThere: false })
  const masked = await reader.read('mask.texts', { texts: [path.basename(watched)] })
  if (!masked.ok) return masked
  const isThere = statSync(watched, { throwIfNoEntry: false })?.isDirectory() ?? false
  return done({ folder: masked.value[0] ?? '', isThere })
}

function isWithin(inner: string, outer: string): boolean {
  const way = path.relative(outer, inner)
  return way === '' || (!way.startsWith('..') && !path.isAbsolute(way))
}
