/**
 * Entry of the intake process: it opens evidence files, which may be hostile, and holds no key. Runs as Electron's utility
 * process or as a plain child process; either way it reads, packs and sends, and waits when nobody takes its batches.
 */
import type { IntakeEvent } from '../../shared/domain/draft.ts'
import { previewSource } from '../intake/preview.ts'
import { countFiles, places, readPlace } from '../intake/read.ts'
import { encodeBatch } from './batch-codec.ts'
import { BATCHES_UNDER_WAY, type FromIntake, type ToIntake } from './intake-protocol.ts'

/** Electron's port; a plain child process has none. */
interface ParentPort {
  on(event: 'message', listener: (message: { readonly data: ToIntake }) => void): void
  postMessage(message: FromIntake): void
}

for (const name of Object.keys(process.env)) if (name.startsWith('INWARD_')) Reflect.deleteProperty(process.env, name)

const port = 'parentPort' in process ? (process.parentPort as ParentPort | undefined) : undefined
let credits = BATCHES_UNDER_WAY
let wake: (() => void) | null = null

function send(message: FromIntake): void {
  if (port !== undefined) port.postMessage(message)
  else process.send?.(message)
}

function hear(message: ToIntake): void {
  if (message.kind === 'start') {
    void run(message)
    return
  }
  if (message.kind === 'preview') {
    void preview(message)
    return
  }
  credits += 1
  wake?.()
}

async function run({ paths, options, from }: Extract<ToIntake, { kind: 'start' }>): Promise<void> {
  try {
    const count = countFiles()
    let index = 0
    for await (const place of places(paths)) {
      if (index >= from) {
        const sizeBytes = place.kind === 'file' ? place.sizeBytes : 0
        send({ kind: 'place', place: { index, path: place.path, sizeBytes } })
        for await (const event of readPlace(place, count, options)) await sendEvent(event)
      }
      index += 1
    }
    send({ kind: 'done' })
  } catch (error) {
    send({ kind: 'failed', where: placeOf(error) })
  }
}

async function sendEvent(event: IntakeEvent): Promise<void> {
  if (event.kind !== 'rows') {
    send({ kind: 'file', event })
    return
  }
  if (credits === 0) await new Promise<void>((resolve) => (wake = resolve))
  wake = null
  credits -= 1
  send({
    kind: 'batch',
    file: event.file,
    rowsRead: event.rowsRead,
    bytesRead: event.bytesRead,
    bytes: encodeBatch(event.file, event)
  })
}

async function preview({ path, options }: Extract<ToIntake, { kind: 'preview' }>): Promise<void> {
  try {
    send({ kind: 'preview', preview: await previewSource(path, options) })
  } catch (error) {
    send({ kind: 'failed', where: placeOf(error) })
  }
}

/** The kind of error and where in the code; its message may hold a row. */
function placeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'not an error'
  const frame = (error.stack ?? '').split('\n').find((line) => line.trim().startsWith('at ')) ?? ''
  return `${error.name} ${frame.trim().replace(/\(?(file:|\/)\S*\/([^/)]+)\)?/, '$2')}`
}

if (port !== undefined) {
  port.on('message', (message) => {
    hear(message.data)
  })
} else {
  process.on('message', (message: ToIntake) => {
    hear(message)
  })
  process.on('disconnect', () => {
    process.exit(0)
  })
}
