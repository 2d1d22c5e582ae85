// @ts-check
// The whole test: node scripts/test.mjs. First scripts/check.mjs, then the built product at work (desk, command line,
// privacy, tools), then the engine's tests once more inside Electron's own Node (another crypto library, an older Node),
// then the journeys through the real window.
import { runChecks } from './check.mjs'
import { runSuite } from './check/suite.mjs'
import { add, conclude, describeSuite, report } from './check/tally.mjs'
import { ensureMachine } from './machine.mjs'

const vitest = 'node_modules/vitest/vitest.mjs'

const checks = await runChecks()
const whole = await report('whole product', async () =>
  describeSuite(await runSuite([process.execPath, vitest], ['--project', 'whole']))
)
try {
  const runtime = await ensureMachine()
  console.log(`with ${runtime.note}:`)
  const engine = await report('tests in Electron', async () =>
    describeSuite(await runSuite([runtime.path, vitest], ['--project', 'node'], { ELECTRON_RUN_AS_NODE: '1' }))
  )
  const journeys = await report('journeys', async () =>
    describeSuite(
      await runSuite(
        [process.execPath, 'scripts/xvfb.mjs', process.execPath, vitest],
        ['--config', 'test/journeys/vitest.config.ts']
      )
    )
  )
  conclude(add([checks, whole, engine, journeys]))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  conclude(add([checks, whole, { passed: 0, failed: 1 }]))
}
