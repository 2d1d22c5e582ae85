// A reader that dies takes its own file with it: the files before and behind it are read, and its receipt says what became
// of it.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { listReceipts } from '../../src/main/store/imports.ts'
import { openReader } from '../../src/main/store/open.ts'
import type { SpawnIntake } from '../../src/main/workers/intake-client.ts'
import { forkIntake } from '../../src/main/workers/intake-fork.ts'
import { auditRecord } from '../intake/audit-record.ts'
import { zipped } from '../intake/zipped.ts'
import { newKeys } from '../store/workspace.ts'
import { importHere, makeStore, type Place } from './import-here.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'inward-dying-'))
const dist = path.resolve(import.meta.dirname, '../../dist')
const storeKeys = newKeys()
const evidence = path.join(folder, 'evidence')
const place: Place = {
  dist,
  folder: path.join(folder, 'store'),
  keys: { main: storeKeys.main.hex, vault: storeKeys.vault.hex }
}

/** Kills the process at the first batch of a file whose path ends so, as a crash of its parser would. */
function dyingAt(end: string): SpawnIntake {
  return () => {
    const handle = forkIntake(`${dist}/intake-process.mjs`)()
    let isAt = false
    return {
      ...handle,
      onMessage(listener) {
        handle.onMessage((message) => {
          if (message.kind === 'file' && message.event.kind === 'start') isAt = message.event.path.endsWith(end)
          if (message.kind === 'batch' && isAt) handle.kill()
          else listener(message)
        })
      }
    }
  }
}

const lines = (from: number, rows: number): string =>
  Array.from({ length: rows }, (_, index) => `${JSON.stringify(auditRecord(from + index))}\n`).join('')

beforeAll(async () => {
  mkdirSync(place.folder)
  mkdirSync(evidence)
  writeFileSync(path.join(evidence, 'a.ndjson'), lines(0, 5))
  writeFileSync(path.join(evidence, 'b-kills.ndjson'), lines(10, 5000))
  writeFileSync(
    path.join(evidence, 'c.zip'),
    await zipped([
      { name: 'first.ndjson', bytes: Buffer.from(lines(6000, 3)) },
      { name: 'second-kills.ndjson', bytes: Buffer.from(lines(6010, 5000)) },
      { name: 'third.ndjson', bytes: Buffer.from(lines(12_000, 4)) }
    ])
  )
  writeFileSync(path.join(evidence, 'd.ndjson'), lines(13_000, 6))
  await makeStore(place)
}, 60_000)
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

it('loses its own file and no other', async () => {
  const ended = await importHere(place, [evidence], undefined, dyingAt('kills.ndjson'))
  expect(ended.ok).toBe(true)
  const reader = openReader(place.folder, storeKeys)
  const receipts = [...listReceipts(reader, 20, null).rows].reverse()
  reader.close()
  const told = receipts.map((receipt) => [path.basename(receipt.path), receipt.status, receipt.kept])
  expect(told.filter(([, status]) => status === 'finished')).toEqual([
    ['a.ndjson', 'finished', 5],
    ['first.ndjson', 'finished', 3],
    ['d.ndjson', 'finished', 6]
  ])
  expect(told.filter(([, status]) => status !== 'finished').map(([name, status]) => [name, status])).toEqual([
    ['b-kills.ndjson', 'stopped'],
    ['second-kills.ndjson', 'stopped'],
    ['c.zip', 'refused']
  ])
  expect(receipts.find(({ status }) => status === 'stopped')?.warnings.join(' ')).toContain('died or hung')
  expect(receipts.find(({ status }) => status === 'refused')?.refusal).toContain('members behind that place')
}, 60_000)
