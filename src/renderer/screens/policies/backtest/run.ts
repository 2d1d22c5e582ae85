/**
 * The running back-test and what came of the last one, kept outside of the screens, so that a page may be left meanwhile.
 * The engine runs one at a time: starting another stops the one before.
 */
import type { RequestOf, ResponseOf } from '../../../../shared/contract/index.ts'
import { ask, DeskFailure } from '../../../desk.ts'
import { createUntilLock } from '../../../memory.ts'

export type BacktestRequest = RequestOf<'policy.backtest'>

interface BacktestRun {
  /** Whose test it is: a stored policy or one draft. */
  readonly subject: string | null
  /** Exactly what was tested; a draft may have changed since. */
  readonly request: BacktestRequest | null
  readonly isRunning: boolean
  readonly isStopping: boolean
  readonly result: ResponseOf<'policy.backtest'> | null
  readonly failure: DeskFailure | null
}
const NOTHING: BacktestRun = {
  subject: null,
  request: null,
  isRunning: false,
  isStopping: false,
  result: null,
  failure: null
}

export const useBacktestRun = createUntilLock<BacktestRun>(() => NOTHING)

let running: Promise<void> | null = null

/** Returns when it has ended, been cancelled or been refused. */
export async function startBacktest(subject: string, request: BacktestRequest): Promise<void> {
  if (running !== null) {
    await cancelBacktest()
    await running
  }
  useBacktestRun.setState({ ...NOTHING, subject, request, isRunning: true })
  running = run(request)
  await running
}

async function run(request: BacktestRequest): Promise<void> {
  const outcome = await ask('policy.backtest', request).then(
    (result) => ({ result }),
    (error: unknown) => {
      if (error instanceof DeskFailure) return { failure: error }
      throw error
    }
  )
  running = null
  // After a lock nothing of the open workspace may come back.
  if (useBacktestRun.getState().request !== request) return
  useBacktestRun.setState({ isRunning: false, isStopping: false, ...outcome })
}

export async function cancelBacktest(): Promise<void> {
  if (running === null) return
  useBacktestRun.setState({ isStopping: true })
  try {
    await ask('policy.cancelBacktest', {})
  } catch (error) {
    if (!(error instanceof DeskFailure)) throw error
    useBacktestRun.setState({ isStopping: false, failure: error })
  }
}

/** A draft that is left takes its test along. */
export function dropBacktest(subject: string): void {
  if (useBacktestRun.getState().subject !== subject) return
  void cancelBacktest()
  useBacktestRun.setState(NOTHING)
}
