/** How a passphrase becomes a key: Argon2id (RFC 9106) and its limits. Parameters outside the limits are refused. */
import { z } from 'zod'

export const Kdf = z.strictObject({
  algorithm: z.literal('argon2id'),
  // Below 19 MiB or two passes a file was weakened by somebody (OWASP's minimum for one lane); above 1 GiB or 16 passes
  // opening it would stall the machine.
  memoryKib: z.int().min(19_456).max(1_048_576),
  passes: z.int().min(2).max(16),
  lanes: z.int().min(1).max(16),
  saltHex: z.string().regex(/^[0-9a-f]{32}$/)
})
export type Kdf = Readonly<z.infer<typeof Kdf>>
export type KdfCost = Omit<Kdf, 'algorithm' | 'saltHex'>

/** RFC 9106, section 4, second recommended option: about 0.4 s on a laptop of 2026. */
export const DEFAULT_COST: KdfCost = { memoryKib: 65_536, passes: 3, lanes: 4 }

/** Gives 32 bytes. Injected, since it runs in a thread of its own in the product. */
export type DeriveKey = (passphrase: string, kdf: Kdf) => Promise<Uint8Array>
