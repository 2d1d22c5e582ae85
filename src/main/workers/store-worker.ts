/** Entry of a store thread: a writer or a reader, as its first message says. The binding is synchronous and lives here. */
import { fileURLToPath } from 'node:url'
import { parentPort } from 'node:worker_threads'
import { ChangedMigration, NewerVersion } from '../store/migrate.ts'
import { StoreBusy, StoreIncomplete } from '../store/open.ts'
import { NotReadable } from '../store/sql.ts'
import {
  type CallMessage,
  done,
  type FromThread,
  type OpenMessage,
  refused,
  type Result,
  type ToThread
} from './protocol.ts'
import { readerProcedures } from './reader.ts'
import { type Beside, openReaderDesk, type ReaderDesk } from './reader-desk.ts'
import { readBeside } from './store-client.ts'
import { runChange, writerChanges, writerProcedures } from './writer.ts'
import { openWriterDesk, type WriterDesk } from './writer-desk.ts'

let desk:
  | { readonly role: 'writer'; readonly writer: WriterDesk }
  | { readonly role: 'reader'; readonly reader: ReaderDesk }
  | null = null

const BUSY = refused(
  'busy',
  'Another Inward is writing to this workspace and did not end within a minute. Nothing was changed; try again.'
)

/** Runs of threads that this one has started. */
const beside = new Set<Promise<unknown>>()

/** The keys go from one thread of the store to another and no further; a fault over there is told like one's own. */
function besideOf({ folder, keys }: OpenMessage): Beside {
  const options = {
    workerFile: fileURLToPath(import.meta.url),
    folder,
    keys,
    workspaceId: null,
    onFault: (where: string): void => {
      answer({ kind: 'fault', id: 0, where })
    },
    onWaiting: tellWaiting
  }
  return async (name, args, signal) => {
    const run = readBeside(options, name, args, signal)
    beside.add(run)
    try {
      return await run
    } finally {
      beside.delete(run)
    }
  }
}

/** Calls that can still be cancelled. */
const running = new Map<number, AbortController>()

function answer(message: FromThread): void {
  parentPort?.postMessage(message)
}

function tellWaiting(): void {
  answer({ kind: 'waiting', id: 0 })
}

function open(message: OpenMessage): Result<null> {
  try {
    desk =
      message.role === 'writer'
        ? { role: 'writer', writer: openWriterDesk(message.folder, message.keys, message.workspaceId, tellWaiting) }
        : { role: 'reader', reader: openReaderDesk(message.folder, message.keys, besideOf(message)) }
    return done(null)
  } catch (error) {
    if (error instanceof NotReadable)
      return refused(
        'bad-input',
        'The store of this workspace cannot be read with its key. Restore it from a backup; nothing was changed.'
      )
    if (error instanceof StoreIncomplete) {
      return refused(
        'bad-input',
        'The files main.db and vault.db of this workspace are not both there, or are of different times. Restore both from the same backup; nothing was changed.'
      )
    }
    if (error instanceof NewerVersion)
      return refused(
        'newer-version',
        'This workspace was written by a newer Inward. Install that version to open it; nothing was changed.'
      )
    if (error instanceof ChangedMigration)
      return refused(
        'fault',
        'This Inward differs from the one that made the workspace in a way that must not be. Nothing was changed.'
      )
    throw error
  }
}

async function call(message: CallMessage): Promise<Result<unknown>> {
  if (desk === null) return refused('locked', 'The workspace is locked.')
  if (desk.role === 'reader')
    return asResult(
      await entry(readerProcedures, message.name)(desk.reader, message.args, running.get(message.id)?.signal)
    )
  if (message.name !== 'import.batch') desk.writer.bulk.commit()
  if (message.name.startsWith('change:')) {
    if (message.caller === null) throw new Error('a change needs a caller')
    return runChange(
      desk.writer,
      entry(writerChanges, message.name.slice(7)) as Parameters<typeof runChange>[1],
      message.name.slice(7),
      message.args as never,
      message.caller
    )
  }
  return asResult(await entry(writerProcedures, message.name)(desk.writer, message.args))
}

/** Arguments are typed where they are sent (store-client.ts); a name that is not there is a bug. */
function entry(table: object, name: string): (...args: unknown[]) => unknown {
  const found: unknown = Object.hasOwn(table, name) ? Reflect.get(table, name) : undefined
  if (typeof found !== 'function') throw new Error(`no procedure ${name}`)
  return found as (...args: unknown[]) => unknown
}

function asResult(value: unknown): Result<unknown> {
  return isResult(value) ? value : done(value)
}

function isResult(value: unknown): value is Result<unknown> {
  return (
    typeof value === 'object' &&
    value !== null &&
    'ok' in value &&
    typeof value.ok === 'boolean' &&
    ('value' in value || 'sentence' in value)
  )
}

parentPort?.on('message', (message: ToThread) => {
  if (message.kind === 'cancel') {
    running.get(message.id)?.abort()
    return
  }
  void (async () => {
    running.set(message.id, new AbortController())
    try {
      if (message.kind === 'close') {
        if (desk?.role === 'writer') {
          desk.writer.bulk.commit()
          desk.writer.store.close()
        }
        if (desk?.role === 'reader') {
          for (const call of running.values()) call.abort()
          // A thread that is ended with an open database would take the process along.
          await Promise.allSettled(beside)
          desk.reader.sql.close()
        }
        desk = null
        answer({ kind: 'reply', id: message.id, result: done(null) })
        return
      }
      const result = message.kind === 'open' ? open(message) : await call(message)
      answer({ kind: 'reply', id: message.id, result })
    } catch (error) {
      if (error instanceof StoreBusy) answer({ kind: 'reply', id: message.id, result: BUSY })
      else answer({ kind: 'fault', id: message.id, where: placeOf(error, message) })
    } finally {
      running.delete(message.id)
    }
  })()
})

/** The kind of error and the functions it came through; its message may hold data and stays here. */
function placeOf(error: unknown, message: ToThread): string {
  const name = message.kind === 'call' ? message.name : message.kind
  if (!(error instanceof Error)) return name
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => line.trim().startsWith('at '))
    .slice(0, 4)
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : ''
  return `${name}: ${error.name}${code} ${frames.map((line) => line.trim().replace(/\(?(file:|\/)\S*\/([^/)]+)\)?/, '$2')).join(' < ')}`
}
