/** Imports files into a store without a desk around it: the real run, the built store thread, the built intake process. */
import type { SpawnIntake } from '../../src/main/workers/intake-client.ts'
import { forkIntake } from '../../src/main/workers/intake-fork.ts'
import { type ImportDone, runImport } from '../../src/main/workers/import-run.ts'
import type { Caller, Result, ThreadKeys } from '../../src/main/workers/protocol.ts'
import { openReaderThread, openWriterThread, type StoreWriter } from '../../src/main/workers/store-client.ts'

export interface Place {
  /** Folder of the built files. */
  readonly dist: string
  readonly folder: string
  readonly keys: ThreadKeys
}

export const CALLER: Caller = { operator: 'ada', roles: ['analyst'] }

/** Throws when a thread cannot open the store. */
export async function importHere(
  { dist, folder, keys }: Place,
  paths: readonly string[],
  onProgress: () => void = () => undefined,
  spawn: SpawnIntake = forkIntake(`${dist}/intake-process.mjs`)
): Promise<Result<ImportDone>> {
  const options = threadOptions(dist, folder, keys)
  const reader = await openReaderThread(options)
  const writer = await openWriterThread(options)
  if (!reader.ok || !writer.ok) throw new Error('the store could not be opened')
  try {
    return await runImport({
      reader: reader.value,
      writer: writer.value,
      caller: CALLER,
      paths,
      source: null,
      timezone: 'UTC',
      label: '',
      mapping: null,
      spawnIntake: spawn,
      signal: new AbortController().signal,
      onProgress,
      onFault: (where) => {
        // A reader that a test kills ends like this; every other end is a bug.
        if (where !== 'exit') throw new Error(where)
      }
    })
  } finally {
    await reader.value.close()
    await writer.value.close()
  }
}

/** Makes the two files of a new store, and leaves them closed. */
export async function makeStore({ dist, folder, keys }: Place): Promise<void> {
  const writer = await openWriterThread({ ...threadOptions(dist, folder, keys), workspaceId: 'a workspace of a test' })
  if (!writer.ok) throw new Error(writer.sentence)
  await writer.value.close()
}

/** Works on the writer of a store, and closes it. */
export async function withWriter<Value>(
  { dist, folder, keys }: Place,
  work: (writer: StoreWriter) => Promise<Result<Value>>
): Promise<Value> {
  const writer = await openWriterThread(threadOptions(dist, folder, keys))
  if (!writer.ok) throw new Error(writer.sentence)
  try {
    const done = await work(writer.value)
    if (!done.ok) throw new Error(done.sentence)
    return done.value
  } finally {
    await writer.value.close()
  }
}

function threadOptions(dist: string, folder: string, keys: ThreadKeys) {
  return {
    workerFile: `${dist}/store-worker.mjs`,
    folder,
    keys,
    workspaceId: null,
    onFault: (where: string): void => {
      throw new Error(where)
    },
    onWaiting: () => undefined
  }
}
