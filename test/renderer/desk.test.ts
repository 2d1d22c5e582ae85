// The client of the engine: what it believes and what it refuses.
import { afterEach, expect, test, vi } from 'vitest'
import { contract, type OperationName } from '../../src/shared/contract/index.ts'
import { ask, DeskFailure, nounOf } from '../../src/renderer/desk.ts'

const answerWith = (answer: () => Promise<unknown>) =>
  Object.defineProperty(window, 'inward', {
    configurable: true,
    value: { invoke: answer, onChanged: () => () => undefined }
  })
afterEach(() => vi.restoreAllMocks())

const failureOf = async (asked: Promise<unknown>) => {
  const failure = await asked.then(
    () => null,
    (error: unknown) => error
  )
  if (!(failure instanceof DeskFailure)) throw new Error('expected a DeskFailure')
  return failure.failure
}

test('an answer of the right shape comes through', async () => {
  answerWith(() => Promise.resolve({ ok: true, value: { wasRunning: true } }))
  await expect(ask('import.cancel', {})).resolves.toEqual({ wasRunning: true })
})

test('a refusal keeps code, sentence and incident', async () => {
  answerWith(() =>
    Promise.resolve({ ok: false, code: 'not-allowed', sentence: 'An analyst may not do this.', incident: 'k-7' })
  )
  expect(await failureOf(ask('import.cancel', {}))).toEqual({
    ok: false,
    code: 'not-allowed',
    sentence: 'An analyst may not do this.',
    incident: 'k-7'
  })
})

test.each([
  [
    'an answer with a field too many',
    () => Promise.resolve({ ok: true, value: { wasRunning: true, name: 'somebody' } })
  ],
  ['an answer of another shape', () => Promise.resolve('hello')],
  ['an unknown code', () => Promise.resolve({ ok: false, code: 'strange', sentence: '', incident: '' })],
  ['a broken bridge', () => Promise.reject(new Error('gone'))]
])('%s is refused as unreadable, without its content', async (_, answer) => {
  answerWith(answer)
  const failure = await failureOf(ask('import.cancel', {}))
  expect(failure.code).toBe('fault')
  expect(JSON.stringify(failure)).not.toContain('somebody')
})

test('every operation belongs to a noun that the engine can announce', () => {
  const nouns = new Set((Object.keys(contract) as OperationName[]).map(nounOf))
  expect([...nouns].sort()).toEqual([
    'activity',
    'alert',
    'audit',
    'case',
    'import',
    'person',
    'policy',
    'progress',
    'reveal',
    'setting',
    'watch',
    'workspace'
  ])
})
