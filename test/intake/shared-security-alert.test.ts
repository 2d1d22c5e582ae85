// Published alerts and incidents, with the fields that a reader should find. The numbers are what is reached; they may
// rise and never fall. Where they stay short of all, the reason stands beside them.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { at, compare, DATA, hasData, type Json, openTally, reached, textAt, wantedOf } from './agreement.ts'
import { readAll, rowsAccountedFor, temporaryFolder } from './reading.ts'

const INCIDENTS = path.join(DATA, 'sekoia-intake-formats/Microsoft/microsoft-sentinel/tests')

describe.skipIf(!hasData)('published alerts', () => {
  it('incidents agree with the fields that their authors expect', async () => {
    const samples = readdirSync(INCIDENTS)
      .sort()
      .map((name): unknown => JSON.parse(readFileSync(path.join(INCIDENTS, name), 'utf8')))
    const file = path.join(temporaryFolder(), 'incidents.jsonl')
    const lines = samples.map((sample) => JSON.stringify(JSON.parse(textAt(sample, 'input', 'message') ?? '')))
    writeFileSync(file, `${lines.join('\n')}\n`)
    const reading = await readAll(file)
    expect(reading.starts.map(({ recognition }) => recognition.source)).toEqual(['security-alert'])
    expect({ rows: reading.rowsRead, kept: reading.activities.length }).toEqual({ rows: 4, kept: 4 })
    const tally = openTally()
    for (const draft of reading.activities) {
      const sample = samples[draft.line - 1]
      const expected = at(sample, 'expected')
      const time = textAt(expected, '@timestamp')
      const user = textAt(expected, 'user', 'email')
      compare(
        tally,
        wantedOf({
          time: time === undefined ? undefined : Date.parse(time),
          user: user === undefined ? undefined : [user],
          operation: undefined,
          address: undefined,
          file: undefined
        }),
        draft
      )
      expect(draft.subject).toBe(textAt(expected, 'microsoft', 'sentinel', 'title'))
      expect(draft.alertSeverity).toBe(textAt(expected, 'log', 'level')?.toLowerCase())
    }
    // The authors take the owner, who handles the incident, for the user; we do not.
    expect(reached('incidents', tally)).toEqual({ time: 'all 4', user: '0 of 2' })
  })

  it('rows of the alert table agree with the records that the usual library finds', async () => {
    const file = path.join(DATA, 'msticpy/alertlist.csv')
    const reading = await readAll(file)
    expect(reading.starts.map(({ recognition }) => recognition.source)).toEqual(['security-alert'])
    expect(rowsAccountedFor(reading)).toBe(reading.rowsRead)
    const rows: Json[] = parse(readFileSync(file), { columns: true, bom: true })
    expect({ rows: rows.length, kept: reading.activities.length }).toEqual({ rows: 189, kept: 189 })
    const tally = openTally()
    for (const [index, row] of rows.entries()) {
      const draft = reading.activities[index]
      const time = textAt(row, 'TimeGenerated')
      if (draft === undefined) continue
      compare(
        tally,
        wantedOf({
          time: time === undefined ? undefined : Date.parse(`${time.replace(' ', 'T').slice(0, 19)}Z`),
          user: undefined,
          operation: textAt(row, 'AlertType'),
          address: undefined,
          file: undefined
        }),
        draft
      )
      expect(draft.subject).toBe(textAt(row, 'AlertDisplayName') ?? textAt(row, 'AlertName'))
      expect(draft.alertSeverity).toBe(textAt(row, 'Severity')?.toLowerCase())
    }
    expect(reached('alert table', tally)).toEqual({ time: 'all 189', operation: 'all 189' })
  })

  it('an alert of the newer interface gives its device, its file and no person', async () => {
    const published = path.join(DATA, 'elastic-integrations-o365/m365_defender-test-alert.extract.jsonl')
    const file = path.join(temporaryFolder(), 'page.json')
    writeFileSync(file, JSON.stringify({ value: [JSON.parse(readFileSync(published, 'utf8'))] }))
    const reading = await readAll(file)
    expect(reading.starts.map(({ recognition }) => recognition.source)).toEqual(['security-alert'])
    const [draft] = reading.activities
    expect(draft).toMatchObject({
      subject: 'Suspicious execution of hidden file',
      operation: 'DefenseEvasion',
      workload: 'Defender for Endpoint',
      alertSeverity: 'low',
      device: 'tempDns',
      fileName: 'MsSense.exe',
      address: '1.1.1.1',
      actorKind: 'service',
      atMs: Date.parse('2021-04-27T12:19:27.721Z')
    })
  })
})
