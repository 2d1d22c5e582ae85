// The same records in several files: which imports hold them, and what is left of that when one is taken back.
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { writeAudit } from './made-files.ts'
import { everyRow, useDesk } from './place.ts'

const place = useDesk()
let lines: readonly string[]

async function importLines(name: string, from: number, to: number): Promise<number> {
  const file = path.join(place.folder, name)
  writeFileSync(file, `${lines.slice(from, to).join('\n')}\n`)
  return (await place.import([file])).imports[0]?.id ?? 0
}

/** How many activities lie how: `1 +2` is held by import 1 and by import 2 as well. */
async function held(filter: { readonly indicator?: string } = {}): Promise<Readonly<Record<string, number>>> {
  const found: Record<string, number> = {}
  for (const { importId, alsoIn } of await everyRow(place, 'activity.list', filter)) {
    const key = [String(importId), ...alsoIn.map((id) => `+${String(id)}`)].join(' ')
    found[key] = (found[key] ?? 0) + 1
  }
  return found
}

beforeAll(async () => {
  await place.create()
  lines = readFileSync(writeAudit(place.folder, 'all.ndjson', 700), 'utf8')
    .trimEnd()
    .split('\n')
}, 60_000)

test('a record in several files names all of their imports, page by page', { timeout: 60_000 }, async () => {
  expect(await importLines('first.ndjson', 0, 300)).toBe(1)
  expect(await held()).toEqual({ '1': 300 })
  expect(await importLines('second.ndjson', 200, 500)).toBe(2)
  expect(await importLines('third.ndjson', 250, 600)).toBe(3)
  const all = { '1': 200, '1 +2': 50, '1 +2 +3': 50, '2 +3': 200, '3': 100 }
  expect(await held()).toEqual(all)
  // Pages of an indicator are put together another way.
  expect(await held({ indicator: 'sharepoint-download' })).toEqual(all)
})

test('the same file once more is no further import of its records', { timeout: 60_000 }, async () => {
  const before = await held()
  expect(await importLines('again.ndjson', 0, 300)).toBe(4)
  expect(await held()).toEqual(before)
  await place.get('import.undo', { id: 4 })
})

test('after the first is undone its records belong to the next, and to no other', { timeout: 60_000 }, async () => {
  await place.get('import.undo', { id: 1 })
  expect(await held()).toEqual({ '2': 50, '2 +3': 250, '3': 100 })
  await place.get('import.undo', { id: 2 })
  expect(await held()).toEqual({ '3': 350 })
})
