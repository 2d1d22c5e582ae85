/**
 * Derives keys in a thread of their own, because Argon2id blocks its thread for half a second. The passphrase travels as
 * a message only: never in arguments, environment or files.
 */
import { Worker } from 'node:worker_threads'
import type { DeriveKey } from '../custody/kdf.ts'
import { KEY_BYTES, KeyReply } from './key-protocol.ts'
import type { KeyRequest } from './key-protocol.ts'

/** Each derivation starts the thread and ends it, which also returns Argon2id's memory to the system. */
export function deriveInThread(workerFile: string | URL): DeriveKey {
  return (passphrase, kdf) =>
    new Promise((resolve, reject) => {
      const worker = new Worker(workerFile, { name: 'inward-key', argv: [], env: {}, execArgv: [] })
      worker.once('error', (error) => reject(new Error('The key thread failed.', { cause: error })))
      worker.once('exit', () => reject(new Error('The key thread ended without an answer.')))
      worker.once('message', (message: unknown) => {
        const reply = KeyReply.safeParse(message)
        if (reply.success && reply.data.ok) resolve(reply.data.key)
        else reject(new Error(`The key thread did not give ${KEY_BYTES} bytes.`))
        void worker.terminate()
      })
      const bytes = new TextEncoder().encode(passphrase)
      const request: KeyRequest = { passphrase: bytes, kdf: { ...kdf } }
      worker.postMessage(request, [bytes.buffer])
    })
}
