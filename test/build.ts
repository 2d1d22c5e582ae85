/** Builds dist/ once before the tests when it is older than its source: several of them run what is built. */
import path from 'node:path'
import { buildAll, isBuildStale } from '../scripts/build.mjs'
import { withLock } from '../scripts/electron/lock.mjs'

export async function setup(): Promise<void> {
  const lock = path.resolve(import.meta.dirname, '../node_modules/.cache/inward-test-build.lock')
  await withLock(lock, async () => {
    if (isBuildStale()) await buildAll()
  })
}
