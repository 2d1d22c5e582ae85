/** One desk of one process: the workspace that is open, the import that runs, the paths that were chosen. */
import { randomUUID } from 'node:crypto'
import type { Noun } from '../../shared/contract/index.ts'
import type { ImportProgress } from '../../shared/contract/import.ts'
import type { PreviewedLayout } from '../workers/preview-run.ts'
import { refused, type Refused } from '../workers/protocol.ts'
import { closeWorkspace, type OpenWorkspace } from './session.ts'
import type { Shell } from './shell.ts'

export interface Desk {
  readonly shell: Shell
  /** Folder chosen for creating or unlocking; a path stays in the engine. */
  chosenFolder: string | null
  workspace: OpenWorkspace | null
  progress: ImportProgress
  /** Stops the running import or export. */
  running: AbortController | null
  /** Stops the running back-test. */
  backtest: AbortController | null
  /** Paths chosen in a dialog or on the command line, by the ticket that stands for them. */
  readonly tickets: Map<string, readonly string[]>
  /**
   * What a preview found behind a ticket: the names of its fields stay in the engine, and are named by their places; so
   * does what was typed before.
   */
  readonly previews: Map<string, PreviewedLayout>
}

export const IDLE: ImportProgress = {
  isRunning: false,
  phase: 'idle',
  files: 0,
  filesDone: 0,
  currentFile: null,
  bytes: 0,
  bytesDone: 0,
  rowsRead: 0,
  kept: 0,
  duplicate: 0,
  rejected: 0,
  eventsPerSecond: 0,
  startedMs: null
}

export function createDesk(shell: Shell): Desk {
  return {
    shell,
    chosenFolder: null,
    workspace: null,
    progress: IDLE,
    running: null,
    backtest: null,
    tickets: new Map(),
    previews: new Map()
  }
}

export function issueTicket(desk: Desk, paths: readonly string[]): string {
  const ticket = randomUUID()
  desk.tickets.set(ticket, paths)
  return ticket
}

/** A ticket is good for one use. */
export function redeemTicket(desk: Desk, ticket: string): readonly string[] | null {
  const paths = desk.tickets.get(ticket) ?? null
  desk.tickets.delete(ticket)
  desk.previews.delete(ticket)
  return paths
}

export async function lockDesk(desk: Desk): Promise<void> {
  desk.running?.abort()
  desk.backtest?.abort()
  const { workspace } = desk
  desk.workspace = null
  desk.progress = IDLE
  desk.tickets.clear()
  desk.previews.clear()
  if (workspace !== null) await closeWorkspace(workspace)
}

export const LOCKED: Refused = refused('locked', 'The workspace is locked. Unlock it to go on.')

export function tellChanged(desk: Desk, nouns: readonly Noun[]): void {
  if (nouns.length > 0) desk.shell.onChanged(nouns)
}
