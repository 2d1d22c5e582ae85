// New files of the watched folder are imported once they rest, once each, and again when they changed.
import { appendFileSync, copyFileSync, mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Watch, watchDesk } from '../../src/main/desk/watch.ts'
import { writeAudit, writeTaking } from './made-files.ts'
import { everyRow, useDesk } from './place.ts'

const place = useDesk()
const folder = path.join(place.folder, 'from Mika Sandvall')
let watch: Watch

beforeAll(async () => {
  mkdirSync(path.join(folder, 'deeper'), { recursive: true })
  await place.create()
  // The looks of this test are its own: the timer never comes.
  watch = watchDesk(place.desk, 3_600_000)
}, 60_000)
afterAll(() => {
  watch.stop()
})

/** Two looks: a file is taken once it has rested from one to the next. */
async function lookTwice(): Promise<number> {
  return (await watch.look()) + (await watch.look())
}

describe('the watched folder', { timeout: 60_000 }, () => {
  test('is none until one is chosen; a closed dialog changes nothing', async () => {
    expect(await place.get('watch.show', {})).toEqual({ folder: null, isThere: false })
    place.nextDialog(null)
    expect(await place.get('watch.choose', {})).toEqual({ folder: null, isThere: false })
    writeAudit(folder, 'early.ndjson', 5)
    expect(await lookTwice()).toBe(0)
  })

  test('may not hold the workspace, nor lie in it', async () => {
    place.nextDialog([place.folder])
    expect((await place.refusal('watch.choose', {})).code).toBe('bad-input')
    place.nextDialog([path.join(place.workspace, 'inside')])
    expect((await place.refusal('watch.choose', {})).code).toBe('bad-input')
  })

  test('is shown by its masked name, and what lies in it is imported once it rests', async () => {
    await place.import([writeTaking(place.folder).leavers])
    place.nextDialog([folder])
    const chosen = await place.get('watch.choose', {})
    expect(chosen.isThere).toBe(true)
    expect(chosen.folder).toMatch(/^from ANON-/)
    expect(chosen.folder).not.toContain('Sandvall')
    writeAudit(path.join(folder, 'deeper'), 'later.ndjson', 7)
    writeFileSync(path.join(folder, 'half.ndjson.part'), 'not yet')
    expect(await watch.look()).toBe(0)
    expect(await watch.look()).toBe(2)
    expect(await lookTwice()).toBe(0)
    const receipts = await everyRow(place, 'import.list', {})
    expect(
      receipts
        .filter(({ label }) => label === 'watched folder')
        .map(({ rowsRead }) => rowsRead)
        .sort()
    ).toEqual([5, 7])
  })

  test('waits for a file that is still growing', async () => {
    const file = path.join(folder, 'growing.ndjson')
    copyFileSync(path.join(folder, 'early.ndjson'), file)
    expect(await watch.look()).toBe(0)
    appendFileSync(file, '\n')
    expect(await watch.look()).toBe(0)
    expect(await watch.look()).toBe(1)
  })

  test('takes a changed file again, and its rows that are known count as duplicate', async () => {
    const file = path.join(folder, 'early.ndjson')
    utimesSync(file, new Date(), new Date(Date.now() + 60_000))
    expect(await lookTwice()).toBe(1)
    const [latest] = (await place.get('import.list', { limit: 1 })).rows
    expect(latest).toMatchObject({ rowsRead: 5, kept: 0, duplicate: 5 })
  })

  test('imports nothing while the workspace is locked, nor once it is left', async () => {
    writeAudit(folder, 'while-locked.ndjson', 3)
    await place.get('workspace.lock', {})
    expect(await lookTwice()).toBe(0)
    await place.unlock('avery', 'nine slow lanterns over the marsh')
    expect(await place.get('watch.stop', {})).toEqual({ folder: null, isThere: false })
    expect(await lookTwice()).toBe(0)
    const actions = (await place.get('audit.list', { limit: 100 })).rows.map(({ action }) => action)
    expect(actions).toContain('watch.choose')
    expect(actions).toContain('watch.stop')
  })

  test('rests after an operator cancelled its import, and takes the files at the next unlocking', async () => {
    place.nextDialog([folder])
    await place.get('watch.choose', {})
    const file = writeAudit(folder, 'long.ndjson', 20_000)
    expect(await watch.look()).toBe(0)
    const looking = watch.look()
    while (!(await place.get('import.cancel', {})).wasRunning) await new Promise((resolve) => setTimeout(resolve, 5))
    expect(await looking).toBe(0)
    expect(await lookTwice()).toBe(0)
    await place.get('workspace.lock', {})
    await place.unlock('avery', 'nine slow lanterns over the marsh')
    expect(await lookTwice()).toBeGreaterThan(0)
    const { rows } = await place.get('import.list', { limit: 20 })
    expect(
      rows.find((receipt) => receipt.path.endsWith('long.ndjson') && receipt.status === 'finished')?.rowsRead
    ).toBe(20_000)
    rmSync(file)
    await place.get('watch.stop', {})
  })

  test('says when the folder is gone', async () => {
    place.nextDialog([folder])
    await place.get('watch.choose', {})
    rmSync(folder, { recursive: true })
    expect((await place.get('watch.show', {})).isThere).toBe(false)
    expect(await lookTwice()).toBe(0)
  })
})
