// @ts-check
// Opens Inward's window from a checkout: node scripts/start.mjs [ARGUMENTS…]. Builds first where a source file is newer.
import { spawn } from 'node:child_process'
import { buildAll, isBuildStale } from './build.mjs'
import { checkout } from './electron/places.mjs'
import { machineSwitches } from './machine/switches.mjs'
import { ensureMachine } from './machine.mjs'

try {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    throw new Error('There is no screen here to open a window on. `node scripts/xvfb.mjs COMMAND` gives a virtual one.')
  }
  const runtime = await ensureMachine()
  if (isBuildStale()) await buildAll()
  const child = spawn(runtime.path, [...machineSwitches(), checkout, ...process.argv.slice(2)], { stdio: 'inherit' })
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => child.kill(signal))
  child.on('close', (code) => {
    process.exitCode = code ?? 1
  })
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
