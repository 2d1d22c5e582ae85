/**
 * A signed statement of how long the audit log was and what it held, to be kept outside the machine: the checkpoint of
 * C2SP (tlog-checkpoint in a signed note) over the tree of RFC 6962, signed with Ed25519 (RFC 8032). Whoever has one can
 * show later that the log was not cut or written anew. It refuses a text that it would not have written itself.
 */
import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import type { ChainVerification } from './audit-chain.ts'
import { sha256Hex } from './hash.ts'
import { appendLeaf, EMPTY_EDGE, edgeRoot } from './merkle.ts'

export interface Checkpoint {
  /** Names the log: `inward/` and the workspace's id. */
  readonly origin: string
  /** Entries that it covers, the first ones of the log. */
  readonly size: number
  /** Hex. */
  readonly root: string
  /** What verifies the signature, in the form of the standard: name, id and key. */
  readonly verifierKey: string
}

export interface ReadCheckpoint extends Checkpoint {
  /** Whether the text is signed with the key that it names. */
  readonly isSigned: boolean
}

export function originOf(workspaceId: string): string {
  return `inward/${workspaceId}`
}

/** The size and root of a log, from its entries in their order. */
export function measureLog(entries: Iterable<{ readonly hash: string }>): Pick<Checkpoint, 'size' | 'root'> {
  let edge = EMPTY_EDGE
  let size = 0
  for (const { hash } of entries) {
    edge = appendLeaf(edge, hash)
    size += 1
  }
  return { size, root: edgeRoot(edge) }
}

/** `seed` is 32 bytes, the private key of RFC 8032, section 5.1.5. */
export function signCheckpoint(
  workspaceId: string,
  { size, root }: Pick<Checkpoint, 'size' | 'root'>,
  seed: Uint8Array
): string {
  const key = createPrivateKey({ key: Buffer.concat([PKCS8_HEAD, seed]), format: 'der', type: 'pkcs8' })
  const origin = originOf(workspaceId)
  const raw = rawKey(createPublicKey(key))
  const body = bodyOf({ origin, size, root, verifierKey: verifierKeyOf(origin, raw) })
  const signature = Buffer.concat([keyId(origin, raw), sign(null, Buffer.from(body), key)])
  return noteOf(body, origin, signature)
}

/** Null when the text is no checkpoint of Inward. A signature that does not fit is told, not refused. */
export function readCheckpoint(text: string): ReadCheckpoint | null {
  const lines = text.replaceAll('\r\n', '\n')
  const [origin = '', size = '', root = '', key = '', , signed = ''] = lines.split('\n')
  const raw = rawKeyOf(key.slice(KEY_LINE.length), origin)
  if (raw === null || !/^[1-9]\d{0,14}$/.test(size)) return null
  const checkpoint = {
    origin,
    size: Number(size),
    root: Buffer.from(root, 'base64').toString('hex'),
    verifierKey: key.slice(KEY_LINE.length)
  }
  const body = bodyOf(checkpoint)
  const signature = Buffer.from(signed.slice(signed.lastIndexOf(' ') + 1), 'base64')
  // One spelling only: whatever a reader would overlook makes another text.
  if (checkpoint.root.length !== 2 * ROOT_BYTES || noteOf(body, origin, signature) !== lines) return null
  const isSigned =
    signature.length === KEY_ID_BYTES + SIGNATURE_BYTES &&
    signature.subarray(0, KEY_ID_BYTES).equals(keyId(origin, raw)) &&
    verify(null, Buffer.from(body), publicKey(raw), signature.subarray(KEY_ID_BYTES))
  return { ...checkpoint, isSigned }
}

/** The outcome of a check of a log, with what its checkpoint says of it. */
export function checkAgainst(
  found: ChainVerification,
  text: string,
  entries: Iterable<{ readonly previousHash: string; readonly hash: string }>
): ChainVerification {
  const checkpoint = readCheckpoint(text)
  const problems =
    checkpoint === null ? ['The text is no checkpoint of Inward.'] : compareWithCheckpoint(checkpoint, entries)
  return { ...found, ok: found.ok && problems.length === 0, problems: [...found.problems, ...problems] }
}

/** Sentences; empty when the log is the one that the checkpoint was made of, or has grown since. */
function compareWithCheckpoint(
  { origin, size, root, isSigned }: ReadCheckpoint,
  entries: Iterable<{ readonly previousHash: string; readonly hash: string }>
): readonly string[] {
  if (!isSigned) return ['The checkpoint was changed: its signature does not fit its text.']
  const first: { readonly hash: string }[] = []
  let begins: string | null = null
  for (const entry of entries) {
    begins ??= entry.previousHash
    if (first.length === size) break
    first.push(entry)
  }
  if (begins !== null && begins !== sha256Hex(origin.slice(originOf('').length)))
    return ['The checkpoint is of another workspace’s log.']
  if (first.length < size)
    return [`The log was truncated: it holds ${first.length} entries, but the checkpoint was made of ${size}.`]
  return measureLog(first).root === root
    ? []
    : [`The log was replaced or changed: its first ${size} entries are not those of the checkpoint.`]
}

const DASH = '\u2014'
/** An extension line: a text alone can then be checked, and the key compared with one that was noted before. */
const KEY_LINE = 'key '
const ED25519 = Uint8Array.of(1)
const KEY_BYTES = 32
const ROOT_BYTES = 32
const KEY_ID_BYTES = 4
const SIGNATURE_BYTES = 64
/** RFC 8410, section 7: the head of a private key, and (section 4) of a public one. */
const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex')
const SPKI_HEAD = Buffer.from('302a300506032b6570032100', 'hex')

function bodyOf({ origin, size, root, verifierKey }: Checkpoint): string {
  return `${origin}\n${size}\n${Buffer.from(root, 'hex').toString('base64')}\n${KEY_LINE}${verifierKey}\n`
}

function noteOf(body: string, origin: string, signature: Uint8Array): string {
  return `${body}\n${DASH} ${origin} ${Buffer.from(signature).toString('base64')}\n`
}

function rawKey(key: KeyObject): Buffer {
  return key.export({ format: 'der', type: 'spki' }).subarray(SPKI_HEAD.length)
}

function publicKey(raw: Uint8Array): KeyObject {
  return createPublicKey({ key: Buffer.concat([SPKI_HEAD, raw]), format: 'der', type: 'spki' })
}

/** The first four bytes of SHA-256(name ‖ LF ‖ 0x01 ‖ key). */
function keyId(name: string, raw: Uint8Array): Buffer {
  return Buffer.from(sha256Hex(name, '\n', ED25519, raw), 'hex').subarray(0, KEY_ID_BYTES)
}

function verifierKeyOf(name: string, raw: Uint8Array): string {
  return `${name}+${keyId(name, raw).toString('hex')}+${Buffer.concat([ED25519, raw]).toString('base64')}`
}

/** Null when it is not the verifier key of this name. */
function rawKeyOf(verifierKey: string, name: string): Buffer | null {
  const raw = Buffer.from(verifierKey.slice(name.length + 2 * KEY_ID_BYTES + 2), 'base64').subarray(1)
  return raw.length === KEY_BYTES && verifierKeyOf(name, raw) === verifierKey ? raw : null
}
