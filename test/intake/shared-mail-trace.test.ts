// Published message traces: what their authors say a reader should find, and one that is long.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { at, compare, DATA, hasData, isJson, openTally, reached, textAt, wantedOf } from './agreement.ts'
import { BERLIN, readAll, rowsAccountedFor, temporaryFolder } from './reading.ts'

const folder = temporaryFolder()

describe.skipIf(!hasData)('published message traces', () => {
  it('agree with what their authors expect', async () => {
    const tests = path.join(DATA, 'sekoia-intake-formats', 'Office 365', 'message-trace', 'tests')
    const tally = openTally()
    const recipients: boolean[] = []
    for (const name of readdirSync(tests).sort()) {
      const test: unknown = JSON.parse(readFileSync(path.join(tests, name), 'utf8'))
      const file = path.join(folder, name)
      writeFileSync(file, textAt(test, 'input', 'message') ?? '')
      const { starts, activities } = await readAll(file)
      expect(starts[0]?.recognition.source).toBe('mail-trace')
      const [draft] = activities
      if (draft === undefined) throw new Error('no activity')
      const expected = at(test, 'expected')
      const from = at(expected, 'email', 'from', 'address')
      const time = textAt(expected, '@timestamp')
      compare(
        tally,
        wantedOf({
          time: time === undefined ? undefined : Date.parse(time),
          user: Array.isArray(from) ? from.map(String) : undefined,
          operation: undefined,
          address: textAt(expected, 'source', 'ip'),
          file: undefined
        }),
        draft
      )
      recipients.push(JSON.stringify(draft.targets) === JSON.stringify(at(expected, 'email', 'to', 'address')))
      expect(draft.subject).toBe(textAt(expected, 'email', 'subject') ?? '')
      expect(draft.path).toBe(textAt(expected, 'email', 'message_id'))
      expect(draft.sizeBytes).toBe(at(expected, 'office365', 'message_trace', 'Size'))
    }
    expect(recipients).toEqual([true, true])
    expect(reached('sekoia message-trace', tally)).toEqual({ time: 'all 2', user: 'all 2', address: 'all 1' })
  })

  it('are read to the last line, senders from outside as nobody of ours', { timeout: 60_000 }, async () => {
    const file = path.join(DATA, 'synthetic-company', 'events', 'exchange_message_trace.json')
    const reading = await readAll(file, BERLIN)
    expect(reading.starts[0]?.recognition).toMatchObject({ source: 'mail-trace', timezone: 'UTC' })
    expect(rowsAccountedFor(reading)).toBe(reading.rowsRead)
    const lines = readFileSync(file, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line))
    expect(reading.rowsRead).toBe(lines.length)
    expect(reading.activities).toHaveLength(lines.length)
    const tally = openTally()
    for (const [index, line] of lines.entries()) {
      const draft = reading.activities[index]
      if (draft === undefined || !isJson(line)) throw new Error('a line is missing')
      const direction = textAt(line, 'Directionality')
      const sender = textAt(line, 'SenderAddress')
      compare(
        tally,
        wantedOf({
          time: Date.parse(textAt(line, 'Received') ?? ''),
          user: sender === undefined ? undefined : [sender],
          operation: direction === undefined ? undefined : direction === 'Inbound' ? 'Receive' : 'Send',
          address: textAt(line, 'FromIP'),
          file: undefined
        }),
        draft
      )
    }
    const said = reached('synthetic company, message trace', tally)
    expect(Object.values(said).every((agreement) => agreement.startsWith('all '))).toBe(true)
    // The trace's own word: whom it calls inside is one of ours, whoever comes from outside is not.
    const kinds = lines.map(
      (line, index) => `${textAt(line, 'Directionality') ?? 'none'} ${reading.activities[index]?.actorKind ?? ''}`
    )
    expect(new Set(kinds)).toEqual(new Set(['Intra-org person', 'Outbound person', 'Inbound unknown', 'none unknown']))
  })
})
