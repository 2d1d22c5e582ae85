import { createHash } from 'node:crypto'
import { mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readKeyring, writeKeyring } from '../../src/main/custody/keyring-file.ts'
import type { Kdf } from '../../src/main/custody/kdf.ts'
import { addSlot, createKeyring, openSlot, parseKeyring, wipe } from '../../src/main/custody/keyring.ts'
import type { Keyring, WorkspaceKeys } from '../../src/main/custody/keyring.ts'

const WORKSPACE = 'b1f0c0de-0000-4000-8000-000000000001'
const ADA = { operator: 'Ada', passphrase: 'heron bridges nine lamps' }
const BEN = { operator: 'Ben', passphrase: 'seven quiet mill wheels' }

/** Argon2id has its own test with the thread; what is sealed does not depend on how the key was derived. */
const asked: Kdf[] = []
const derive = (passphrase: string, kdf: Kdf) => {
  asked.push(kdf)
  return Promise.resolve(new Uint8Array(createHash('sha256').update(kdf.saltHex).update(passphrase).digest()))
}

async function created(): Promise<{ keyring: Keyring; keys: WorkspaceKeys }> {
  const made = await createKeyring(WORKSPACE, ADA, derive)
  if (!made.ok) throw new Error(made.reason)
  return made
}
const copyOf = (keys: WorkspaceKeys) =>
  Object.values(keys).map((bytes: Uint8Array) => Buffer.from(bytes).toString('hex'))
const withSlot = (keyring: Keyring, change: object) => ({
  ...keyring,
  slots: keyring.slots.map((slot) => ({ ...slot, ...change }))
})

describe('a keyring', () => {
  test('opens with the passphrase that closed it, and gives four different secrets of the right size', async () => {
    const { keyring, keys } = await created()
    const opened = await openSlot(keyring, 'Ada', ADA.passphrase, derive)
    expect(opened).toEqual({ ok: true, keys })
    expect(Object.values(keys).map((bytes: Uint8Array) => bytes.length)).toEqual([32, 32, 16, 16])
    expect(new Set(copyOf(keys)).size).toBe(4)
  })

  test('does not open with another passphrase', async () => {
    const { keyring } = await created()
    expect(await openSlot(keyring, 'Ada', `${ADA.passphrase} `, derive)).toEqual({ ok: false })
    expect(await openSlot(keyring, 'Ada', '', derive)).toEqual({ ok: false })
  })

  test('finds the operator whatever the case, and the passphrase whatever the composition', async () => {
    const made = await createKeyring(WORKSPACE, { operator: 'Zoë', passphrase: 'caf\u00e9 on the corner' }, derive)
    if (!made.ok) throw new Error(made.reason)
    expect((await openSlot(made.keyring, 'ZOE\u0308', 'cafe\u0301 on the corner', derive)).ok).toBe(true)
  })

  test('works as long for an operator who is not there, and answers the same', async () => {
    const { keyring } = await created()
    asked.length = 0
    expect(await openSlot(keyring, 'Nobody', ADA.passphrase, derive)).toEqual({ ok: false })
    expect(await openSlot(keyring, 'Nobody', ADA.passphrase, derive)).toEqual({ ok: false })
    expect(await openSlot(keyring, 'Ada', 'wrong', derive)).toEqual({ ok: false })
    const [first, second, real] = asked
    expect(asked).toHaveLength(3)
    expect(first).toEqual(second)
    expect({ ...first, saltHex: '' }).toEqual({ ...real, saltHex: '' })
    expect(first?.saltHex).toMatch(/^[0-9a-f]{32}$/)
    expect(first?.saltHex).not.toBe(real?.saltHex)
  })

  test('gives every operator the same keys under a passphrase of their own', async () => {
    const { keyring, keys } = await created()
    const both = await addSlot(keyring, keys, BEN, derive)
    if (!both.ok) throw new Error(both.reason)
    expect(await openSlot(both.keyring, 'Ben', BEN.passphrase, derive)).toEqual({ ok: true, keys })
    expect(await openSlot(both.keyring, 'Ada', ADA.passphrase, derive)).toEqual({ ok: true, keys })
    expect(await openSlot(both.keyring, 'Ben', ADA.passphrase, derive)).toEqual({ ok: false })
  })

  test('refuses a second slot for an operator, and a poor passphrase', async () => {
    const { keyring, keys } = await created()
    expect((await addSlot(keyring, keys, { ...BEN, operator: 'ADA' }, derive)).ok).toBe(false)
    expect((await addSlot(keyring, keys, { ...BEN, passphrase: 'too short' }, derive)).ok).toBe(false)
    expect((await createKeyring(WORKSPACE, { ...ADA, passphrase: 'passwordpassword' }, derive)).ok).toBe(false)
    await expect(addSlot(keyring, keys, BEN, derive, { memoryKib: 1024, passes: 1, lanes: 1 })).rejects.toThrow()
  })

  test('names no operator and no passphrase', async () => {
    const made = await createKeyring(WORKSPACE, { ...ADA, operator: 'Winnow' }, derive)
    if (!made.ok) throw new Error(made.reason)
    expect(JSON.stringify(made.keyring)).not.toMatch(/winnow|heron/i)
  })

  test('opens for nobody once anything sealed with a slot was changed', async () => {
    const { keyring, keys } = await created()
    const [slot] = keyring.slots
    if (!slot) throw new Error('There is no slot.')
    const flipped = (text: string) => (text.startsWith('0') ? '1' : '0') + text.slice(1)
    const tampered: readonly Keyring[] = [
      { ...keyring, workspaceId: 'another' },
      withSlot(keyring, { cipherHex: flipped(slot.cipherHex) }),
      withSlot(keyring, { tagHex: flipped(slot.tagHex) }),
      withSlot(keyring, { nonceHex: flipped(slot.nonceHex) }),
      withSlot(keyring, { kdf: { ...slot.kdf, passes: 2 } }),
      withSlot(keyring, { kdf: { ...slot.kdf, memoryKib: 19_456 } })
    ]
    for (const one of tampered) expect(await openSlot(one, 'Ada', ADA.passphrase, derive)).toEqual({ ok: false })
    const both = await addSlot(keyring, keys, { ...BEN, passphrase: ADA.passphrase }, derive)
    if (!both.ok) throw new Error(both.reason)
    const [ada, ben] = both.keyring.slots
    if (!ada || !ben) throw new Error('There are not two slots.')
    const moved = { ...keyring, slots: [{ ...ada, slotId: ben.slotId }] }
    expect(await openSlot(moved, 'Ben', ADA.passphrase, derive)).toEqual({ ok: false })
  })

  test('forgets its keys when they are wiped', async () => {
    const { keys } = await created()
    wipe(keys)
    expect(copyOf(keys).join('')).toMatch(/^0+$/)
  })
})

describe('the text of a key file', () => {
  test('is read back as it was written', async () => {
    const { keyring } = await created()
    expect(parseKeyring(JSON.stringify(keyring))).toEqual({ ok: true, keyring })
  })

  test('is refused with one sentence when it is damaged, foreign, weakened or made to stall', async () => {
    const { keyring } = await created()
    const [slot] = keyring.slots
    if (!slot) throw new Error('There is no slot.')
    const kdf = (change: object) => JSON.stringify(withSlot(keyring, { kdf: { ...slot.kdf, ...change } }))
    const refused = [
      '',
      'null',
      '{}',
      JSON.stringify(keyring).slice(0, -5),
      JSON.stringify({ ...keyring, version: 2 }),
      JSON.stringify({ ...keyring, extra: true }),
      JSON.stringify({ ...keyring, slots: [] }),
      JSON.stringify({ ...keyring, slots: [slot, slot] }),
      JSON.stringify(withSlot(keyring, { extra: true })),
      JSON.stringify(withSlot(keyring, { cipherHex: slot.cipherHex.slice(2) })),
      JSON.stringify(withSlot(keyring, { tagHex: slot.tagHex.slice(0, 8) })),
      kdf({ algorithm: 'pbkdf2' }),
      kdf({ memoryKib: 19_455 }),
      kdf({ passes: 1 }),
      kdf({ memoryKib: 1_048_577 }),
      kdf({ passes: 1_000_000 }),
      kdf({ lanes: 0 }),
      kdf({ saltHex: 'ABCD' })
    ]
    for (const text of refused) {
      const parsed = parseKeyring(text)
      expect(parsed, text.slice(0, 80)).toMatchObject({ ok: false })
      if (!parsed.ok) expect(parsed.reason).toMatch(/^The key file is damaged.*\.$/)
    }
  })
})

describe('the key file', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'inward-keys-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  test('is written whole, for its owner alone, and leaves no draft behind', async () => {
    const file = path.join(folder, 'keys.json')
    const { keyring, keys } = await created()
    await writeKeyring(file, keyring)
    const both = await addSlot(keyring, keys, BEN, derive)
    if (!both.ok) throw new Error(both.reason)
    await writeKeyring(file, both.keyring)
    expect(await readKeyring(file)).toEqual({ ok: true, keyring: both.keyring })
    expect(await readdir(folder)).toEqual(['keys.json'])
    if (process.platform !== 'win32') expect((await stat(file)).mode & 0o777).toBe(0o600)
  })

  test('stays as it was when the new one cannot be put in its place', async () => {
    const { keyring } = await created()
    const blocked = path.join(folder, 'missing', 'keys.json')
    await expect(writeKeyring(blocked, keyring)).rejects.toThrow(/ENOENT/)
    expect(await readdir(folder)).toEqual(['keys.json'])
  })

  test('is refused with a sentence when it is missing or cut off', async () => {
    expect(await readKeyring(path.join(folder, 'none.json'))).toEqual({ ok: false, reason: 'The key file is missing.' })
    const file = path.join(folder, 'keys.json')
    const text = await readFile(file, 'utf8')
    await writeFile(file, text.slice(0, 200))
    expect((await readKeyring(file)).ok).toBe(false)
  })
})
