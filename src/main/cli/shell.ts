/** The desk's shell without a window: built files beside this one, no dialogs, an intake child process. */
import { appendFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { version } from '../../../package.json'
import type { Shell } from '../desk/shell.ts'
import { forkIntake } from '../workers/intake-fork.ts'

export const SOFTWARE = { name: 'Inward', version } as const

/** Folder of the built files; this code runs from there. */
export const BUILT = path.dirname(fileURLToPath(import.meta.url))

/** Null in plain Node. */
export function electronVersion(): string | null {
  return 'electron' in process.versions ? process.versions.electron : null
}

export interface ShellWishes {
  readonly onProgress: () => void
  /** Another process writes to the same workspace, and this one waits for it. */
  readonly onWaiting: () => void
  /** File for lines of diagnostics; null drops them. */
  readonly logFile: string | null
}

export function terminalShell({ onProgress, onWaiting, logFile }: ShellWishes): Shell {
  return {
    storeWorkerFile: path.join(BUILT, 'store-worker.mjs'),
    keyWorkerFile: path.join(BUILT, 'key-worker.mjs'),
    spawnIntake: forkIntake(path.join(BUILT, 'intake-process.mjs')),
    sampleFolder: path.join(BUILT, '../assets/sample'),
    software: SOFTWARE,
    chooseFiles: () => Promise.resolve(null),
    chooseFolder: () => Promise.resolve(null),
    onChanged: (nouns) => {
      if (nouns.includes('progress')) onProgress()
      if (nouns.includes('waiting')) onWaiting()
    },
    runtime: () => ({
      version,
      electron: electronVersion() ?? 'none',
      isOfficialRuntime: false,
      sandbox: false,
      notes: ['The command line runs without a window.']
    }),
    log: (incident, line) => {
      if (logFile !== null)
        appendFileSync(logFile, `${new Date().toISOString()} ${incident} ${line}\n`, { mode: 0o600 })
    }
  }
}
