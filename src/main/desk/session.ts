/**
 * The open workspace of this process, or none. Creates and unlocks workspaces; the keys are in this process only while
 * the store threads are being started, and are wiped right after.
 */
import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import type { Role } from '../../shared/domain/role.ts'
import { addSlot, createKeyring, openSlot, wipe, type WorkspaceKeys } from '../custody/keyring.ts'
import { readKeyring, writeKeyring } from '../custody/keyring-file.ts'
import { deriveInThread } from '../workers/key-client.ts'
import { type Caller, done, refused, type Result, type ThreadKeys } from '../workers/protocol.ts'
import { openReaderThread, openWriterThread, type StoreReader, type StoreWriter } from '../workers/store-client.ts'
import type { Shell } from './shell.ts'

export interface OpenWorkspace {
  readonly folder: string
  readonly workspaceId: string
  readonly operator: string
  readonly roles: readonly Role[]
  readonly caller: Caller
  readonly reader: StoreReader
  readonly writer: StoreWriter
}

const KEY_FILE = 'keys.json'
const ATTEMPTS_FILE = 'failed-unlocks'

export type FolderHolds = 'nothing' | 'workspace' | 'other'

/** What lies in a folder; a missing one holds nothing. */
export function folderHolds(folder: string): FolderHolds {
  if (!existsSync(folder)) return 'nothing'
  if (!statSync(folder).isDirectory()) return 'other'
  if (existsSync(path.join(folder, KEY_FILE))) return 'workspace'
  return readdirSync(folder).length === 0 ? 'nothing' : 'other'
}

export interface NewWorkspace {
  readonly folder: string
  readonly operator: string
  readonly passphrase: string
  readonly roles: readonly Role[]
}

export async function createWorkspace(shell: Shell, wanted: NewWorkspace): Promise<Result<OpenWorkspace>> {
  const holds = folderHolds(wanted.folder)
  if (holds === 'workspace')
    return refused('conflict', 'There is already a workspace in this folder. Unlock it, or choose an empty folder.')
  if (holds === 'other')
    return refused(
      'conflict',
      'This folder is not empty. Choose an empty folder, so that nothing of yours is mixed with the workspace.'
    )
  const workspaceId = randomUUID()
  const created = await createKeyring(
    workspaceId,
    { operator: wanted.operator, passphrase: wanted.passphrase },
    deriveInThread(shell.keyWorkerFile)
  )
  if (!created.ok) return refused('bad-input', created.reason)
  mkdirSync(wanted.folder, { recursive: true, mode: 0o700 })
  const threads = await openThreads(shell, wanted.folder, created.keys, workspaceId)
  if (!threads.ok) return threads
  const { writer } = threads.value
  const caller = { operator: wanted.operator, roles: wanted.roles }
  const added = await writer.change('operator.add', { name: wanted.operator, roles: wanted.roles }, caller)
  if (!added.ok) return added
  await writeKeyring(path.join(wanted.folder, KEY_FILE), created.keyring)
  return done({
    folder: wanted.folder,
    workspaceId,
    operator: wanted.operator,
    roles: wanted.roles,
    caller,
    ...threads.value
  })
}

/** A wrong passphrase and an unknown operator are one answer that costs the same time. */
export async function unlockWorkspace(
  shell: Shell,
  wanted: { folder: string; operator: string; passphrase: string }
): Promise<Result<OpenWorkspace>> {
  if (folderHolds(wanted.folder) !== 'workspace')
    return refused('not-found', 'There is no Inward workspace in this folder.')
  const read = await readKeyring(path.join(wanted.folder, KEY_FILE))
  if (!read.ok)
    return refused('bad-input', `${read.reason} Restore keys.json from a backup; the data cannot be opened without it.`)
  const opened = await openSlot(read.keyring, wanted.operator, wanted.passphrase, deriveInThread(shell.keyWorkerFile))
  const attempts = path.join(wanted.folder, ATTEMPTS_FILE)
  if (!opened.ok) {
    writeFileSync(attempts, String(failedBefore(attempts) + 1), { mode: 0o600 })
    return refused(
      'wrong-passphrase',
      'Operator and passphrase do not open this workspace. Nothing was changed; try again.'
    )
  }
  const threads = await openThreads(shell, wanted.folder, opened.keys, null)
  if (!threads.ok) return threads
  const { reader, writer } = threads.value
  const found = await reader.read('operator.find', { name: wanted.operator })
  const operator = found.ok ? found.value : null
  const caller = { operator: operator?.name ?? wanted.operator, roles: operator?.roles ?? [] }
  const seen = await writer.change(
    'workspace.unlock',
    { operator: wanted.operator, failedBefore: failedBefore(attempts) },
    caller
  )
  if (!seen.ok) {
    await closeThreads({ reader, writer })
    return seen
  }
  rmSync(attempts, { force: true })
  return done({
    folder: wanted.folder,
    workspaceId: read.keyring.workspaceId,
    operator: caller.operator,
    roles: caller.roles,
    caller,
    ...threads.value
  })
}

export async function closeWorkspace(workspace: OpenWorkspace): Promise<void> {
  await closeThreads(workspace)
}

/** The writer last: two connections that close at once can each leave the write-ahead log to the other. */
async function closeThreads({ reader, writer }: Pick<OpenWorkspace, 'reader' | 'writer'>): Promise<void> {
  await reader.close()
  await writer.close()
}

/** The writer first: it migrates the store that the reader then finds. */
async function openThreads(
  shell: Shell,
  folder: string,
  keys: WorkspaceKeys,
  newWorkspaceId: string | null
): Promise<Result<{ reader: StoreReader; writer: StoreWriter }>> {
  const options = {
    workerFile: shell.storeWorkerFile,
    folder,
    keys: threadKeys(keys),
    workspaceId: newWorkspaceId,
    onFault: (where: string): void => {
      shell.log('store', where)
    },
    onWaiting: (): void => {
      shell.onChanged(['waiting'])
    }
  }
  wipe(keys)
  const writer = await openWriterThread(options)
  if (!writer.ok) return writer
  const reader = await openReaderThread(options)
  if (!reader.ok) {
    await writer.value.close()
    return reader
  }
  return done({ reader: reader.value, writer: writer.value })
}

function threadKeys(keys: WorkspaceKeys): ThreadKeys {
  const hex = (key: Uint8Array, salt: Uint8Array): string =>
    Buffer.from(key).toString('hex') + Buffer.from(salt).toString('hex')
  return { main: hex(keys.mainKey, keys.mainSalt), vault: hex(keys.vaultKey, keys.vaultSalt) }
}

/** Failed attempts since the last unlock; the audit log learns of them with the next unlock. */
function failedBefore(file: string): number {
  if (!existsSync(file)) return 0
  const parsed = z.coerce.number().int().nonnegative().safeParse(readFileSync(file, 'utf8'))
  return parsed.success ? parsed.data : 0
}

/** Whether operator and passphrase belong together; opens the slot for that and wipes what it held. */
export async function checkPassphraseOf(
  shell: Shell,
  workspace: OpenWorkspace,
  { operator, passphrase }: { readonly operator: string; readonly passphrase: string }
): Promise<boolean> {
  const read = await readKeyring(path.join(workspace.folder, KEY_FILE))
  if (!read.ok) return false
  const opened = await openSlot(read.keyring, operator, passphrase, deriveInThread(shell.keyWorkerFile))
  if (opened.ok) wipe(opened.keys)
  return opened.ok
}

/**
 * Adds an operator with a passphrase of their own. The keys are opened once more with the passphrase of the one who adds,
 * which the window asks for only here: afterwards they are wiped again.
 */
export async function enrolOperator(
  shell: Shell,
  workspace: OpenWorkspace,
  wanted: { name: string; roles: readonly Role[]; passphrase: string; ownPassphrase: string }
): Promise<Result<{ name: string; roles: Role[] }>> {
  const file = path.join(workspace.folder, KEY_FILE)
  const derive = deriveInThread(shell.keyWorkerFile)
  const read = await readKeyring(file)
  if (!read.ok) return refused('bad-input', `${read.reason} Restore keys.json from a backup.`)
  const opened = await openSlot(read.keyring, workspace.operator, wanted.ownPassphrase, derive)
  if (!opened.ok) return refused('wrong-passphrase', 'Your own passphrase is not right. Nothing was changed.')
  const enrolled = await addSlot(
    read.keyring,
    opened.keys,
    { operator: wanted.name, passphrase: wanted.passphrase },
    derive
  )
  wipe(opened.keys)
  if (!enrolled.ok) return refused('bad-input', enrolled.reason)
  const changed = await workspace.writer.change(
    'operator.add',
    { name: wanted.name, roles: wanted.roles },
    workspace.caller
  )
  if (!changed.ok) return changed
  await writeKeyring(file, enrolled.keyring)
  return done({ name: wanted.name, roles: [...wanted.roles] })
}
