// @ts-check
// Decides which Electron runs: the one that ELECTRON_OVERRIDE_DIST_PATH names, else the official release, else the
// fallback for development and tests. The official one is tried first, at most once a day where it cannot be reached.
import path from 'node:path'
import { fallbackFolder, isFallbackPossible, isFallbackReady, makeFallback } from './fallback.mjs'
import { withLock } from './lock.mjs'
import { fetchOfficial, isOfficialReady, officialFolder, wantedVersion, wasTriedToday } from './official.mjs'
import { cache, program, versionIn } from './places.mjs'

/**
 * @typedef {'override' | 'official' | 'fallback'} Source
 * @typedef {{ readonly path: string, readonly dist: string, readonly version: string, readonly source: Source, readonly isOfficial: boolean, readonly note: string }} Runtime
 */

/**
 * The runtime to use, fetched and unpacked where needed. `tryOfficial` asks again though it failed today.
 * @param {{ readonly tryOfficial?: boolean }} [wishes]
 * @returns {Promise<Runtime>}
 */
export async function resolveElectron({ tryOfficial = false } = {}) {
  const ready = findElectron()
  const mayAskOfficial = tryOfficial || !wasTriedToday()
  if (ready !== undefined && (ready.source !== 'fallback' || !mayAskOfficial)) return ready
  return withLock(path.join(cache, 'electron.lock'), () => obtain(tryOfficial))
}

/**
 * The runtime that is there already: nothing is fetched or written.
 * @returns {Runtime | undefined}
 */
export function findElectron() {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (override) {
    const version = versionIn(override)
    if (version === undefined) throw new Error(`ELECTRON_OVERRIDE_DIST_PATH names ${override}, which holds no Electron`)
    return describe('override', path.resolve(override), version)
  }
  if (isOfficialReady()) return describe('official', officialFolder, wantedVersion())
  const fallbackVersion = isFallbackReady() ? versionIn(fallbackFolder) : undefined
  return fallbackVersion === undefined ? undefined : describe('fallback', fallbackFolder, fallbackVersion)
}

// Another process may have finished the work while this one waited for the lock, so it looks again.
/** @param {boolean} tryOfficial */
async function obtain(tryOfficial) {
  const why = isOfficialReady() || (wasTriedToday() && !tryOfficial) ? undefined : fetchOfficial()
  if (findElectron() === undefined && isFallbackPossible()) await makeFallback()
  const found = findElectron()
  if (found !== undefined) return found
  const reason = why === undefined ? 'its release was not reached earlier today' : why
  throw new Error(
    `Electron ${wantedVersion()} cannot be fetched (${reason}). Run \`node scripts/electron.mjs --try-official\` with ` +
      'internet access, or name an unpacked release with ELECTRON_OVERRIDE_DIST_PATH.'
  )
}

/**
 * @param {Source} source
 * @param {string} dist
 * @param {string} version
 * @returns {Runtime}
 */
function describe(source, dist, version) {
  const isOfficial = source === 'official' || (source === 'override' && version === wantedVersion())
  const note = isOfficial
    ? `the official Electron ${version}`
    : `Electron ${version} for development and tests only; the product is built on the official ${wantedVersion()}`
  return { path: path.join(dist, program), dist, version, source, isOfficial, note }
}
