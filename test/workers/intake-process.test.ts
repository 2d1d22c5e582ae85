// The process that opens evidence: started without secrets, fed with credits, stopped at once, and never trusted to end.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { decodeBatch, readRawBlock } from '../../src/main/workers/batch-codec.ts'
import { intakeEnvironment, runIntake, type SpawnIntake } from '../../src/main/workers/intake-client.ts'
import { forkIntake } from '../../src/main/workers/intake-fork.ts'
import type { ImportMessage } from '../../src/main/workers/intake-protocol.ts'
import { auditRecord } from '../intake/audit-record.ts'
import { BERLIN } from '../intake/reading.ts'
import { buildEntry } from './build-entry.ts'

const checkout = path.resolve(import.meta.dirname, '../..')
const folder = mkdtempSync(path.join(tmpdir(), 'inward-intake-process-'))
const built = path.join(folder, 'intake-process.mjs')
const file = path.join(folder, 'audit.jsonl')
const ROWS = 20_000

beforeAll(async () => {
  await buildEntry(path.join(checkout, 'src/main/workers/intake-process.ts'), folder, 'intake-process.mjs')
  const lines = Array.from({ length: ROWS }, (_, index) => JSON.stringify(auditRecord(index)))
  writeFileSync(file, `${lines.join('\n')}\nnot a record\n`)
}, 60_000)

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

function run(
  onMessage: (message: ImportMessage) => Promise<void>,
  signal = new AbortController().signal,
  spawn = forkIntake(built)
) {
  return runIntake({ spawn, paths: [file], options: BERLIN, from: 0, signal, onMessage })
}

it('reads in a process of its own and sends every row once', async () => {
  let rows = 0
  let rejected = 0
  let lastRaw = ''
  const kinds: string[] = []
  const end = await run((message) => {
    if (message.kind === 'file') kinds.push(message.event.kind)
    else {
      const batch = decodeBatch(message.bytes)
      rows += batch.activities.length
      rejected += batch.rejected.length
      const last = batch.activities.at(-1)
      const block = last === undefined ? undefined : batch.rawBlocks[last.rawBlock]
      if (last !== undefined && block !== undefined) lastRaw = readRawBlock(block.bytes)[last.rawIndex] ?? ''
      expect(message.rowsRead).toBe(batch.rowsRead)
    }
    return Promise.resolve()
  })
  expect(end).toEqual({ kind: 'done' })
  expect({ rows, rejected, kinds }).toEqual({ rows: ROWS, rejected: 1, kinds: ['start', 'end'] })
  expect(lastRaw).toBe(JSON.stringify(auditRecord(ROWS - 1)))
})

it('never has more than a few batches under way', async () => {
  let sent = 0
  let stored = 0
  let most = 0
  const counting: SpawnIntake = () => {
    const handle = forkIntake(built)()
    return {
      ...handle,
      onMessage(listener) {
        handle.onMessage((message) => {
          if (message.kind === 'batch') {
            sent += 1
            most = Math.max(most, sent - stored)
          }
          listener(message)
        })
      }
    }
  }
  const end = await run(
    async (message) => {
      if (message.kind === 'batch') {
        await new Promise((resolve) => setTimeout(resolve, 15))
        stored += 1
      }
    },
    new AbortController().signal,
    counting
  )
  expect(end).toEqual({ kind: 'done' })
  expect(sent).toBeGreaterThan(10)
  expect(most).toBeLessThanOrEqual(4)
})

it('stops at the border of a batch when it is cancelled, and the process is gone', async () => {
  const stop = new AbortController()
  let batches = 0
  const exits: Promise<void>[] = []
  const watched: SpawnIntake = () => {
    const handle = forkIntake(built)()
    exits.push(new Promise((resolve) => handle.onExit(resolve)))
    return handle
  }
  const end = await run(
    (message) => {
      if (message.kind === 'batch') {
        batches += 1
        stop.abort()
      }
      return Promise.resolve()
    },
    stop.signal,
    watched
  )
  expect(end).toEqual({ kind: 'stopped' })
  expect(batches).toBe(1)
  await Promise.all(exits)
  expect(exits).toHaveLength(1)
})

it('says so when the process dies', async () => {
  const broken = path.join(folder, 'dies.mjs')
  writeFileSync(broken, "process.on('message', () => process.exit(3))\n")
  const end = await run(() => Promise.resolve(), new AbortController().signal, forkIntake(broken))
  expect(end).toEqual({ kind: 'failed', where: 'exit', place: null })
})

it('hands no secret on', async () => {
  expect(intakeEnvironment({ PATH: '/bin', INWARD_PASSPHRASE: 'x', INWARD_OPERATOR: 'y', HOME: '/root' })).toEqual({
    PATH: '/bin'
  })
  const spy = path.join(folder, 'spy.mjs')
  const seen = path.join(folder, 'seen.json')
  writeFileSync(
    spy,
    `import { writeFileSync } from 'node:fs'\nprocess.on('message', () => { writeFileSync(${JSON.stringify(seen)}, JSON.stringify({ env: Object.keys(process.env), argv: process.execArgv })); process.send({ kind: 'done' }) })\n`
  )
  process.env['INWARD_PASSPHRASE'] = 'a secret'
  try {
    expect(await run(() => Promise.resolve(), new AbortController().signal, forkIntake(spy))).toEqual({ kind: 'done' })
  } finally {
    delete process.env['INWARD_PASSPHRASE']
  }
  const told: unknown = JSON.parse(readFileSync(seen, 'utf8'))
  expect(JSON.stringify(told)).not.toContain('INWARD')
  expect(told).toMatchObject({ argv: ['--max-old-space-size=256', '--max-semi-space-size=8'] })
})
