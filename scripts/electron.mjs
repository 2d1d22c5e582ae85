// @ts-check
// Finds Electron (scripts/electron/resolve.mjs) and runs it: node scripts/electron.mjs [--try-official] [ARGUMENTS…].
// With --which it only prints, as JSON, which one it found.
import { spawn } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { resolveElectron } from './electron/resolve.mjs'
import { machineSwitches } from './machine/switches.mjs'

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) await runFromCommandLine()

async function runFromCommandLine() {
  const given = process.argv.slice(2)
  const words = given.filter((word) => word !== '--try-official')
  try {
    const runtime = await resolveElectron({ tryOfficial: words.length < given.length })
    if (words[0] === '--which') console.log(JSON.stringify(runtime))
    else run(runtime.path, words)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}

/**
 * @param {string} program
 * @param {readonly string[]} words
 */
function run(program, words) {
  const asNode = Boolean(process.env.ELECTRON_RUN_AS_NODE)
  const child = spawn(program, [...(asNode ? [] : machineSwitches()), ...words], { stdio: 'inherit' })
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => child.kill(signal))
  child.on('close', (code) => {
    process.exitCode = code ?? 1
  })
}
