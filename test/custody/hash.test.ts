import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hashFile, sha256Hex } from '../../src/main/custody/hash.ts'

// FIPS 180-2, appendix B.1 and B.3.
const OF_ABC = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
const OF_MILLION_A = 'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0'

describe('SHA-256', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'inward-hash-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  test('gives the published digests, however the input is cut', () => {
    expect(sha256Hex('abc')).toBe(OF_ABC)
    expect(sha256Hex('a', new Uint8Array(0), Uint8Array.of(0x62, 0x63))).toBe(OF_ABC)
    expect(sha256Hex()).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  })

  test('of a file is that of its bytes, with its size', async () => {
    const file = path.join(folder, 'million')
    await writeFile(file, 'a'.repeat(1_000_000))
    expect(await hashFile(file)).toEqual({ sha256: OF_MILLION_A, sizeBytes: 1_000_000 })
  })

  test('of an empty file is that of nothing', async () => {
    const file = path.join(folder, 'empty')
    await writeFile(file, '')
    expect(await hashFile(file)).toEqual({ sha256: sha256Hex(), sizeBytes: 0 })
  })

  test('of a missing file is refused', async () => {
    await expect(hashFile(path.join(folder, 'missing'))).rejects.toThrow(/ENOENT/)
  })
})
