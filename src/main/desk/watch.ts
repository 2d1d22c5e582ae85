/**
 * Imports new files of the watched folder, as the operator who is at the desk. A file is taken once it has not changed from
 * one look to the next, so that one that is still being copied is left alone. Looks instead of listening: network drives
 * and sticks tell nobody of changes.
 */
import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import type { WatchedFile } from '../store/watch.ts'
import { contract } from '../../shared/contract/index.ts'
import { type Desk, issueTicket } from './desk.ts'
import { dispatch } from './dispatch.ts'

const LOOK_EVERY_MS = 15_000
/** What tools call a file while they write it. */
const UNFINISHED = /^(\.|~\$)|\.(part|partial|tmp|crdownload|download)$/i

export interface Watch {
  /** One look; answers how many files were imported. */
  look(): Promise<number>
  stop(): void
}

export function watchDesk(desk: Desk, everyMs = LOOK_EVERY_MS): Watch {
  let seen = new Map<string, string>()
  let isLooking = false
  /** An operator who cancels an import of the folder means it: it rests until the workspace is unlocked again. */
  let restsWith: Desk['workspace'] = null

  async function look(): Promise<number> {
    if (isLooking || desk.progress.isRunning || desk.workspace === null) return 0
    isLooking = true
    try {
      return await importFresh()
    } finally {
      isLooking = false
    }
  }

  async function importFresh(): Promise<number> {
    const { workspace } = desk
    if (
      workspace === null ||
      workspace === restsWith ||
      !contract['import.start'].roles.some((role) => workspace.roles.includes(role))
    )
      return 0
    const folder = await workspace.reader.read('watch.folder', null)
    if (!folder.ok || folder.value.path === null) return 0
    const files = await filesIn(folder.value.path)
    const resting = files.filter((file) => seen.get(file.path) === stateOf(file))
    seen = new Map(files.map((file) => [file.path, stateOf(file)]))
    if (resting.length === 0) return 0
    const fresh = await workspace.reader.read('watch.fresh', { files: resting })
    if (!fresh.ok || fresh.value.length === 0) return 0
    const ticket = issueTicket(
      desk,
      fresh.value.map((file) => file.path)
    )
    const imported = await dispatch(desk, 'import.start', {
      ticket,
      source: null,
      timezone: null,
      label: 'watched folder'
    })
    // A refused run, such as one cut off by locking, is tried again at the next look.
    if (!imported.ok || desk.workspace !== workspace) return 0
    if (contract['import.start'].response.parse(imported.value).wasCancelled) {
      restsWith = workspace
      return 0
    }
    await workspace.writer.run('watch.imported', { files: fresh.value })
    return fresh.value.length
  }

  const timer = setInterval(() => {
    void look().catch(() => {
      desk.shell.log('watch', 'the look at the watched folder failed')
    })
  }, everyMs)
  timer.unref()
  return {
    look,
    stop: () => {
      clearInterval(timer)
    }
  }
}

const stateOf = ({ sizeBytes, modifiedMs }: WatchedFile): string => `${sizeBytes} ${modifiedMs}`

/** Plain files of the folder and its folders; links are not followed, as in every import. */
async function filesIn(folder: string): Promise<readonly WatchedFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const files: WatchedFile[] = []
  for (const entry of entries) {
    if (!entry.isFile() || UNFINISHED.test(entry.name)) continue
    const file = path.join(entry.parentPath, entry.name)
    const state = await stat(file).catch(() => null)
    if (state !== null && state.size > 0)
      files.push({ path: file, sizeBytes: state.size, modifiedMs: Math.trunc(state.mtimeMs) })
  }
  return files.sort((left, right) => (left.path < right.path ? -1 : 1))
}
