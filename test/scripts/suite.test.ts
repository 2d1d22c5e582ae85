// The count behind the last line of `npm test`: what did not run, or broke before its first test, is a failure.
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runSuite } from '../../scripts/check/suite.mjs'

const checkout = path.resolve(import.meta.dirname, '../..')
const vitest = [process.execPath, 'node_modules/vitest/vitest.mjs']
let folder = ''

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'inward-suite-test-'))
  symlinkSync(path.join(checkout, 'node_modules'), path.join(folder, 'node_modules'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the count of a run', () => {
  it('has the passed, the failed and the skipped tests', async () => {
    const text =
      "import { expect, it } from 'vitest'\nit('a', () => {})\nit('b', () => { expect(1).toBe(2) })\nit.skip('c')\n"
    expect(await count('mixed', text)).toMatchObject({ passed: 1, failed: 1, skipped: 1, files: 1 })
  })

  it('has a failure for a file that cannot be loaded', async () => {
    expect(await count('broken', "import './nowhere.js'\n")).toMatchObject({ passed: 0, failed: 1, files: 1 })
  })

  it('has a failure for a run without a test', async () => {
    expect(await runSuite(vitest, wordsFor('nowhere'))).toMatchObject({ passed: 0, failed: 1, files: 0 })
  })

  it('has a failure for a program that is no vitest', async () => {
    expect(await runSuite([process.execPath, '-p', '1'], [])).toMatchObject({ passed: 0, failed: 1 })
  })
})

async function count(name: string, text: string): Promise<unknown> {
  writeFileSync(path.join(folder, `${name}.test.mjs`), text)
  return runSuite(vitest, wordsFor(name))
}

function wordsFor(name: string): readonly string[] {
  const config = path.join(folder, `${name}.config.mjs`)
  writeFileSync(config, `export default { test: { include: ['${name}.test.mjs'] } }\n`)
  return ['--root', folder, '--config', config]
}
