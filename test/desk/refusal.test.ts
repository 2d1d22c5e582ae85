import { beforeAll, describe, expect, test } from 'vitest'
import { contract, type OperationName } from '../../src/shared/contract/index.ts'
import { FAILURE_CODES, type Operation } from '../../src/shared/contract/operation.ts'
import { useDesk } from './place.ts'
import { requests } from './requests.ts'

const place = useDesk()
const operations = Object.entries(contract) as [OperationName, Operation][]
const closed = operations.filter(([, { kind }]) => kind !== 'open').map(([name]) => name)

/** What may stand in a refusal: nothing of the request, no place in the code, no folder. */
function expectPlain(sentence: string): void {
  expect(sentence).toMatch(/^\p{Lu}[^\n]{10,400}\.$/u)
  expect(sentence).not.toMatch(/\bat \S+:\d+|Error\b|node:|\.ts\b|\.m?js\b/)
  expect(sentence).not.toContain(place.folder)
}

describe('while the workspace is locked', () => {
  test.each(closed)('%s is refused', async (name) => {
    expect(await place.refusal(name, requests[name])).toEqual({
      ok: false,
      code: 'locked',
      sentence: 'The workspace is locked. Unlock it to go on.',
      incident: expect.stringMatching(/^[0-9a-f]{8}$/)
    })
  })

  test('what may be asked tells nothing of what the workspace holds', async () => {
    expect(await place.get('workspace.state', {})).toMatchObject({
      state: 'locked',
      operator: null,
      roles: [],
      counts: { alertsToReview: 0, activeCases: 0, imports: 0, people: 0, activities: 0 }
    })
  })
})

describe('with the workspace open', { timeout: 60_000 }, () => {
  beforeAll(() => place.create(), 60_000)

  test.each(['case.shred', '', 'toString', 'constructor', '__proto__', 'hasOwnProperty', 'alert.list '])(
    'an operation that nobody knows is refused: “%s”',
    async (name) => {
      const { code, sentence } = await place.refusal(name, {})
      expect(code).toBe('unknown-operation')
      expectPlain(sentence)
    }
  )

  test.each(operations.map(([name]) => name))('%s with a field too many is refused', async (name) => {
    const { code, sentence } = await place.refusal(name, { ...requests[name], unknownField: 'admin' })
    expect(code).toBe('bad-request')
    expectPlain(sentence)
  })

  test.each([
    ['nothing at all', undefined],
    ['null', null],
    ['a text', 'alert.list'],
    ['a list', []],
    ['a number', 7]
  ])('%s instead of a request is refused', async (_what, request) => {
    for (const [name] of operations) expect((await place.refusal(name, request)).code, name).toBe('bad-request')
  })

  test('a field of the wrong type or outside its bounds is refused by its name, without its content', async () => {
    const wrong: readonly [OperationName, unknown, string][] = [
      ['alert.show', { id: 'Mika Sandvall' }, 'id'],
      ['alert.show', { id: 0 }, 'id'],
      ['alert.show', { id: 1.5 }, 'id'],
      ['alert.show', { id: Number.NaN }, 'id'],
      ['alert.dismiss', { ids: [], reason: 'other', comment: '' }, 'ids'],
      ['alert.dismiss', { ids: [1], reason: 'Mika Sandvall', comment: '' }, 'reason'],
      ['alert.list', { limit: 100_000 }, 'limit'],
      ['alert.list', { search: 'Mika Sandvall'.repeat(20) }, 'search'],
      ['activity.timeline', { pseudonym: 'Mika Sandvall' }, 'pseudonym'],
      ['case.note', { id: 1, text: '   ' }, 'text'],
      ['case.note', { id: 1, text: 'Mika Sandvall'.repeat(1000) }, 'text'],
      ['operator.add', { ...requests['operator.add'], roles: ['owner of Mika Sandvall'] }, 'roles.0']
    ]
    for (const [name, request, field] of wrong) {
      const { code, sentence } = await place.refusal(name, request)
      expect(code, name).toBe('bad-request')
      expect(sentence, name).toContain(`“${field}”`)
      expect(sentence, name).not.toContain('Sandvall')
      expectPlain(sentence)
    }
  })

  test.each(operations.filter(([, { request }]) => request.safeParse({ after: 'x' }).success).map(([name]) => name))(
    '%s after a mark that it never gave out is answered or refused, and breaks nothing',
    async (name) => {
      for (const after of ['x', '', '-1', 'Mika Sandvall', '1e999 NaN', '0 0 0']) {
        const outcome = await place.dispatch(name, { after })
        if (!outcome.ok) expect(outcome.code, `${name} after “${after}”`).not.toBe('fault')
      }
      expect(place.diagnostics).toEqual([])
    }
  )

  test('whatever is not there is told as such, and never as a fault', async () => {
    const changesSomething: readonly OperationName[] = ['workspace.create', 'workspace.unlock', 'workspace.lock']
    for (const [name] of operations.filter(([each]) => !changesSomething.includes(each))) {
      const outcome = await place.dispatch(name, requests[name])
      if (outcome.ok) continue
      expect(FAILURE_CODES, name).toContain(outcome.code)
      expect(outcome.code, name).not.toBe('fault')
      expectPlain(outcome.sentence)
    }
    expect(place.diagnostics).toEqual([])
  })
})
