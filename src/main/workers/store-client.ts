/** The main thread's end of a store thread: typed calls, each answered by a result; a fault becomes a refusal. */
import { Worker } from 'node:worker_threads'
import type { Caller, FromThread, Refused, Result, ThreadKeys, ToThread } from './protocol.ts'
import { refused } from './protocol.ts'
import type { ReaderProcedures } from './reader.ts'
import type { WriterChanges, WriterProcedures } from './writer.ts'

type ArgsOf<Procedure> = Procedure extends (desk: never, args: infer Args, ...rest: never[]) => unknown ? Args : never
type Unwrapped<Value> =
  Value extends Promise<infer Inner>
    ? Unwrapped<Inner>
    : Value extends { readonly ok: true; readonly value: infer Inner }
      ? Inner
      : Value extends Refused
        ? never
        : Value
type ValueOf<Procedure> = Procedure extends (...args: never[]) => infer Value ? Unwrapped<Value> : never
type ChangedOf<Procedure> = ValueOf<Procedure> extends { readonly value: infer Value } ? Value : never

export interface StoreReader {
  read<Name extends keyof ReaderProcedures>(
    name: Name,
    args: ArgsOf<ReaderProcedures[Name]>,
    signal?: AbortSignal
  ): Promise<Result<ValueOf<ReaderProcedures[Name]>>>
  close(): Promise<void>
}

export interface StoreWriter {
  /** An audited change: the entry is written in the same transaction as the change. */
  change<Name extends keyof WriterChanges>(
    name: Name,
    args: ArgsOf<WriterChanges[Name]>,
    caller: Caller
  ): Promise<Result<ChangedOf<WriterChanges[Name]>>>
  /** Steps of a change that is audited as a whole. */
  run<Name extends keyof WriterProcedures>(
    name: Name,
    args: ArgsOf<WriterProcedures[Name]>,
    transfer?: readonly ArrayBuffer[]
  ): Promise<Result<ValueOf<WriterProcedures[Name]>>>
  close(): Promise<void>
}

export interface ThreadOptions {
  /** Built entry of the store thread. */
  readonly workerFile: string
  readonly folder: string
  readonly keys: ThreadKeys
  readonly workspaceId: string | null
  readonly onFault: (where: string) => void
  readonly onWaiting: () => void
}

export async function openReaderThread(options: ThreadOptions): Promise<Result<StoreReader>> {
  const opened = await startReader(options)
  if (!opened.ok) return opened
  const thread = opened.value
  return {
    ok: true,
    value: {
      read: (name, args, signal) => typed(thread.send({ kind: 'call', id: 0, name, args, caller: null }, [], signal)),
      close: thread.close
    }
  }
}

/** One call in a reader of its own, which is closed after it, also when it is cancelled. The caller checks the answer. */
export async function readBeside(
  options: ThreadOptions,
  name: string,
  args: unknown,
  signal: AbortSignal | undefined
): Promise<Result<unknown>> {
  const opened = await startReader(options)
  if (!opened.ok) return opened
  const thread = opened.value
  try {
    if (signal?.aborted === true) return refused('cancelled', 'It was cancelled before it began.')
    return await thread.send({ kind: 'call', id: 0, name, args, caller: null }, [], signal)
  } finally {
    await thread.close()
  }
}

async function startReader(options: ThreadOptions): Promise<Result<ReturnType<typeof startThread>>> {
  const thread = startThread(options)
  const opened = await thread.send({
    kind: 'open',
    id: 0,
    role: 'reader',
    folder: options.folder,
    keys: options.keys,
    workspaceId: null
  })
  if (opened.ok) return { ok: true, value: thread }
  await thread.close()
  return opened
}

export async function openWriterThread(options: ThreadOptions): Promise<Result<StoreWriter>> {
  const thread = startThread(options)
  const opened = await thread.send({
    kind: 'open',
    id: 0,
    role: 'writer',
    folder: options.folder,
    keys: options.keys,
    workspaceId: options.workspaceId
  })
  if (!opened.ok) {
    await thread.close()
    return opened
  }
  return {
    ok: true,
    value: {
      change: (name, args, caller) => typed(thread.send({ kind: 'call', id: 0, name: `change:${name}`, args, caller })),
      run: (name, args, transfer = []) =>
        typed(thread.send({ kind: 'call', id: 0, name, args, caller: null }, transfer)),
      close: thread.close
    }
  }
}

/** Both ends are built from the same types; the thread answers what its procedure returned. */
function typed<Value>(reply: Promise<Result<unknown>>): Promise<Result<Value>> {
  return reply as Promise<Result<Value>>
}

function startThread(options: ThreadOptions) {
  const worker = new Worker(options.workerFile, {
    env: {},
    stdin: false,
    resourceLimits: { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 16 }
  })
  const waiting = new Map<number, (result: Result<unknown>) => void>()
  let lastId = 0
  const failAll = (sentence: string): void => {
    for (const answer of waiting.values()) answer(refused('fault', sentence))
    waiting.clear()
  }
  worker.on('message', (message: FromThread) => {
    if (message.kind === 'waiting') {
      options.onWaiting()
      return
    }
    const answer = waiting.get(message.id)
    waiting.delete(message.id)
    if (message.kind === 'fault') {
      options.onFault(message.where)
      answer?.(refused('fault', 'Something went wrong inside Inward. Nothing was changed.'))
      return
    }
    answer?.(message.result)
  })
  worker.on('error', (error) => {
    options.onFault(error.name)
    failAll('A thread of the store stopped. Lock the workspace and unlock it again; what was stored is safe.')
  })
  worker.on('exit', () => {
    failAll('The workspace was closed.')
  })
  const send = (
    message: ToThread,
    transfer: readonly ArrayBuffer[] = [],
    signal?: AbortSignal
  ): Promise<Result<unknown>> =>
    new Promise((resolve) => {
      lastId += 1
      const id = lastId
      waiting.set(id, resolve)
      signal?.addEventListener('abort', () => {
        if (waiting.has(id)) worker.postMessage({ kind: 'cancel', id })
      })
      worker.postMessage({ ...message, id }, [...transfer])
    })
  return {
    send,
    // The thread closes its files before it ends; ending it with an open database would abort the process.
    close: async (): Promise<void> => {
      await send({ kind: 'close', id: 0 })
      await worker.terminate()
    }
  }
}
