import { expect, test } from 'vitest'
import { collisionKey, quoted, whyNotWritable } from '../../../src/main/export/bag/name.ts'

test.each(['data/case.json', 'data/schema/case.schema.json', 'manifest-sha256.txt'])('%s may be written', (path) => {
  expect(whyNotWritable(path)).toBeNull()
})

test.each([
  'data/a b.txt',
  'data/ä.txt',
  'data/a%b',
  'data/../x',
  'data/.',
  '/x',
  'data/CON',
  'data/nul.txt',
  'data/lpt1.csv',
  'data/x.',
  'data/',
  `data/${'x'.repeat(201)}`
])('%j may not be written', (path) => {
  expect(whyNotWritable(path)).not.toBeNull()
})

test('names that differ in case or Unicode form only collide', () => {
  expect(collisionKey('data/A.txt')).toBe(collisionKey('data/a.txt'))
  expect(collisionKey('data/ú')).toBe(collisionKey('data/u\u0301'))
  expect(collisionKey('data/a')).not.toBe(collisionKey('data/b'))
})

test('a foreign name is cut short and made visible in a sentence', () => {
  expect(quoted('a\u001B[31m"b')).toBe('"a\\u001b[31m\\"b"')
  expect(quoted('x'.repeat(999)).length).toBeLessThan(170)
})
