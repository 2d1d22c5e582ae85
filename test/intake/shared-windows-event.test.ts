// Published Windows events with the fields that their authors expect, compared one by one. The numbers below are what is
// reached; they may rise and never fall. Where they stay short of all, docs/sources/windows-event.md says why.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { at, compare, DATA, hasData, isJson, openTally, reached, textAt, type Wanted, wantedOf } from './agreement.ts'
import { BERLIN, readAll, rowsAccountedFor, temporaryFolder } from './reading.ts'

const folder = temporaryFolder()

/** Our spelling of an account that a sample names in parts: its domain before it, or alone where it has none. */
function spellings(user: unknown): string[] {
  const name = textAt(user, 'name')
  const domain = textAt(user, 'domain')
  if (name === undefined || name === '-') return []
  return domain === undefined || domain === '-' ? [name] : [`${domain}\\${name}`, name]
}

const LOGONS = /^(4624|4625|4634|4647|476[89]|4776)$/

function wantedIn(expected: unknown, code: string): Wanted {
  const time = textAt(expected, '@timestamp')
  const target = spellings(at(expected, 'user', 'target'))
  const own = spellings(at(expected, 'user'))
  const users = LOGONS.test(code) && target.length > 0 ? target : own
  return wantedOf({
    time: time === undefined ? undefined : Date.parse(time),
    user: users.length === 0 ? undefined : users,
    operation: undefined,
    address: textAt(expected, 'source', 'ip'),
    file: textAt(expected, 'file', 'name')
  })
}

describe.skipIf(!hasData)('published Windows events', () => {
  it('of intake formats agree with the fields that their authors expect', async () => {
    const samples = path.join(DATA, 'sekoia-intake-formats/Windows/windows/tests')
    const tally = openTally()
    const refused: string[] = []
    for (const name of readdirSync(samples).sort()) {
      const sample: unknown = JSON.parse(readFileSync(path.join(samples, name), 'utf8'))
      const file = path.join(folder, name)
      writeFileSync(file, textAt(sample, 'input', 'message') ?? '')
      const reading = await readAll(file)
      const [draft] = reading.activities
      if (draft === undefined) {
        refused.push(`${name}: ${reading.rejected[0]?.reason ?? reading.refused[0]?.reason ?? ''}`)
        continue
      }
      expect(reading.starts[0]?.recognition.source).toBe('windows-event')
      const expected = at(sample, 'expected')
      const code = String(at(expected, 'event', 'code'))
      // The authors call nothing by our names; the number of the event is in each of them.
      expect(draft.operation.split(' ')).toContain(code)
      compare(tally, wantedIn(expected, code), draft)
    }
    expect(refused).toEqual([
      'Event_4625.json: The record has no time.',
      'Event_4625_reason.json: The record has no time.',
      'Event_4825_1.json: The record has no time.',
      'wrong-startswith.json: The file is text, but neither records that Inward knows nor a table with a header: no reader fits.'
    ])
    // One sample contradicts itself about the domain of an account; in one we name whom the scanner found it with.
    expect(reached('Windows events of intake formats', tally)).toEqual({
      time: 'all 25',
      user: '98 of 100',
      address: 'all 21',
      file: 'all 10'
    })
  })

  it('of a simulated attack on a federation server are read from what a cloud workspace exported', async () => {
    const file = path.join(DATA, 'otrf-goldensaml/WindowsEvents.json')
    const reading = await readAll(file)
    expect(reading.starts[0]?.recognition.source).toBe('windows-event')
    expect({ rows: reading.rowsRead, rejected: reading.rejected.length }).toEqual({ rows: 38, rejected: 0 })
    const tally = openTally()
    const lines = readFileSync(file, 'utf8').split('\n')
    for (const draft of reading.activities) {
      const row: unknown = JSON.parse(lines[draft.line - 1] ?? '')
      if (isJson(row)) compare(tally, plainly(row), draft)
    }
    expect(reached('otrf-goldensaml', tally)).toEqual({ time: 'all 38', user: 'all 33', address: 'all 27' })
  })

  it.each([
    ['msticpy/host_logons.csv', { time: 'all 14', user: 'all 14', operation: 'all 14', address: 'all 1' }],
    ['msticpy/processes_on_host.csv', { time: 'all 363', user: 'all 363', operation: 'all 363' }]
  ])('%s agrees with the rows that the usual library finds in it', async (name, agreement) => {
    const reading = await readAll(path.join(DATA, name))
    expect(reading.starts[0]?.recognition.source).toBe('windows-event')
    expect(rowsAccountedFor(reading)).toBe(reading.rowsRead)
    const rows: Record<string, string>[] = parse(readFileSync(path.join(DATA, name)), { columns: true, bom: true })
    expect({ read: reading.activities.length, rejected: reading.rejected.length }).toEqual({
      read: rows.length,
      rejected: 0
    })
    const tally = openTally()
    for (const [index, row] of rows.entries()) {
      const draft = reading.activities[index]
      const operation = row['EventID'] === '4624' ? '4624 Logon' : '4688 Process created'
      if (draft !== undefined) compare(tally, { ...plainly(row), operation }, draft)
    }
    expect(reached(name, tally)).toEqual(agreement)
  })

  it.each([
    ['sysmon_operational.log', 0],
    ['wineventlog_security.log', 0],
    ['wineventlog_system.log', 0],
    ['wineventlog_application.log', 0]
  ])('%s of a made company is split at its events, and no event is lost', async (name, rejected) => {
    const file = path.join(DATA, 'synthetic-company/events', name)
    const text = readFileSync(file, 'utf8')
    const reading = await readAll(file, { ...BERLIN, timezone: 'UTC' })
    expect(reading.starts[0]?.recognition).toMatchObject({ source: 'windows-event', wrapping: 'rendered-events' })
    expect(reading.activities.length).toBe(text.match(/^EventCode=/gm)?.length)
    expect(reading.rejected).toHaveLength(rejected)
    const tally = openTally()
    for (const draft of reading.activities) {
      const own = /^UtcTime: (.+)$/m.exec(draft.raw)?.[1]
      const head = /^(\S+ \S+ [AP]M)$/m.exec(draft.raw)?.[1] ?? ''
      compare(
        tally,
        { time: own === undefined ? Date.parse(`${head} UTC`) : Date.parse(`${own.replace(' ', 'T')}Z`) },
        draft
      )
    }
    expect(reached(name, tally)).toEqual({ time: `all ${String(reading.activities.length)}` })
  })
})

/** What a row of a cloud workspace says plainly, by a reading as simple as can be. */
function plainly(row: Readonly<Record<string, unknown>>): Wanted {
  const time = (textAt(row, 'UtcTime') ?? textAt(row, 'TimeGenerated') ?? '').replace(' ', 'T').slice(0, 23)
  const isLogon = String(row['EventID']) === '4624'
  const user = isLogon
    ? spellings({ name: row['TargetUserName'], domain: row['TargetDomainName'] })
    : spellings({ name: row['SubjectUserName'], domain: row['SubjectDomainName'] })
  const address = textAt(row, 'IpAddress')
  return wantedOf({
    time: Date.parse(time.endsWith('Z') ? time : `${time}Z`),
    user: user.length === 0 ? undefined : user,
    operation: undefined,
    address: address === '-' ? undefined : address,
    file: undefined
  })
}
