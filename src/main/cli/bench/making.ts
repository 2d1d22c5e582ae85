/** Has the records of a span written by a thread of its own, so that no figure of memory counts their making. */
import path from 'node:path'
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { MadeSpan } from './made-records.ts'

export interface Making {
  readonly folder: string
  readonly name: string
  readonly span: MadeSpan
}

/** The file. Throws what the thread throws. */
export async function makeInThread(threadFile: string, making: Making): Promise<string> {
  const worker = new Worker(threadFile, {
    name: 'inward-bench-making',
    workerData: making,
    argv: [],
    env: {},
    execArgv: []
  })
  await once(worker, 'message')
  await worker.terminate()
  return path.join(making.folder, making.name)
}
