/** Brings scores up to date after a change of what they stand on, and only then answers. */
import type { Result } from '../../workers/protocol.ts'
import type { OpenWorkspace } from '../session.ts'

export async function answerScored<Value>(
  { writer }: OpenWorkspace,
  answer: () => Promise<Result<Value>> | Result<Value>
): Promise<Result<Value>> {
  const scored = await writer.run('score.run', { asOfMs: null })
  return scored.ok ? answer() : scored
}
