// Every pair in fixtures/<source>: an export as a tool writes it, and beside it what the reader must make of it. A new
// case is two files and no code.
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { LogMapping } from '../../src/shared/domain/draft.ts'
import { FieldMapping } from '../../src/shared/domain/mapping.ts'
import { expectedOf } from './fixture.ts'
import { BERLIN, readAll, rowsAccountedFor } from './reading.ts'

const FIXTURES = path.join(import.meta.dirname, 'fixtures')
const EXPECTED = '.expected.json'
/** Beside a file that is read as an operator mapped it: what the workspace remembers. */
const MAPPINGS = '.mappings.json'

function readMappings(file: string): readonly LogMapping[] {
  if (!existsSync(file)) return []
  return z
    .array(z.strictObject({ kind: z.literal('mapped'), signature: z.string(), mapping: FieldMapping }))
    .parse(JSON.parse(readFileSync(file, 'utf8')))
}

for (const source of readdirSync(FIXTURES)) {
  const names = readdirSync(path.join(FIXTURES, source))
  describe(`fixtures of ${source}`, () => {
    const inputs = names.filter((name) => !name.endsWith(EXPECTED) && !name.endsWith(MAPPINGS))

    it('come in pairs', () => {
      expect(names.filter((name) => name.endsWith(EXPECTED)).sort()).toEqual(
        inputs.map((name) => name.replace(/\.[^.]+$/, EXPECTED)).sort()
      )
      expect(inputs.length).toBeGreaterThan(0)
    })

    it.each(inputs)('%s reads as expected', async (name) => {
      const mappings = readMappings(path.join(FIXTURES, source, name.replace(/\.[^.]+$/, MAPPINGS)))
      const reading = await readAll(path.join(FIXTURES, source, name), { ...BERLIN, mappings })
      const expected: unknown = JSON.parse(
        readFileSync(path.join(FIXTURES, source, name.replace(/\.[^.]+$/, EXPECTED)), 'utf8')
      )
      expect(expectedOf(reading)).toEqual(expected)
      expect(rowsAccountedFor(reading)).toBe(reading.rowsRead)
    })
  })
}
