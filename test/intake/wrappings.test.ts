// One record, however it comes wrapped, is one record: the same key, person, time and operation.
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { auditRecord, everyWrapping } from './audit-record.ts'
import { readAll, temporaryFolder } from './reading.ts'

const folder = temporaryFolder()

it('a record has the same key in every wrapping', async () => {
  const record = auditRecord(7, { Operation: 'Delete user.', UserId: 'Nora.Falk@Harbourlight.example' })
  const wrappings = await everyWrapping(record)
  expect(wrappings.size).toBeGreaterThan(10)
  for (const [name, bytes] of wrappings) {
    const file = path.join(folder, name)
    writeFileSync(file, bytes)
    const { activities, rejected, refused } = await readAll(file)
    expect({ name, rejected, refused, rows: activities.length }).toEqual({ name, rejected: [], refused: [], rows: 1 })
    const [draft] = activities
    expect({ name, key: draft?.recordKey, actor: draft?.actor, at: draft?.atMs, operation: draft?.operation }).toEqual({
      name,
      key: `${String(record['OrganizationId'])}|${record.Id}|delete user`,
      actor: 'nora.falk@harbourlight.example',
      at: Date.UTC(2026, 1, 3, 0, 7),
      operation: 'Delete user'
    })
  }
})

it('a record without an id is known by its content, wrapped as table or as lines', async () => {
  const { Id, ...record } = auditRecord(8, { Parameters: [{ Name: 'Identity', Value: 'nora' }] })
  const flat = Object.entries(record).map(([name, value]): [string, string] => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value)
  ])
  const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`
  const table = `${flat.map(([name]) => cell(name)).join(',')}\n${flat.map(([, value]) => cell(value)).join(',')}\n`
  const keys: string[] = []
  for (const [name, text] of [
    ['none.jsonl', `${JSON.stringify(record)}\n`],
    ['none.csv', table],
    ['other.jsonl', `${JSON.stringify({ ...record, Parameters: [{ Name: 'Identity', Value: 'someone else' }] })}\n`]
  ] as const) {
    writeFileSync(path.join(folder, name), text)
    keys.push((await readAll(path.join(folder, name))).activities[0]?.recordKey ?? '')
  }
  expect(Id).not.toBe('')
  expect(keys[0]).toMatch(/^content\|[0-9a-f]{64}$/)
  expect(keys[1]).toBe(keys[0])
  expect(keys[2]).not.toBe(keys[0])
})

it('a row that lost its data is the same record as the whole one beside it', async () => {
  const [first, second] = [auditRecord(1), auditRecord(2)]
  const line = (data: unknown, { CreationTime, UserId, Operation, Id }: typeof first): string =>
    `"${String(data).replaceAll('"', '""')}","${CreationTime}","${UserId}","${Operation}","${Id}"\n`
  const text =
    'AuditData,CreationDate,UserIds,Operations,Identity\n' +
    line(JSON.stringify(first), first) +
    line('', second) +
    line(JSON.stringify(second), second)
  writeFileSync(path.join(folder, 'lost.csv'), text)
  const { activities } = await readAll(path.join(folder, 'lost.csv'))
  expect(activities.map(({ recordKey }) => recordKey)).toHaveLength(3)
  expect(activities[1]?.recordKey).toBe(activities[2]?.recordKey)
})
