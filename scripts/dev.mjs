// @ts-check
// For work on the window: node scripts/dev.mjs [ARGUMENTS…]. The renderer comes from a dev server that updates it in
// place; a change in src/main or src/shared builds the Node side again and starts Electron anew.
// The main process finds the server's address in INWARD_DEV_URL, which it must ignore when it is packaged.
import { spawn } from 'node:child_process'
import { watch } from 'node:fs'
import path from 'node:path'
import { createServer } from 'vite'
import { buildNodeSide, rendererConfig } from './build.mjs'
import { checkout } from './electron/places.mjs'
import { machineSwitches } from './machine/switches.mjs'
import { ensureMachine } from './machine.mjs'

// An editor that saves several files makes several events; one build is enough for them.
const quietMs = 150

const runtime = await ensureMachine()
const server = await createServer(rendererConfig)
await Promise.all([server.listen(), buildNodeSide()])
const url = String(server.resolvedUrls?.local[0])
console.log(`the renderer is served at ${url}`)

let isRestarting = false
let child = start()

/** @type {NodeJS.Timeout | undefined} */
let timer
for (const folder of ['main', 'shared']) {
  watch(path.join(checkout, 'src', folder), { recursive: true }, () => {
    clearTimeout(timer)
    timer = setTimeout(() => void restart(), quietMs)
  })
}
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => child.kill(signal))

function start() {
  const electron = spawn(runtime.path, [...machineSwitches(), checkout, ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, INWARD_DEV_URL: url }
  })
  electron.on('exit', (code) => {
    if (isRestarting) return
    void server.close()
    process.exit(code ?? 0)
  })
  return electron
}

// A build that fails leaves the running window alone: the next save tries again.
async function restart() {
  try {
    await buildNodeSide()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    return
  }
  isRestarting = true
  child.once('exit', () => {
    isRestarting = false
    child = start()
  })
  child.kill()
}
