import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Worker } from 'node:worker_threads'
import { beforeAll, describe, expect, test } from 'vitest'
import { everyRow, OWNER, useDesk } from './place.ts'

const place = useDesk()

/** Name and SHA-256 of each file of the workspace. */
function filesNow(): Record<string, string> {
  return Object.fromEntries(
    readdirSync(place.workspace, { recursive: true })
      .map(String)
      .sort()
      .map((name) => [
        name,
        createHash('sha256')
          .update(readFileSync(path.join(place.workspace, name)))
          .digest('hex')
      ])
  )
}

/** How many threads the desk starts meanwhile: a key is derived in one of its own. */
async function countThreads(work: () => Promise<unknown>): Promise<number> {
  const started: Worker[] = []
  const count = (worker: Worker): void => {
    started.push(worker)
  }
  process.on('worker', count)
  try {
    await work()
    // The event comes after the thread has been started.
    await new Promise((resolve) => setImmediate(resolve))
  } finally {
    process.off('worker', count)
  }
  return started.length
}

beforeAll(async () => {
  await place.create()
  await place.get('workspace.lock', {})
}, 60_000)

describe('who cannot unlock', { timeout: 60_000 }, () => {
  const wrong = [
    ['a wrong passphrase', { operator: OWNER.operator, passphrase: 'nine slow lanterns over the mersh' }],
    ['an unknown operator', { operator: 'mallory', passphrase: OWNER.passphrase }],
    ['an unknown operator with a short guess', { operator: 'x', passphrase: 'x' }],
    ['the right one with a blank too many', { operator: OWNER.operator, passphrase: `${OWNER.passphrase} ` }]
  ] as const

  test('gets one and the same answer after the same work', async () => {
    const answers: { code: string; sentence: string }[] = []
    for (const [what, request] of wrong) {
      const threads = await countThreads(async () => {
        const { code, sentence } = await place.refusal('workspace.unlock', request)
        answers.push({ code, sentence })
      })
      expect(threads, what).toBe(1)
    }
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
      new Set([
        JSON.stringify({
          code: 'wrong-passphrase',
          sentence: 'Operator and passphrase do not open this workspace. Nothing was changed; try again.'
        })
      ])
    )
    expect((await place.get('workspace.state', {})).state).toBe('locked')
  })

  test('leaves nothing behind but the count of attempts', async () => {
    const before = filesNow()
    expect(Object.keys(before).sort()).toEqual(['failed-unlocks', 'keys.json', 'main.db', 'vault.db'])
    expect(readFileSync(path.join(place.workspace, 'failed-unlocks'), 'utf8')).toBe('4')
    await place.refusal('workspace.unlock', wrong[1][1])
    const after = filesNow()
    expect(readFileSync(path.join(place.workspace, 'failed-unlocks'), 'utf8')).toBe('5')
    expect({ ...after, 'failed-unlocks': '' }).toEqual({ ...before, 'failed-unlocks': '' })
    expect(place.diagnostics).toEqual([])
  })

  test('is told of by the audit log at the next unlocking, once', async () => {
    await place.unlock(OWNER.operator, OWNER.passphrase)
    const told = await everyRow(place, 'audit.list', { action: 'workspace.unlock-failed' })
    expect(told).toEqual([expect.objectContaining({ outcome: 'refused', details: { attempts: 5 } })])
    expect(existsSync(path.join(place.workspace, 'failed-unlocks'))).toBe(false)
    await place.get('workspace.lock', {})
    await place.unlock(OWNER.operator, OWNER.passphrase)
    expect(await everyRow(place, 'audit.list', { action: 'workspace.unlock-failed' })).toHaveLength(1)
  })
})

describe('who can unlock', { timeout: 60_000 }, () => {
  test('does so with the name in another case, and is called by the name as it was added', async () => {
    await place.unlock(OWNER.operator.toUpperCase(), OWNER.passphrase)
    expect((await place.get('workspace.state', {})).operator).toBe(OWNER.operator)
  })

  test('cannot make a second workspace over the first, nor into a folder with other files', async () => {
    const before = await everyRow(place, 'audit.list', {})
    expect((await place.refusal('workspace.create', { ...OWNER, sample: false })).code).toBe('conflict')
    await place.unlock(OWNER.operator, OWNER.passphrase)
    expect((await everyRow(place, 'audit.list', {})).length).toBeGreaterThanOrEqual(before.length)
    place.nextDialog([place.folder])
    expect(await place.get('workspace.choose', { purpose: 'create' })).toMatchObject({ holds: 'other' })
    expect((await place.refusal('workspace.create', { ...OWNER, sample: false })).code).toBe('conflict')
    expect(existsSync(path.join(place.folder, 'keys.json'))).toBe(false)
  })
})
