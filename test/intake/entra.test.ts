// One sign-in in each wrapping that Entra and its tools put around it must be one record to the store.
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { csvLine } from './audit-record.ts'
import { BERLIN, readAll, temporaryFolder } from './reading.ts'

const folder = temporaryFolder()

async function read(content: string, options = BERLIN): ReturnType<typeof readAll> {
  const file = path.join(folder, 'log')
  writeFileSync(file, content)
  return readAll(file, options)
}

const ID = '5e551011-0000-4000-8000-000000000077'
const SIGN_IN = {
  id: ID,
  createdDateTime: '2026-02-03T12:34:56Z',
  userPrincipalName: 'Mira.Olsen@Harbourlight.example',
  userId: '0b1ec700-0000-4000-8000-000000000001',
  appDisplayName: 'Harbour Portal',
  ipAddress: '2001:db8::17',
  isInteractive: true,
  conditionalAccessStatus: 'notApplied',
  status: { errorCode: 0, failureReason: 'Other.' },
  location: { city: 'Bremen', state: 'Bremen', countryOrRegion: 'DE' }
}
const ENVELOPE = {
  time: '2026-02-03T12:38:00Z',
  category: 'SignInLogs',
  operationName: 'Sign-in activity',
  resultType: '0',
  properties: SIGN_IN
}
const PORTAL = {
  'Date (UTC)': '2026-02-03T12:34:56Z',
  'Request ID': ID,
  'Correlation ID': 'c0ffee',
  User: 'Mira Olsen',
  Username: 'mira.olsen@harbourlight.example',
  'User type': 'member',
  Application: 'Harbour Portal',
  'Application ID ': 'a1',
  'IP address': '2001:0db8:0000:0000:0000:0000:0000:0017',
  Location: 'Bremen, Bremen, DE',
  Status: 'Success',
  'Sign-in error code': '',
  'Failure reason': 'Other.'
}
const TABLE = {
  'TimeGenerated [UTC]': '2/3/2026, 12:38:00.000 PM',
  OperationName: 'Sign-in activity',
  Category: 'SignInLogs',
  ResultType: '0',
  'CreatedDateTime [UTC]': '2/3/2026, 12:34:56.000 PM',
  Id: ID,
  AppDisplayName: 'Harbour Portal',
  IPAddress: '2001:db8::17',
  IsInteractive: 'true',
  Location: 'DE',
  LocationDetails: '{"city":"Bremen","countryOrRegion":"DE"}',
  Status: '{"errorCode":0}',
  UserPrincipalName: 'mira.olsen@harbourlight.example',
  Type: 'SigninLogs'
}
const table = (row: Readonly<Record<string, string>>, delimiter = ','): string =>
  [Object.keys(row), Object.values(row)]
    .map((cells) => `${csvLine(cells).replaceAll('","', `"${delimiter}"`)}\r\n`)
    .join('')

describe('a sign-in', () => {
  it.each([
    ['an answer of Graph', JSON.stringify({ value: [SIGN_IN] }, null, 2)],
    ['a list', JSON.stringify([SIGN_IN])],
    ['the envelope of diagnostics', `${JSON.stringify(ENVELOPE)}\n`],
    ['a message of several envelopes', `${JSON.stringify({ records: [ENVELOPE] })}\n{"records":[]}\n`],
    ['a collector’s wrapper', `${JSON.stringify({ host: 'h', event: ENVELOPE })}\n`],
    ['a wrapper that holds it as text', `${JSON.stringify({ _time: 'now', _raw: JSON.stringify(ENVELOPE) })}\n`],
    ['the portal’s export', `\ufeff${table(PORTAL)}`],
    ['the portal’s export with semicolons', table(PORTAL, ';')],
    ['a table saved from a query', table(TABLE)],
    ['rows of a table as JSON', `${JSON.stringify(TABLE)}\n`]
  ])('in %s is the same record', async (_, content) => {
    const { activities, starts } = await read(content)
    expect(starts.map(({ recognition }) => recognition)).toMatchObject([
      { source: 'entra-sign-in', timezone: 'UTC', reader: 'entra-sign-in' }
    ])
    expect(activities).toMatchObject([
      {
        recordKey: `entra|sign-in|${ID}|0`,
        atMs: Date.UTC(2026, 1, 3, 12, 34, 56),
        operation: 'Sign-in activity',
        outcome: 'success',
        actor: 'mira.olsen@harbourlight.example',
        actorKind: 'person',
        subject: 'Harbour Portal · Bremen, DE',
        address: '2001:db8::17'
      }
    ])
  })

  it('that was asked for more and then went through is two records, not one that hides the other', async () => {
    const asked = { ...SIGN_IN, status: { errorCode: 50074 } }
    const { activities } = await read(`${JSON.stringify([asked, SIGN_IN])}\n`)
    expect(activities.map(({ outcome }) => outcome)).toEqual(['unknown', 'success'])
    expect(new Set(activities.map(({ recordKey }) => recordKey)).size).toBe(2)
  })

  it('of which a portal row lost its time is rejected for that', async () => {
    const { rejected } = await read(table({ ...PORTAL, 'Date (UTC)': '' }))
    expect(rejected.map(({ reason }) => reason)).toEqual(['The record has no time.'])
  })

  it('is not read from records of another log that names people and addresses', async () => {
    const other = { time: '2026-02-03T12:34:56Z', userPrincipalName: 'a@b.example', ipAddress: '192.0.2.1', app: 'x' }
    expect((await read(`${JSON.stringify(other)}\n${JSON.stringify(other)}\n`)).starts).toEqual([])
  })
})
