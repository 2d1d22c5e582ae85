// @ts-check
// Runs a command that opens Electron windows: node scripts/xvfb.mjs COMMAND [ARGUMENTS…]. It makes sure of the machine
// first, gives a virtual display where there is none, and names the runtime with ELECTRON_OVERRIDE_DIST_PATH.
import { spawn } from 'node:child_process'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { checkout } from './electron/places.mjs'
import { ensureMachine } from './machine.mjs'

// Chromium looks for the desktop's message bus, which a server does not have; it goes on without.
const harmless = /:ERROR:(?:dbus\/)?(?:bus|object_proxy)\.cc|Exiting GPU process due to errors|kTransientFailure/

/**
 * Resolves with the command's exit code, 1 where a signal ended it.
 * @param {readonly string[]} command
 * @returns {Promise<number>}
 */
export async function runWithDisplay(command) {
  const runtime = await ensureMachine()
  const hasDisplay = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY
  const [program, ...words] = hasDisplay ? command : ['xvfb-run', '-a', '-s', '-screen 0 1600x1200x24', ...command]
  if (program === undefined) throw new Error('usage: node scripts/xvfb.mjs COMMAND [ARGUMENTS…]')
  const bin = path.join(checkout, 'node_modules', '.bin')
  const child = spawn(program, words, {
    stdio: ['inherit', 'inherit', 'pipe'],
    env: {
      ...process.env,
      ELECTRON_OVERRIDE_DIST_PATH: runtime.dist,
      PATH: `${bin}${path.delimiter}${process.env.PATH ?? ''}`
    },
    // A group of its own: xvfb-run does not pass signals on, so they go to the whole group.
    detached: !hasDisplay
  })
  const lines = createInterface({ input: child.stderr })
  lines.on('line', (line) => {
    if (!harmless.test(line)) console.error(line)
  })
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
    process.on(signal, () => {
      if (child.pid !== undefined) process.kill(hasDisplay ? child.pid : -child.pid, signal)
    })
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => {
      resolve(code ?? 1)
    })
  })
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    process.exitCode = await runWithDisplay(process.argv.slice(2))
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
