import { expect, test } from 'vitest'
import { asTyped } from '../../src/main/workers/as-typed.ts'

const mask = (text: string): string => text.replaceAll(/mika sandvall|sandvall, mika/gi, 'ANON-4K7Q-2M')

test('what nobody touched comes back as it was typed, whatever its place', () => {
  const stored = ['of Mika Sandvall', 'tender']
  expect(asTyped(['tender', 'of ANON-4K7Q-2M'], stored, mask)).toEqual(['tender', 'of Mika Sandvall'])
})

test('entries that are masked alike come back each once', () => {
  const stored = ['Mika Sandvall', 'Sandvall, Mika']
  expect(asTyped(['ANON-4K7Q-2M', 'ANON-4K7Q-2M'], stored, mask)).toEqual(stored)
  expect(asTyped(['ANON-4K7Q-2M'], stored, mask)).toEqual(['Mika Sandvall'])
})

test('what was not there before stays as it is, also where it looks like a mask', () => {
  expect(asTyped(['new', 'ANON-4K7Q-2M', 'ANON-4K7Q-2M'], ['Mika Sandvall'], mask)).toEqual([
    'new',
    'Mika Sandvall',
    'ANON-4K7Q-2M'
  ])
  expect(asTyped([], ['Mika Sandvall'], mask)).toEqual([])
})
