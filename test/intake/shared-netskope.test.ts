// Published events of Netskope, with the fields that a reader should find. The numbers are what is reached; they may rise
// and never fall.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { at, compare, DATA, hasData, openTally, reached, textAt, wantedOf } from './agreement.ts'
import { readAll, rowsAccountedFor, temporaryFolder } from './reading.ts'

const SAMPLES = path.join(DATA, 'sekoia-intake-formats/Netskope/netskope_events/tests')

describe.skipIf(!hasData)('published events of Netskope', () => {
  it('agree with the fields that their authors expect', async () => {
    const samples = readdirSync(SAMPLES)
      .sort()
      .map((name): unknown => JSON.parse(readFileSync(path.join(SAMPLES, name), 'utf8')))
    const file = path.join(temporaryFolder(), 'events.jsonl')
    writeFileSync(file, samples.map((sample) => onOneLine(textAt(sample, 'input', 'message'))).join(''))
    const reading = await readAll(file)
    expect(reading.starts.map(({ recognition }) => recognition.source)).toEqual(['netskope'])
    expect({ rows: reading.rowsRead, kept: reading.activities.length }).toEqual({ rows: 20, kept: 20 })
    const tally = openTally()
    for (const draft of reading.activities) {
      const sample = samples[draft.line - 1]
      const expected = at(sample, 'expected')
      const time = textAt(expected, '@timestamp')
      const user = textAt(expected, 'user', 'email')
      const isAudit = textAt(expected, 'event', 'dataset') === 'admin_audit_logs'
      compare(
        tally,
        wantedOf({
          time: time === undefined ? undefined : Date.parse(time),
          user: user === undefined ? undefined : [user],
          // What an administrator did stands where the reason of other events stands.
          operation: textAt(expected, 'event', isAudit ? 'reason' : 'action'),
          address: textAt(expected, 'source', 'ip'),
          file: textAt(expected, 'file', 'name')
        }),
        draft
      )
    }
    expect(reached('Netskope', tally)).toEqual({
      time: 'all 20',
      user: 'all 20',
      operation: 'all 16',
      address: 'all 10',
      file: 'all 8'
    })
  })

  it('of rules for administrators read as audit events', async () => {
    const reading = await readAll(path.join(DATA, 'panther-analysis/netskope_rules.labelled.jsonl'))
    expect(reading.starts.map(({ recognition }) => recognition.source)).toEqual(['netskope'])
    expect({ rows: reading.rowsRead, kept: reading.activities.length }).toEqual({ rows: 10, kept: 10 })
    expect(rowsAccountedFor(reading)).toBe(10)
    const tally = openTally()
    const lines = readFileSync(path.join(DATA, 'panther-analysis/netskope_rules.labelled.jsonl'), 'utf8').split('\n')
    for (const draft of reading.activities) {
      const event = at(JSON.parse(lines[draft.line - 1] ?? ''), 'event')
      const user = textAt(event, 'user')
      compare(
        tally,
        wantedOf({
          time: Date.parse(`${(textAt(event, 'timestamp') ?? '').slice(0, 19).replace(' ', 'T')}Z`),
          user: user === undefined ? undefined : [user],
          operation: textAt(event, 'audit_log_event'),
          address: undefined,
          file: undefined
        }),
        draft
      )
    }
    expect(reached('rules for Netskope', tally)).toEqual({ time: 'all 10', user: 'all 10', operation: 'all 10' })
  })
})

function onOneLine(message: string | undefined): string {
  return `${JSON.stringify(JSON.parse(message ?? ''))}\n`
}
