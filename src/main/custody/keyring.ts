/**
 * The keys of a workspace, sealed once for every operator under that operator's passphrase (`keys.json`). Names no
 * operator in clear, and answers a wrong passphrase and an unknown operator alike.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { canonicalJson } from './canonical-json.ts'
import { sha256Hex } from './hash.ts'
import { DEFAULT_COST, Kdf } from './kdf.ts'
import type { DeriveKey, KdfCost } from './kdf.ts'
import { checkPassphrase, normalisePassphrase } from './passphrase.ts'

/** Raw keys and salts of the two stores; call `wipe` when they are no longer needed. */
export interface WorkspaceKeys {
  readonly mainKey: Uint8Array
  readonly vaultKey: Uint8Array
  readonly mainSalt: Uint8Array
  readonly vaultSalt: Uint8Array
}

const KEY_BYTES = 32
const SALT_BYTES = 16
const PAYLOAD_BYTES = 2 * KEY_BYTES + 2 * SALT_BYTES
const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`))

const Slot = z.strictObject({
  slotId: hex(16),
  kdf: Kdf,
  nonceHex: hex(12),
  cipherHex: hex(PAYLOAD_BYTES),
  tagHex: hex(16)
})
type Slot = Readonly<z.infer<typeof Slot>>

const KeyringFile = z.strictObject({
  version: z.literal(1),
  workspaceId: z.string().min(1).max(200),
  slots: z.array(Slot).min(1).max(1000)
})
export interface Keyring {
  readonly version: 1
  readonly workspaceId: string
  readonly slots: readonly Slot[]
}

export interface Credentials {
  readonly operator: string
  readonly passphrase: string
}
export type Refused = { readonly ok: false; readonly reason: string }

/** Makes fresh keys and seals them for the first operator. */
export async function createKeyring(
  workspaceId: string,
  first: Credentials,
  derive: DeriveKey,
  cost: KdfCost = DEFAULT_COST
): Promise<{ readonly ok: true; readonly keyring: Keyring; readonly keys: WorkspaceKeys } | Refused> {
  const keys = keysFrom(randomBytes(PAYLOAD_BYTES))
  const added = await addSlot({ version: 1, workspaceId, slots: [] }, keys, first, derive, cost)
  return added.ok ? { ...added, keys } : added
}

/** Refuses a poor passphrase, and an operator who has a slot already: remove that one first. */
export async function addSlot(
  keyring: Keyring,
  keys: WorkspaceKeys,
  { operator, passphrase }: Credentials,
  derive: DeriveKey,
  cost: KdfCost = DEFAULT_COST
): Promise<{ readonly ok: true; readonly keyring: Keyring } | Refused> {
  const slotId = slotIdOf(keyring.workspaceId, operator)
  if (keyring.slots.some((slot) => slot.slotId === slotId)) {
    return { ok: false, reason: 'This operator already has a passphrase.' }
  }
  const checked = checkPassphrase(passphrase)
  if (!checked.ok) return checked
  const kdf = Kdf.parse({ algorithm: 'argon2id', ...cost, saltHex: randomBytes(SALT_BYTES).toString('hex') })
  const wrappingKey = await wrappingKeyOf(checked.passphrase, kdf, derive)
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', wrappingKey, nonce)
  cipher.setAAD(sealedWords(keyring, slotId, kdf))
  const payload = Buffer.concat([keys.mainKey, keys.vaultKey, keys.mainSalt, keys.vaultSalt])
  const sealed = Buffer.concat([cipher.update(payload), cipher.final()])
  payload.fill(0)
  wrappingKey.fill(0)
  const slot: Slot = {
    slotId,
    kdf,
    nonceHex: nonce.toString('hex'),
    cipherHex: sealed.toString('hex'),
    tagHex: cipher.getAuthTag().toString('hex')
  }
  return { ok: true, keyring: { ...keyring, slots: [...keyring.slots, slot] } }
}

/** One answer for a wrong passphrase, an unknown operator and a slot that was tampered with, after the same work. */
export async function openSlot(
  keyring: Keyring,
  operator: string,
  passphrase: string,
  derive: DeriveKey
): Promise<{ readonly ok: true; readonly keys: WorkspaceKeys } | { readonly ok: false }> {
  const slotId = slotIdOf(keyring.workspaceId, operator)
  const slot = keyring.slots.find((candidate) => candidate.slotId === slotId) ?? decoySlot(keyring, slotId)
  const wrappingKey = await wrappingKeyOf(normalisePassphrase(passphrase), slot.kdf, derive)
  const payload = unseal(wrappingKey, slot, sealedWords(keyring, slotId, slot.kdf))
  wrappingKey.fill(0)
  return payload === null ? { ok: false } : { ok: true, keys: keysFrom(payload) }
}

/** Overwrites the keys in place; every holder of the same arrays loses them. */
export function wipe(keys: WorkspaceKeys): void {
  for (const bytes of [keys.mainKey, keys.vaultKey, keys.mainSalt, keys.vaultSalt]) bytes.fill(0)
}

/** Accepts exactly the format of version 1, with derivation costs inside the limits. */
export function parseKeyring(text: string): { readonly ok: true; readonly keyring: Keyring } | Refused {
  let content: unknown
  try {
    content = JSON.parse(text)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return { ok: false, reason: 'The key file is damaged: it is not JSON.' }
  }
  const parsed = KeyringFile.safeParse(content)
  if (!parsed.success) {
    const place = parsed.error.issues[0]?.path.join('.') || 'its outline'
    return { ok: false, reason: `The key file is damaged or not one of ours (${place.slice(0, 60)}).` }
  }
  const ids = parsed.data.slots.map(({ slotId }) => slotId)
  if (new Set(ids).size < ids.length) return { ok: false, reason: 'The key file is damaged: a slot is there twice.' }
  return { ok: true, keyring: parsed.data }
}

function slotIdOf(workspaceId: string, operator: string): string {
  return sha256Hex(workspaceId, '\0', operator.normalize('NFKC').toLowerCase()).slice(0, 32)
}

/** Binds a slot to its workspace, operator and cost, so that none can be moved, relabelled or weakened. */
function sealedWords({ version, workspaceId }: Keyring, slotId: string, kdf: Kdf): Buffer {
  return Buffer.from(canonicalJson({ version, workspaceId, slotId, kdf }))
}

async function wrappingKeyOf(passphrase: string, kdf: Kdf, derive: DeriveKey): Promise<Uint8Array> {
  const derived = await derive(passphrase, kdf)
  const wrappingKey = new Uint8Array(hkdfSync('sha256', derived, new Uint8Array(0), 'inward/kek/v1', KEY_BYTES))
  derived.fill(0)
  return wrappingKey
}

/** Null when the key or anything sealed with it is not the one it was sealed with. */
function unseal(key: Uint8Array, slot: Slot, sealedWith: Buffer): Buffer | null {
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(slot.nonceHex, 'hex'), { authTagLength: 16 })
  decipher.setAAD(sealedWith)
  decipher.setAuthTag(Buffer.from(slot.tagHex, 'hex'))
  const payload = decipher.update(Buffer.from(slot.cipherHex, 'hex'))
  try {
    decipher.final()
    return payload
  } catch {
    // The only failure of `final` here is a tag that does not fit.
    payload.fill(0)
    return null
  }
}

/** Stands in for a missing operator: always the same for the same name, at the cost of the others, and never opens. */
function decoySlot(keyring: Keyring, slotId: string): Slot {
  const madeUp = (label: string) => sha256Hex('inward/decoy/v1', '\0', label, '\0', keyring.workspaceId, '\0', slotId)
  const cost = keyring.slots[0]?.kdf ?? DEFAULT_COST
  return {
    slotId,
    kdf: { ...cost, algorithm: 'argon2id', saltHex: madeUp('salt').slice(0, 2 * SALT_BYTES) },
    nonceHex: madeUp('nonce').slice(0, 24),
    cipherHex: '00'.repeat(PAYLOAD_BYTES),
    tagHex: madeUp('tag').slice(0, 32)
  }
}

function keysFrom(payload: Buffer): WorkspaceKeys {
  const bytes = new Uint8Array(payload)
  payload.fill(0)
  return {
    mainKey: bytes.slice(0, 32),
    vaultKey: bytes.slice(32, 64),
    mainSalt: bytes.slice(64, 80),
    vaultSalt: bytes.slice(80, 96)
  }
}
