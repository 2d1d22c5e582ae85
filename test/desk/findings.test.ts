import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { writeAudit } from './made-files.ts'
import { useDesk } from './place.ts'

const place = useDesk()

beforeAll(() => place.create(), 60_000)

test(
  'a receipt keeps what was found when its file ended, and the sign of a cut export once',
  { timeout: 60_000 },
  async () => {
    const file = writeAudit(place.folder, 'cut.ndjson', 5000)
    const [receipt] = (await place.import([file])).imports
    expect(receipt?.findings.map(({ kind }) => kind)).toEqual(['cut-export', 'first-of-source'])
    expect(receipt?.findings[0]?.says).toContain('exactly 5000 rows')
    expect(receipt?.warnings).toEqual([])
    expect(receipt?.unreadOperations).toEqual([])
    expect(receipt).toMatchObject({ people: 2 })
    expect(await place.get('import.show', { id: receipt?.id ?? 0 })).toEqual(receipt)
  }
)

test(
  'a later file tells what it shares, where its source is silent, and what nobody looks at',
  { timeout: 60_000 },
  async () => {
    const lines = readFileSync(writeAudit(place.folder, 'later.ndjson', 9000), 'utf8')
      .trimEnd()
      .split('\n')
    const later = path.join(place.folder, 'later-2.ndjson')
    // 240 records make a day: three whole days are missing, and one operation is of no interest to any indicator.
    const left = [...lines.slice(4900, 6000), ...lines.slice(7000)].map((line, index) =>
      index < 150 ? line : line.replace('"FileDownloaded"', '"FileCheckedIn"')
    )
    writeFileSync(later, `${left.join('\n')}\n`)
    const [receipt] = (await place.import([later])).imports
    expect(receipt?.findings).toEqual([
      { kind: 'overlap', says: '100 rows are in import 1 as well; counted once.' },
      {
        kind: 'gap',
        says: expect.stringMatching(/^SharePoint: no record from 28 Feb 2026 to 2 Mar 2026 \(3 days\)/) as unknown
      }
    ])
    expect(receipt?.unreadOperations).toEqual([
      { workload: 'SharePoint', operation: 'FileCheckedIn', rows: left.length - 150 }
    ])
    const { sources } = await place.get('import.coverage', {})
    expect(sources.map(({ gaps }) => gaps.length)).toEqual([1])
    expect(sources[0]?.activities).toBe(5000 + left.length - 100)
  }
)

test('the coverage follows the zone of the workspace', { timeout: 60_000 }, async () => {
  const before = await place.get('import.coverage', {})
  await place.get('workspace.timezone', { timezone: 'Pacific/Kiritimati' })
  const after = await place.get('import.coverage', {})
  expect(after.timezone).toBe('Pacific/Kiritimati')
  expect(after.sources[0]?.activities).toBe(before.sources[0]?.activities)
  expect(after.sources[0]?.days[0]?.activities).not.toBe(before.sources[0]?.days[0]?.activities)
})
