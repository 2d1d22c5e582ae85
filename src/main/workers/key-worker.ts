/** The key thread: turns one passphrase into one key with Argon2id and ends. It keeps neither, and reports no details. */
import { parentPort } from 'node:worker_threads'
import { argon2id } from 'hash-wasm'
import { KEY_BYTES, KeyRequest } from './key-protocol.ts'
import type { KeyReply } from './key-protocol.ts'

if (parentPort === null) throw new Error('The key thread was started outside a thread.')
const caller = parentPort

caller.once('message', (message: unknown) => {
  void answer(message).then((reply) => {
    // Transferred, so that this thread is left with no copy of the key.
    if (reply.ok) caller.postMessage(reply, [reply.key.buffer])
    else caller.postMessage(reply)
  })
})

async function answer(message: unknown): Promise<KeyReply> {
  const request = KeyRequest.safeParse(message)
  if (!request.success) return { ok: false }
  const { passphrase, kdf } = request.data
  try {
    const key = await argon2id({
      password: passphrase,
      salt: Buffer.from(kdf.saltHex, 'hex'),
      memorySize: kdf.memoryKib,
      iterations: kdf.passes,
      parallelism: kdf.lanes,
      hashLength: KEY_BYTES,
      outputType: 'binary'
    })
    return { ok: true, key: Uint8Array.from(key) }
  } catch {
    // An empty passphrase, or memory that the machine does not have; the message could quote the input.
    return { ok: false }
  } finally {
    passphrase.fill(0)
  }
}
