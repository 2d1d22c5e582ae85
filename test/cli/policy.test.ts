// Policies on the command line: out and in as YAML, versions and what differs, on and off, tried on the history.
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { documentOf, usePlace } from './inward.ts'
import { writeLogs } from './made-logs.ts'

interface Policy {
  id: number
  name: string
  version: number
  status: string
  health: { code: string; level: string; says: string; mend: string }[]
}

const place = usePlace()
const here = ['--workspace', place.workspace]
const file = path.join(place.folder, 'policy.yaml')
const run = async (...args: string[]): Promise<unknown> => documentOf(await place.inward([...args, ...here, '--json']))

beforeAll(async () => {
  const logs = writeLogs(place.folder)
  await run('init')
  await run('import', logs.leavers)
  await run('import', logs.audit)
}, 60_000)

describe('policies on the command line', { timeout: 120_000 }, () => {
  test('go out as YAML, come back as the next version, and say in words what differs', async () => {
    const [first] = (await run('policy', 'list')) as Policy[]
    expect(first).toMatchObject({ id: 1, status: 'on', version: 1 })
    for (const { code, says, mend } of first?.health ?? []) expect([code, says, mend].every(Boolean)).toBe(true)
    const exported = await place.inward(['policy', 'export', '1', ...here])
    expect(exported).toMatchObject({ code: 0, says: '' })
    expect(exported.out, 'nothing refers to another place of the file').not.toMatch(/[&*]a\d/)
    const definition = parse(exported.out) as { alertLine: number; people: object }
    writeFileSync(file, exported.out.replace(`alertLine: ${definition.alertLine}`, 'alertLine: 42'))
    expect(await run('policy', 'edit', '1', '--file', file)).toMatchObject({ id: 1, version: 2 })
    expect(await run('policy', 'versions', '1')).toMatchObject([{ version: 2 }, { version: 1, operator: 'avery' }])
    const differs = { part: 'Line of an alert', before: `score ${definition.alertLine}`, after: 'score 42' }
    expect(await run('policy', 'diff', '1', '--from', '1', '--to', '2')).toEqual([differs])
    const words = await place.inward(['policy', 'diff', '1', '--from', '1', '--to', '2', ...here])
    expect(words.out).toBe(`Line of an alert: score ${definition.alertLine} → score 42\n`)
    expect(await run('policy', 'diff', '1', '--from', '2', '--file', file)).toEqual([])
    const old = await place.inward(['policy', 'export', '1', '--of-version', '1', ...here])
    expect(parse(old.out)).toEqual(definition)
    expect(await place.inward(['policy', 'diff', '1', '--from', '1', ...here])).toMatchObject({ code: 2, out: '' })
  })

  test('may leave out what has a default, and nothing else; a misspelt field is an error', async () => {
    const short = path.join(place.folder, 'short.yaml')
    const text = readFileSync(file, 'utf8')
    const { people, triggerRules, cumulativeExfiltration, scoreOnlyPriorityContent, ...rest } = parse(text) as Record<
      string,
      unknown
    >
    expect([people, triggerRules, cumulativeExfiltration, scoreOnlyPriorityContent]).not.toContain(undefined)
    writeFileSync(short, JSON.stringify(rest))
    const made = (await run(
      'policy',
      'create',
      '--template',
      'data-theft-by-departing-users',
      '--name',
      'Short',
      '--file',
      short
    )) as Policy
    expect(made.name).toBe('Short')
    writeFileSync(short, JSON.stringify({ ...rest, alertline: 3 }))
    const refused = await place.inward(['policy', 'edit', '1', '--file', short, ...here])
    expect(refused).toMatchObject({ code: 1, out: '' })
    expect(refused.says).toContain('policy file cannot be used')
    await run('policy', 'delete', String(made.id))
  })

  test('are copied, switched off and on, and deleted', async () => {
    const copy = (await run('policy', 'copy', '1', '--name', 'Another')) as Policy
    expect(copy).toMatchObject({ name: 'Another', version: 1, status: 'on' })
    const id = String(copy.id)
    const off = (await run('policy', 'off', id)) as Policy
    expect(off).toMatchObject({ status: 'off', health: [{ code: 'switched-off' }] })
    expect(await run('policy', 'on', id)).toMatchObject({ status: 'on' })
    await run('policy', 'delete', id)
    expect(await place.inward(['policy', 'on', id, ...here])).toMatchObject({ code: 1, out: '' })
  })

  test('are tried on the imported history, as they stand and as a file says, and nothing is stored', async () => {
    const before = await run('alerts')
    const tried = (await run('policy', 'backtest', '1')) as {
      days: { date: string; alerts: number }[]
      alerts: number
      people: number
      bySeverity: Record<string, number>
      difference: { same: number }
    }
    expect(tried).toMatchObject({ alerts: 1, people: 1, difference: { added: 0, gone: 0, same: 1 } })
    expect(tried.days.reduce((sum, { alerts }) => sum + alerts, 0)).toBe(1)
    expect(Object.values(tried.bySeverity).reduce((sum, count) => sum + count, 0)).toBe(1)
    const strict = path.join(place.folder, 'strict.yaml')
    writeFileSync(strict, readFileSync(file, 'utf8').replace('alertLine: 42', 'alertLine: 100'))
    expect(await run('policy', 'backtest', '1', '--file', strict)).toMatchObject({ alerts: 0, difference: { gone: 1 } })
    expect(await run('policy', 'backtest', '--file', strict)).toMatchObject({ alerts: 0, difference: null })
    expect(await run('policy', 'backtest', '1', '--to', '2026-02-20')).toMatchObject({ alerts: 0 })
    const shown = await place.inward(['policy', 'backtest', '1', ...here])
    expect(shown.out).toContain('1 the same')
    expect(await run('alerts')).toEqual(before)
    expect(await place.inward(['policy', 'backtest', ...here])).toMatchObject({ code: 2, out: '' })
    expect(await place.inward(['policy', 'backtest', '99', ...here])).toMatchObject({ code: 1, out: '' })
  })

  test('need none for analytics, which do not tell of fewer than five people', async () => {
    expect(await run('analytics')).toEqual({ findings: [], people: 2, days: 40 })
    const shown = await place.inward(['analytics', ...here])
    expect(shown.out).toContain('fewer than five people are left out')
  })
})
