// Published device logs of two shapes: every row is kept with the fields that the file writes.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { compare, DATA, hasData, openTally, reached, wantedOf } from './agreement.ts'
import { BERLIN, readAll } from './reading.ts'

const UTC = { ...BERLIN, timezone: 'UTC' }
const HOME = path.join(DATA, 'kruxshnx-cert-like')

describe.skipIf(!hasData)('published device logs', () => {
  it.each([
    ['cert_r4.2', 'logon', 6700],
    ['cert_r4.2', 'device', 5255],
    ['cert_r4.2', 'file', 17_454],
    ['cert_r4.2', 'email', 7113],
    ['cert_r4.2', 'http', 23_822],
    ['raw', 'logon', 4604],
    ['raw', 'device', 13],
    ['raw', 'file', 5779],
    ['raw', 'http', 28_965]
  ])('%s/%s.csv is read to its last row', { timeout: 60_000 }, async (folder, name, rows) => {
    const file = path.join(HOME, folder, `${name}.csv`)
    const { starts, activities, rejected, rowsRead } = await readAll(file, UTC)
    expect(starts[0]?.recognition).toMatchObject({ source: 'device-log', confidence: 0.99 })
    expect([rowsRead, activities.length, rejected]).toEqual([rows, rows, []])
    const written = z.array(z.record(z.string(), z.string())).parse(parse(readFileSync(file), { columns: true }))
    const tally = openTally()
    for (const [index, row] of written.entries()) {
      const draft = activities[index]
      if (draft === undefined) throw new Error('a row is missing')
      const onMedia = row['to_removable_media'] === 'True' && /copy/i.test(row['activity'] ?? '')
      const wanted = {
        time: Date.parse(`${(row['date'] ?? '').slice(0, 23).replace(' ', 'T')}Z`),
        user: [row['user'] ?? ''],
        operation: onMedia
          ? 'FileCopiedToRemovableMedia'
          : name === 'email'
            ? 'Email sent'
            : (row['activity'] ?? 'WWW Visit'),
        address: undefined,
        file: row['filename']
      }
      compare(tally, wantedOf(wanted), draft)
    }
    const all = `all ${String(rows)}`
    const expected = { time: all, user: all, operation: all, ...(name === 'file' ? { file: all } : {}) }
    expect(reached(`kruxshnx ${folder}/${name}`, tally)).toEqual(expected)
    expect(new Set(activities.map(({ recordKey }) => recordKey)).size).toBe(rows)
  })

  it('copies to sticks and mail outside can be told', async () => {
    const files = await readAll(path.join(HOME, 'cert_r4.2', 'file.csv'), UTC)
    expect(files.activities.some(({ operation }) => operation === 'FileCopiedToRemovableMedia')).toBe(true)
    const mails = await readAll(path.join(HOME, 'cert_r4.2', 'email.csv'), UTC)
    expect(
      mails.activities.every(({ targets, targetDomains }) => targets.length === 1 && targetDomains.length === 1)
    ).toBe(true)
  })
})
