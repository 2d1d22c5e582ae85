/** Hands the open workspace to a handler, or answers that it is locked. */
import { type Desk, LOCKED } from '../desk.ts'
import type { OpenWorkspace } from '../session.ts'
import type { Refused, Result } from '../../workers/protocol.ts'

export function withWorkspace<Answer extends Result<unknown>>(
  desk: Desk,
  work: (workspace: OpenWorkspace) => Promise<Answer>
): Promise<Answer | Refused> {
  return desk.workspace === null ? Promise.resolve(LOCKED) : work(desk.workspace)
}
