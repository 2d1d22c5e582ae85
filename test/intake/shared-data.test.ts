// Published samples with the fields that a reader should find, compared one by one. The numbers below are what is
// reached; they may rise and never fall. Where they stay short of all, the reason stands beside them.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import type { ActivityDraft } from '../../src/shared/domain/draft.ts'
import {
  at,
  compare,
  DATA,
  hasData,
  isJson,
  type Json,
  openTally,
  reached,
  textAt,
  type Wanted,
  wantedOf
} from './agreement.ts'
import { readAll, rowsAccountedFor, temporaryFolder } from './reading.ts'

/** UTC, whether written the American way or the ISO way, which has at most milliseconds for this parser. */
function plainTime(time: string): number {
  if (time.includes('/')) return Date.parse(`${time} UTC`)
  return Date.parse(`${time.replace(' ', 'T').replace(/Z$/, '').slice(0, 23)}Z`)
}

/** Without brackets, port, and the prefix of IPv4 inside IPv6; IPv6 as a browser writes it. */
function plainAddress(address: string | undefined): string | undefined {
  if (address === undefined) return undefined
  const inBrackets = /^\[([^\]]+)\](?::\d+)?$/.exec(address)?.[1]
  const bare = inBrackets ?? (address.split(':').length === 2 ? address.replace(/:.*$/, '') : address)
  const plain = bare.replace(/^::ffff:(?=\d+\.)/, '')
  return plain.includes(':') ? new URL(`http://[${plain}]/`).hostname.slice(1, -1) : plain
}

/** What an audit record says plainly, by a reading as simple as can be. */
function plainly(record: Json): Wanted {
  const lower: Json = Object.fromEntries(Object.entries(record).map(([key, value]) => [key.toLowerCase(), value]))
  const time = textAt(lower, 'creationtime') ?? textAt(lower, 'timegenerated')
  const user = personMatched(record) ?? textAt(lower, 'userid')
  return wantedOf({
    time: time === undefined ? undefined : plainTime(time),
    user: user === undefined ? undefined : [user],
    operation: plainOperation(textAt(lower, 'operation')),
    address: plainAddress(textAt(lower, 'clientip')),
    file: textAt(lower, 'sourcefilename') ?? textAt(record, 'SharePointMetaData', 'FileName')
  })
}

/** In a match of a data-loss rule a machine stands for the user; the person sent the mail or changed the file. */
function personMatched(record: Json): string | undefined {
  return textAt(record, 'ExchangeMetaData', 'From') ?? textAt(record, 'SharePointMetaData', 'From')
}

/** Directory operations end in a dot; workloads write data-loss matches in different case. */
function plainOperation(operation: string | undefined): string | undefined {
  return operation?.replace(/\.$/, '').replace(/^DLPRule/, 'DlpRule')
}

async function readTable(file: string): Promise<{ drafts: ActivityDraft[]; rows: Json[]; rejected: number }> {
  const reading = await readAll(path.join(DATA, file))
  expect(rowsAccountedFor(reading)).toBe(reading.rowsRead)
  const rows: Json[] = parse(readFileSync(path.join(DATA, file)), { columns: true, bom: true })
  return { drafts: reading.activities, rows, rejected: reading.rejected.length }
}

describe.skipIf(!hasData)('published samples', () => {
  it('of intake formats agree with the fields that their authors expect', async () => {
    const folder = path.join(DATA, 'sekoia-intake-formats/Office 365/o365/tests')
    const tally = openTally()
    for (const name of readdirSync(folder).sort()) {
      const { activities } = await readAll(path.join(folder, name))
      const [draft] = activities
      if (draft === undefined || activities.length > 1) throw new Error(`${name} is one record`)
      const sample: unknown = JSON.parse(readFileSync(path.join(folder, name), 'utf8'))
      const expected = at(sample, 'expected')
      const users = ['name', 'email', 'id']
        .map((key) => textAt(expected, 'user', key))
        .filter((user) => user !== undefined)
      const time = textAt(expected, '@timestamp')
      const wanted = wantedOf({
        time: time === undefined ? undefined : Date.parse(time),
        user: users.length === 0 ? undefined : users,
        operation: textAt(expected, 'event', 'action'),
        address: textAt(expected, 'source', 'ip'),
        file: textAt(expected, 'file', 'name')
      })
      compare(tally, wanted, draft)
    }
    // One sample takes the delivery action of a mail for the action of the record; we keep the record's operation.
    expect(reached('intake formats', tally)).toEqual({
      time: 'all 73',
      user: 'all 70',
      operation: '72 of 73',
      address: 'all 39',
      file: 'all 11'
    })
  })

  it.each([
    [
      'panther-analysis/microsoft_rules.labelled.jsonl',
      // Six lines are alerts of another interface and Windows events.
      { rows: 25, rejected: 6 },
      { time: 'all 19', user: 'all 19', operation: 'all 19', address: 'all 17', file: 'all 5' }
    ],
    [
      'elastic-integrations-o365/test-bad-ips.extract.jsonl',
      { rows: 4, rejected: 0 },
      { time: 'all 4', user: 'all 3', operation: 'all 3', address: 'all 3' }
    ],
    [
      'elastic-integrations-o365/test-dlp-exchange-events.extract.jsonl',
      { rows: 2, rejected: 0 },
      { time: 'all 2', user: 'all 2', operation: 'all 2' }
    ],
    [
      'elastic-integrations-o365/test-dlp-sharepoint-events.extract.jsonl',
      { rows: 3, rejected: 0 },
      { time: 'all 3', user: 'all 3', operation: 'all 3', file: 'all 3' }
    ],
    [
      'elastic-integrations-o365/test-exchange-item-edge-cases.extract.jsonl',
      { rows: 1, rejected: 0 },
      { time: 'all 1', user: 'all 1', operation: 'all 1', address: 'all 1' }
    ],
    [
      'elastic-integrations-o365/test-ip-formats-events.extract.jsonl',
      { rows: 15, rejected: 0 },
      { time: 'all 15', address: 'all 15' }
    ],
    [
      'elastic-integrations-o365/test-sp-sharing-op-events.extract.jsonl',
      { rows: 3, rejected: 0 },
      { time: 'all 3', user: 'all 3', operation: 'all 3', address: 'all 1', file: 'all 1' }
    ],
    [
      'elastic-integrations-o365/test-stringly-json-events.extract.jsonl',
      { rows: 1, rejected: 0 },
      { time: 'all 1', user: 'all 1', operation: 'all 1', address: 'all 1' }
    ]
  ])('%s agrees with a plain reading of its records', async (file, rows, agreement) => {
    const reading = await readAll(path.join(DATA, file))
    expect({ rows: reading.rowsRead, rejected: reading.rejected.length }).toEqual(rows)
    expect(rowsAccountedFor(reading)).toBe(reading.rowsRead)
    const tally = openTally()
    const lines = readFileSync(path.join(DATA, file), 'utf8').split('\n')
    for (const draft of reading.activities) {
      const line: unknown = JSON.parse(lines[draft.line - 1] ?? '')
      const record = at(line, 'event') ?? line
      if (isJson(record)) compare(tally, plainly(record), draft)
    }
    expect(reached(file, tally)).toEqual(agreement)
  })

  it('the fifteen spellings of an address come out as four addresses', async () => {
    const reading = await readAll(path.join(DATA, 'elastic-integrations-o365/test-ip-formats-events.extract.jsonl'))
    const spellings = new Map<string, number>()
    for (const { address } of reading.activities) spellings.set(address, (spellings.get(address) ?? 0) + 1)
    expect(Object.fromEntries(spellings)).toEqual({
      '10.11.12.13': 6,
      '2001:db8::abcd': 3,
      localhost: 3,
      'cool.client.local': 3
    })
  })

  it.each([
    [
      'techjollof-m365-ual/TestLogGui.csv',
      500,
      { time: 'all 500', user: 'all 500', operation: 'all 500', address: 'all 5' }
    ],
    ['techjollof-m365-ual/TestLogGuiSmall.csv', 11, { time: 'all 11', user: 'all 11', operation: 'all 11' }],
    ['techjollof-m365-ual/TestFormated.csv', 4, { time: 'all 4', user: 'all 4', operation: 'all 4' }],
    ['techjollof-m365-ual/TestExpand.csv', 3, { time: 'all 3', user: 'all 3', operation: 'all 3', address: 'all 3' }]
  ])('%s agrees with the records that the usual library finds in it', async (file, count, agreement) => {
    const { drafts, rows, rejected } = await readTable(file)
    expect({ drafts: drafts.length, rows: rows.length, rejected }).toEqual({ drafts: count, rows: count, rejected: 0 })
    const tally = openTally()
    for (const [index, row] of rows.entries()) {
      const data = textAt(row, 'AuditData')
      const record: unknown = data === undefined ? row : JSON.parse(data)
      const draft = drafts[index]
      if (draft !== undefined && isJson(record)) compare(tally, plainly(record), draft)
    }
    expect(reached(file, tally)).toEqual(agreement)
  })

  it.each(['techjollof-m365-ual/Test2.json', 'techjollof-m365-ual/TestExpand.json'])(
    '%s holds two records',
    async (file) => {
      const reading = await readAll(path.join(DATA, file))
      const records: unknown = JSON.parse(readFileSync(path.join(DATA, file), 'utf8'))
      const tally = openTally()
      for (const [index, entry] of (Array.isArray(records) ? records : []).entries()) {
        const record = at(entry, 'AuditData')
        const draft = reading.activities[index]
        if (draft !== undefined && isJson(record)) compare(tally, plainly(record), draft)
      }
      expect(reached(file, tally)).toEqual({ time: 'all 2', user: 'all 2', operation: 'all 2' })
    }
  )

  it('a notebook export with cells of many lines reads row for row', async () => {
    const file = 'msticpy/demo_exchange_data.csv'
    const { drafts, rows, rejected } = await readTable(file)
    expect({ drafts: drafts.length, rows: rows.length, rejected }).toEqual({ drafts: 1334, rows: 1334, rejected: 0 })
    const tally = openTally()
    for (const [index, row] of rows.entries()) {
      const draft = drafts[index]
      if (draft !== undefined) compare(tally, plainly(row), draft)
    }
    expect(reached(file, tally)).toEqual({
      time: 'all 1334',
      user: 'all 244',
      operation: 'all 1334',
      address: 'all 64'
    })
    expect(drafts.filter(({ actor }) => actor === '')).toHaveLength(1090)
  })

  it('a made company reads without a rejected row: audit log, directory, and a list of leavers', async () => {
    const audit = await readAll(path.join(DATA, 'synthetic-company/events/office_audit.json'))
    expect({ rows: audit.rowsRead, kept: audit.activities.length }).toEqual({ rows: 7947, kept: 7947 })
    const directory = await readAll(path.join(DATA, 'synthetic-company/hr/hr_employees.csv'))
    expect({ rows: directory.rowsRead, profiles: directory.profiles.length }).toEqual({ rows: 175, profiles: 175 })
    expect(
      directory.profiles.every(
        ({ department, title, aliases }) => department !== '' && title !== '' && aliases.length === 1
      )
    ).toBe(true)
    const leavers = directory.profiles.slice(0, 20)
    const file = path.join(temporaryFolder(), 'leavers.csv')
    const rows = leavers.map(
      ({ identity }, day) => `${identity},2026-01-${String(day + 1).padStart(2, '0')},2026-02-28`
    )
    writeFileSync(file, ['EmailAddress,ResignationDate,LastWorkingDate', ...rows, ''].join('\n'))
    const read = await readAll(file)
    expect(read.hrEvents.map(({ identity }) => identity)).toEqual(leavers.map(({ identity }) => identity))
    expect(read.rejected).toEqual([])
  })
})
