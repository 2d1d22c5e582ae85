// Published records of CEF with the fields that their authors expect, compared one by one. The numbers below are what is
// reached; they may rise and never fall. Where they stay short of all, docs/sources/cef.md says why.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { at, compare, DATA, hasData, openTally, reached, textAt, wantedOf } from './agreement.ts'
import { BERLIN, readAll, temporaryFolder } from './reading.ts'

const folder = temporaryFolder()

/** A person as the authors name them; beside it with the domain that the record keeps in a field of its own. */
function usersIn(expected: unknown, message: string): readonly string[] {
  const name = textAt(expected, 'user', 'name')
  const domain = textAt(expected, 'user', 'domain')
  const own = /\bsntdom=(\S+)/.exec(message)?.[1]
  const withOwn = name === undefined || own === undefined ? [] : [`${own}\\${name}`]
  const spelled = name === undefined || domain === undefined ? [] : [`${domain}\\${name}`]
  return [
    ...spelled,
    ...withOwn,
    name,
    textAt(expected, 'user', 'email'),
    textAt(expected, 'source', 'user', 'name'),
    name === undefined || /^S-1-/.test(textAt(expected, 'user', 'id') ?? '')
      ? undefined
      : textAt(expected, 'user', 'id')
  ].filter((user) => user !== undefined)
}

describe.skipIf(!hasData)('published records of CEF', () => {
  it.each([
    ['Netwrix/netwrix_auditor', { time: 'all 10', user: 'all 10', file: 'all 3' }, []],
    // A line end inside one record cuts it before its time.
    [
      'Forcepoint/forcepoint-swg',
      { time: 'all 4', user: 'all 3', operation: 'all 4', address: 'all 4' },
      ['test_transaction_blocked_category.json: The record has no time that can be read.']
    ],
    ['ManageEngine/adauditplus', { time: 'all 9', user: 'all 7', operation: 'all 9', address: 'all 2' }, []],
    [
      'Trend Micro/trend-micro-apex-one',
      { time: 'all 19', user: 'all 6', operation: 'all 19', address: 'all 14', file: 'all 12' },
      [
        'logon_logoff_event.json: The record has no time that can be read.',
        'predictive_machine_learning_event.json: The record has no time that can be read.'
      ]
    ],
    [
      'Varonis/varonis-data-security',
      // The name of one alert is its operation; the authors take its category.
      { time: 'all 2', user: 'all 2', operation: '1 of 2', address: 'all 1', file: 'all 2' },
      ['test_network_alert.json: The record has no time that can be read.']
    ]
  ])('of %s agree with the fields that their authors expect', async (product, agreement, without) => {
    const samples = path.join(DATA, 'sekoia-intake-formats', product, 'tests')
    const tally = openTally()
    const refused: string[] = []
    for (const name of readdirSync(samples).sort()) {
      const sample: unknown = JSON.parse(readFileSync(path.join(samples, name), 'utf8'))
      const file = path.join(folder, name)
      writeFileSync(file, textAt(sample, 'input', 'message') ?? '')
      // Their authors take times without a zone for UTC.
      const reading = await readAll(file, { ...BERLIN, timezone: 'UTC' })
      const [draft] = reading.activities
      if (draft === undefined) {
        refused.push(`${name}: ${reading.rejected[0]?.reason ?? reading.refused[0]?.reason ?? ''}`)
        continue
      }
      expect(reading.starts[0]?.recognition).toMatchObject({ source: 'cef', wrapping: 'cef' })
      const expected = at(sample, 'expected')
      const time = textAt(expected, '@timestamp') ?? textAt(expected, 'event', 'start')
      const users = usersIn(expected, textAt(sample, 'input', 'message') ?? '')
      const wanted = wantedOf({
        time: time === undefined ? undefined : Date.parse(time),
        user: users.length === 0 ? undefined : users,
        operation: textAt(expected, 'event', product.startsWith('Forcepoint') ? 'action' : 'dataset'),
        address: textAt(expected, 'source', 'ip'),
        file: textAt(expected, 'file', 'name')
      })
      compare(tally, wanted, draft)
    }
    expect(refused).toEqual(without)
    expect(reached(product, tally)).toEqual(agreement)
  })
})
