// Nothing is lost: whatever stands between good rows, every row read became exactly one thing, and the good ones survive.
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { auditRecord, csvLine } from './audit-record.ts'
import { type Reading, readAll, rowsAccountedFor, temporaryFolder } from './reading.ts'

const folder = temporaryFolder()
const file = path.join(folder, 'mixed')
const line = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.json(),
  fc.constantFrom(
    '{"Operation":',
    '{"Operation":"X"}',
    '[]',
    'null',
    '""',
    '{"CreationTime":"2026-02-03T00:00:00"}',
    '{'
  )
)
const rows = (garbage: fc.Arbitrary<string>): fc.Arbitrary<(string | null)[]> =>
  fc.array(fc.oneof({ weight: 1, arbitrary: garbage }, { weight: 2, arbitrary: fc.constant(null) }), {
    minLength: 3,
    maxLength: 30
  })

function expectReconciled(reading: Reading, good: number): void {
  expect(rowsAccountedFor(reading)).toBe(reading.rowsRead)
  expect(reading.activities).toHaveLength(good)
  const ordinals = [...reading.activities, ...reading.rejected].map(({ ordinal }) => ordinal).sort((a, b) => a - b)
  expect(new Set(ordinals).size).toBe(ordinals.length)
  for (const { reason, raw } of reading.rejected) {
    expect(reason).toMatch(/^[A-Z].*\.$/)
    if (raw.length > 8) expect(reason).not.toContain(raw)
  }
}

it('garbage lines between records are rejected one by one', async () => {
  const garbage = line.map((text) => text.replace(/[\r\n]/g, ' '))
  await fc.assert(
    fc.asyncProperty(rows(garbage), async (mixed) => {
      const good = [
        auditRecord(0),
        ...mixed.map((row, index) => (row === null ? auditRecord(index + 1) : row)),
        auditRecord(998),
        auditRecord(999)
      ]
      // Enough records in front that the file is known for what it is.
      const front = Array.from({ length: 40 }, (_, index) => auditRecord(1000 + index))
      const lines = [...front, ...good].map((row) => (typeof row === 'string' ? row : JSON.stringify(row)))
      writeFileSync(file, `${lines.join('\n')}\n`)
      const reading = await readAll(file)
      expectReconciled(reading, 43 + mixed.filter((row) => row === null).length)
      expect(reading.rowsRead).toBe(lines.filter((text) => text.replace(/[ \t\r]/g, '') !== '').length)
    }),
    { numRuns: 60 }
  )
})

it('garbage lines between the rows of a table are rejected one by one', async () => {
  const garbage = line.map((text) => text.replace(/[\r\n"]/g, ' ').trim())
  await fc.assert(
    fc.asyncProperty(rows(garbage), async (mixed) => {
      const header = csvLine(['CreationDate', 'Operations', 'AuditData'])
      const front = Array.from({ length: 10 }, (_, index) => auditRecord(1000 + index))
      const lines = [...front, ...mixed.map((row, index) => row ?? auditRecord(index))].map((row) =>
        typeof row === 'string' ? row : csvLine(['now', row.Operation, JSON.stringify(row, null, 1)])
      )
      writeFileSync(file, `${[header, ...lines].join('\n')}\n`)
      expectReconciled(await readAll(file), 10 + mixed.filter((row) => row === null).length)
    }),
    { numRuns: 60 }
  )
})

it('any bytes at all are read or refused, and add up', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 3000 }), fc.boolean(), async (bytes, isBehindRecords) => {
      const front = isBehindRecords ? `${JSON.stringify(auditRecord(1))}\n${JSON.stringify(auditRecord(2))}\n` : ''
      writeFileSync(file, Buffer.concat([Buffer.from(front), bytes]))
      const reading = await readAll(file)
      expect(reading.starts.length + reading.refused.length).toBe(1)
      expect(reading.ends).toHaveLength(reading.starts.length)
      expect(rowsAccountedFor(reading)).toBe(reading.rowsRead)
    }),
    { numRuns: 150 }
  )
})
