// A log that no reader knows: looked at, mapped by example, imported, remembered, and imported again.
import { rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { issueTicket } from '../../src/main/desk/desk.ts'
import type { ImportPreview, Receipt } from '../../src/shared/contract/import.ts'
import type { RequestOf } from '../../src/shared/contract/index.ts'
import type { MappedField } from '../../src/shared/domain/mapping.ts'
import { LEAVER } from './made-files.ts'
import { everyRow, useDesk } from './place.ts'
import { zipped } from '../intake/zipped.ts'

const place = useDesk()
const HEADER = 'When,Who of Mika Sandvall,Did,Thing,Told to'
const rows = [
  `03/04/2026 10:00,${LEAVER},Exported,Letter of Mika Sandvall.docx,tove.ahlgren@quarryfield.example`,
  `25/04/2026 10:00,stella.nowak@quarryfield.example,Exported,plan of Nowak.dwg,Stella Nowak`,
  `26/04/2026 10:00,QF\\snowak,Viewed,nowak-stella.pdf,https://drop.outside.example/x`
]

let file: string
let preview: ImportPreview
let receipt: Receipt

function written(name: string, ...lines: readonly string[]): string {
  const at = path.join(place.folder, name)
  writeFileSync(at, [HEADER, ...lines, ''].join('\n'))
  return at
}

function mapping(
  fields: Readonly<Partial<Record<MappedField, number>>>
): NonNullable<RequestOf<'import.start'>['mapping']> {
  const columns = (Object.entries(fields) as [MappedField, number][]).map(([field, index]) => ({ field, index }))
  return { columns, dateOrder: null, workload: 'Archive', operation: '' }
}

const WHOLE = mapping({ time: 0, person: 1, operation: 2, item: 3, targets: 4 })
const start = (ticket: string, given: RequestOf<'import.start'>['mapping']): RequestOf<'import.start'> => ({
  ticket,
  source: null,
  timezone: 'UTC',
  label: '',
  mapping: given
})

beforeAll(async () => {
  await place.create()
  const profile = path.join(place.folder, 'profile.csv')
  writeFileSync(
    profile,
    `HRScenario,EmailAddress,EmployeeFirstName,EmployeeLastName,EmployeeDept,EmployeeCountry,EmployeeRole\nEmployee profile,${LEAVER},Mika,Sandvall,Design,SE,Engineer\n`
  )
  await place.import([profile])
  file = written('of Mika Sandvall.csv', ...rows)
}, 60_000)

test('a preview shows columns and things, and of people only the kind', { timeout: 60_000 }, async () => {
  const ticket = issueTicket(place.desk, [file])
  preview = await place.get('import.preview', { ticket })
  expect(preview).toMatchObject({
    source: null,
    wrapping: 'csv',
    rows: 3,
    dateOrder: 'day-first',
    isDateOrderCertain: true
  })
  expect(preview.file).toMatch(/^of ANON-/)
  expect(preview.fields.map(({ name }) => name)).toEqual([
    'When',
    expect.stringMatching(/^Who of ANON-|^column 2$/),
    'Did',
    'Thing',
    'Told to'
  ])
  expect(preview.fields[2]).toEqual({ name: 'Did', examples: ['Exported', 'Viewed'], filled: 3 })
  expect(preview.fields[1]?.examples).toEqual(['an e-mail address'])
  expect(JSON.stringify(preview)).not.toMatch(/sandvall|mika|nowak|stella|ahlgren/i)
  expect(preview.suggested.map(({ field }) => field)).toEqual(expect.arrayContaining(['time', 'person']))
  expect(await place.get('import.preview', { ticket })).toEqual(preview)
})

test('a mapping that cannot be used is refused, and the ticket stays good', { timeout: 60_000 }, async () => {
  const ticket = issueTicket(place.desk, [file])
  const refusal = async (request: RequestOf<'import.start'>) => (await place.refusal('import.start', request)).sentence
  expect(await refusal(start(ticket, WHOLE))).toContain('Look at the file first')
  await place.get('import.preview', { ticket })
  expect(await refusal(start(ticket, mapping({ time: 0, person: 1 })))).toContain('what happened')
  expect(await refusal(start(ticket, mapping({ person: 1, operation: 2 })))).toContain('time or the date')
  expect(await refusal(start(ticket, mapping({ time: 0, person: 99, operation: 2 })))).toContain('does not have')
  expect(
    await refusal(start(ticket, { ...WHOLE, columns: [...WHOLE.columns, { field: 'time', index: 2 }] }))
  ).toContain('twice')
  expect(await refusal({ ...start(ticket, WHOLE), source: 'hr' })).toContain('not both')
  expect((await place.refusal('import.preview', { ticket: 'no such ticket' })).code).toBe('bad-request')
  const { imports } = await place.get('import.start', start(ticket, WHOLE))
  if (imports[0] === undefined) throw new Error('no receipt')
  receipt = imports[0]
  expect(receipt).toMatchObject({ status: 'finished', source: 'mapped', rowsRead: 3, kept: 3, rejected: 0 })
  expect(receipt.warnings.join()).toContain('the day before the month')
  expect((await place.refusal('import.preview', { ticket })).code).toBe('bad-request')
})

test('what was mapped is read as it was said', async () => {
  const activities = await everyRow(place, 'activity.list', {})
  const mine = activities.filter(({ workload }) => workload === 'Archive')
  expect(mine.map(({ atMs, operation }) => [atMs, operation]).sort()).toEqual([
    [Date.UTC(2026, 3, 3, 10), 'Exported'],
    [Date.UTC(2026, 3, 25, 10), 'Exported'],
    [Date.UTC(2026, 3, 26, 10), 'Viewed']
  ])
})

test('another file with the same header needs no mapping', { timeout: 60_000 }, async () => {
  const next = written('next.csv', `27/04/2026 10:00,${LEAVER},Exported,x.dwg,`)
  const { imports } = await place.import([next])
  expect(imports).toMatchObject([
    { source: 'mapped', kept: 1, recognisedBecause: expect.stringContaining('remembers') }
  ])
})

test('the audit log says which fields were mapped, and names no column', async () => {
  const entries = (await everyRow(place, 'audit.list', {})).filter(({ action }) => action === 'import.start')
  const given = entries.filter(({ details }) => 'mapping' in details)
  expect(given.map(({ details }) => details)).toEqual([
    { paths: 1, source: null, mapping: 'time person operation item targets' }
  ])
  expect(entries.length).toBeGreaterThan(given.length)
  expect(JSON.stringify(entries)).not.toMatch(/Told to|Sandvall/)
  expect((await place.get('audit.verify', {})).ok).toBe(true)
})

test(
  'an import is done again from where its file lies, and refused when that is gone',
  { timeout: 60_000 },
  async () => {
    const again = await place.get('import.again', { id: receipt.id })
    expect(again.file).toMatch(/^of ANON-/)
    const { imports } = await place.get('import.start', start(again.ticket, null))
    expect(imports).toMatchObject([{ source: 'mapped', kept: 0, duplicate: 3 }])
    rmSync(file)
    expect(await place.refusal('import.again', { id: receipt.id })).toMatchObject({
      code: 'not-found',
      sentence: expect.stringContaining('no longer where it was')
    })
    expect((await place.refusal('import.again', { id: 999 })).code).toBe('not-found')
  }
)

test('a member of an archive is imported again with its archive', { timeout: 60_000 }, async () => {
  const archive = path.join(place.folder, 'month.zip')
  const bytes = Buffer.from([HEADER, `28/04/2026 10:00,${LEAVER},Viewed,y.dwg,`, ''].join('\n'))
  writeFileSync(archive, await zipped([{ name: 'inner/day.csv', bytes }]))
  const { imports } = await place.import([archive])
  const id = imports[0]?.id ?? 0
  expect(imports).toMatchObject([{ source: 'mapped', kept: 1 }])
  const again = await place.get('import.again', { id })
  expect(again.file).toBe('month.zip')
  const { imports: second } = await place.get('import.start', start(again.ticket, null))
  expect(second).toMatchObject([{ kept: 0, duplicate: 1 }])
})

test('a file that hangs or is none is refused with a sentence', { timeout: 60_000 }, async () => {
  const picture = path.join(place.folder, 'picture.png')
  writeFileSync(picture, Buffer.from([137, 80, 78, 71, 0, 1, 2, 3]))
  const ticket = issueTicket(place.desk, [picture])
  expect(await place.refusal('import.preview', { ticket })).toMatchObject({
    code: 'bad-input',
    sentence: expect.stringContaining('not text')
  })
  expect(place.diagnostics).toEqual([])
})

test(
  'what is said of every row is there the next time, masked, and stays as it was typed',
  { timeout: 60_000 },
  async () => {
    const log = (name: string): string => {
      const at = path.join(place.folder, name)
      writeFileSync(at, `At;By;Where\n03/04/2026 07:5${String(name.length % 10)};${LEAVER};${name}\n`)
      return at
    }
    const said = { workload: 'Gates of Mika Sandvall', operation: 'Passed' }
    const columns = [
      { field: 'time' as const, index: 0 },
      { field: 'person' as const, index: 1 },
      { field: 'item' as const, index: 2 }
    ]
    const looked = async (name: string): Promise<{ ticket: string; remembered: ImportPreview['remembered'] }> => {
      const ticket = issueTicket(place.desk, [log(name)])
      const { remembered } = await place.get('import.preview', { ticket })
      return { ticket, remembered }
    }
    const kept = (ticket: string): unknown => place.desk.previews.get(ticket)?.remembered

    const first = await looked('a.csv')
    expect(first.remembered).toBeNull()
    await place.get('import.start', start(first.ticket, { columns, dateOrder: 'month-first', ...said }))

    const second = await looked('bb.csv')
    expect(second.remembered).toEqual({
      workload: expect.stringMatching(/^Gates of ANON-\w{4}-\w\w$/) as unknown,
      operation: 'Passed',
      dateOrder: 'month-first'
    })
    const shown = second.remembered?.workload ?? ''
    const mapped = { columns, dateOrder: null, workload: shown, operation: 'Left' }
    await place.get('import.start', start(second.ticket, mapped))

    const third = await looked('ccc.csv')
    expect(third.remembered).toEqual({ workload: shown, operation: 'Left', dateOrder: null })
    expect(kept(third.ticket)).toEqual({
      workload: { typed: said.workload, shown },
      operation: { typed: 'Left', shown: 'Left' }
    })
    const tooLong = start(third.ticket, { ...mapped, workload: `${shown} ${'x'.repeat(80)}` })
    expect((await place.refusal('import.start', tooLong)).sentence).toContain('80 letters at most')
    await place.get('import.start', start(third.ticket, { ...mapped, workload: `${shown}, north` }))

    // Only what comes back untouched is put back: what was changed is what the operator saw.
    expect(kept((await looked('dddd.csv')).ticket)).toMatchObject({ workload: { typed: `${shown}, north` } })
  }
)

test('what was typed goes through a long mask unharmed', { timeout: 60_000 }, async () => {
  const workload = Array.from({ length: 8 }, () => 'Sandvall').join(' ')
  const at = path.join(place.folder, 'long.csv')
  writeFileSync(at, `Moment;Login;Gate\n03/04/2026 07:50;${LEAVER};x\n`)
  const columns = [
    { field: 'time' as const, index: 0 },
    { field: 'person' as const, index: 1 }
  ]
  const ticketOf = async (): Promise<{ ticket: string; shown: string }> => {
    const ticket = issueTicket(place.desk, [at])
    return { ticket, shown: (await place.get('import.preview', { ticket })).remembered?.workload ?? '' }
  }
  const mapped = { columns, dateOrder: null, operation: 'Passed' }
  await place.get('import.start', start((await ticketOf()).ticket, { ...mapped, workload }))
  const { ticket, shown } = await ticketOf()
  expect(shown.length).toBeGreaterThan(80)
  await place.get('import.start', start(ticket, { ...mapped, workload: shown }))
  expect((await ticketOf()).shown).toBe(shown)
})
