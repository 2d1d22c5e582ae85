// @ts-check
// What is worth knowing at every commit: node scripts/check.mjs. Each gate and each test counts as one in the last line.
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { gates } from './check/gates.mjs'
import { runSuite } from './check/suite.mjs'
import { add, conclude, describeSuite, report } from './check/tally.mjs'

// The machine that this must be quick on has two cores, and vitest fills both by itself.
const lanes = 2

/** @returns {Promise<import('./check/tally.mjs').Sum>} */
export async function runChecks() {
  const waiting = [...gates]
  /** @type {import('./check/tally.mjs').Sum[]} */
  const sums = []
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      for (let gate = waiting.shift(); gate !== undefined; gate = waiting.shift()) sums.push(await runGate(gate))
    })
  )
  const vitest = [process.execPath, 'node_modules/vitest/vitest.mjs']
  sums.push(
    await report('unit tests', async () =>
      describeSuite(await runSuite(vitest, ['--project', 'node', '--project', 'ui']))
    )
  )
  return add(sums)
}

/** @param {import('./check/gates.mjs').Gate} gate */
function runGate({ name, check }) {
  return report(name, async () => {
    const { isGood, files, says } = await check()
    return { passed: isGood ? 1 : 0, failed: isGood ? 0 : 1, line: `${files} files read`, says }
  })
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) conclude(await runChecks())
