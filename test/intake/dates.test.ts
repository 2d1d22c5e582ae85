// Dates as offices write them, and the one question that must not be guessed in silence: day or month first.
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { hrDate, needsOrder, provenOrder } from '../../src/main/intake/normalise/hr/dates.ts'
import { WAITING_ROWS } from '../../src/main/intake/limits.ts'
import { readAll, temporaryFolder } from './reading.ts'

const folder = temporaryFolder()

it.each([
  ['2026-02-03', '2026-02-02T23:00:00.000Z'],
  ['2026/02/03', '2026-02-02T23:00:00.000Z'],
  ['20260203', '2026-02-02T23:00:00.000Z'],
  ['03.02.2026', '2026-02-02T23:00:00.000Z'],
  ['3. 2. 26', '2026-02-02T23:00:00.000Z'],
  ['03/02/2026', '2026-02-02T23:00:00.000Z'],
  ['03-02-2026 14:30', '2026-02-03T13:30:00.000Z'],
  ['3 Feb 2026', '2026-02-02T23:00:00.000Z'],
  ['3. März 2026', '2026-03-02T23:00:00.000Z'],
  ['3 août 2026', '2026-08-02T22:00:00.000Z'],
  ['February 3, 2026', '2026-02-02T23:00:00.000Z'],
  ['46056', '2026-02-02T23:00:00.000Z'],
  ['2026-02-03T15:18:02.4675041+05:30', '2026-02-03T09:48:02.467Z'],
  ['2026-02-03T15:18:02.12345Z', '2026-02-03T15:18:02.123Z'],
  ['2026-02-03T15:18:02.1234567', '2026-02-03T14:18:02.000Z'],
  ['2026-07-01', '2026-06-30T22:00:00.000Z']
])('%s is a date in Berlin', (written, expected) => {
  const ms = hrDate(written, 'day-first', 'Europe/Berlin')
  expect(ms === null ? null : new Date(ms).toISOString()).toBe(expected)
})

it.each(['', 'soon', '31.02.2026', '2026-13-01', '13/13/2026', '12', '99999999', '2026-02-30T10:00:00Z', '1/2/3'])(
  '%j is no date',
  (written) => {
    expect(hrDate(written, 'day-first', 'UTC')).toBeNull()
  }
)

it('knows which values prove an order and which need one', () => {
  expect(provenOrder('31/03/2026')).toBe('day-first')
  expect(provenOrder('03/31/2026')).toBe('month-first')
  expect([provenOrder('03/04/2026'), provenOrder('2026-03-31'), provenOrder('31.03.2026')]).toEqual([null, null, null])
  expect([needsOrder('03/04/2026'), needsOrder('03/03/2026'), needsOrder('3.4.2026')]).toEqual([true, false, false])
})

it('rows wait for the value that proves the order, and keep their places', async () => {
  const rows = Array.from(
    { length: 2500 },
    (_, index) => `p${String(index)}@harbourlight.example,03/04/2026,05/06/2026`
  )
  const file = path.join(folder, 'late.csv')
  writeFileSync(
    file,
    ['EmailAddress,ResignationDate,LastWorkingDate', ...rows, 'z@harbourlight.example,25/04/2026,', ''].join('\n')
  )
  const { hrEvents, ends, rowsRead } = await readAll(file, {
    source: null,
    timezone: 'UTC',
    isTimezoneChosen: true,
    zones: {},
    mappings: []
  })
  expect(rowsRead).toBe(2501)
  expect(hrEvents.map(({ ordinal }) => ordinal)).toEqual(Array.from({ length: 2501 }, (_, index) => index + 1))
  expect(hrEvents[0]?.atMs).toBe(Date.UTC(2026, 3, 3))
  expect(ends[0]?.warnings).toEqual(['The dates in the file show that it writes the day before the month.'])
})

it.each([
  [
    'at its end',
    '25/04/2026',
    Date.UTC(2026, 3, 3),
    'The dates in the file show that it writes the day before the month.'
  ],
  ['nowhere', '04/04/2026', Date.UTC(2026, 2, 4), 'No date in the file shows whether the day or the month comes first']
])('more rows than may wait are read as the whole file says, which tells it %s', async (_, last, firstMs, warning) => {
  const rows = Array.from(
    { length: WAITING_ROWS + 15_000 },
    (_row, index) => `p${String(index)}@harbourlight.example,03/04/2026,05/06/2026`
  )
  const file = path.join(folder, 'long.csv')
  const lines = ['EmailAddress,ResignationDate,LastWorkingDate', ...rows, `z@harbourlight.example,${last},`, '']
  writeFileSync(file, lines.join('\n'))
  const packed = path.join(folder, 'long.csv.gz')
  writeFileSync(packed, gzipSync(readFileSync(file)))
  for (const each of [file, packed]) {
    const { hrEvents, rejected, ends } = await readAll(each)
    expect(rejected).toEqual([])
    expect(hrEvents.map(({ ordinal }) => ordinal)).toEqual(lines.slice(1, -1).map((_line, index) => index + 1))
    const days = new Set(hrEvents.slice(0, -1).map(({ atMs }) => new Date(atMs + 2 * 3_600_000).setUTCHours(0)))
    expect([...days]).toEqual([firstMs])
    expect(ends[0]?.warnings.join(' ')).toContain(warning)
  }
})
