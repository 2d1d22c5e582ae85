// The engine is killed twenty times in the middle of an import, at points spread over it. Each time the store opens whole,
// the same import is run again, and in the end the content is that of an import that nobody disturbed.
import { fork } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openReader, openWriter } from '../../src/main/store/open.ts'
import { storeContent, type StoreContent } from '../store/content.ts'
import { newKeys } from '../store/workspace.ts'
import { CALLER, importHere, makeStore, type Place, withWriter } from './import-here.ts'
import { buildEntry } from './build-entry.ts'

const checkout = path.resolve(import.meta.dirname, '../..')
const folder = mkdtempSync(path.join(tmpdir(), 'inward-kill-'))
const child = path.join(folder, 'import-child.mjs')
const storeKeys = newKeys()
const keys = { main: storeKeys.main.hex, vault: storeKeys.vault.hex }
const made = path.join(folder, 'made')
const ROWS = 3000
const KILLS = 20
const CHAINS = 5

const place = (name: string): Place => ({ dist: path.join(checkout, 'dist'), folder: path.join(folder, name), keys })
/** A copy of the empty store: the secrets that its hashes are made with are part of it. */
function copyOf(name: string): Place {
  const copy = place(name)
  cpSync(place('empty').folder, copy.folder, { recursive: true })
  return copy
}
const content = (at: Place, provenances = true): StoreContent => storeContent(at.folder, storeKeys, { provenances })

let audit: string
let overlapping: string
let paths: readonly string[]

beforeAll(async () => {
  await buildEntry(path.join(import.meta.dirname, 'import-child.ts'), folder, 'import-child.mjs')
  mkdirSync(place('empty').folder)
  mkdirSync(made)
  await makeStore(place('empty'))
  audit = writeRecords('audit.ndjson', 0, ROWS)
  overlapping = writeRecords('overlapping.ndjson', ROWS - 1500, ROWS + 500)
  const leavers = path.join(made, 'leavers.csv')
  const rows = Array.from(
    { length: 7 },
    (_, index) =>
      `${personOf(index)},Person ${String(index)},Sales ${String(index)},2026-03-0${String(index + 1)},2026-03-31`
  )
  writeFileSync(
    leavers,
    `UserPrincipalName,DisplayName,Department,ResignationDate,LastWorkingDate\n${rows.join('\n')}\n`
  )
  paths = [leavers, audit]
}, 60_000)

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

describe('an import', { timeout: 120_000 }, () => {
  it('that is killed at any point and run again ends with the content of an undisturbed one', async () => {
    const whole = copyOf('whole')
    const steps = await killAfter(whole, Infinity)
    expect(steps).toBeGreaterThanOrEqual(KILLS / 2)
    const expected = content(whole)
    expect(expected['activities']?.length).toBe(ROWS - ROWS / 500)
    expect(expected['hrEvents']).toHaveLength(7)
    let cutShort = 0
    // Several kills in a row on one store: what the first left behind, the next run meets as duplicates and is killed too.
    for (let chain = 0; chain < CHAINS; chain += 1) {
      const at = copyOf(`killed-${String(chain)}`)
      for (let kill = chain; kill < KILLS; kill += CHAINS) {
        // Spread over the steps of the run, and by a fixed sequence over the moments of a step.
        await killAfter(at, 1 + Math.floor(((steps - 1) * kill) / KILLS), (kill * 7919) % 23)
        const { activities, isWhole } = stateOf(at)
        expect(isWhole, `kill ${String(kill)}`).toBe(true)
        if (activities < ROWS - ROWS / 500) cutShort += 1
      }
      expect((await importHere(at, paths)).ok).toBe(true)
      const found = content(at)
      for (const part of Object.keys(expected)) expect(found[part], `${part} of ${at.folder}`).toEqual(expected[part])
    }
    // A run in which every kill came too late would show nothing.
    expect(cutShort).toBeGreaterThan(KILLS / 2)
  })

  it('of the same file again changes nothing, and one that is taken back leaves what was there before', async () => {
    const at = copyOf('undone')
    await importHere(at, paths)
    const before = content(at)
    await importHere(at, paths)
    expect(content(at)).toEqual(before)
    const second = await importHere(at, [overlapping])
    if (!second.ok) throw new Error(second.sentence)
    expect(content(at)).not.toEqual(before)
    await undo(at, second.value.importIds)
    expect(content(at)).toEqual(before)
  })

  it('that is taken back leaves a later import that overlaps it as if it had come alone', async () => {
    const at = copyOf('overlapped')
    const alone = copyOf('alone')
    const first = await importHere(at, paths)
    if (!first.ok) throw new Error(first.sentence)
    await importHere(at, [overlapping])
    await undo(at, first.value.importIds)
    await importHere(alone, [overlapping])
    expect(content(at)).toEqual(content(alone))
  })

  it('whose undo was killed half way is taken back when the store is opened again', async () => {
    const at = copyOf('half')
    await importHere(at, paths)
    const before = content(at)
    const second = await importHere(at, [overlapping])
    if (!second.ok) throw new Error(second.sentence)
    const [id] = second.value.importIds
    // The change alone: the step that empties the vault never comes.
    await withWriter(at, (writer) => writer.change('import.undo', { id: id ?? 0 }, CALLER))
    expect(content(at)['leftovers']?.length).toBeGreaterThan(0)
    await withWriter(at, (writer) => writer.run('import.undone', null))
    expect(content(at)).toEqual(before)
  })
})

/** Opens the store as the next start does, and looks whether every activity has its texts and its raw record, and no other is there. */
function stateOf({ folder: at }: Place): { activities: number; isWhole: boolean } {
  openWriter(at, storeKeys, false).close()
  const sql = openReader(at, storeKeys)
  const activities = sql.number('SELECT count(*) FROM activity')
  const whole = sql.number(
    'SELECT count(*) FROM activity a JOIN vault.activity_text t ON t.activity_id = a.id JOIN vault.raw_block b ON b.id = a.raw_block_id JOIN block m ON m.id = b.id'
  )
  const texts = sql.number('SELECT count(*) FROM vault.activity_text')
  sql.close()
  return { activities, isWhole: whole === activities && texts === activities }
}

async function undo(at: Place, ids: readonly number[]): Promise<void> {
  for (const id of ids) {
    await withWriter(at, async (writer) => {
      const changed = await writer.change('import.undo', { id }, CALLER)
      return changed.ok ? writer.run('import.undone', null) : changed
    })
  }
}

/** Kills an import a moment after one of its steps, or lets it end. Gives the steps that it told of. */
function killAfter(at: Place, steps: number, laterMs = 0): Promise<number> {
  const importing = fork(child, [], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], execArgv: [] })
  importing.send({ place: at, paths })
  let told = 0
  return new Promise((resolve, reject) => {
    importing.on('message', () => {
      told += 1
      if (told === steps) setTimeout(() => importing.kill('SIGKILL'), laterMs)
    })
    importing.once('exit', (code) => {
      if (code === 1) reject(new Error('the import failed by itself'))
      else resolve(told)
    })
  })
}

function personOf(index: number): string {
  return `person-${String(index % 7)}@quarryfield.example`
}

/** Long records, so that few rows make many batches; every five hundredth line is cut off. */
function writeRecords(name: string, from: number, to: number): string {
  const file = path.join(made, name)
  const lines: string[] = []
  for (let index = from; index < to; index += 1) {
    const line = JSON.stringify({
      CreationTime: new Date(Date.UTC(2026, 1, 2) + index * 240_000).toISOString().slice(0, 19),
      Id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
      Operation: index % 3 === 0 ? 'FileDownloaded' : 'FileAccessed',
      OrganizationId: '5f8d3c1e-0000-4000-8000-000000000001',
      RecordType: 6,
      UserKey: personOf(index),
      UserType: 0,
      Version: 1,
      UserId: personOf(index),
      ClientIP: `203.0.113.${String(index % 200)}`,
      Workload: 'SharePoint',
      ItemType: 'File',
      SiteUrl: `https://quarryfield.sharepoint.com/sites/Site-${String(index % 40)}/`,
      SourceRelativeUrl: 'Shared Documents',
      SourceFileName: `drawing-${String(index % 900)}.dwg`,
      ObjectId: `https://quarryfield.sharepoint.com/sites/Site-${String(index % 40)}/drawing-${String(index % 900)}.dwg`,
      UserAgent: `made ${'x'.repeat(3000)} ${String(index)}`
    })
    lines.push((index + 1) % 500 === 0 ? line.slice(0, 400) : line)
  }
  writeFileSync(file, `${lines.join('\n')}\n`)
  return file
}
