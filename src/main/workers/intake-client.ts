/**
 * The main process's end of an intake process: starts it without any secret, hands its messages on one after the other,
 * and kills it when it is cancelled or says nothing for too long.
 */
import type { IntakeOptions } from '../../shared/domain/draft.ts'
import type { FromIntake, ImportMessage, IntakePlace, ToIntake } from './intake-protocol.ts'

/** A started process; Electron's utility process and a child process both fit. */
export interface IntakeHandle {
  send(message: ToIntake): void
  onMessage(listener: (message: FromIntake) => void): void
  onExit(listener: () => void): void
  kill(): void
}
export type SpawnIntake = () => IntakeHandle

export interface IntakeRun {
  readonly spawn: SpawnIntake
  readonly paths: readonly string[]
  readonly options: IntakeOptions
  /** Files on disk that are passed over. */
  readonly from: number
  readonly signal: AbortSignal
  /** Called with one message at a time; a batch's credit is given back when it resolves. */
  readonly onMessage: (message: ImportMessage) => Promise<void>
}

/**
 * `stopped` by the signal; `failed` when the process ended, hung or reported a bug, with the file that it was at: null where
 * it was at none, or where not the reader failed but the store.
 */
export type IntakeEnd =
  | { readonly kind: 'done' | 'stopped' }
  | { readonly kind: 'failed'; readonly where: string; readonly place: IntakePlace | null }

/** A reader that gives no sign of life for so long hangs on its input. */
const SILENCE_MS = 60_000
/**
 * Memory of the intake process, as switches of its Node: a reader that needs more is reading something hostile. A small
 * young generation keeps what rows leave behind from piling up.
 */
export function intakeLimits(): string[] {
  return ['--max-old-space-size=256', '--max-semi-space-size=8']
}

/** What a process may inherit: no INWARD_* variable, so no passphrase. */
export function intakeEnvironment(env: NodeJS.ProcessEnv): Record<string, string> {
  const kept = ['PATH', 'LANG', 'LC_ALL', 'TZ', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'LD_LIBRARY_PATH']
  return Object.fromEntries(kept.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]])))
}

export function runIntake(run: IntakeRun): Promise<IntakeEnd> {
  const intake = run.spawn()
  return new Promise((resolve) => {
    let queue = Promise.resolve()
    let isOver = false
    let lastSignMs = Date.now()
    let waiting = 0
    let place: IntakePlace | null = null
    const failed = (where: string): void => {
      finish({ kind: 'failed', where, place })
    }
    const watch = setInterval(() => {
      if (waiting === 0 && Date.now() - lastSignMs > SILENCE_MS) failed('silent')
    }, 1000)
    const finish = (end: IntakeEnd): void => {
      if (isOver) return
      isOver = true
      clearInterval(watch)
      run.signal.removeEventListener('abort', stop)
      intake.kill()
      void queue.then(() => {
        resolve(end)
      })
    }
    const stop = (): void => {
      finish({ kind: 'stopped' })
    }
    const take = (message: ImportMessage): void => {
      waiting += 1
      queue = queue.then(async () => {
        // A batch that was already under way when the run was stopped is not stored.
        if (!isOver) await run.onMessage(message)
        waiting -= 1
        lastSignMs = Date.now()
        if (message.kind === 'batch' && !isOver) intake.send({ kind: 'credit' })
      })
      queue = queue.catch((error: unknown) => {
        finish({ kind: 'failed', where: error instanceof Error ? error.message : 'store', place: null })
      })
    }
    intake.onMessage((message) => {
      lastSignMs = Date.now()
      if (message.kind === 'place') place = message.place
      else if (message.kind === 'failed') failed(message.where)
      else if (message.kind === 'done')
        void queue.then(() => {
          finish({ kind: 'done' })
        })
      else if (message.kind !== 'preview') take(message)
    })
    intake.onExit(() => {
      void queue.then(() => {
        failed('exit')
      })
    })
    if (run.signal.aborted) stop()
    else run.signal.addEventListener('abort', stop)
    intake.send({ kind: 'start', paths: run.paths, options: run.options, from: run.from })
  })
}
