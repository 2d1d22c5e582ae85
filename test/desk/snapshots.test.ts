import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { LEAVER, writeTaking } from './made-files.ts'
import { everyRow, useDesk } from './place.ts'

const place = useDesk()
const HEADER = 'employee_name,user_id,email,role,business_unit,functional_unit,department,team,supervisor'
const STAYING = ['tove.ahlgren', 'runa.bexell', 'sten.dahlqvist']

function write(file: string, titles: Readonly<Record<string, string>>): string {
  const rows = Object.entries(titles).map(
    ([account, title]) =>
      `${account.replace('.', ' ')},${account},${account}@quarryfield.example,${title},1,Design,Drawing,,`
  )
  const written = path.join(place.folder, file)
  writeFileSync(written, `${HEADER}\n${rows.join('\n')}\n`)
  return written
}

const staying = Object.fromEntries(STAYING.map((account) => [account, 'Designer']))
let months: readonly string[] = []

beforeAll(async () => {
  await place.create()
  months = [
    write('2026-01.csv', { ...staying, 'mika.sandvall': 'Designer' }),
    write('2026-02.csv', { ...staying, 'mika.sandvall': 'Lead designer' }),
    write('2026-03.csv', staying)
  ]
}, 60_000)

const eventsOf = async (): Promise<readonly string[]> => {
  const [alert] = await everyRow(place, 'alert.list', {})
  if (alert === undefined) return []
  const { person } = await place.get('alert.show', { id: alert.id })
  return person.events.map(({ says, atMs }) => `${new Date(atMs).toISOString().slice(0, 10)} ${says}`)
}

const LEFT = '2026-03-01 left between 2026-02-01 and 2026-03-01, as two snapshots of the directory show'

test('whoever is missing in the newest snapshot comes into the scope of the policy', { timeout: 60_000 }, async () => {
  const [first = '', second = '', third = ''] = months
  const { audit } = writeTaking(place.folder)
  const before = await place.import([third, first, audit])
  expect(before.alertsRaised).toBe(1)
  expect(await eventsOf()).toEqual([
    '2026-03-01 left between 2026-01-01 and 2026-03-01, as two snapshots of the directory show'
  ])
  await place.import([second])
  expect(await eventsOf()).toEqual([
    '2026-02-01 title changed between 2026-01-01 and 2026-02-01, as two snapshots of the directory show',
    LEFT
  ])
  const [alert] = await everyRow(place, 'alert.list', {})
  const found = await place.get('person.find', { identity: LEAVER, reason: 'a test' })
  expect(alert?.pseudonym).toBe(found.pseudonym)
  const { triggers } = await place.get('alert.show', { id: alert?.id ?? 0 })
  expect(triggers.map(({ says }) => says)).toEqual([LEFT.slice(11)])
})

test('the receipts say what they were compared with, and a part of the organisation makes no leavers', async () => {
  const part = write('2026-04.csv', { 'runa.bexell': 'Designer' })
  const [april] = (await place.import([part])).imports
  expect(april?.warnings).toEqual([
    'This snapshot holds 1 person, less than half of the 3 of 2026-03-01: it is taken for a part of the organisation, and nobody counts as having left.'
  ])
  const receipts = await everyRow(place, 'import.list', {})
  const march = receipts.find((receipt) => receipt.path.endsWith('2026-03.csv'))
  expect(march?.warnings).toEqual([
    '1 person left and 0 people changed title between 2026-02-01 and 2026-03-01, as two snapshots of the directory show.'
  ])
})

test('without the newest snapshots nobody has left, and the open alert goes', { timeout: 60_000 }, async () => {
  const receipts = await everyRow(place, 'import.list', {})
  for (const { id } of receipts.filter((receipt) => /2026-0[34]\.csv$/.test(receipt.path)))
    await place.get('import.undo', { id })
  expect(await everyRow(place, 'alert.list', {})).toEqual([])
  await place.import([months[2] ?? ''])
  expect(await eventsOf()).toContain(LEFT)
})
