import { beforeAll, describe, expect, test } from 'vitest'
import type { Sql, SqlRow } from '../../src/main/store/sql.ts'
import { everyRow, OWNER, useDesk } from './place.ts'
import { aroundTheDesk, type RawKeys, rawKeys } from './raw-store.ts'

const place = useDesk()
let keys: RawKeys

beforeAll(async () => {
  await place.create()
  keys = await rawKeys(place)
  for (const timezone of ['Europe/Lisbon', 'Europe/Berlin', 'Asia/Tokyo'])
    await place.get('workspace.timezone', { timezone })
}, 60_000)

function withoutTriggers(sql: Sql, work: () => void): void {
  const triggers = sql.all("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'audit'")
  expect(triggers).toHaveLength(2)
  sql.exec('BEGIN IMMEDIATE')
  for (const { name } of triggers) sql.exec(`DROP TRIGGER ${String(name)}`)
  work()
  for (const trigger of triggers) sql.exec(String(trigger['sql']))
  sql.exec('COMMIT')
}

function putBack(sql: Sql, rows: readonly SqlRow[]): void {
  sql.exec('DELETE FROM audit')
  for (const row of rows) {
    const columns = Object.keys(row)
    const places = columns.map(() => '?').join(', ')
    sql.run(`INSERT INTO audit (${columns.join(', ')}) VALUES (${places})`, Object.values(row))
  }
}

describe('the audit log', { timeout: 60_000 }, () => {
  test('lists what was done, newest first, page by page without a gap', async () => {
    const entries = await everyRow(place, 'audit.list', { limit: 2 })
    expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, index) => entries.length - index))
    expect(entries[0]).toMatchObject({ action: 'workspace.timezone', operator: OWNER.operator, outcome: 'done' })
    expect(await place.get('audit.list', { action: 'workspace.timezone', limit: 1 })).toMatchObject({ total: 3 })
    expect(await place.get('audit.verify', {})).toEqual({ ok: true, checked: entries.length, problems: [] })
  })

  test('cannot be changed through the store as it is', () => {
    aroundTheDesk(place, 'main', keys, (sql) => {
      expect(() => sql.run("UPDATE audit SET operator = 'mallory' WHERE seq = 2")).toThrow(/append-only/)
      expect(() => sql.run('DELETE FROM audit WHERE seq = 2')).toThrow(/append-only/)
    })
  })

  test.each([
    ['another operator', "UPDATE audit SET operator = 'mallory' WHERE seq = 3", 'Entry 3 was changed'],
    ['another time', 'UPDATE audit SET at_ms = at_ms + 1 WHERE seq = 3', 'Entry 3 was changed'],
    ['another outcome', "UPDATE audit SET outcome = 'refused' WHERE seq = 3", 'Entry 3 was changed'],
    ['other details', `UPDATE audit SET details = '{"timezone":"UTC"}' WHERE seq = 3`, 'Entry 3 was changed'],
    ['an entry less', 'DELETE FROM audit WHERE seq = 3', 'Entry 3 was removed'],
    ['no beginning', 'DELETE FROM audit WHERE seq = 1', 'The beginning of the log was removed'],
    [
      'two entries in each other’s place',
      'UPDATE audit SET seq = CASE seq WHEN 2 THEN -3 ELSE -2 END WHERE seq IN (2, 3); UPDATE audit SET seq = -seq WHERE seq < 0',
      'was changed'
    ]
  ])('%s is found', async (_what, tampering, problem) => {
    const saved = aroundTheDesk(place, 'main', keys, (sql) => {
      const rows = sql.all('SELECT * FROM audit')
      withoutTriggers(sql, () => sql.exec(tampering))
      return rows
    })
    const found = await place.get('audit.verify', {})
    expect(found.ok).toBe(false)
    expect(found.problems.join(' ')).toContain(problem)
    aroundTheDesk(place, 'main', keys, (sql) =>
      withoutTriggers(sql, () => {
        putBack(sql, saved)
      })
    )
    expect(await place.get('audit.verify', {})).toMatchObject({ ok: true, problems: [] })
  })

  test('that was cut at its end, or written anew with the keys, is told from the one of a checkpoint', async () => {
    const { text, size, verifierKey } = await place.get('audit.checkpoint', {})
    const later = await place.get('audit.checkpoint', {})
    expect(later).toMatchObject({ size: size + 1, verifierKey })
    expect(await place.get('audit.verify', { checkpoint: text })).toMatchObject({ ok: true, problems: [] })
    const saved = aroundTheDesk(place, 'main', keys, (sql) => {
      const rows = sql.all('SELECT * FROM audit')
      withoutTriggers(sql, () => sql.run('DELETE FROM audit WHERE seq > ?', [size - 1]))
      return rows
    })
    // The chain alone cannot know how long it was.
    expect(await place.get('audit.verify', {})).toMatchObject({ ok: true })
    expect((await place.get('audit.verify', { checkpoint: text })).problems).toEqual([
      `The log was truncated: it holds ${size - 1} entries, but the checkpoint was made of ${size}.`
    ])
    aroundTheDesk(place, 'main', keys, (sql) => withoutTriggers(sql, () => putBack(sql, saved)))
    expect(await place.get('audit.verify', { checkpoint: later.text })).toMatchObject({ ok: true })
  })

  test('of another workspace cannot take its place', async () => {
    aroundTheDesk(place, 'main', keys, (sql) =>
      sql.run("UPDATE setting SET value = 'another workspace' WHERE key = 'workspaceId'")
    )
    const { ok, problems } = await place.get('audit.verify', {})
    expect(ok).toBe(false)
    expect(problems).toEqual(['Entry 1 belongs to the log of another workspace, or was changed.'])
    aroundTheDesk(place, 'main', keys, (sql) =>
      sql.run("UPDATE setting SET value = ? WHERE key = 'workspaceId'", [place.desk.workspace?.workspaceId ?? ''])
    )
    expect((await place.get('audit.verify', {})).ok).toBe(true)
  })

  test('holds back an entry that does not keep to the contract, and says where but not what', async () => {
    const planted = 'Mika Sandvall '.repeat(20)
    aroundTheDesk(place, 'main', keys, (sql) =>
      withoutTriggers(sql, () => sql.run('UPDATE audit SET object_id = ? WHERE seq = 2', [planted]))
    )
    const outcome = await place.dispatch('audit.list', {})
    expect(outcome).toMatchObject({
      ok: false,
      code: 'fault',
      sentence: 'Inward held back an answer that broke its own rules. What is stored is safe.'
    })
    const [line, ...more] = place.diagnostics
    expect(more).toEqual([])
    expect(line).toMatch(/^[0-9a-f]{8} audit\.list: response broke the contract at rows\.\d+\.objectId$/)
    expect(outcome).toMatchObject({ incident: line?.slice(0, 8) })
    expect(await place.get('audit.verify', {})).toMatchObject({ ok: false })
  })
})
