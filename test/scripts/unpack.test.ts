// The parts that make the fallback runtime: what is unpacked, sealed and packed, and what is refused.
import { createWriteStream, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ZipFile } from 'yazl'
import { writeAsar } from '../../scripts/electron/asar.mjs'
import { setFuses } from '../../scripts/electron/fuses.mjs'
import { withLock } from '../../scripts/electron/lock.mjs'
import { unzip } from '../../scripts/electron/unzip.mjs'

let folder = ''

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'inward-unpack-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('unzip', () => {
  it('writes the chosen entries under their new names and leaves the others', async () => {
    const archive = await makeZip({ 'app/one': 'first', 'app/two': 'second' })
    await unzip(archive, path.join(folder, 'out'), (name) => (name === 'app/one' ? 'deep/one.txt' : undefined))
    expect(readFileSync(path.join(folder, 'out/deep/one.txt'), 'utf8')).toBe('first')
    expect(existsSync(path.join(folder, 'out/app'))).toBe(false)
  })

  it('refuses to write outside of its folder', async () => {
    const archive = await makeZip({ one: 'first' })
    await expect(unzip(archive, path.join(folder, 'out'), () => '../escaped')).rejects.toThrow('bad entry')
    expect(existsSync(path.join(folder, 'escaped'))).toBe(false)
  })
})

describe('setFuses', () => {
  it('sets the named fuses and leaves the others', () => {
    const file = makeProgram('01010101')
    setFuses(file, { RunAsNode: true, EnableCookieEncryption: false })
    expect(readFileSync(file, 'latin1').slice(-8)).toBe('10010101')
  })

  it.each([
    ['a fuse that was removed', 'r1010101'],
    ['a fuse that came later', '']
  ])('refuses %s', (_, wire) => {
    expect(() => setFuses(makeProgram(wire), { RunAsNode: true })).toThrow('no fuse RunAsNode')
  })

  it('refuses a program without a wire', () => {
    const file = path.join(folder, 'plain')
    writeFileSync(file, 'nothing to set here')
    expect(() => setFuses(file, { RunAsNode: true })).toThrow('no fuse wire')
  })
})

describe('writeAsar', () => {
  it('writes a header whose offsets find each file', () => {
    const file = path.join(folder, 'small.asar')
    writeAsar(file, { 'a.txt': 'alpha', 'b.txt': 'βeta' })
    const bytes = readFileSync(file)
    const json = bytes.toString('utf8', 16, 16 + bytes.readUInt32LE(12))
    expect(JSON.parse(json)).toEqual({
      files: { 'a.txt': { size: 5, offset: '0' }, 'b.txt': { size: 5, offset: '5' } }
    })
    const start = 8 + bytes.readUInt32LE(4)
    expect(bytes.toString('utf8', start + 5, start + 10)).toBe('βeta')
  })
})

describe('withLock', () => {
  it('lets one through at a time', async () => {
    const lock = path.join(folder, 'lock')
    const events: string[] = []
    const work = (name: string) => async (): Promise<void> => {
      events.push(`${name} in`)
      await new Promise((resolve) => setTimeout(resolve, 50))
      events.push(`${name} out`)
    }
    await Promise.all([withLock(lock, work('a')), withLock(lock, work('b'))])
    expect([events.slice(0, 2), events.slice(2)].map((pair) => pair.map((event) => event[0]))).toEqual(
      events[0] === 'a in'
        ? [
            ['a', 'a'],
            ['b', 'b']
          ]
        : [
            ['b', 'b'],
            ['a', 'a']
          ]
    )
    expect(existsSync(lock)).toBe(false)
  })

  it('takes over from a process that is gone, and frees the lock when its own work fails', async () => {
    const lock = path.join(folder, 'lock')
    // Linux gives no process a number above 2^22.
    writeFileSync(lock, '99999999')
    await expect(withLock(lock, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
    expect(existsSync(lock)).toBe(false)
  })
})

async function makeZip(entries: Readonly<Record<string, string>>): Promise<string> {
  const zip = new ZipFile()
  for (const [name, text] of Object.entries(entries)) zip.addBuffer(Buffer.from(text), name)
  zip.end()
  const file = path.join(folder, 'made.zip')
  await pipeline(zip.outputStream, createWriteStream(file))
  return file
}

function makeProgram(wire: string): string {
  const file = path.join(folder, 'program')
  const head = `program\0dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\u0001${String.fromCharCode(wire.length)}`
  writeFileSync(file, head + wire, 'latin1')
  return file
}
