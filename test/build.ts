/** Builds dist/ once before the tests when it is older than its source: several of them run what is built. */
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { isBuildStale } from '../scripts/build.mjs'
import { withLock } from '../scripts/electron/lock.mjs'

const checkout = path.resolve(import.meta.dirname, '..')

export async function setup(): Promise<void> {
  await withLock(path.join(checkout, 'node_modules/.cache/inward-test-build.lock'), () => {
    if (isBuildStale()) build()
    return Promise.resolve()
  })
}

function build(): void {
  const { status } = spawnSync(process.execPath, ['scripts/build.mjs'], {
    cwd: checkout,
    stdio: ['ignore', 'ignore', 'inherit']
  })
  if (status !== 0) throw new Error('dist/ could not be built')
}
