/** Tries a policy on the imported history; one run at a time, which ends when it is cancelled or the workspace is locked. */
import { done, refused } from '../../workers/protocol.ts'
import type { Handlers } from './handler.ts'
import { withWorkspace } from './open.ts'

export const backtestHandlers: Pick<Handlers, 'policy.backtest' | 'policy.cancelBacktest'> = {
  'policy.backtest': (desk, request) =>
    withWorkspace(desk, async ({ reader }) => {
      if (desk.backtest !== null)
        return refused('busy', 'A back-test is already running. Wait for its end or cancel it.')
      const running = new AbortController()
      desk.backtest = running
      try {
        return await reader.read('policy.backtest', request, running.signal)
      } finally {
        desk.backtest = null
      }
    }),

  'policy.cancelBacktest': (desk) =>
    withWorkspace(desk, () => {
      const wasRunning = desk.backtest !== null
      desk.backtest?.abort()
      return Promise.resolve(done({ wasRunning }))
    })
}
