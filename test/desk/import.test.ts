import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { issueTicket } from '../../src/main/desk/desk.ts'
import type { Receipt } from '../../src/shared/contract/import.ts'
import { writeAudit } from './made-files.ts'
import { everyRow, useDesk } from './place.ts'

const ROWS = 12_000
const BROKEN_EVERY = 400
const BROKEN = ROWS / BROKEN_EVERY

const place = useDesk()
let file: string
let stopped: Receipt
let goneOn: Receipt

function expectReconciled(receipt: Receipt): void {
  const { rowsRead, kept, duplicate, rejected, ignored } = receipt
  expect(rowsRead).toBe(kept + duplicate + rejected + ignored)
}

function only(receipts: readonly Receipt[]): Receipt {
  const [receipt] = receipts
  if (receipt === undefined || receipts.length !== 1) throw new Error('one receipt was expected')
  return receipt
}

const activities = async (): Promise<number> => (await place.get('workspace.state', {})).counts.activities

beforeAll(async () => {
  await place.create()
  file = writeAudit(place.folder, 'audit.ndjson', ROWS, BROKEN_EVERY)
}, 60_000)

describe('an import', { timeout: 60_000 }, () => {
  test('is cancelled at the border of a batch; what was stored stays, with a receipt that reconciles', async () => {
    const running = place.ask('import.start', {
      ticket: issueTicket(place.desk, [file]),
      source: null,
      timezone: null,
      label: 'first try'
    })
    for (;;) {
      const progress = await place.get('import.progress', {})
      if (progress.kept > 0) break
      expect(await Promise.race([running.then(() => 'ended'), soon()])).toBe('running')
    }
    expect((await place.refusal('import.start', { ...again(), ticket: 'x' })).code).toBe('busy')
    expect(await place.get('import.cancel', {})).toEqual({ wasRunning: true })
    const outcome = await running
    if (!outcome.ok) throw new Error(outcome.sentence)
    expect(outcome.value.wasCancelled).toBe(true)
    stopped = only(outcome.value.imports)
    expect(stopped).toMatchObject({ status: 'stopped', label: 'first try', duplicate: 0, sha256: '' })
    expect(stopped.warnings).toHaveLength(1)
    expect(stopped.kept).toBeGreaterThan(0)
    expect(stopped.rowsRead).toBeLessThan(ROWS)
    expectReconciled(stopped)
    expect(await activities()).toBe(stopped.kept)
    expect(await place.get('import.progress', {})).toMatchObject({ isRunning: false, phase: 'idle' })
    expect(await place.get('import.cancel', {})).toEqual({ wasRunning: false })
  })

  test('of the same file goes on where the first was cancelled: what is there counts as duplicate', async () => {
    goneOn = only((await place.import([file])).imports)
    expect(goneOn).toMatchObject({ status: 'finished', rowsRead: ROWS, rejected: BROKEN, duplicate: stopped.kept })
    expect(goneOn.kept).toBe(ROWS - BROKEN - stopped.kept)
    expectReconciled(goneOn)
    expect(await activities()).toBe(ROWS - BROKEN)
  })

  test('once more keeps nothing new, and its rejected rows are those of the first whole import', async () => {
    const before = await place.get('workspace.state', {})
    const third = only((await place.import([file])).imports)
    expect(third).toMatchObject({ rowsRead: ROWS, kept: 0, duplicate: ROWS - BROKEN, rejected: BROKEN })
    expect(third.sha256).toBe(goneOn.sha256)
    expectReconciled(third)
    expect((await place.get('workspace.state', {})).counts).toEqual({ ...before.counts, imports: 3 })
    const rejected = await everyRow(place, 'import.rejected', { id: third.id, limit: 7 })
    expect(rejected).toEqual(await everyRow(place, 'import.rejected', { id: goneOn.id }))
    expect(rejected.map(({ ordinal, line }) => [ordinal, line])).toEqual(
      Array.from({ length: BROKEN }, (_, index) => [(index + 1) * BROKEN_EVERY, (index + 1) * BROKEN_EVERY])
    )
    expect(rejected.every(({ reason, excerpt }) => reason !== '' && excerpt.startsWith('{"CreationTime":'))).toBe(true)
  })

  test('of a file that nobody knows is refused with a receipt, and the next file is still read', async () => {
    const unknown = path.join(place.folder, 'holiday.jpg')
    writeFileSync(unknown, Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]))
    const good = writeAudit(place.folder, 'short.ndjson', 20)
    const { imports } = await place.import([unknown, path.join(place.folder, 'absent.csv'), good])
    expect(imports.map(({ status }) => status)).toEqual(['refused', 'refused', 'finished'])
    expect(imports.map(({ refusal }) => refusal !== null)).toEqual([true, true, false])
    expect(imports[2]).toMatchObject({ rowsRead: 20, kept: 0, duplicate: 20 })
  })

  test('is taken back: what a later import of the same file holds goes over to it, the rest goes, receipts stay', async () => {
    const listed = await everyRow(place, 'import.list', {})
    const third = listed.find(({ sha256, id }) => sha256 === goneOn.sha256 && id !== goneOn.id)
    if (third === undefined) throw new Error('the file was imported twice')
    expect(await place.get('import.undo', { id: goneOn.id })).toEqual({ removedActivities: 0, removedHrEvents: 0 })
    expect(await activities()).toBe(ROWS - BROKEN)
    expect(await place.get('import.show', { id: goneOn.id })).toEqual({ ...goneOn, status: 'undone' })
    expect((await place.refusal('import.undo', { id: goneOn.id })).code).toBe('conflict')
    expect(await everyRow(place, 'import.rejected', { id: goneOn.id })).toEqual([])
    expect(await place.get('import.undo', { id: third.id })).toEqual({
      removedActivities: goneOn.kept,
      removedHrEvents: 0
    })
    expect(await activities()).toBe(stopped.kept)
    const back = only((await place.import([file])).imports)
    expect(back).toMatchObject({ kept: goneOn.kept, duplicate: stopped.kept, rejected: BROKEN })
    expect(await activities()).toBe(ROWS - BROKEN)
  })

  test('leaves its days in the coverage, and its findings in its receipt', async () => {
    const { sources, timezone } = await place.get('import.coverage', {})
    expect(timezone).toBe('UTC')
    expect(sources.map(({ source, workload, activities: n }) => [source, workload, n])).toEqual([
      ['m365-audit', 'SharePoint', ROWS - BROKEN]
    ])
    expect(sources[0]?.days[0]).toMatchObject({ date: '2026-02-02' })
    expect(sources[0]?.gaps).toEqual([])
    expect(goneOn.findings).toEqual([
      {
        kind: 'overlap',
        says: `${String(stopped.kept)} rows are in import ${String(stopped.id)} as well; counted once.`
      }
    ])
  })

  test('and everything about it is in the audit log', async () => {
    const entries = await everyRow(place, 'audit.list', {})
    const actions = entries.map(({ action }) => action)
    expect(actions.filter((action) => action === 'import.start')).toHaveLength(5)
    expect(actions.filter((action) => action === 'import.undo')).toHaveLength(3)
    expect(actions).toContain('import.cancel')
    const receipts = entries.filter(({ action }) => action === 'import.file' || action === 'import.refused')
    const listed = await everyRow(place, 'import.list', { limit: 2 })
    expect(new Set(receipts.map(({ objectId }) => objectId))).toEqual(new Set(listed.map(({ id }) => String(id))))
    expect(receipts).toHaveLength(listed.length)
    const goneOnEntry = receipts.find(({ objectId }) => objectId === String(goneOn.id))
    const { rowsRead, kept, duplicate, rejected, sha256 } = goneOn
    expect(goneOnEntry?.details).toEqual({ status: 'finished', sha256, rowsRead, kept, duplicate, rejected })
    expect(JSON.stringify(entries)).not.toContain('audit.ndjson')
    expect(place.diagnostics).toEqual([])
  })
})

function again() {
  return { ticket: '', source: null, timezone: null, label: '' }
}

function soon(): Promise<'running'> {
  return new Promise((resolve) => setTimeout(() => resolve('running'), 2))
}
