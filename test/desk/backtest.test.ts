// What a policy would have raised: the same as it did raise, more or less when it is changed, nothing stored, beside
// everything else, one at a time, and over when somebody cancels it.
import { beforeAll, describe, expect, test } from 'vitest'
import type { PolicyDefinition } from '../../src/shared/domain/policy.ts'
import { colleague, writeDepartures, writeDownloads } from './made-evidence.ts'
import { writeTaking } from './made-files.ts'
import { useDesk } from './place.ts'
import { aroundTheDesk, rawKeys } from './raw-store.ts'

const place = useDesk()
const DEPARTING = 'data-theft-by-departing-users'
let id = 0
let definition: PolicyDefinition

beforeAll(async () => {
  await place.create()
  const template = (await place.get('policy.templates', {})).find((each) => each.id === DEPARTING)
  if (template === undefined) throw new Error('no template')
  definition = { ...template.definition, indicators: ['removable-media-copy', 'sharepoint-download'], sequences: [] }
  id = (await place.get('policy.create', { name: 'Leavers', template: DEPARTING, definition })).id
  const { audit, leavers } = writeTaking(place.folder)
  // Ten downloads each: an alert under lower thresholds, none under the catalogue's.
  const downloads = writeDownloads(place.folder, 'some.ndjson', 6, '2026-02-16', 10)
  await place.import([leavers, writeDepartures(place.folder, 'more.csv', [0, 1, 2], '2026-02-18'), audit, downloads])
}, 60_000)

const lower: PolicyDefinition['thresholds'] = {
  'removable-media-copy': { low: 1, medium: 2, high: 3 },
  'sharepoint-download': { low: 2, medium: 4, high: 8 }
}

describe('a back-test', { timeout: 60_000 }, () => {
  test('of the policy as it stands finds the alerts that it has raised', async () => {
    const queue = (await place.get('alert.list', { policyId: id })).rows
    expect(queue).toHaveLength(1)
    const found = await place.get('policy.backtest', { of: { id } })
    expect(found).toMatchObject({
      alerts: 1,
      people: 1,
      inScope: 4,
      difference: { added: 0, gone: 0, higher: 0, lower: 0, same: 1 }
    })
    expect(found.bySeverity[queue[0]?.severity ?? 'low']).toBe(1)
    expect(found.days.filter(({ alerts }) => alerts > 0).map(({ date }) => date)).toEqual(['2026-02-27'])
    expect(found.days.length, 'every day of the logs').toBe(26)
    expect(found.noisiest[0]).toMatchObject({ id: 'removable-media-copy', alerts: 1 })
  })

  test('of changed thresholds says how the queue would differ', async () => {
    const more = await place.get('policy.backtest', {
      of: { definition: { ...definition, thresholds: lower, alertLine: 1 }, insteadOf: id }
    })
    expect(more.alerts).toBe(4)
    expect(more.difference).toMatchObject({ added: 3, gone: 0, lower: 0 })
    const none = await place.get('policy.backtest', {
      of: { definition: { ...definition, alertLine: 100 }, insteadOf: id }
    })
    expect(none).toMatchObject({ alerts: 0, people: 0, noisiest: [], difference: { added: 0, gone: 1 } })
    const own = await place.get('policy.backtest', { of: { definition, insteadOf: null } })
    expect(own).toMatchObject({ alerts: 1, difference: null })
  })

  test('takes people into account whom it is for', async () => {
    const found = await place.get('person.find', { identity: colleague(0), reason: 'tip-off' })
    if (found.pseudonym === null) throw new Error('the colleague was not imported')
    const { people } = definition
    const only = { ...people, include: { ...people.include, people: [found.pseudonym] } }
    const tried = await place.get('policy.backtest', {
      of: { definition: { ...definition, people: only, thresholds: lower, alertLine: 1 }, insteadOf: null }
    })
    expect(tried).toMatchObject({ alerts: 1, inScope: 1 })
  })

  test('between two days counts what was detected then, and knows nothing of later', async () => {
    const of = { definition: { ...definition, thresholds: lower, alertLine: 1 }, insteadOf: null }
    const early = await place.get('policy.backtest', { of, from: '2026-02-10', to: '2026-02-20' })
    expect(early.days.map(({ date }) => date)).toHaveLength(11)
    expect(early.days.reduce((sum, { alerts }) => sum + alerts, 0)).toBe(early.alerts)
    expect(early.days.find(({ date }) => date === '2026-02-16')?.alerts).toBe(3)
    const late = await place.get('policy.backtest', { of: { id }, from: '2026-02-27' })
    expect(late).toMatchObject({ alerts: 1 })
    const sticks = { definition: { ...definition, indicators: ['removable-media-copy'] }, insteadOf: null }
    expect(await place.get('policy.backtest', { of: sticks, to: '2026-02-27' })).toMatchObject({ alerts: 1 })
    const before = await place.get('policy.backtest', { of: sticks, to: '2026-02-26' })
    expect(before, 'the files were not taken yet').toMatchObject({ alerts: 0 })
  })

  test('stores nothing', async () => {
    const keys = await rawKeys(place)
    const everything = (): unknown =>
      aroundTheDesk(place, 'main', keys, (sql) =>
        ['policy', 'policy_version', 'evaluation', 'day_score', 'alert', 'audit', 'person_days', 'setting'].map(
          (table) => sql.all(`SELECT * FROM ${table}`)
        )
      )
    const before = everything()
    await place.get('policy.backtest', {
      of: { definition: { ...definition, thresholds: lower, alertLine: 1 }, insteadOf: id }
    })
    expect(everything()).toEqual(before)
  })

  test('of what cannot be tested is refused', async () => {
    expect(await place.refusal('policy.backtest', { of: { id: 4242 } })).toMatchObject({ code: 'not-found' })
    const of = { definition, insteadOf: 4242 }
    expect(await place.refusal('policy.backtest', { of })).toMatchObject({ code: 'not-found' })
    const unknown = { definition: { ...definition, indicators: ['no-such-thing'] }, insteadOf: null }
    expect(await place.refusal('policy.backtest', { of: unknown })).toMatchObject({ code: 'bad-input' })
    const turned = { of: { id }, from: '2026-02-20', to: '2026-02-10' }
    expect(await place.refusal('policy.backtest', turned)).toMatchObject({ code: 'bad-input' })
    const noDay = { of: { id }, from: '2026-02-31' }
    expect(await place.refusal('policy.backtest', noDay)).toMatchObject({ code: 'bad-input' })
    await place.get('policy.backtest', { of: { id }, from: '2026-02-10', to: '2026-02-20' })
  })
})

describe('beside a running back-test', { timeout: 60_000 }, () => {
  test('lists answer, a second one has to wait, and a cancelled one ends', async () => {
    let isOver = false
    const running = place.ask('policy.backtest', { of: { id } }).finally(() => (isOver = true))
    const second = await place.refusal('policy.backtest', { of: { id } })
    expect(second).toMatchObject({ code: 'busy' })
    const listed = await place.get('policy.list', {})
    expect(isOver, 'the list did not wait for the back-test').toBe(false)
    expect(listed.length).toBeGreaterThan(0)
    expect(await place.get('policy.cancelBacktest', {})).toEqual({ wasRunning: true })
    expect(await running).toMatchObject({ ok: false, code: 'cancelled' })
    expect(await place.get('policy.cancelBacktest', {})).toEqual({ wasRunning: false })
    expect(await place.get('policy.backtest', { of: { id } })).toMatchObject({ alerts: 1 })
  })

  test('the workspace can be locked', async () => {
    const running = place.ask('policy.backtest', { of: { id } })
    await place.get('workspace.lock', {})
    expect(await running).toMatchObject({ ok: false })
    expect(place.diagnostics).toEqual([])
    await place.unlock('avery', 'nine slow lanterns over the marsh')
    expect(await place.get('policy.backtest', { of: { id } })).toMatchObject({ alerts: 1 })
  })
})
