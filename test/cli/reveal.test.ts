// Two operators at one terminal: asking for a name, granting it, seeing it, and the ledger that names nobody.
import { beforeAll, expect, test } from 'vitest'
import { documentOf, usePlace } from './inward.ts'
import { LEAVER, writeLogs } from './made-logs.ts'

const DORA = 'seven walnuts under the old bridge'

const place = usePlace()
const here = ['--workspace', place.workspace, '--json']
let pseudonym = ''
let caseId = ''

async function run(...args: string[]): Promise<unknown> {
  return documentOf(await place.inward([...args, ...here]))
}

beforeAll(async () => {
  const logs = writeLogs(place.folder)
  await run('init')
  await place.inward(['import', logs.leavers, logs.audit, ...here])
  const [alert] = (await run('alerts')) as { id: number; pseudonym: string }[]
  pseudonym = alert?.pseudonym ?? ''
  const confirmed = (await run('alert', 'confirm', String(alert?.id), '--new-case', 'Quarry')) as { caseId: number }
  caseId = String(confirmed.caseId)
  const added = await place.inward(['operator', 'add', 'dora', '--roles', 'approver', ...here], {
    env: { INWARD_NEW_PASSPHRASE: DORA }
  })
  expect(added.code).toBe(0)
}, 60_000)

test('a name needs a case, a reason and a second operator', { timeout: 60_000 }, async () => {
  const asked = ['reveal', 'request', '--case', caseId, '--person', pseudonym]
  expect((await place.inward([...asked, ...here])).code).toBe(2)
  const { id } = (await run(...asked, '--reason', 'to be heard', '--hours', '2')) as { id: number }
  const request = String(id)
  expect(await place.inward(['reveal', 'show', request, ...here])).toMatchObject({ code: 1, out: '' })
  expect(await place.inward(['reveal', 'approve', request, ...here])).toMatchObject({
    code: 1,
    out: '',
    says: 'inward: Nobody answers their own request. Another operator has to.\n'
  })
  const second = ['reveal', 'approve', request, '--approver', 'dora', ...here]
  const wrong = await place.inward(second, { env: { INWARD_APPROVER_PASSPHRASE: 'not hers at all' } })
  expect(wrong).toMatchObject({ code: 1, out: '' })
  const granted = documentOf(await place.inward(second, { env: { INWARD_APPROVER_PASSPHRASE: DORA } }))
  expect(granted).toEqual({ id, expiresAt: expect.any(String) as unknown })
  expect(await run('reveal', 'show', request)).toMatchObject({
    pseudonym,
    grantedBy: 'dora',
    identity: { account: LEAVER }
  })
  const ledger = await place.inward(['reveal', 'ledger', ...here])
  expect(documentOf(ledger)).toMatchObject([{ id, status: 'granted', pseudonym, requestedBy: 'avery', shown: 1 }])
  expect(ledger.out).not.toContain(LEAVER)
  await run('reveal', 'withdraw', request)
  expect(await place.inward(['reveal', 'show', request, ...here])).toMatchObject({ code: 1, out: '' })
})

test('an approver with an own session refuses, and sees no name', { timeout: 60_000 }, async () => {
  const asked = ['reveal', 'request', '--case', caseId, '--person', pseudonym, '--reason', 'once more']
  const { id } = (await run(...asked)) as { id: number }
  const asDora = { env: { INWARD_OPERATOR: 'dora', INWARD_PASSPHRASE: DORA } }
  const refused = await place.inward(['reveal', 'refuse', String(id), '--reason', 'not needed', ...here], asDora)
  expect(documentOf(refused)).toEqual({ id })
  expect(await place.inward(['reveal', 'show', String(id), ...here], asDora)).toMatchObject({ code: 1, out: '' })
  const ledger = documentOf(await place.inward(['reveal', 'ledger', '--case', caseId, ...here], asDora))
  expect((ledger as object[])[0]).toMatchObject({ id, status: 'refused', answer: 'not needed', shown: 0 })
})
