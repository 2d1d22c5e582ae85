// Published samples of Entra's logs with the fields that a reader should find. The numbers are what is reached; they may
// rise and never fall. Where they stay short of all, the reason stands beside them and in docs/sources.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import type { ActivityDraft } from '../../src/shared/domain/draft.ts'
import { at, compare, DATA, hasData, isJson, type Json, openTally, reached, textAt, wantedOf } from './agreement.ts'
import { type Reading, readAll, rowsAccountedFor, temporaryFolder } from './reading.ts'

interface Sample {
  readonly name: string
  readonly message: Json
  readonly expected: unknown
}

function samplesOf(folder: string): readonly Sample[] {
  const tests = path.join(DATA, 'sekoia-intake-formats', folder, 'tests')
  return readdirSync(tests)
    .sort()
    .map((name) => {
      const sample: unknown = JSON.parse(readFileSync(path.join(tests, name), 'utf8'))
      const message: unknown = JSON.parse(textAt(sample, 'input', 'message') ?? '')
      if (!isJson(message)) throw new Error(`${name} holds no record`)
      return { name, message, expected: at(sample, 'expected') }
    })
}

function usersIn(expected: unknown): readonly string[] | undefined {
  const users = ['name', 'email', 'id'].map((key) => textAt(expected, 'user', key)).filter((user) => user !== undefined)
  return users.length === 0 ? undefined : users
}

/** Where an application acted, the samples' authors take the account acted upon for the user. */
function isByApplication({ message }: Sample): boolean {
  const initiator = at(message, 'initiatedBy') ?? at(message, 'properties', 'initiatedBy')
  return isJson(initiator) && !isJson(initiator['user']) && isJson(initiator['app'])
}

function compareAll(samples: readonly Sample[], drafts: readonly ActivityDraft[]): ReturnType<typeof openTally> {
  const tally = openTally()
  for (const [index, sample] of samples.entries()) {
    const draft = drafts[index]
    if (draft === undefined) throw new Error(`${sample.name} was not read`)
    const time = textAt(sample.expected, '@timestamp')
    const users = usersIn(sample.expected)
    const wanted = wantedOf({
      time: time === undefined ? undefined : Date.parse(time),
      user: users,
      operation: textAt(sample.expected, 'event', 'action')?.trim(),
      address: textAt(sample.expected, 'source', 'ip'),
      file: undefined
    })
    const [target = ''] = draft.targets
    compare(tally, wanted, isByApplication(sample) && target !== '' ? { ...draft, actor: target } : draft)
  }
  return tally
}

async function readSamples(samples: readonly Sample[]): Promise<Reading> {
  const file = path.join(temporaryFolder(), 'messages')
  writeFileSync(file, samples.map(({ message }) => `${JSON.stringify(message)}\n`).join(''))
  const reading = await readAll(file)
  expect(rowsAccountedFor(reading)).toBe(reading.rowsRead)
  expect({ refused: reading.refused, rejected: reading.rejected }).toEqual({ refused: [], rejected: [] })
  return reading
}

function sourcesOf({ starts }: Reading): readonly string[] {
  return starts.map(({ recognition }) => recognition.source)
}

describe.skipIf(!hasData)('shared samples of Entra', () => {
  it('each sample alone is recognised by what it is', async () => {
    const folder = temporaryFolder()
    const found: Record<string, number> = {}
    for (const { name, message } of [
      ...samplesOf('Azure/azure-ad'),
      ...samplesOf('Microsoft/microsoft-entraid-graphapi')
    ]) {
      const file = path.join(folder, name)
      writeFileSync(file, JSON.stringify([message], null, 1))
      const reading = await readAll(file)
      const what = `${sourcesOf(reading).join()} ${reading.activities[0]?.workload ?? 'nothing'}`
      found[what] = (found[what] ?? 0) + 1
      expect(reading.activities).toHaveLength(1)
    }
    expect(found).toEqual({
      'entra-audit Entra audit': 89,
      'entra-audit Microsoft Graph': 3,
      'entra-sign-in Entra ID Protection': 3,
      'entra-sign-in Entra non-interactive sign-ins': 1,
      'entra-sign-in Entra service principal sign-ins': 1,
      'entra-sign-in Entra sign-ins': 7
    })
  })

  it('one stream of diagnostics that mixes all logs is read to the last record', async () => {
    const samples = samplesOf('Azure/azure-ad')
    const reading = await readSamples(samples)
    // Eight sign-ins and detections happened minutes before they were published; we take the time at which they happened.
    expect(reached('azure-ad', compareAll(samples, reading.activities))).toEqual({
      time: '17 of 25',
      user: 'all 23',
      operation: 'all 25',
      address: 'all 17'
    })
    const late = samples.filter(({ message, expected }, index) => {
      const happened =
        textAt(message, 'properties', 'createdDateTime') ?? textAt(message, 'properties', 'activityDateTime')
      const published = Date.parse(textAt(expected, '@timestamp') ?? '')
      const atMs = reading.activities[index]?.atMs
      if (happened === undefined || atMs === published) return false
      expect(atMs).toBe(Date.parse(happened.replace(/T(\d):/, 'T0$1:')))
      return true
    })
    expect(late).toHaveLength(8)
  })

  it('answers of the Graph interface agree with what their authors expect', async () => {
    const samples = samplesOf('Microsoft/microsoft-entraid-graphapi')
    const reading = await readSamples(samples)
    expect(sourcesOf(reading)).toEqual(['entra-audit'])
    expect(reached('entraid-graphapi', compareAll(samples, reading.activities))).toEqual({
      time: 'all 79',
      user: 'all 51',
      operation: 'all 78',
      address: 'all 5'
    })
  })

  it('a table of directory changes whose columns are JSON texts is read', async () => {
    const file = path.join(DATA, 'otrf-goldensaml/AADAuditEvents.json')
    const reading = await readAll(file)
    const rows = readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line))
    const tally = openTally()
    for (const [index, row] of rows.entries()) {
      const draft = reading.activities[index]
      if (draft === undefined) throw new Error('a row was not read')
      const time = textAt(row, 'ActivityDateTime')
      const user = textAt(row, 'InitiatingUserOrApp')
      const operation = textAt(row, 'ActivityDisplayName')?.trim()
      const wanted = wantedOf({
        time: time === undefined ? undefined : Date.parse(time),
        user: user === undefined ? undefined : [user],
        operation,
        address: undefined,
        file: undefined
      })
      compare(tally, wanted, draft)
    }
    expect(reading.rejected).toEqual([])
    expect(reached('golden SAML audit', tally)).toEqual({ time: 'all 4', user: 'all 2', operation: 'all 4' })
  })

  it('a portal export of sign-ins agrees with the rows that the usual library finds', async () => {
    const file = path.join(DATA, 'techjollof-m365-ual/InteractiveSignIns_2025-03-11_2025-03-18.csv')
    const reading = await readAll(file)
    // The library keeps the last of two columns with one name, which here is not asked for.
    const rows: Json[] = parse(readFileSync(file), { columns: true, bom: true })
    const tally = openTally()
    for (const [index, row] of rows.entries()) {
      const draft = reading.activities[index]
      if (draft === undefined) throw new Error('a row was not read')
      const time = textAt(row, 'Date (UTC)')
      const user = textAt(row, 'Username')
      compare(
        tally,
        wantedOf({
          time: time === undefined ? undefined : Date.parse(time),
          user: user === undefined ? undefined : [user],
          operation: 'Sign-in activity',
          address: textAt(row, 'IP address'),
          file: undefined
        }),
        draft
      )
      const country = textAt(row, 'Location')?.split(', ').at(-1) ?? ''
      expect(draft.subject.endsWith(country)).toBe(true)
      expect(draft.outcome === 'success').toBe(textAt(row, 'Status') === 'Success')
    }
    expect(reading.rowsRead).toBe(rows.length)
    expect(sourcesOf(reading)).toEqual(['entra-sign-in'])
    expect(reached('portal sign-ins', tally)).toEqual({
      time: 'all 214',
      user: 'all 214',
      operation: 'all 214',
      address: 'all 214'
    })
  })

  it('a made company reads without a rejected record, and its applications are no people', async () => {
    const folder = path.join(DATA, 'synthetic-company/events')
    const signIns = await readAll(path.join(folder, 'entraid_signin.json'))
    const audit = await readAll(path.join(folder, 'entraid_audit.json'))
    const risks = await readAll(path.join(folder, 'entraid_risk_detection.json'))
    expect([...signIns.rejected, ...audit.rejected, ...risks.rejected]).toEqual([])
    expect([signIns, audit, risks].map(sourcesOf)).toEqual([['entra-sign-in'], ['entra-audit'], ['entra-sign-in']])
    const services = signIns.activities.filter(({ actorKind }) => actorKind === 'service')
    expect(services).toHaveLength(10_031)
    expect(services.every(({ workload }) => workload === 'Entra service principal sign-ins')).toBe(true)
    expect(new Set(risks.activities.map(({ alertSeverity }) => alertSeverity))).toEqual(
      new Set(['low', 'medium', 'high'])
    )
    expect(new Set(signIns.activities.map(({ recordKey }) => recordKey)).size).toBe(signIns.activities.length)
  })
})
