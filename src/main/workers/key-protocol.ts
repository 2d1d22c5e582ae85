/** What passes between the key thread and its caller: a passphrase and its cost in, 32 bytes or a failure out. */
import { z } from 'zod'

export const KEY_BYTES = 32

/** Looser than a key file may be, so that tests can derive cheaply; the limits of the file are `custody/kdf.ts`. */
export const KeyRequest = z.strictObject({
  passphrase: z.instanceof(Uint8Array),
  kdf: z.strictObject({
    algorithm: z.literal('argon2id'),
    memoryKib: z.int().min(8).max(1_048_576),
    passes: z.int().min(1).max(64),
    lanes: z.int().min(1).max(64),
    saltHex: z.string().regex(/^(?:[0-9a-f]{2}){8,64}$/)
  })
})
export type KeyRequest = z.infer<typeof KeyRequest>

export const KeyReply = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), key: z.instanceof(Uint8Array).refine(({ length }) => length === KEY_BYTES) }),
  z.strictObject({ ok: z.literal(false) })
])
export type KeyReply = z.infer<typeof KeyReply>
