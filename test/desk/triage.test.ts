import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { verifyChain } from '../../src/main/custody/audit-chain.ts'
import { verifyBundle } from '../../src/main/export/bundle/verify.ts'
import { contract, type OperationName } from '../../src/shared/contract/index.ts'
import type { AlertRow } from '../../src/shared/contract/alert.ts'
import { LEAVER, writeTaking } from './made-files.ts'
import { everyRow, OWNER, useDesk } from './place.ts'

const place = useDesk()
let alert: AlertRow

async function queue(): Promise<readonly AlertRow[]> {
  return everyRow(place, 'alert.list', {})
}

beforeAll(async () => {
  await place.create()
  const { audit, leavers } = writeTaking(place.folder)
  const { alertsRaised } = await place.import([leavers, audit])
  expect(alertsRaised).toBe(1)
  const [first] = await queue()
  if (first === undefined) throw new Error('no alert')
  alert = first
}, 60_000)

describe('from the queue to the bundle', { timeout: 60_000 }, () => {
  test('the alert explains itself: its lines sum up to its score, and the person is a pseudonym', async () => {
    expect(alert.status).toBe('needs-review')
    const shown = await place.get('alert.show', { id: alert.id })
    const sum = shown.factors.reduce((points, factor) => points + factor.points, 0)
    expect(Math.abs(sum - alert.score)).toBeLessThan(0.5)
    expect(shown.canUndo).toBe(false)
    const found = await place.get('person.find', { identity: LEAVER.toUpperCase(), reason: 'tip-off' })
    expect(found.pseudonym).toBe(alert.pseudonym)
  })

  test('dismissing needs a reason of the list, keeps the words, and can be undone', async () => {
    const words = 'Mika Sandvall told everybody'
    const [dismissed] = await place.get('alert.dismiss', { ids: [alert.id], reason: 'no-real-impact', comment: words })
    expect(dismissed).toMatchObject({ id: alert.id, status: 'dismissed' })
    expect(await place.get('alert.counts', {})).toMatchObject({ byStatus: { dismissed: 1, 'needs-review': 0 } })
    const again = await place.refusal('alert.dismiss', { ids: [alert.id], reason: 'other', comment: '' })
    expect(again.code).toBe('conflict')
    const { decisions, canUndo } = await place.get('alert.show', { id: alert.id })
    expect(canUndo).toBe(true)
    expect(decisions).toEqual([
      {
        says: 'Dismissed: no real impact',
        reason: `${alert.pseudonym} told everybody`,
        operator: OWNER.operator,
        atMs: expect.any(Number),
        isUndone: false
      }
    ])
    expect(await place.get('alert.undo', { id: alert.id })).toMatchObject({ status: 'needs-review' })
    expect((await place.get('alert.show', { id: alert.id })).decisions).toMatchObject([{ isUndone: true }])
    expect((await place.refusal('alert.undo', { id: alert.id })).code).toBe('conflict')
  })

  test('all or nothing: one alert that cannot be decided on leaves the others as they were', async () => {
    const request = { ids: [alert.id, 999_999], reason: 'other', comment: '' }
    expect((await place.refusal('alert.dismiss', request)).code).toBe('not-found')
    expect((await queue())[0]?.status).toBe('needs-review')
    const into = { ids: [999_999], into: { newCase: 'Nothing in it' }, comment: '' }
    expect((await place.refusal('alert.confirm', into)).code).toBe('not-found')
    expect(await place.get('case.list', {})).toEqual([])
  })

  test('the last decision is undone by who took it, and nobody else', async () => {
    const passphrase = 'seven red kites above the ford'
    await place.get('operator.add', {
      name: 'blair',
      roles: ['analyst'],
      passphrase,
      ownPassphrase: OWNER.passphrase
    })
    await place.get('alert.dismiss', { ids: [alert.id], reason: 'other', comment: '' })
    await place.unlock('blair', passphrase)
    expect((await place.refusal('alert.undoLast', {})).code).toBe('conflict')
    await place.unlock(OWNER.operator, OWNER.passphrase)
    const undone = await place.get('alert.undoLast', {})
    expect(undone.says).toBe('The dismissal of one alert was undone.')
    expect(undone.alerts).toMatchObject([{ id: alert.id, status: 'needs-review' }])
  })

  test('confirming opens a case; undoing leaves it, and the case tells of both', async () => {
    const confirm = { ids: [alert.id], into: { newCase: 'Drawings of Mika Sandvall' }, comment: '' }
    const { caseId, alerts } = await place.get('alert.confirm', confirm)
    expect(alerts).toMatchObject([{ status: 'confirmed', caseId, caseStatus: 'active' }])
    expect(alerts[0]?.caseName).toBe(`Drawings of ${alert.pseudonym}`)
    await place.get('alert.undo', { id: alert.id })
    expect((await queue())[0]).toMatchObject({ status: 'needs-review', caseId: null })
    await place.get('alert.confirm', { ids: [alert.id], into: { caseId }, comment: 'after all' })
    const shown = await place.get('case.show', { id: caseId })
    expect(shown.case.people).toEqual([alert.pseudonym])
    expect(shown.notes.map(({ kind }) => kind)).toEqual(['decision', 'decision', 'decision'])
    expect(shown.notes[2]?.text).toContain('after all')
  })

  test('a note is kept for good, and shows no name', async () => {
    const note = await place.get('case.note', {
      id: 1,
      text: 'Mika Sandvall (mika.sandvall@quarryfield.example) called.'
    })
    expect(note).toMatchObject({ kind: 'note', operator: OWNER.operator })
    expect(note.text).toBe(`${alert.pseudonym} (${alert.pseudonym}) called.`)
    expect((await place.get('case.show', { id: 1 })).notes.at(-1)).toEqual(note)
    expect((await place.refusal('case.note', { id: 2, text: 'into nowhere' })).code).toBe('not-found')
  })

  test('an export that is called off writes nothing', async () => {
    place.nextDialog(null)
    expect(await place.get('export.case', { caseId: 1, ticket: null })).toMatchObject({
      wasCancelled: true,
      bundle: ''
    })
    expect((await place.get('case.show', { id: 1 })).notes.filter(({ kind }) => kind === 'export')).toEqual([])
  })

  test('the bundle verifies as it was given out, and no longer once a file of it was changed', async () => {
    const out = path.join(place.folder, 'out')
    mkdirSync(out)
    place.nextDialog([out])
    const exported = await place.get('export.case', { caseId: 1, ticket: null })
    expect(exported).toMatchObject({ wasCancelled: false, redacted: expect.any(Number) })
    const [name, ...others] = readdirSync(out)
    expect(others).toEqual([])
    const bundle = path.join(out, name ?? '')
    expect(await verifyBundle(bundle, verifyChain)).toMatchObject({ ok: true, problems: [], sha256: exported.sha256 })
    const texts = readdirSync(bundle, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'utf8'))
    expect(texts).toHaveLength(exported.files)
    expect(texts.join('\n')).toContain(alert.pseudonym)
    expect(texts.join('\n')).not.toMatch(/sandvall|mika/i)
    const notes = path.join(bundle, 'data/notes.jsonl')
    writeFileSync(notes, readFileSync(notes, 'utf8').replace('called', 'mailed'))
    const changed = await verifyBundle(bundle, verifyChain)
    expect(changed.ok).toBe(false)
    expect(changed.problems.join(' ')).toContain('notes.jsonl')
  })

  test('a resolved case takes its alerts along and takes no more', async () => {
    const request = { id: 1, as: 'violation', text: 'Agreed with HR.' } as const
    expect(await place.get('case.resolve', request)).toMatchObject({ status: 'closed', resolution: 'violation' })
    expect((await queue())[0]).toMatchObject({ status: 'resolved', caseStatus: 'closed' })
    expect((await place.refusal('case.resolve', request)).code).toBe('conflict')
    expect((await place.get('alert.show', { id: alert.id })).person.earlierViolations).toBe(1)
  })

  test('and each change that was asked for left an entry of its own, done or refused', async () => {
    const changes = Object.entries(contract)
      .filter(([, { kind }]) => kind === 'change')
      .map(([name]) => name as OperationName)
    const entries = await everyRow(place, 'audit.list', {})
    const count = (name: string): number => place.asked.filter((each) => each === name).length
    const written = (name: string): number => entries.filter(({ action }) => action === name).length
    // A new workspace has its first operator and policy; unlocking again locks first; an export writes a note; one that is
    // called off leaves nothing.
    const besides: Partial<Record<OperationName, number>> = {
      'operator.add': 1,
      'policy.create': 1,
      'workspace.lock': count('workspace.unlock'),
      'case.note': 1,
      'export.case': -1
    }
    const wrong = changes
      .map((name) => ({ name, asked: count(name) + (besides[name] ?? 0), written: written(name) }))
      .filter((each) => each.asked !== each.written)
    expect(wrong).toEqual([])
    expect(JSON.stringify(entries)).not.toMatch(/sandvall|mika/i)
    expect(await place.get('audit.verify', {})).toEqual({ ok: true, checked: entries.length, problems: [] })
    expect(place.diagnostics).toEqual([])
  })
})
