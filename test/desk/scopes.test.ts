// Scoring by hand through the whole desk. The logs are of the past, so "now" is their last activity.
import { beforeAll, describe, expect, test } from 'vitest'
import type { ResponseOf } from '../../src/shared/contract/index.ts'
import { LEAVER, writeTaking } from './made-files.ts'
import { everyRow, useDesk } from './place.ts'
import { aroundTheDesk, rawKeys } from './raw-store.ts'

const place = useDesk()
type Pseudonym = ResponseOf<'group.members'>[number]
const UNKNOWN = 'ANON-0000-00' as Pseudonym
const NOTHING = 999_999
const DAY_MS = 86_400_000
let leaver: Pseudonym
let policyId = 0
let lastMs = 0

beforeAll(async () => {
  await place.create()
  // Without the list of leavers nobody is in scope of a policy about leavers.
  const { audit } = writeTaking(place.folder)
  const imported = await place.import([audit])
  lastMs = imported.imports[0]?.lastAtMs ?? 0
  const template = 'data-theft-by-departing-users'
  policyId = (await place.get('policy.create', { name: 'Leavers', template, definition: null })).id
  const found = await place.get('person.find', { identity: LEAVER, reason: 'for the test' })
  if (found.pseudonym === null) throw new Error('nobody was found')
  leaver = found.pseudonym
}, 60_000)

async function personRow() {
  const row = (await place.get('person.list', {})).find(({ pseudonym }) => pseudonym === leaver)
  if (row === undefined) throw new Error('the person is not listed')
  return row
}
const scope = (days: number) => ({ pseudonyms: [leaver], policyId, days, reason: 'Mika Sandvall told it' })

describe('scoring by hand', { timeout: 60_000 }, () => {
  test('brings somebody into scope without a trigger, and past activity raises the alert', async () => {
    expect(await personRow()).toMatchObject({ inScope: false, alerts: 0, scoredUntilMs: null })
    expect(await place.get('person.scope', scope(10))).toEqual({ people: 1 })
    const row = await personRow()
    expect(row).toMatchObject({ inScope: true, alerts: 1, policies: ['Leavers'] })
    expect(row.scoredUntilMs).toBe(lastMs + 10 * DAY_MS)
    expect(row.riskScore).toBeGreaterThan(0)
    const [alert] = (await place.get('alert.list', {})).rows
    expect((await place.get('alert.show', { id: alert?.id ?? 0 })).triggers).toHaveLength(1)
  })

  test('ends when somebody is taken out, and begins anew when somebody is brought in again', async () => {
    const reason = 'Mika Sandvall explained it'
    expect(await place.get('person.unscope', { pseudonyms: [leaver], reason })).toEqual({ people: 1 })
    expect(await personRow()).toMatchObject({ inScope: false, scoredUntilMs: null })
    await place.get('person.scope', scope(3))
    expect(await personRow()).toMatchObject({ inScope: true, alerts: 1 })
    await place.get('person.unscope', { pseudonyms: [leaver], reason })
    expect(await personRow()).toMatchObject({ inScope: false, scoredUntilMs: null })
  })

  test('is refused for a policy that is not there, is deleted or is off', async () => {
    expect((await place.refusal('person.scope', { ...scope(5), policyId: NOTHING })).code).toBe('not-found')
    const template = 'general-data-leaks'
    const { id } = await place.get('policy.create', { name: 'Leaks', template, definition: null })
    await place.get('policy.switch', { id, isOn: false })
    const { code, sentence } = await place.refusal('person.scope', { ...scope(5), policyId: id })
    expect([code, sentence]).toEqual(['conflict', expect.stringContaining('switched off')])
    await place.get('policy.delete', { id })
    expect((await place.refusal('person.scope', { ...scope(5), policyId: id })).code).toBe('not-found')
  })

  test('is refused as a whole where a pseudonym is nobody', async () => {
    const before = await personRow()
    const pseudonyms = [leaver, UNKNOWN]
    expect((await place.refusal('person.scope', { ...scope(5), pseudonyms })).code).toBe('not-found')
    expect((await place.refusal('person.unscope', { pseudonyms, reason: 'none' })).code).toBe('not-found')
    expect(await personRow()).toEqual(before)
  })

  test('is refused for guests, who are never scored', async () => {
    const guest = 'ANON-GGGG-GG' as Pseudonym
    aroundTheDesk(place, 'main', await rawKeys(place), (sql) =>
      sql.run("INSERT INTO person (id, pseudonym, kind) VALUES (77777, ?, 'guest')", [guest])
    )
    const { code, sentence } = await place.refusal('person.scope', { ...scope(5), pseudonyms: [guest] })
    expect([code, sentence]).toEqual(['bad-input', expect.stringContaining('never scored')])
    const pseudonyms = [guest, leaver]
    expect(await place.get('person.scope', { ...scope(5), pseudonyms })).toEqual({ people: 1 })
  })

  test.each([
    ['days', 0],
    ['days', 91],
    ['days', 1.5],
    ['reason', '   '],
    ['pseudonyms', []]
  ])('is refused with %s of %j', async (field, value) => {
    const { code, sentence } = await place.refusal('person.scope', { ...scope(5), [field]: value })
    expect([code, sentence]).toEqual(['bad-request', expect.stringContaining(`“${field}`)])
  })

  test('is audited with who, how long and under which policy; the reasons lie in the vault', async () => {
    const entries = (await everyRow(place, 'audit.list', {})).filter(({ action }) =>
      /^person\.(un)?scope$/.test(action)
    )
    const done = entries.filter(({ outcome }) => outcome === 'done').reverse()
    expect(done.map(({ action }) => action)).toEqual([
      'person.scope',
      'person.unscope',
      'person.scope',
      'person.unscope',
      'person.scope'
    ])
    expect(done[0]).toMatchObject({
      objectType: 'person',
      objectId: leaver,
      details: { policy: policyId, people: 1, days: 10, firstScope: 1, reasonCharacters: 21 }
    })
    expect(done[4]).toMatchObject({ objectId: 'several' })
    expect(entries.filter(({ outcome }) => outcome === 'refused').length).toBeGreaterThanOrEqual(6)
    expect(JSON.stringify(entries)).not.toMatch(/sandvall/i)
    const written = aroundTheDesk(place, 'vault', await rawKeys(place), (sql) =>
      sql.all(
        "SELECT about, id, text FROM written_text WHERE about = 'scope' OR text LIKE '%explained%' ORDER BY about, id"
      )
    )
    expect(written).toEqual([
      { about: 'reason', id: done[1]?.seq, text: 'Mika Sandvall explained it' },
      { about: 'reason', id: done[3]?.seq, text: 'Mika Sandvall explained it' },
      ...[1, 2, 3].map((id) => ({ about: 'scope', id, text: 'Mika Sandvall told it' }))
    ])
  })
})
