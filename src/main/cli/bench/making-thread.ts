/** Entry of the thread that writes the benchmark's records: what their making leaves in memory ends with it. */
import { parentPort, workerData } from 'node:worker_threads'
import { makeCompany } from './made-company.ts'
import { writeRecords } from './made-files.ts'
import type { Making } from './making.ts'

// The other side is `making.ts`, which gives no other data.
const { folder, name, span } = workerData as Making
parentPort?.postMessage(await writeRecords(folder, name, makeCompany(), span))
