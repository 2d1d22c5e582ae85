/** What differs between the window and the command line: where the built files are, dialogs, how intake is started. */
import type { Noun } from '../../shared/contract/index.ts'
import type { Runtime } from '../../shared/contract/workspace.ts'
import type { z } from 'zod'
import type { SpawnIntake } from '../workers/intake-client.ts'

export interface Shell {
  readonly storeWorkerFile: string
  readonly keyWorkerFile: string
  readonly spawnIntake: SpawnIntake
  /** Folder of the demo's data. */
  readonly sampleFolder: string
  readonly software: { readonly name: string; readonly version: string }
  /** Null when the dialog was closed. */
  chooseFiles(what: 'files' | 'folder'): Promise<readonly string[] | null>
  chooseFolder(purpose: 'create' | 'unlock' | 'export' | 'watch'): Promise<string | null>
  onChanged(nouns: readonly Noun[]): void
  runtime(): z.infer<typeof Runtime>
  /** One line of diagnostics: codes and places in the code; never a text of a record, a path of a case or a name. */
  log(incident: string, line: string): void
}
