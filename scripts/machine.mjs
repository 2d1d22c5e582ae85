// @ts-check
// Makes sure that an Electron window can open here: node scripts/machine.mjs. With --json it only prints what it finds.
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describeMachine } from './machine/describe.mjs'
import { installCommand, installPackages, listMissingPackages } from './machine/install.mjs'
import { resolveElectron } from './electron/resolve.mjs'

/**
 * Fetches Electron and installs what it lacks here; throws one clear sentence where that cannot be done.
 * @returns {Promise<import('./electron/resolve.mjs').Runtime>}
 */
export async function ensureMachine() {
  const runtime = await resolveElectron()
  const packages = listMissingPackages(describeMachine())
  if (packages.length > 0) {
    console.error(`installing what an Electron window needs: ${packages.join(' ')}`)
    const why = installPackages(packages)
    if (why !== undefined)
      throw new Error(`An Electron window cannot open here yet (${why}). Run as root: ${installCommand(packages)}`)
  }
  const still = describeMachine()
  const missing = [...still.missingLibraries, ...still.missingPrograms]
  if (missing.length > 0) throw new Error(`An Electron window cannot open here: ${missing.join(', ')} not found.`)
  return runtime
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) await runFromCommandLine()

async function runFromCommandLine() {
  if (process.argv.includes('--json')) {
    console.log(JSON.stringify(describeMachine(), null, 2))
    return
  }
  try {
    const runtime = await ensureMachine()
    console.log(`an Electron window can open here, with ${runtime.note}`)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  }
}
