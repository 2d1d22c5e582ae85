import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { beforeAll, expect, test } from 'vitest'
import { makeCompany } from '../../src/main/cli/bench/made-company.ts'
import { writeRecords } from '../../src/main/cli/bench/made-files.ts'
import { documentOf, OPERATOR, PASSPHRASE, usePlace } from './inward.ts'

const place = usePlace()
const here = ['--workspace', place.workspace, '--json']
const RECORDS = 25_000

beforeAll(async () => {
  expect((await place.inward(['init', ...here])).code).toBe(0)
}, 60_000)

test(
  'a wrong passphrase is one sentence and nothing else, the same for an unknown operator',
  { timeout: 30_000 },
  async () => {
    const wrong = await place.inward(['people', ...here], { env: { INWARD_PASSPHRASE: 'entirely different words' } })
    expect(wrong).toEqual({
      code: 1,
      out: '',
      says: 'inward: Operator and passphrase do not open this workspace. Nothing was changed; try again.\n'
    })
    const unknown = await place.inward(['people', '--operator', 'nobody', ...here])
    expect(unknown).toEqual(wrong)
  }
)

test('a file may hold the passphrase and beats the environment', { timeout: 30_000 }, async () => {
  const file = path.join(place.folder, 'passphrase.txt')
  writeFileSync(file, `${PASSPHRASE}\n`)
  const right = await place.inward(['operator', 'list', '--passphrase-file', file, ...here], {
    env: { INWARD_PASSPHRASE: 'entirely different words' }
  })
  expect(documentOf(right)).toEqual([
    expect.objectContaining({ name: OPERATOR, status: 'active', lastSeen: expect.any(String) as unknown }) as unknown
  ])
  expect(await place.inward(['operator', 'list', '--passphrase-file', 'absent', ...here])).toMatchObject({
    code: 1,
    out: ''
  })
})

test('a weak passphrase makes no workspace', { timeout: 30_000 }, async () => {
  const weak = await place.inward(['init', '--workspace', 'weak'], { env: { INWARD_PASSPHRASE: 'short' } })
  expect(weak).toMatchObject({ code: 1, out: '', says: expect.stringContaining('at least 12 characters') as unknown })
  expect(readdirSync(place.folder)).not.toContain('weak')
})

test(
  'no process is given the passphrase, and Ctrl-C stops an import that the same command resumes',
  { timeout: 60_000 },
  async (context) => {
    if (process.platform !== 'linux') {
      console.info('skipped: looking into other processes needs /proc')
      context.skip()
    }
    const span = { seed: 3, fromMs: Date.UTC(2026, 2, 2), days: 10, records: RECORDS }
    const file = await writeRecords(place.folder, 'many.ndjson', makeCompany(), span)
    const started = place.start(['import', file, ...here], { ownGroup: true })
    const pid = started.child.pid ?? 0
    // Between its fork and its start a process still shows the words of its parent.
    const hasStarted = (child: number): boolean =>
      readFileSync(`/proc/${child}/cmdline`, 'utf8').includes('intake-process')
    const intake = await waitFor(() => childrenOf(pid).find(hasStarted), 20_000)
    expect(readFileSync(`/proc/${pid}/cmdline`, 'utf8')).not.toContain(PASSPHRASE)
    for (const secret of ['cmdline', 'environ'])
      expect(readFileSync(`/proc/${intake}/${secret}`, 'utf8')).not.toMatch(/lanterns|INWARD_/)
    // Stored batches reach the log of the store before they reach the store.
    const log = path.join(place.workspace, 'vault.db-wal')
    await waitFor(() => (readFileSync(log).length > 1_500_000 ? true : undefined), 20_000)
    process.kill(-pid, 'SIGINT')
    const stopped = await started.ended
    expect(stopped.code).toBe(1)
    expect(stopped.says).toMatch(/^inward: The import was stopped\..*\n$/)
    const before = (JSON.parse(stopped.out) as Imported).totals
    expect(before.kept).toBeGreaterThan(0)
    expect(before.kept).toBeLessThan(RECORDS)
    const resumed = await place.inward(['import', file, ...here])
    const { totals } = documentOf(resumed) as Imported
    expect(resumed.code).toBe(0)
    expect(totals).toMatchObject({ kept: RECORDS - before.kept, duplicate: before.kept, rejected: 0 })
    expect(documentOf(await place.inward(['verify', 'workspace', ...here]))).toMatchObject({ ok: true })
  }
)

interface Imported {
  totals: { kept: number; duplicate: number }
}

function childrenOf(pid: number): readonly number[] {
  return readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
    readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8')
      .split(' ')
      .filter((text) => text !== '')
      .map(Number)
  )
}

async function waitFor<Value>(look: () => Value | undefined, mostMs: number): Promise<Value> {
  const endMs = Date.now() + mostMs
  for (;;) {
    const seen = look()
    if (seen !== undefined) return seen
    if (Date.now() > endMs) throw new Error('what was waited for did not happen')
    await sleep(10)
  }
}
