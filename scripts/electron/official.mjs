// @ts-check
// Electron's own release, fetched by the `electron` package's own installer, which checks it against the checksums it
// ships. Where the release cannot be reached this remembers the failure for a day, so that every start does not wait.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { cache, electronPackage, versionIn } from './places.mjs'

export const officialFolder = path.join(electronPackage, 'dist')

const dayMs = 24 * 60 * 60 * 1000
// The archive is about 120 MB: at 5 Mbit/s that takes three and a half minutes. A refused connection ends in under a second.
const downloadLimitMs = 300_000

/** The version that the checkout asks for. */
export function wantedVersion() {
  /** @type {unknown} */
  const manifest = JSON.parse(readFileSync(path.join(electronPackage, 'package.json'), 'utf8'))
  if (typeof manifest === 'object' && manifest !== null && 'version' in manifest) return String(manifest.version)
  throw new Error('node_modules/electron has no version: run `npm ci`')
}

export function isOfficialReady() {
  return existsSync(path.join(electronPackage, 'path.txt')) && versionIn(officialFolder) === wantedVersion()
}

/** Whether the last attempt failed less than a day ago. */
export function wasTriedToday() {
  const stamp = stampFile()
  return existsSync(stamp) && Date.now() - statSync(stamp).mtimeMs < dayMs
}

/** Fetches and unpacks the release. Returns why it could not, or `undefined` when it is there. */
export function fetchOfficial() {
  const installer = path.join(electronPackage, 'install.js')
  if (process.env.ELECTRON_SKIP_BINARY_DOWNLOAD) return 'ELECTRON_SKIP_BINARY_DOWNLOAD is set'
  if (!existsSync(installer)) return 'the electron package has no installer'
  const run = spawnSync(process.execPath, [installer], {
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    timeout: downloadLimitMs
  })
  if (isOfficialReady()) return undefined
  const why = run.error?.message ?? run.stderr.split('\n').find((line) => line.trim() !== '') ?? 'no reason was given'
  mkdirSync(cache, { recursive: true })
  writeFileSync(stampFile(), `${new Date().toISOString()} ${why}\n`)
  return why
}

function stampFile() {
  return path.join(cache, `electron-${wantedVersion()}-not-reached`)
}
