/** A real desk in a temporary folder: the built store, key and intake workers, dialogs answered by the test. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll } from 'vitest'
import { createDesk, type Desk, issueTicket, lockDesk } from '../../src/main/desk/desk.ts'
import { dispatch } from '../../src/main/desk/dispatch.ts'
import type { Shell } from '../../src/main/desk/shell.ts'
import { forkIntake } from '../../src/main/workers/intake-fork.ts'
import type { Noun, OperationName, RequestOf, ResponseOf } from '../../src/shared/contract/index.ts'
import type { Failure, Outcome } from '../../src/shared/contract/operation.ts'

const CHECKOUT = path.resolve(import.meta.dirname, '../..')
export const SAMPLE = path.join(CHECKOUT, 'assets/sample')

export const OWNER = { operator: 'avery', passphrase: 'nine slow lanterns over the marsh' } as const

export interface DeskPlace {
  /** Temporary folder of these tests, removed at the end. */
  readonly folder: string
  readonly workspace: string
  readonly desk: Desk
  /** Lines that the product wrote for diagnostics. */
  readonly diagnostics: readonly string[]
  readonly told: readonly Noun[]
  /** Every operation that was asked for so far. */
  readonly asked: readonly string[]
  dispatch(name: string, request: unknown): Promise<Outcome<unknown>>
  ask<Name extends OperationName>(name: Name, request: RequestOf<Name>): Promise<Outcome<ResponseOf<Name>>>
  /** The value; throws when the desk refuses. */
  get<Name extends OperationName>(name: Name, request: RequestOf<Name>): Promise<ResponseOf<Name>>
  /** The refusal; throws when the desk does it. */
  refusal(name: string, request: unknown): Promise<Failure>
  /** Imports paths as the command line would. */
  import(paths: readonly string[], label?: string): Promise<ResponseOf<'import.start'>>
  create(): Promise<void>
  unlock(operator: string, passphrase: string): Promise<void>
  nextDialog(paths: readonly string[] | null): void
}

/** The desk of one test file; locked and removed after its tests. */
export function useDesk(): DeskPlace {
  const folder = mkdtempSync(path.join(tmpdir(), 'inward-desk-'))
  const workspace = path.join(folder, 'workspace')
  mkdirSync(workspace)
  const diagnostics: string[] = []
  const told: Noun[] = []
  const asked: string[] = []
  const dialogs: (readonly string[] | null)[] = []
  const built = (file: string): string => path.join(CHECKOUT, 'dist', file)
  const shell: Shell = {
    storeWorkerFile: built('store-worker.mjs'),
    keyWorkerFile: built('key-worker.mjs'),
    spawnIntake: forkIntake(built('intake-process.mjs')),
    sampleFolder: SAMPLE,
    software: { name: 'Inward', version: '0.0.0' },
    chooseFiles: () => Promise.resolve(dialogs.shift() ?? null),
    chooseFolder: () => Promise.resolve(dialogs.shift()?.[0] ?? null),
    onChanged: (nouns) => told.push(...nouns),
    runtime: () => ({ version: '0.0.0', electron: 'none', isOfficialRuntime: false, sandbox: false, notes: [] }),
    log: (incident, line) => diagnostics.push(`${incident} ${line}`)
  }
  const desk = createDesk(shell)
  desk.chosenFolder = workspace
  afterAll(async () => {
    await lockDesk(desk)
    rmSync(folder, { recursive: true, force: true })
  })

  const place: DeskPlace = {
    folder,
    workspace,
    desk,
    diagnostics,
    told,
    asked,
    dispatch: (name, request) => {
      asked.push(name)
      return dispatch(desk, name, request)
    },
    // The desk checks each answer against the shape of its operation before it gives it out.
    ask: <Name extends OperationName>(name: Name, request: RequestOf<Name>) =>
      place.dispatch(name, request) as Promise<Outcome<ResponseOf<Name>>>,
    get: async (name, request) => {
      const outcome = await place.ask(name, request)
      if (!outcome.ok) throw new Error(`${name}: ${outcome.code}: ${outcome.sentence}`)
      return outcome.value
    },
    refusal: async (name, request) => {
      const outcome = await place.dispatch(name, request)
      if (outcome.ok) throw new Error(`${name} was done`)
      return outcome
    },
    import: (paths, label = '') =>
      place.get('import.start', { ticket: issueTicket(desk, paths), source: null, timezone: null, label }),
    create: async () => {
      await place.get('workspace.create', { ...OWNER, sample: false })
    },
    unlock: async (operator, passphrase) => {
      await place.get('workspace.unlock', { operator, passphrase })
    },
    nextDialog: (paths) => dialogs.push(paths)
  }
  return place
}

/** Every row of a list that is given out in pages. */
export async function everyRow<Name extends PagedName>(
  place: DeskPlace,
  name: Name,
  request: RequestOf<Name>
): Promise<ResponseOf<Name>['rows']> {
  const rows: unknown[] = []
  for (let after: string | null = null; ;) {
    const page: ResponseOf<PagedName> = await place.get(name, { ...request, after })
    rows.push(...page.rows)
    if (page.after === null) return rows as ResponseOf<Name>['rows']
    after = page.after
  }
}
type PagedName = 'activity.list' | 'alert.list' | 'audit.list' | 'import.list' | 'import.rejected'
