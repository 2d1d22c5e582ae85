import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { jsonDocument, jsonLine, readLines } from '../../src/main/export/jsonl.ts'
import type { LineRead } from '../../src/main/export/jsonl.ts'
import { newFolder } from './folder.ts'

test('keys are sorted at every depth, so the same value gives the same bytes', () => {
  expect(jsonLine({ b: [{ d: 1, c: 2 }], a: null })).toBe('{"a":null,"b":[{"c":2,"d":1}]}\n')
  expect(jsonLine({ b: [{ d: 1, c: 2 }], a: null })).toBe(jsonLine({ a: null, b: [{ c: 2, d: 1 }] }))
  expect(jsonDocument({ b: 1, a: 2 })).toBe('{\n  "a": 2,\n  "b": 1\n}\n')
})

test('lines are read back across block borders, with their numbers', async () => {
  const lines = Array.from({ length: 3000 }, (_, index) => `${String(index)} ${'ä'.repeat(200)}`)
  const read = await readAll(lines.map((line) => `${line}\n`).join(''), 10_000)
  expect(read).toEqual(lines.map((text, index) => ({ kind: 'line', number: index + 1, text })))
})

test('a line that is cut off, too long or not UTF-8 is a problem, and reading stops there', async () => {
  expect(await readAll('one\ntwo', 100)).toEqual([
    { kind: 'line', number: 1, text: 'one' },
    { kind: 'problem', number: 2, says: 'is cut off before its line end' }
  ])
  expect(await readAll('x'.repeat(600_000), 100)).toEqual([
    { kind: 'problem', number: 1, says: 'is longer than a record can be' }
  ])
  expect(await readAll(Buffer.from([0xc3, 0x28, 10, 65, 10]), 100)).toEqual([
    { kind: 'problem', number: 1, says: 'is not UTF-8' }
  ])
})

async function readAll(content: string | Buffer, maximumBytes: number): Promise<readonly LineRead[]> {
  const path = join(await newFolder(), 'lines.jsonl')
  await writeFile(path, content)
  const read: LineRead[] = []
  for await (const line of readLines(path, maximumBytes)) read.push(line)
  return read
}
