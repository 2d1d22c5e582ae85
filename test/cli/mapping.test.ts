// A log that no reader knows: looked at, mapped with a file, and read without one the next time.
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { usePlace } from './inward.ts'

const place = usePlace()
const inward = (args: readonly string[]) => place.inward([...args, '--workspace', place.workspace])
const log = path.join(place.folder, 'doors.csv')
const map = path.join(place.folder, 'doors.yaml')

beforeAll(async () => {
  writeFileSync(
    log,
    'When;Login;What;Door\n03/04/2026 08:01;mvalk;Entered;Hall 2\n25/04/2026 09:00;mvalk;Left;Hall 2\n'
  )
  expect((await inward(['init'])).code).toBe(0)
}, 60_000)

test('a preview names columns, and of people only the kind', { timeout: 60_000 }, async () => {
  const { code, out } = await inward(['import', 'preview', log, '--json'])
  expect(code).toBe(0)
  const document: unknown = JSON.parse(out)
  expect(document).toMatchObject({
    source: null,
    wrapping: 'csv',
    rows: 2,
    suggested: expect.arrayContaining([{ field: 'person', name: 'Login' }]),
    dateOrder: 'day-first',
    isDateOrderCertain: true
  })
  expect(out).not.toContain('mvalk')
  const text = await inward(['import', 'preview', log])
  expect(text.out).toContain('Entered | Left')
  expect((await inward(['import', 'preview', `${log}.gone`])).code).toBe(1)
})

test('a mapping file is strict', { timeout: 60_000 }, async () => {
  const refusal = async (yaml: string): Promise<string> => {
    writeFileSync(map, yaml)
    const { code, says } = await inward(['import', log, '--map', map])
    expect(code).toBe(1)
    return says
  }
  expect(await refusal('colums: {}')).toContain('cannot be used at “columns”')
  expect(await refusal('columns: { time: Whenever, person: Login }\noperation: Door')).toContain('no column “Whenever”')
  expect(await refusal('columns: { time: When }\noperation: Door')).toContain('named for the person')
  expect(await refusal('columns: { time: When, person: [Login] }')).toContain('columns.person')
})

test('with it the log is read, and without it the next time', { timeout: 60_000 }, async () => {
  writeFileSync(map, 'columns: { time: when, person: login, operation: WHAT, device: Door }\nworkload: Doors\n')
  const first = await inward(['import', log, '--map', map, '--json'])
  expect([first.code, JSON.parse(first.out)]).toMatchObject([0, { imports: [{ source: 'mapped', kept: 2 }] }])
  const second = await inward(['import', log, '--json'])
  expect(JSON.parse(second.out)).toMatchObject({ imports: [{ source: 'mapped', kept: 0, duplicate: 2 }] })
  const looked = await inward(['import', 'preview', log])
  expect(looked.out).toContain('mapped before, for every row: product “Doors”')
  const both = await inward(['import', log, '--map', map, '--source', 'hr'])
  expect([both.code, both.says]).toEqual([1, expect.stringContaining('not both')])
})
