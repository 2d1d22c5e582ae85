import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { issueTicket } from '../../src/main/desk/desk.ts'
import { writeAudit } from '../desk/made-files.ts'
import { OWNER, useDesk } from '../desk/place.ts'
import { type RawKeys, rawKeys } from '../desk/raw-store.ts'

const place = useDesk()
const hasProc = process.platform === 'linux'
if (!hasProc) console.info('skipped: only Linux shows what other processes were started with (/proc)')
const variables = { INWARD_PASSPHRASE: OWNER.passphrase, INWARD_APPROVER_PASSPHRASE: 'an approver’s own passphrase' }
let keys: RawKeys

interface Started {
  readonly pid: number
  readonly command: string
  readonly environment: string
}

/** Children of this process and their children; one that ends meanwhile is left out. */
function childrenOf(parent: number): Started[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
        if (Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) !== parent) return []
        const read = (what: string): string => readFileSync(`/proc/${name}/${what}`, 'utf8').replaceAll('\0', '\n')
        const started = { pid: Number(name), command: read('cmdline'), environment: read('environ') }
        return [started, ...childrenOf(started.pid)]
      } catch {
        // It has ended since the folder was read.
        return []
      }
    })
}

beforeAll(async () => {
  Object.assign(process.env, variables)
  await place.create()
  keys = await rawKeys(place)
}, 60_000)
afterAll(() => {
  for (const name of Object.keys(variables)) Reflect.deleteProperty(process.env, name)
})

test.skipIf(!hasProc)(
  'no process that an import starts is told a key or a passphrase',
  { timeout: 60_000 },
  async () => {
    const file = writeAudit(place.folder, 'audit.ndjson', 12_000)
    const ticket = issueTicket(place.desk, [file])
    let isOver = false
    const running = place
      .get('import.start', { ticket, source: null, timezone: null, label: '' })
      .finally(() => (isOver = true))
    const seen = new Map<string, Started>()
    while (!isOver) {
      for (const started of childrenOf(process.pid)) seen.set(`${started.pid} ${started.command}`, started)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    await running
    const intake = [...seen.values()].filter(({ command }) => command.includes('intake-process.mjs'))
    expect(intake.length).toBeGreaterThan(0)
    for (const { command, environment } of seen.values()) {
      const told = `${command}\n${environment}`
      expect(environment).not.toContain('INWARD_')
      for (const secret of [...Object.values(variables), keys.main, keys.vault]) {
        expect(told).not.toContain(secret)
        expect(told).not.toContain(secret.slice(0, 64))
        expect(told).not.toContain(Buffer.from(secret).toString('base64').slice(0, 30))
      }
      expect(command, 'the files to read are told by message').not.toContain(path.basename(file))
    }
  }
)

test('the process of the desk itself was not told the key either', () => {
  const own = [...process.argv, ...process.execArgv, ...Object.values(process.env)].join('\n')
  for (const key of [keys.main, keys.vault]) expect(own).not.toContain(key.slice(0, 64))
})
