import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { documentOf, usePlace } from './inward.ts'
import { LEAVER, type MadeLogs, writeLogs } from './made-logs.ts'

interface Receipt {
  id: number
  kept: number
  duplicate: number
  rejected: number
  rowsRead: number
  ignored: number
  source: string
  firstAt: string | null
}
interface Imported {
  imports: Receipt[]
  totals: { rowsRead: number; kept: number; duplicate: number; rejected: number; ignored: number }
}
interface Alert {
  id: number
  pseudonym: string
  score: number
  status: string
  caseId: number | null
  caseStatus: string | null
  detectedAt: string
  insights: { indicator: string; date: string; points: number; count: number; says: string }[]
}

const place = usePlace()
const here = ['--workspace', place.workspace, '--json']
let logs: MadeLogs

async function run(...args: string[]): Promise<unknown> {
  return documentOf(await place.inward([...args, ...here]))
}

beforeAll(async () => {
  logs = writeLogs(place.folder)
  const made = await place.inward(['init', ...here])
  expect(documentOf(made)).toEqual({
    workspace: place.workspace,
    operator: 'avery',
    roles: ['admin', 'analyst', 'investigator', 'approver', 'auditor']
  })
  expect(made.says).toBe('')
}, 60_000)

describe('a whole investigation without a window', { timeout: 60_000 }, () => {
  test('an import keeps every row or says why not, and ends with 3 when some were rejected', async () => {
    const leavers = await place.inward(['import', logs.leavers, ...here])
    expect(leavers.code).toBe(0)
    const ended = await place.inward(['import', logs.audit, ...here])
    expect(ended.code).toBe(3)
    expect(ended.says).toMatch(/^inward: 1 row was rejected; .*\n$/)
    const { imports, totals } = documentOf(ended) as Imported
    expect(imports).toHaveLength(1)
    expect(imports[0]).toMatchObject({
      source: 'm365-audit',
      kept: logs.records,
      rejected: 1,
      duplicate: 0,
      firstAt: '2026-02-02T09:00:00.000Z'
    })
    expect(totals.rowsRead).toBe(totals.kept + totals.duplicate + totals.rejected + totals.ignored)
    const rejected = (await run('import', 'rejected', String(imports[0]?.id))) as { ordinal: number; reason: string }[]
    expect(rejected).toEqual([expect.objectContaining({ ordinal: logs.records + 1 }) as unknown])
  })

  test('the same file again keeps nothing new', async () => {
    const { totals } = (await run('import', logs.audit)) as Imported
    expect(totals).toMatchObject({ kept: 0, duplicate: logs.records, rejected: 1 })
  })

  test('the person who leaves with the drawings is the alert, by pseudonym', async () => {
    const alerts = (await run('alerts')) as Alert[]
    expect(alerts).toHaveLength(1)
    const [alert] = alerts
    expect(alert).toMatchObject({ status: 'needs-review', caseId: null, caseStatus: null })
    expect(alert?.detectedAt).toMatch(/^2026-03-1\dT.*Z$/)
    expect(alert?.insights.map(({ indicator }) => indicator)).toContain('removable-media-copy')
    const points = alert?.insights.reduce((sum, insight) => sum + insight.points, 0) ?? 0
    expect(Math.abs(points - (alert?.score ?? 0))).toBeLessThan(1)
    const found = (await run('person', 'find', '--identity', LEAVER, '--reason', 'tip-off')) as { pseudonym: string }
    expect(found.pseudonym).toBe(alert?.pseudonym)
    const ranked = (await run('rank', '--day', '2026-03-13')) as {
      pseudonym: string
      score: number
      insights: { points: number }[]
    }[]
    expect(ranked[0]).toMatchObject({ date: '2026-03-13', pseudonym: alert?.pseudonym })
    const people = (await run('people')) as { pseudonym: string; alerts: number }[]
    expect(people[0]).toMatchObject({ pseudonym: alert?.pseudonym, alerts: 1, inScope: true, riskScore: alert?.score })
    expect(await run('alerts', '--status', 'dismissed')).toEqual([])
  })

  test('a decision can be taken and undone, and text on the screen says the same', async () => {
    expect(await run('alert', 'dismiss', '1', '--reason', 'she told everybody')).toEqual([
      expect.objectContaining({ status: 'dismissed' }) as unknown
    ])
    const again = await place.inward(['alert', 'dismiss', '1', '--reason', 'other', ...here])
    expect(again).toMatchObject({ code: 1, out: '', says: expect.stringContaining('already triaged') as unknown })
    expect(await run('alert', 'undo', '1')).toMatchObject({ status: 'needs-review' })
    expect(await run('alert', 'confirm', '1', '--new-case', 'Drawings')).toMatchObject({ caseId: 1 })
    await run('case', 'note', '1', '--text', `Called ${LEAVER} about the drive`)
    const shown = await place.inward(['case', 'show', '1', '--workspace', place.workspace])
    expect(shown.out).toContain('Drawings')
    expect(shown.out).toMatch(/Called ANON-\w+-\w+ about the drive/)
    expect(shown.out).not.toContain('sandvall')
  })

  test('a bundle can be checked by anybody, and shows when it was changed', async () => {
    const exported = (await run('export', 'case', '1', '--out', path.join(place.folder, 'out'))) as {
      bundle: string
      files: number
      sha256: string
    }
    expect(path.isAbsolute(exported.bundle)).toBe(true)
    const noKey = { env: { INWARD_PASSPHRASE: null, INWARD_OPERATOR: null } }
    const good = await place.inward(['verify', 'bundle', exported.bundle, '--json'], noKey)
    expect(good.code).toBe(0)
    expect(JSON.parse(good.out)).toMatchObject({ ok: true, problems: [], sha256: exported.sha256 })
    const notes = path.join(exported.bundle, 'data/notes.jsonl')
    writeFileSync(notes, readFileSync(notes, 'utf8').replace('the drive', 'the weather'))
    const changed = await place.inward(['verify', 'bundle', exported.bundle, '--json'], noKey)
    expect(changed.code).toBe(3)
    const found = JSON.parse(changed.out) as { ok: boolean; problems: string[] }
    expect(found.ok).toBe(false)
    expect(found.problems.join(' ')).toContain('notes.jsonl')
    expect(await place.inward(['verify', 'bundle', path.join(place.folder, 'absent')], noKey)).toMatchObject({
      code: 1,
      out: ''
    })
  })

  test('the audit log is whole, goes out as it was sealed, and shows when the copy was changed', async () => {
    const inside = (await run('verify', 'audit')) as { ok: boolean; checked: number }
    expect(inside.ok).toBe(true)
    const file = path.join(place.folder, 'audit-log.jsonl')
    const exported = (await run('audit', 'export', '--out', file)) as { entries: number }
    const noKey = { env: { INWARD_PASSPHRASE: null, INWARD_OPERATOR: null } }
    const good = await place.inward(['verify', 'audit', '--file', file, '--json'], noKey)
    expect(JSON.parse(good.out)).toEqual({ ok: true, checked: exported.entries, problems: [] })
    expect(exported.entries).toBeGreaterThan(inside.checked)
    expect(await place.inward(['audit', 'export', '--out', file, ...here])).toMatchObject({ code: 1, out: '' })
    const lines = readFileSync(file, 'utf8').split('\n')
    for (const [what, changed] of [
      ['changed', lines.map((line, index) => (index === 2 ? line.replace('"avery"', '"hannah"') : line))],
      ['removed', lines.filter((_, index) => index !== 2)],
      ['begins later', lines.slice(1)],
      ['no entry', ['{}', ...lines]]
    ] as const) {
      writeFileSync(file, changed.join('\n'))
      const bad = await place.inward(['verify', 'audit', '--file', file, '--json'], noKey)
      expect(bad.code, what).toBe(3)
      expect(JSON.parse(bad.out), what).toMatchObject({ ok: false, problems: [expect.any(String) as unknown] })
    }
  })

  test('a checkpoint kept elsewhere shows that the end of an exported log is missing', async () => {
    const kept = path.join(place.folder, 'checkpoint.txt')
    const file = path.join(place.folder, 'audit-log-later.jsonl')
    const made = (await run('audit', 'checkpoint', '--out', kept)) as { entries: number; verifierKey: string }
    expect(readFileSync(kept, 'utf8')).toContain(made.verifierKey)
    expect(await place.inward(['audit', 'checkpoint', '--out', kept, ...here])).toMatchObject({ code: 1, out: '' })
    await run('audit', 'export', '--out', file)
    const noKey = { env: { INWARD_PASSPHRASE: null, INWARD_OPERATOR: null } }
    const check = ['verify', 'audit', '--file', file, '--checkpoint', kept, '--json']
    expect(await place.inward(check, noKey)).toMatchObject({ code: 0 })
    expect((await run('verify', 'audit', '--checkpoint', kept)) as object).toMatchObject({ ok: true })
    const lines = readFileSync(file, 'utf8').split('\n')
    writeFileSync(file, `${lines.slice(0, made.entries - 1).join('\n')}\n`)
    const cut = await place.inward(check, noKey)
    expect(cut.code).toBe(3)
    expect((JSON.parse(cut.out) as { problems: string[] }).problems.join(' ')).toContain('The log was truncated')
    writeFileSync(kept, 'nothing of the kind')
    const other = await place.inward(check, noKey)
    expect((JSON.parse(other.out) as { problems: string[] }).problems.join(' ')).toContain('is no checkpoint')
  })

  test('a policy goes out as YAML, comes back as a copy, and a misspelt field is refused', async () => {
    const policies = (await run('policy', 'list')) as { id: number; name: string }[]
    const id = String(policies[0]?.id)
    const yaml = (await place.inward(['policy', 'export', id, '--workspace', place.workspace])).out
    const file = path.join(place.folder, 'policy.yaml')
    writeFileSync(file, yaml.replace('alertLine: 20', 'alertLine: 25'))
    const created = ['policy', 'create', '--template', 'data-theft-by-departing-users', '--file', file, ...here]
    expect(documentOf(await place.inward([...created, '--name', 'Second']))).toMatchObject({
      name: 'Second',
      version: 1
    })
    writeFileSync(file, yaml.replace('alertLine:', 'alertLines:'))
    const refused = await place.inward([...created, '--name', 'Third'])
    expect(refused).toMatchObject({ code: 1, out: '' })
    expect(refused.says).toContain('alertLine')
    await run('policy', 'delete', '2')
  })

  test('what an operator may not do is refused and stays in the audit log', async () => {
    const added = await place.inward(['operator', 'add', 'blair', '--roles', 'auditor', ...here], {
      env: { INWARD_NEW_PASSPHRASE: 'seven red kites above the ford' }
    })
    expect(documentOf(added)).toEqual({ name: 'blair', roles: ['auditor'] })
    const blair = { env: { INWARD_OPERATOR: 'blair', INWARD_PASSPHRASE: 'seven red kites above the ford' } }
    const refused = await place.inward(['alerts', ...here], blair)
    expect(refused).toMatchObject({ code: 1, out: '' })
    expect(refused.says).toMatch(/^inward: Your roles do not allow this\..*\n$/)
    const entries = documentOf(await place.inward(['audit', 'list', '--action', 'alert.list', ...here], blair)) as {
      operator: string
      outcome: string
      at: string
    }[]
    expect(entries).toEqual([
      expect.objectContaining({
        operator: 'blair',
        outcome: 'refused',
        at: expect.stringMatching(/Z$/) as unknown
      }) as unknown
    ])
  })
})
