// In which zone times without an offset are read: chosen once for a source, remembered from then on, and said whenever
// nobody has chosen.
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { issueTicket } from '../../src/main/desk/desk.ts'
import { writeTaking } from './made-files.ts'
import { useDesk } from './place.ts'

const place = useDesk()

beforeAll(async () => {
  await place.create()
}, 60_000)

/** The receipt of a new HR file, read in the zone that was asked for. */
async function importLeaver(name: string, timezone: string | null) {
  const file = path.join(place.folder, `${name}.csv`)
  writeFileSync(file, `EmailAddress,ResignationDate,LastWorkingDate\n${name}@fenbridge.example,2026-03-02,2026-03-31\n`)
  const ticket = issueTicket(place.desk, [file])
  const { imports } = await place.get('import.start', { ticket, source: null, timezone, label: '' })
  const [receipt] = imports
  if (receipt === undefined) throw new Error('no receipt')
  return receipt
}

describe('a source without zones', { timeout: 60_000 }, () => {
  test('is read in the zone of the workspace until somebody chooses, and the receipt says so', async () => {
    const receipt = await importLeaver('ada', null)
    expect(receipt.timezone).toBe('UTC')
    expect(receipt.timezoneBecause).toContain('none was chosen for this source yet')
    expect(receipt.findings.map(({ kind }) => kind)).toContain('zone-assumed')
  })

  test('is read in the zone that was chosen, then and from then on', async () => {
    const chosen = await importLeaver('ben', 'America/New_York')
    expect(chosen.timezone).toBe('America/New_York')
    // Midnight there, five hours later in UTC.
    expect(chosen.firstAtMs).toBe(Date.UTC(2026, 2, 2, 5))
    const next = await importLeaver('cleo', null)
    expect(next.timezone).toBe('America/New_York')
    expect(next.timezoneBecause).toContain('chosen for this source before')
    expect(next.firstAtMs).toBe(Date.UTC(2026, 2, 2, 5))
    expect(next.findings.map(({ kind }) => kind)).not.toContain('zone-assumed')
  })

  test('is not asked about where its times say their offset', async () => {
    const file = path.join(place.folder, 'with-offset.csv')
    writeFileSync(
      file,
      'EmailAddress,ResignationDate,LastWorkingDate\ndot@fenbridge.example,2026-03-02T08:00:00+01:00,2026-03-31T08:00:00+02:00\n'
    )
    const { imports } = await place.import([file])
    expect(imports[0]?.timezoneBecause).toBe('the times say their offset themselves')
    expect(imports[0]?.firstAtMs).toBe(Date.UTC(2026, 2, 2, 7))
  })

  test('is not read in a zone that there is none of', async () => {
    const ticket = issueTicket(place.desk, [path.join(place.folder, 'ada.csv')])
    const request = { ticket, source: null, timezone: 'Middle/Earth', label: '' }
    expect((await place.refusal('import.start', request)).code).toBe('bad-input')
  })
})

describe('a day that HR names', { timeout: 60_000 }, () => {
  test('is that day in the zone of the workspace, east of Greenwich too', async () => {
    await place.get('workspace.timezone', { timezone: 'Asia/Tokyo' })
    const { audit, leavers } = writeTaking(place.folder)
    const ticket = issueTicket(place.desk, [leavers, audit])
    await place.get('import.start', { ticket, source: null, timezone: 'Asia/Tokyo', label: '' })
    const [alert] = (await place.get('alert.list', {})).rows
    if (alert === undefined) throw new Error('no alert')
    const shown = await place.get('alert.show', { id: alert.id })
    expect(shown.person.events.map(({ says }) => says)).toEqual(['resigned, last working day 31 Mar 2026'])
    expect(JSON.stringify(shown)).not.toContain('30 Mar 2026')
    await place.get('workspace.timezone', { timezone: 'UTC' })
  })
})
