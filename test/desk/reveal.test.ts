// The name behind a pseudonym: two operators, one person, one case, a reason, a time; and every way around that.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Pseudonym } from '../../src/shared/domain/pseudonym.ts'
import { LEAVER, writeTaking } from './made-files.ts'
import { everyRow, OWNER, useDesk } from './place.ts'
import { aroundTheDesk, type RawKeys, rawKeys } from './raw-store.ts'

const INES = { operator: 'ines', passphrase: 'a kettle sings above the harbour' } as const
const DORA = { operator: 'dora', passphrase: 'seven walnuts under the old bridge' } as const
const REASON = 'Mika Sandvall is to be heard on Friday'

const place = useDesk()
let keys: RawKeys
let caseId = 0
let pseudonym: Pseudonym

beforeAll(async () => {
  await place.create()
  keys = await rawKeys(place)
  for (const [operator, roles] of [
    [INES, ['investigator', 'analyst']],
    [DORA, ['approver']]
  ] as const)
    await place.get('operator.add', {
      name: operator.operator,
      roles: [...roles],
      passphrase: operator.passphrase,
      ownPassphrase: OWNER.passphrase
    })
  const { audit, leavers } = writeTaking(place.folder)
  await place.import([leavers, audit])
  const [alert] = await everyRow(place, 'alert.list', {})
  if (alert === undefined) throw new Error('no alert')
  pseudonym = alert.pseudonym
  const confirmed = await place.get('alert.confirm', { ids: [alert.id], into: { newCase: 'Quarry' }, comment: '' })
  caseId = confirmed.caseId
  await place.unlock(INES.operator, INES.passphrase)
}, 60_000)

async function ask(hours = 1): Promise<number> {
  return (await place.get('reveal.request', { caseId, pseudonym, reason: REASON, hours })).id
}

async function statusOf(id: number): Promise<string | undefined> {
  return (await place.get('reveal.list', {})).find((row) => row.id === id)?.status
}

describe('a reveal', { timeout: 60_000 }, () => {
  test('is asked for, granted by a second operator at the same machine, shown, counted, and ended', async () => {
    const id = await ask()
    expect((await place.refusal('reveal.show', { id })).sentence).toContain('Nobody has granted')
    expect((await place.refusal('reveal.request', { caseId, pseudonym, reason: 'again' })).code).toBe('conflict')
    const { expiresAtMs } = await place.get('reveal.approve', { id, answer: 'as agreed', approver: DORA })
    expect(expiresAtMs - Date.now()).toBeGreaterThan(3_500_000)
    const shown = await place.get('reveal.show', { id })
    expect(shown).toMatchObject({ id, caseId, pseudonym, grantedBy: DORA.operator, identity: { account: LEAVER } })
    await place.get('reveal.show', { id })
    expect(await place.get('reveal.list', { caseId })).toMatchObject([
      {
        id,
        status: 'granted',
        pseudonym,
        requestedBy: INES.operator,
        decidedBy: DORA.operator,
        shown: 2,
        // What was typed comes back with the name masked.
        reason: `${pseudonym} is to be heard on Friday`,
        answer: 'as agreed'
      }
    ])
    await place.get('reveal.withdraw', { id })
    expect((await place.refusal('reveal.show', { id })).sentence).toContain('withdrawn')
    expect((await place.refusal('reveal.withdraw', { id })).code).toBe('conflict')
  })

  test('an approver with a session of their own may grant, and may end what was granted, but sees no name', async () => {
    const id = await ask()
    await place.unlock(DORA.operator, DORA.passphrase)
    await place.get('reveal.approve', { id })
    expect((await place.refusal('reveal.show', { id })).code).toBe('not-allowed')
    await place.get('reveal.withdraw', { id })
    await place.unlock(INES.operator, INES.passphrase)
    expect(await statusOf(id)).toBe('withdrawn')
  })

  test('refused with a reason, it stays refused', async () => {
    const id = await ask()
    await place.get('reveal.refuse', { id, answer: 'talk to HR first', approver: DORA })
    expect((await place.refusal('reveal.show', { id })).sentence).toContain('refused')
    expect((await place.refusal('reveal.approve', { id, approver: DORA })).code).toBe('conflict')
  })
})

describe('there is no way around', { timeout: 60_000 }, () => {
  test('an own approval, with or without the role', async () => {
    const id = await ask()
    expect((await place.refusal('reveal.approve', { id })).sentence).toContain('role approver')
    expect((await place.refusal('reveal.approve', { id, approver: INES })).sentence).toContain('role approver')
    await place.get('reveal.withdraw', { id })
    await place.unlock(OWNER.operator, OWNER.passphrase)
    const own = await ask()
    expect((await place.refusal('reveal.approve', { id: own })).sentence).toContain('own request')
    const loud = { operator: OWNER.operator.toUpperCase(), passphrase: OWNER.passphrase }
    expect((await place.refusal('reveal.approve', { id: own, approver: loud })).sentence).toContain('own request')
    await place.get('reveal.withdraw', { id: own })
    await place.unlock(INES.operator, INES.passphrase)
  })

  test('an approver’s name with another passphrase, and an approver whom nobody knows: one answer, audited', async () => {
    const id = await ask()
    const wrong = await place.refusal('reveal.approve', { id, approver: { ...DORA, passphrase: INES.passphrase } })
    const unknown = await place.refusal('reveal.approve', { id, approver: { ...DORA, operator: 'nobody' } })
    expect([wrong.code, unknown.code]).toEqual(['wrong-passphrase', 'wrong-passphrase'])
    expect(wrong.sentence).toBe(unknown.sentence)
    expect(await statusOf(id)).toBe('requested')
    await place.get('reveal.withdraw', { id })
  })

  test('an approval used twice, or for another request', async () => {
    const id = await ask()
    await place.get('reveal.approve', { id, approver: DORA })
    expect((await place.refusal('reveal.approve', { id, approver: DORA })).sentence).toContain('granted already')
    await place.get('reveal.withdraw', { id })
    expect((await place.refusal('reveal.approve', { id, approver: DORA })).sentence).toContain('withdrawn')
    expect((await place.refusal('reveal.show', { id: 9999 })).code).toBe('not-found')
  })

  test('a name that was granted to somebody else', async () => {
    const id = await ask()
    await place.get('reveal.approve', { id, approver: DORA })
    await place.unlock(OWNER.operator, OWNER.passphrase)
    expect((await place.refusal('reveal.show', { id })).sentence).toContain('only to the operator')
    await place.unlock(INES.operator, INES.passphrase)
    await place.get('reveal.withdraw', { id })
  })

  test('a time that is over', async () => {
    const id = await ask()
    await place.get('reveal.approve', { id, approver: DORA })
    aroundTheDesk(place, 'main', keys, (sql) => {
      const last = sql.number('SELECT max(at_ms) FROM audit')
      sql.run('UPDATE reveal SET expires_ms = ? WHERE id = ?', [last - 1, id])
    })
    expect((await place.refusal('reveal.show', { id })).sentence).toContain('time of this reveal is over')
    expect(await statusOf(id)).toBe('expired')
  })

  test('a request that waited too long', async () => {
    const id = await ask()
    aroundTheDesk(place, 'main', keys, (sql) =>
      sql.run('UPDATE reveal SET requested_ms = requested_ms - ? WHERE id = ?', [15 * 86_400_000, id])
    )
    expect((await place.refusal('reveal.approve', { id, approver: DORA })).sentence).toContain('in time')
    expect(await statusOf(id)).toBe('lapsed')
  })

  test('somebody of whom the case says nothing, a case that is not there, and fields that nobody knows', async () => {
    const request = { caseId, pseudonym, reason: REASON, hours: 1 }
    expect((await place.refusal('reveal.request', { ...request, pseudonym: 'ANON-ZZZZ-ZZ' })).code).toBe('not-found')
    expect((await place.refusal('reveal.request', { ...request, caseId: 9999 })).code).toBe('not-found')
    expect((await place.refusal('reveal.request', { ...request, hours: 169 })).code).toBe('bad-request')
    expect((await place.refusal('reveal.request', { ...request, approvedBy: 'dora' })).code).toBe('bad-request')
  })

  test('removing it from the ledger, or granting it by hand to oneself', () => {
    aroundTheDesk(place, 'main', keys, (sql) => {
      expect(() => sql.run('DELETE FROM reveal')).toThrow(/ledger of reveals is kept/)
      expect(() => sql.run("UPDATE reveal SET status = 'granted', decided_by = requested_by WHERE id = 1")).toThrow(
        /CHECK/
      )
    })
  })

  test('a clock that was set back: the audit log has seen a later hour', async () => {
    const id = await ask()
    await place.get('reveal.approve', { id, approver: DORA })
    const move = (byMs: number): void =>
      aroundTheDesk(place, 'main', keys, (sql) => {
        const trigger = "SELECT sql FROM sqlite_master WHERE name = 'audit_is_append_only_update'"
        const made = String(sql.get(trigger)?.['sql'])
        const last = sql.number('SELECT max(seq) FROM audit WHERE action = ?', ['reveal.approve'])
        sql.exec('DROP TRIGGER audit_is_append_only_update')
        sql.run('UPDATE audit SET at_ms = at_ms + ? WHERE seq = ?', [byMs, last])
        sql.exec(made)
      })
    move(2 * 3_600_000)
    // By the computer's clock the grant still has an hour.
    expect((await place.refusal('reveal.show', { id })).sentence).toContain('time of this reveal is over')
    move(-2 * 3_600_000)
  })

  test('a closed case', async () => {
    const id = await ask()
    await place.get('reveal.approve', { id, approver: DORA })
    await place.get('reveal.show', { id })
    await place.get('case.resolve', { id: caseId, as: 'benign', text: 'explained' })
    expect((await place.refusal('reveal.show', { id })).sentence).toContain('case is closed')
    expect((await place.refusal('reveal.request', { caseId, pseudonym, reason: REASON })).code).toBe('conflict')
  })

  test('and what was asked, granted, refused and shown stands in the audit log without a name', async () => {
    await place.unlock(OWNER.operator, OWNER.passphrase)
    const entries = (await everyRow(place, 'audit.list', {})).filter(({ action }) => action.startsWith('reveal.'))
    const done = (action: string): number =>
      entries.filter((entry) => entry.action === action && entry.outcome === 'done').length
    expect(done('reveal.show')).toBe(3)
    expect(done('reveal.approve')).toBeGreaterThanOrEqual(5)
    expect(entries.filter(({ outcome }) => outcome === 'refused').length).toBeGreaterThanOrEqual(12)
    expect(entries.find(({ action, outcome }) => action === 'reveal.show' && outcome === 'done')).toMatchObject({
      objectType: 'reveal',
      caseId,
      details: { pseudonym }
    })
    expect(JSON.stringify(entries).toLowerCase()).not.toMatch(/sandvall|mika/)
    expect(place.diagnostics.join('\n').toLowerCase()).not.toMatch(/sandvall|mika/)
    expect((await place.get('audit.verify', {})).ok).toBe(true)
  })

  test('and no file of the workspace holds the name in clear', () => {
    const files = readdirSync(place.workspace)
    expect(files.length).toBeGreaterThan(2)
    for (const file of files)
      expect(readFileSync(path.join(place.workspace, file)).toString('latin1').toLowerCase()).not.toContain('sandvall')
  })
})
