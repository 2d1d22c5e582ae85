// @ts-check
// The main job on the sample company, from nothing to the queue: node scripts/demo.mjs. Builds, makes a workspace from
// assets/sample, and opens the window on the queue; where there is no screen it uses a virtual one, saves screenshots of
// the main screens into out/demo, prints the queue and ends.
import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { buildAll, isBuildStale } from './build.mjs'
import { checkout } from './electron/places.mjs'
import { runWithDisplay } from './xvfb.mjs'
import { ensureMachine } from './machine.mjs'

/** @typedef {{ rowsRead: number, kept: number, duplicate: number, rejected: number }} Receipt */
/** @typedef {{ severity: string, score: number, pseudonym: string, insights: { says: string }[] }} Alert */

const out = path.join(checkout, 'out', 'demo')
const workspace = path.join(out, 'workspace')
const operator = 'demo'
// Made anew for each demo: a passphrase that stands in a file of the project would be no passphrase.
const passphrase = `demo-${randomBytes(6).toString('hex')}`

/**
 * Runs the command line on the demo's workspace and gives what it prints as JSON. Throws its sentence when it fails.
 * @param {readonly string[]} words
 * @returns {unknown}
 */
function inward(words) {
  const done = spawnSync(
    process.execPath,
    [path.join(checkout, 'dist', 'cli.mjs'), ...words, '--workspace', workspace, '--operator', operator, '--json'],
    {
      encoding: 'utf8',
      env: { ...process.env, INWARD_PASSPHRASE: passphrase },
      maxBuffer: 256 * 1024 * 1024,
      stdio: ['ignore', 'pipe', 'pipe']
    }
  )
  // Exit code 3 says that some rows were rejected, which the sample has on purpose.
  if (done.status !== 0 && done.status !== 3)
    throw new Error(done.stderr.trim() || `inward ${words.join(' ')} ended with ${String(done.status)}`)
  return JSON.parse(done.stdout)
}

/** @param {number} fromMs */
const seconds = (fromMs) => `${((performance.now() - fromMs) / 1000).toFixed(1)} s`

async function demo() {
  const hasScreen = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
  await ensureMachine()
  if (isBuildStale()) await buildAll()
  rmSync(out, { recursive: true, force: true })
  mkdirSync(out, { recursive: true })

  console.log('Making a workspace from the sample company …')
  const startedMs = performance.now()
  inward(['init', '--sample'])
  const tookToQueue = seconds(startedMs)
  const receipts = /** @type {Receipt[]} */ (inward(['import', 'list']))
  const alerts = /** @type {Alert[]} */ (inward(['alerts']))
  writeFileSync(path.join(out, 'queue.json'), `${JSON.stringify(alerts, null, 2)}\n`)
  printQueue(alerts)

  const secret = path.join(out, 'passphrase.txt')
  writeFileSync(secret, passphrase, { mode: 0o600 })
  if (hasScreen)
    console.log(
      `The window opens now. To unlock this workspace again: operator “${operator}”, passphrase in ${path.relative(checkout, secret)}.`
    )
  const code = await runWithDisplay([
    process.execPath,
    path.join(checkout, 'scripts', 'demo', 'window.mjs'),
    workspace,
    operator,
    secret,
    out,
    hasScreen ? 'stay' : 'leave'
  ])
  if (code !== 0) throw new Error(`The window ended with code ${String(code)}.`)
  sayWhatHappened(receipts, alerts, tookToQueue, hasScreen)
}

/** @param {Receipt[]} receipts @param {Alert[]} alerts @param {string} tookToQueue @param {boolean} hasScreen */
function sayWhatHappened(receipts, alerts, tookToQueue, hasScreen) {
  const sum = (/** @type {'rowsRead' | 'kept' | 'duplicate' | 'rejected'} */ key) =>
    receipts.reduce((total, receipt) => total + receipt[key], 0)
  const high = alerts.filter((alert) => alert.severity === 'high').length
  console.log(
    `Read:   ${String(sum('rowsRead'))} rows of ${String(receipts.length)} files: ${String(sum('kept'))} kept, ${String(sum('duplicate'))} duplicate, ${String(sum('rejected'))} rejected.`
  )
  console.log(`Raised: ${String(alerts.length)} alerts, ${String(high)} of them High.`)
  console.log(`Took:   ${tookToQueue} from an empty folder to the queue, keys, import and scoring included.`)
  console.log(
    `Look:   out/demo/${hasScreen ? 'workspace (npm start opens it)' : '*.png for the screens, out/demo/queue.json for the queue'}.`
  )
}

/** @param {Alert[]} alerts */
function printQueue(alerts) {
  for (const alert of alerts) {
    console.log(
      `  ${alert.severity.toUpperCase().padEnd(6)} ${alert.score.toFixed(1).padStart(5)}  ${alert.pseudonym}  ${alert.insights[0]?.says ?? ''}`
    )
  }
}

try {
  await demo()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
