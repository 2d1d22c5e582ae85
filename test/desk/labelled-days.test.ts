// A published company with answers: eleven people leave, one of them takes data. The days that the answers name come first.
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { DATA, hasData } from '../intake/agreement.ts'
import { useDesk } from './place.ts'

const place = useDesk()
const COMPANY = path.join(DATA, 'synthetic-company')
const LEFT = ['2026-01-06', '2026-01-23'] as const
/** The ten others stay in truth: a last day within the log would make every later one an activity after leaving. */
const LAST_DAY = '2026-02-28'

type Row = Readonly<Record<string, string>>
const table = (file: string): readonly Row[] =>
  parse(readFileSync(path.join(COMPANY, file)), { columns: true, bom: true })

describe.skipIf(!hasData)('days of a person who takes data on leaving', { timeout: 120_000 }, () => {
  test('come first among those of eleven who leave', async () => {
    const answers = table('answers/answer-key.csv').filter(
      (row) => row['file'] === 'office_audit.json' && row['scenario'] === 'exfil' && (row['timestamp'] ?? '') < LEFT[1]
    )
    const taker = mostFrequent(answers.map((row) => row['actor'] ?? ''))
    const own = answers.filter((row) => row['actor'] === taker)
    const labelled = [...new Set(own.map((row) => (row['timestamp'] ?? '').slice(0, 10)))].sort()
    expect(labelled.length).toBeGreaterThan(5)
    const others = table('hr/hr_employees.csv')
      .slice(0, 10)
      .map((row) => row['UserPrincipalName'] ?? '')
    const leavers = path.join(place.folder, 'leavers.csv')
    const lines = [taker, ...others].map((who) => `${who},${LEFT[0]},${LAST_DAY}`)
    writeFileSync(leavers, ['UserPrincipalName,ResignationDate,LastWorkingDate', ...lines, ''].join('\n'))
    await place.create()
    await place.import([
      path.join(COMPANY, 'events/office_audit.json'),
      path.join(COMPANY, 'hr/hr_employees.csv'),
      leavers
    ])
    const { pseudonym } = await place.get('person.find', { identity: taker, reason: 'the answers name them' })
    const ranked = await place.get('person.rank', { from: null, to: null, limit: labelled.length })
    expect(ranked.map((day) => day.pseudonym)).toEqual(labelled.map(() => pseudonym))
    expect(ranked.map(({ date }) => date).sort()).toEqual(labelled)
    process.stdout.write(`labelled days first: ${ranked.map(({ date, score }) => `${date} ${score}`).join(', ')}\n`)
  })
})

function mostFrequent(names: readonly string[]): string {
  const times = (name: string): number => names.filter((each) => each === name).length
  return [...new Set(names)].sort((one, other) => times(other) - times(one))[0] ?? ''
}
