import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Kdf } from '../../src/main/custody/kdf.ts'
import { DEFAULT_COST } from '../../src/main/custody/kdf.ts'
import { createKeyring, openSlot } from '../../src/main/custody/keyring.ts'
import { deriveInThread } from '../../src/main/workers/key-client.ts'

const checkout = path.resolve(import.meta.dirname, '../..')
const cheap: Kdf = {
  algorithm: 'argon2id',
  memoryKib: 1024,
  passes: 1,
  lanes: 1,
  saltHex: '000102030405060708090a0b0c0d0e0f'
}

describe('the key thread', () => {
  let folder = ''
  let workerFile = ''
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'inward-key-worker-'))
    workerFile = path.join(folder, 'key-worker.mjs')
    await build({
      configFile: false,
      root: checkout,
      logLevel: 'warn',
      ssr: { noExternal: true, target: 'node' },
      build: {
        ssr: true,
        target: 'node20',
        outDir: folder,
        emptyOutDir: false,
        rolldownOptions: {
          input: path.join(checkout, 'src/main/workers/key-worker.ts'),
          output: { entryFileNames: 'key-worker.mjs' }
        }
      }
    })
  }, 60_000)
  afterAll(() => rm(folder, { recursive: true }))

  test('derives what Argon2id gives for the same input', async () => {
    const key = await deriveInThread(workerFile)('heron bridges nine lamps', cheap)
    expect(key).toHaveLength(32)
    expect(Buffer.from(key).toString('hex')).toMatchInlineSnapshot(
      `"5eff996da60a3f8adef1d7a47af53f51f87472eeea3270069e8b04882e31fea8"`
    )
    expect(await deriveInThread(workerFile)('heron bridges nine lamps', cheap)).toEqual(key)
    expect(await deriveInThread(workerFile)('heron bridges nine lampS', cheap)).not.toEqual(key)
    expect(await deriveInThread(workerFile)('heron bridges nine lamps', { ...cheap, lanes: 2 })).not.toEqual(key)
  })

  test('opens a keyring at the cost of the product', async () => {
    const derive = deriveInThread(workerFile)
    const start = performance.now()
    const made = await createKeyring('w', { operator: 'Ada', passphrase: 'heron bridges nine lamps' }, derive)
    console.info(`one derivation at ${DEFAULT_COST.memoryKib} KiB: ${Math.round(performance.now() - start)} ms`)
    if (!made.ok) throw new Error(made.reason)
    expect((await openSlot(made.keyring, 'Ada', 'heron bridges nine lamps', derive)).ok).toBe(true)
    expect((await openSlot(made.keyring, 'Ada', 'heron bridges nine lampS', derive)).ok).toBe(false)
  }, 60_000)

  test('fails in words that hold nothing of the passphrase', async () => {
    const failure = deriveInThread(workerFile)('', cheap)
    await expect(failure).rejects.toThrow('The key thread did not give 32 bytes.')
    await expect(deriveInThread(workerFile)('heron', { ...cheap, saltHex: 'zz' })).rejects.not.toThrow(/heron/)
    await expect(deriveInThread(path.join(folder, 'none.mjs'))('heron', cheap)).rejects.toThrow(
      'The key thread failed.'
    )
  })
})
