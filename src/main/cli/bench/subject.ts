/** A workspace in a temporary folder that the benchmark works on, through the same operations as everybody else. */
import { randomBytes } from 'node:crypto'
import path from 'node:path'
import type { OperationName, RequestOf, ResponseOf } from '../../../shared/contract/index.ts'
import { ROLES } from '../../../shared/domain/role.ts'
import { createDesk, type Desk, issueTicket, lockDesk } from '../../desk/desk.ts'
import { dispatch } from '../../desk/dispatch.ts'
import { prepareWorkspace } from '../../desk/handlers/workspace.ts'
import { createWorkspace } from '../../desk/session.ts'
import type { Shell } from '../../desk/shell.ts'
import type { Phases } from './phases.ts'

/** Something that must not fail did: the run has no figures to tell. */
export class BenchFailed extends Error {}

export interface Imported {
  readonly kept: number
  readonly readingMs: number
  readonly scoringMs: number
}

export interface Subject {
  readonly folder: string
  ask<Name extends OperationName>(name: Name, request: RequestOf<Name>): Promise<ResponseOf<Name>>
  import(paths: readonly string[]): Promise<Imported>
  /** Bytes of the compressed raw records. */
  rawBytes(): Promise<number>
  /** Milliseconds from a locked workspace to one that answers. */
  reopen(): Promise<number>
  close(): Promise<void>
}

const OPERATOR = 'bench'

export async function createSubject(folder: string, shell: Shell, phases: Phases): Promise<Subject> {
  const passphrase = randomBytes(24).toString('base64url')
  const desk: Desk = createDesk({
    ...shell,
    onChanged: (nouns) => {
      if (nouns.includes('progress')) phases.hear(desk.progress)
    }
  })
  desk.chosenFolder = path.join(folder, 'workspace')
  const created = await createWorkspace(desk.shell, {
    folder: desk.chosenFolder,
    operator: OPERATOR,
    passphrase,
    roles: ROLES
  })
  if (!created.ok) throw new BenchFailed(created.sentence)
  desk.workspace = created.value
  const prepared = await prepareWorkspace(desk, false)
  if (!prepared.ok) throw new BenchFailed(prepared.sentence)
  /** `dispatch` has checked the answer against the contract's shape of this very name. */
  const ask = async <Name extends OperationName>(name: Name, request: RequestOf<Name>): Promise<ResponseOf<Name>> => {
    const outcome = await dispatch(desk, name, request)
    if (!outcome.ok) throw new BenchFailed(`${name}: ${outcome.sentence}`)
    return outcome.value as ResponseOf<Name>
  }
  return {
    folder: desk.chosenFolder,
    ask,
    import: async (paths) => {
      phases.start()
      const { imports } = await ask('import.start', {
        ticket: issueTicket(desk, paths),
        source: null,
        timezone: null,
        label: ''
      })
      const times = phases.end()
      const refused = imports.find(({ status }) => status !== 'finished')
      if (refused !== undefined) throw new BenchFailed(refused.refusal ?? 'An import did not finish.')
      return { kept: imports.reduce((sum, { kept }) => sum + kept, 0), ...times }
    },
    rawBytes: async () => {
      const bytes = await desk.workspace?.reader.read('import.rawBytes', null)
      if (bytes === undefined || !bytes.ok) throw new BenchFailed('The size of the raw records could not be read.')
      return bytes.value
    },
    reopen: async () => {
      await lockDesk(desk)
      const startedMs = performance.now()
      await ask('workspace.unlock', { operator: OPERATOR, passphrase })
      return performance.now() - startedMs
    },
    close: () => lockDesk(desk)
  }
}
