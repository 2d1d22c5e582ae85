// Which Electron runs: the named one before all, the cached fallback where the release cannot be had, a clear refusal else.
import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isOfficialReady } from '../../scripts/electron/official.mjs'

const checkout = path.resolve(import.meta.dirname, '../..')
const isLinux = process.platform === 'linux' && process.arch === 'x64'
let folder = ''

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'inward-electron-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe.runIf(isLinux)('the Electron that runs', () => {
  it('is the one that ELECTRON_OVERRIDE_DIST_PATH names', async () => {
    makeRuntime(folder, '44.0.0')
    const found = await which({ ELECTRON_OVERRIDE_DIST_PATH: folder })
    expect(found).toMatchObject({ source: 'override', version: '44.0.0', isOfficial: false, dist: folder })
  })

  it('is not a named folder that holds none', async () => {
    await expect(which({ ELECTRON_OVERRIDE_DIST_PATH: folder })).rejects.toThrow('which holds no Electron')
  })

  it.skipIf(isOfficialReady())('is the cached fallback where the release is not to be had', async () => {
    const cached = path.join(folder, 'inward/electron-33.2.1-linux-x64-r1')
    makeRuntime(cached, '33.2.1')
    const found = await which({ XDG_CACHE_HOME: folder, ELECTRON_SKIP_BINARY_DOWNLOAD: '1' })
    expect(found).toMatchObject({ source: 'fallback', version: '33.2.1', isOfficial: false, dist: cached })
  })
})

function makeRuntime(dist: string, version: string): void {
  mkdirSync(dist, { recursive: true })
  writeFileSync(path.join(dist, 'electron'), '')
  writeFileSync(path.join(dist, 'version'), version)
}

async function which(environment: Readonly<Record<string, string>>): Promise<unknown> {
  const words = [path.join(checkout, 'scripts/electron.mjs'), '--which']
  const env = { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: '', ...environment }
  const { stdout } = await promisify(execFile)(process.execPath, words, { env })
  return JSON.parse(stdout) as unknown
}
