// Every pair in fixtures/<source>: an export as a tool writes it, and beside it what the reader must make of it. A new
// case is two files and no code.
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { expectedOf } from './fixture.ts'
import { readAll, rowsAccountedFor } from './reading.ts'

const FIXTURES = path.join(import.meta.dirname, 'fixtures')
const EXPECTED = '.expected.json'

for (const source of readdirSync(FIXTURES)) {
  const names = readdirSync(path.join(FIXTURES, source))
  describe(`fixtures of ${source}`, () => {
    const inputs = names.filter((name) => !name.endsWith(EXPECTED))

    it('come in pairs', () => {
      expect(names.filter((name) => name.endsWith(EXPECTED)).sort()).toEqual(
        inputs.map((name) => name.replace(/\.[^.]+$/, EXPECTED)).sort()
      )
      expect(inputs.length).toBeGreaterThan(0)
    })

    it.each(inputs)('%s reads as expected', async (name) => {
      const reading = await readAll(path.join(FIXTURES, source, name))
      const expected: unknown = JSON.parse(
        readFileSync(path.join(FIXTURES, source, name.replace(/\.[^.]+$/, EXPECTED)), 'utf8')
      )
      expect(expectedOf(reading)).toEqual(expected)
      expect(rowsAccountedFor(reading)).toBe(reading.rowsRead)
    })
  })
}
