/**
 * A workspace of the real product in a temporary folder, driven through the same operations as the window and the command
 * line. What is measured here is what an operator would see; only the features for the baselines are read from its store.
 */
import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { openSlot } from '../../../src/main/custody/keyring.ts'
import { readKeyring } from '../../../src/main/custody/keyring-file.ts'
import { createDesk, issueTicket, lockDesk } from '../../../src/main/desk/desk.ts'
import { dispatch } from '../../../src/main/desk/dispatch.ts'
import type { Shell } from '../../../src/main/desk/shell.ts'
import { openReader } from '../../../src/main/store/open.ts'
import type { Sql } from '../../../src/main/store/sql.ts'
import { forkIntake } from '../../../src/main/workers/intake-fork.ts'
import { deriveInThread } from '../../../src/main/workers/key-client.ts'
import type { OperationName, RequestOf, ResponseOf } from '../../../src/shared/contract/index.ts'
import { TEMPLATES } from '../../../src/shared/domain/policy.ts'

export interface Product {
  ask<Name extends OperationName>(name: Name, request: RequestOf<Name>): Promise<ResponseOf<Name>>
  /** Throws when a file is refused; gives the activities that were kept and the rows that were rejected. */
  import(paths: readonly string[]): Promise<{ readonly kept: number; readonly rejected: number }>
  /** Locks the workspace and lets a reader look into its store. */
  inspect<Found>(look: (sql: Sql) => Found): Promise<Found>
  close(): Promise<void>
}

const OPERATOR = 'measurer'

/** `dist` holds the built workers. Every day is a day of UTC. */
export async function openProduct(folder: string, dist: string): Promise<Product> {
  const passphrase = randomBytes(24).toString('base64url')
  const built = (file: string): string => path.join(dist, file)
  const shell: Shell = {
    storeWorkerFile: built('store-worker.mjs'),
    keyWorkerFile: built('key-worker.mjs'),
    spawnIntake: forkIntake(built('intake-process.mjs')),
    sampleFolder: folder,
    software: { name: 'Inward', version: '0.0.0' },
    chooseFiles: () => Promise.resolve(null),
    chooseFolder: () => Promise.resolve(null),
    onChanged: () => undefined,
    runtime: () => ({ version: '0.0.0', electron: 'none', isOfficialRuntime: false, sandbox: false, notes: [] }),
    log: (incident, line) => {
      process.stderr.write(`${incident} ${line}\n`)
    }
  }
  const desk = createDesk(shell)
  desk.chosenFolder = path.join(folder, 'workspace')
  /** `dispatch` has checked the answer against the contract's shape of this very name. */
  const ask = async <Name extends OperationName>(name: Name, request: RequestOf<Name>): Promise<ResponseOf<Name>> => {
    const outcome = await dispatch(desk, name, request)
    if (!outcome.ok) throw new Error(`${name}: ${outcome.sentence}`)
    return outcome.value as ResponseOf<Name>
  }
  await ask('workspace.create', { operator: OPERATOR, passphrase, sample: false })
  await ask('workspace.timezone', { timezone: 'UTC' })
  return {
    ask,
    import: async (paths) => {
      const ticket = issueTicket(desk, paths)
      const { imports } = await ask('import.start', { ticket, source: null, timezone: null, label: '' })
      const refused = imports.find(({ status }) => status !== 'finished')
      if (refused !== undefined) throw new Error(refused.refusal ?? 'an import did not finish')
      const sum = (key: 'kept' | 'rejected'): number => imports.reduce((total, receipt) => total + receipt[key], 0)
      return { kept: sum('kept'), rejected: sum('rejected') }
    },
    inspect: async (look) => {
      const workspace = path.join(folder, 'workspace')
      await lockDesk(desk)
      const read = await readKeyring(path.join(workspace, 'keys.json'))
      if (!read.ok) throw new Error(read.reason)
      const opened = await openSlot(read.keyring, OPERATOR, passphrase, deriveInThread(shell.keyWorkerFile))
      if (!opened.ok) throw new Error('the workspace could not be opened again')
      const hex = (key: Uint8Array, salt: Uint8Array): string =>
        Buffer.from(key).toString('hex') + Buffer.from(salt).toString('hex')
      const { mainKey, mainSalt, vaultKey, vaultSalt } = opened.keys
      const sql = openReader(workspace, {
        main: { hex: hex(mainKey, mainSalt) },
        vault: { hex: hex(vaultKey, vaultSalt) }
      })
      try {
        return look(sql)
      } finally {
        sql.close()
      }
    },
    close: () => lockDesk(desk)
  }
}

/**
 * All eight policies as their templates come. Only whom the two for priority users concern is said, as their templates
 * ask for; where there is no group they are left out. Gives the name of each policy's template by the policy's id.
 */
export async function createPolicies(product: Product, group: number | null): Promise<void> {
  const known = await product.ask('policy.list', {})
  const templates = await product.ask('policy.templates', {})
  for (const template of TEMPLATES) {
    if (known.some((policy) => policy.template === template)) continue
    const found = templates.find(({ id }) => id === template)
    if (found === undefined) throw new Error(`there is no template ${template}`)
    const isForGroup = found.needs.includes('priority-group')
    if (isForGroup && group === null) continue
    const { definition } = found
    const include = { ...definition.people.include, groups: isForGroup && group !== null ? [group] : [] }
    await product.ask('policy.create', {
      name: found.name,
      template,
      definition: { ...definition, people: { ...definition.people, include } }
    })
  }
}
