// @ts-check
// Makes packages: node scripts/package.mjs [TARGET…], with electron-builder.yml and the runtime of this machine. A package
// on another runtime than the official release says so in its folder, its file name and its package.json.
// TEST_BUILD=1 leaves the inspector's fuse on, so that a test can drive the package; no release is made so.
import { chmodSync, existsSync, rmSync } from 'node:fs'
import path from 'node:path'
import { path7za } from '7zip-bin'
import { Platform, build } from 'electron-builder'
import { buildAll } from './build.mjs'
import { makeDeb } from './deb.mjs'
import { checkout } from './electron/places.mjs'
import { resolveElectron } from './electron/resolve.mjs'

// What each system can make without internet access.
/** @type {Partial<Record<NodeJS.Platform, readonly string[]>>} */
const usualTargets = { linux: ['dir', 'zip', 'tar.gz', 'deb'], win32: ['nsis'], darwin: ['dmg'] }
const isInspectable = process.env.TEST_BUILD === '1'

const named = process.argv.slice(2)
const targets = named.length > 0 ? named : (usualTargets[process.platform] ?? ['dir'])
try {
  const runtime = await resolveElectron()
  const marks = `${runtime.isOfficial ? '' : '-test-runtime'}${isInspectable ? '-inspectable' : ''}`
  await buildAll()
  await makePackages(runtime, marks)
  if (targets.includes('deb')) makeDeb(path.join(checkout, `release${marks}`), marks)
  console.log(`packages are in release${marks}/, with ${runtime.note}`)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

/**
 * @param {import('./electron/resolve.mjs').Runtime} runtime
 * @param {string} marks
 */
async function makePackages(runtime, marks) {
  useRegistrySevenZip()
  // The usual level takes minutes on two cores and saves 5 % of the size.
  process.env.ELECTRON_BUILDER_COMPRESSION_LEVEL ||= '3'
  const own = targets.filter((target) => target !== 'deb')
  await build({
    projectDir: checkout,
    targets: Platform.current().createTarget(own.length > 0 ? own : ['dir']),
    publish: 'never',
    config: configure(runtime, marks)
  })
}

// What is laid over electron-builder.yml.
/**
 * @param {import('./electron/resolve.mjs').Runtime} runtime
 * @param {string} marks
 * @returns {import('electron-builder').Configuration}
 */
function configure(runtime, marks) {
  return {
    directories: { output: `release${marks}` },
    artifactName: `inward-\${version}${marks}-\${os}-\${arch}.\${ext}`,
    extraMetadata: { runtime: runtime.isOfficial ? 'official' : 'test' },
    electronDist: runtime.dist,
    electronVersion: runtime.version,
    electronFuses: { enableNodeCliInspectArguments: isInspectable },
    // electron-builder copies a runtime folder as it is; these two belong to development only.
    afterExtract: ({ appOutDir }) => {
      for (const file of ['resources/default_app.asar', 'version']) rmSync(path.join(appOutDir, file), { force: true })
    }
  }
}

// electron-builder would fetch its own 7-Zip. npm delivers this one without its executable bit.
function useRegistrySevenZip() {
  if (process.env.ELECTRON_BUILDER_7ZIP_PATH || !existsSync(path7za)) return
  if (process.platform !== 'win32') chmodSync(path7za, 0o755)
  process.env.ELECTRON_BUILDER_7ZIP_PATH = path7za
}
