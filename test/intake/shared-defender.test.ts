// Published rows of hunting tables, with the fields that a reader should find. The numbers are what is reached; they may
// rise and never fall. Where they stay short of all, the reason stands beside them and in docs/sources/defender.md.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { at, compare, DATA, hasData, openTally, reached, textAt, wantedOf } from './agreement.ts'
import { readAll, rowsAccountedFor, temporaryFolder } from './reading.ts'

const SAMPLES = path.join(DATA, 'sekoia-intake-formats/Microsoft/microsoft-365-defender/tests')

describe.skipIf(!hasData)('published rows of hunting tables', () => {
  it('agree with the fields that their authors expect', async () => {
    const folder = temporaryFolder()
    const tally = openTally()
    const kinds = { activities: 0, profiles: 0, ignored: 0 }
    for (const name of readdirSync(SAMPLES).sort()) {
      const sample: unknown = JSON.parse(readFileSync(path.join(SAMPLES, name), 'utf8'))
      const message = textAt(sample, 'input', 'message') ?? ''
      const file = path.join(folder, name)
      writeFileSync(file, message)
      const reading = await readAll(file)
      expect(
        reading.starts.map(({ recognition }) => recognition.source),
        name
      ).toEqual(['defender'])
      expect(rowsAccountedFor(reading)).toBe(1)
      expect(reading.rejected, name).toEqual([])
      kinds.activities += reading.activities.length
      kinds.profiles += reading.profiles.length
      kinds.ignored += Object.values(reading.ignored).reduce((sum, rows) => sum + rows, 0)
      const [draft] = reading.activities
      if (draft === undefined) continue
      const expected = at(sample, 'expected')
      const row = at(JSON.parse(message), 'properties')
      const time = textAt(expected, '@timestamp')
      const address = textAt(expected, 'source', 'ip')
      compare(
        tally,
        wantedOf({
          time: time === undefined ? undefined : Date.parse(time),
          user: usersOf(expected, row),
          operation: textAt(row, 'ActionType'),
          address,
          file: textAt(expected, 'file', 'name')
        }),
        draft
      )
    }
    expect(kinds).toEqual({ activities: 73, profiles: 1, ignored: 3 })
    // One row has a path where the name of the file belongs; we keep the name.
    expect(reached('hunting tables', tally)).toEqual({
      time: 'all 73',
      user: 'all 20',
      operation: 'all 51',
      address: 'all 26',
      file: '16 of 17'
    })
  })

  it('of a recorded attack agree with a plain reading, whatever their columns are called', async () => {
    const file = path.join(DATA, 'otrf-goldensaml/Microsoft365DefenderEvents.json')
    const reading = await readAll(file)
    expect(reading.starts.map(({ recognition }) => recognition.source)).toEqual(['defender'])
    expect({ rows: reading.rowsRead, kept: reading.activities.length }).toEqual({ rows: 9, kept: 9 })
    const records: unknown[] = readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line): unknown => JSON.parse(line))
    const tally = openTally()
    for (const draft of reading.activities) {
      const row = records[draft.ordinal - 1]
      const user = textAt(row, 'InitiatingProcessAccountUpn') ?? textAt(row, 'AccountUpn') ?? textAt(row, 'UserId')
      const time = textAt(row, 'Timestamp')
      compare(
        tally,
        wantedOf({
          time: time === undefined ? undefined : Date.parse(time),
          user: user === undefined ? undefined : [user],
          operation: textAt(row, 'ActionType')?.replace(/\.$/, ''),
          address: textAt(row, 'IPAddress'),
          file: undefined
        }),
        draft
      )
    }
    expect(reached('recorded attack', tally)).toEqual({
      time: 'all 9',
      user: 'all 8',
      operation: 'all 9',
      address: 'all 3'
    })
  })

  it('that carry an audit record are the same activity as that record in an export of the audit log', async () => {
    const folder = path.join(DATA, 'otrf-goldensaml')
    const hunting = await readAll(path.join(folder, 'Microsoft365DefenderEvents.json'))
    const office = await readAll(path.join(folder, 'OfficeActivityEvents.json'))
    const accessed = hunting.activities.find(({ operation }) => operation === 'MailItemsAccessed')
    expect(office.starts.map(({ recognition }) => recognition.source)).toEqual(['m365-audit'])
    expect(office.activities.map(({ recordKey }) => recordKey)).toEqual([accessed?.recordKey])
    // Both lists of messages name seven.
    expect([accessed?.itemCount, office.activities[0]?.itemCount]).toEqual([7, 7])
  })

  it('inside the lines of a rule test are found', async () => {
    const reading = await readAll(path.join(DATA, 'panther-analysis/microsoft_defender_rules.labelled.jsonl'))
    expect(reading.activities.map(({ operation, alertSeverity }) => [operation, alertSeverity])).toEqual([
      ['AlertInfo', 'high'],
      ['AlertEvidence', 'none']
    ])
    expect(rowsAccountedFor(reading)).toBe(2)
  })
})

/** The same account in each of its spellings: the row names it by address, by domain and name, and as it is shown. */
function usersOf(expected: unknown, row: unknown): string[] | undefined {
  const name = textAt(expected, 'user', 'name')
  const domain = textAt(expected, 'user', 'domain')
  const spelled = [
    name,
    name === undefined || domain === undefined ? undefined : `${domain}\\${name}`,
    textAt(expected, 'user', 'full_name')
  ].filter((user) => user !== undefined)
  if (spelled.length === 0) return undefined
  const inRow = [textAt(row, 'AccountUpn'), textAt(row, 'RawEventData', 'UserId')].filter((user) => user !== undefined)
  return [...spelled, ...inRow]
}
