/** The main job in a real window: create, import, triage by keyboard, case, note, export, verify, lock. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import axe from 'axe-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyChain } from '../../src/main/custody/audit-chain.ts'
import { verifyBundle } from '../../src/main/export/bundle/verify.ts'
import { type InwardWindow, openInward, ROOT } from './inward-window.ts'

const PASSPHRASE = 'window-lantern-orbit-7'
const CASE = 'Designs before a departure'
const SAMPLE = path.join(ROOT, 'assets', 'sample')

/** Addresses, names and OneDrive segments of the invented people, in lower case. */
function identities(): readonly string[] {
  const answers: { leavers: string[]; takers: string[] } = JSON.parse(
    readFileSync(path.join(SAMPLE, 'answers.json'), 'utf8')
  )
  return [...new Set([...answers.leavers, ...answers.takers])].flatMap((address) => {
    const [local = ''] = address.split('@')
    return [
      address,
      `${local.replaceAll(/[.-]/g, '_')}_larkfield_example`,
      local.replace('.', ' '),
      ...local.split('.').slice(-1)
    ]
  })
}

describe('the main job in the window', () => {
  let inward: InwardWindow
  beforeAll(async () => {
    inward = await openInward('main-job')
  })
  afterAll(async () => {
    await inward.close()
  })

  async function expectAccessible(): Promise<void> {
    await inward.page.evaluate(axe.source)
    const found = await inward.page.evaluate(async () => {
      const run: unknown = Reflect.get(globalThis, 'axe')
      if (typeof run !== 'object' || run === null || !('run' in run) || typeof run.run !== 'function')
        return ['axe is missing']
      const result: { violations: { id: string; impact: string; nodes: { html: string }[] }[] } = await run.run()
      return result.violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)
    })
    expect(found).toEqual([])
  }

  it('creates a workspace', async () => {
    const { page } = inward
    await inward.answerDialog([path.join(inward.folder, 'case-room')])
    await inward.picture('start')
    await page.getByRole('button', { name: 'Create a workspace…' }).click()
    await page.getByLabel('Operator').fill('ines')
    await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE)
    await page.getByLabel('The same passphrase again', { exact: true }).fill(PASSPHRASE)
    await expectAccessible()
    await inward.picture('create')
    await inward.press('Enter')
    await page.getByRole('navigation').waitFor()
    await inward.picture('empty-workspace')
  })

  it('imports files with a receipt that reconciles', async () => {
    const { page } = inward
    await inward.answerDialog([path.join(SAMPLE, 'audit'), path.join(SAMPLE, 'hr')])
    await inward.press('g', 'i')
    await page.getByRole('button', { name: 'Import a folder…' }).first().click()
    await page.getByRole('dialog').waitFor()
    await inward.picture('import')
    await inward.press('Enter')
    await page.getByRole('status', { name: 'Result of the import' }).waitFor({ timeout: 120_000 })
    await inward.picture('receipts')
    await expectAccessible()
  })

  it('triages the queue by keyboard: dismisses, undoes, confirms', async () => {
    const { page } = inward
    await inward.press('g', 'a')
    await page.getByText('High').first().waitFor()
    await expectAccessible()
    await inward.picture('queue')
    const rows = page.getByRole('row', { name: /ANON-/ })
    const before = await rows.count()
    expect(before).toBeGreaterThan(1)
    await inward.press('j', 'd')
    await page.getByRole('dialog').waitFor()
    await inward.press('1', 'Enter')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await expect.poll(() => rows.count()).toBe(before - 1)
    await inward.press('u')
    await expect.poll(() => rows.count()).toBe(before)
    await inward.press('k', 'k', 'o')
    await page.getByRole('button', { name: 'Open with all activity' }).waitFor()
    await inward.picture('preview')
    await inward.press('Enter')
    await page.getByRole('tab', { name: 'User activity' }).waitFor()
    await expectAccessible()
    await inward.picture('alert')
    await page.getByRole('tab', { name: 'User activity' }).click()
    await inward.picture('timeline')
    await inward.press('c')
    await page.getByLabel('Name of the case').fill(CASE)
    await inward.press('Enter')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  })

  it('writes a note and shows every screen without an error', async () => {
    const { page } = inward
    await inward.press('g', 'c')
    await page.getByText(CASE).first().click()
    await inward.press('Enter')
    await page.getByRole('button', { name: 'Export bundle…' }).waitFor()
    await inward.press('n')
    await page.getByLabel('New note').fill('Asked the owner of the site what these files are.')
    await inward.press('Control+Enter')
    await page.getByText('Asked the owner of the site').first().waitFor()
    await expectAccessible()
    await inward.picture('case')
    for (const [key, name] of [
      ['o', 'overview'],
      ['p', 'people'],
      ['l', 'policies'],
      ['u', 'audit'],
      ['s', 'settings']
    ] as const) {
      await inward.press('g', key)
      await page.waitForTimeout(500)
      await inward.picture(name)
      await expectAccessible()
    }
    await page.emulateMedia({ colorScheme: 'dark' })
    await inward.press('g', 'a')
    await page.waitForTimeout(500)
    await inward.picture('queue-dark')
    await expectAccessible()
    await page.emulateMedia({ colorScheme: 'light' })
  })

  it('exports a bundle that stands without Inward', async () => {
    const { page } = inward
    const out = path.join(inward.folder, 'out')
    await inward.answerDialog([out])
    await inward.press('g', 'c')
    await page.getByText(CASE).first().click()
    await inward.press('Enter')
    await page.getByRole('button', { name: 'Export bundle…' }).click()
    await page.getByRole('button', { name: 'Choose a folder…' }).click()
    await page.getByText('The bundle is written').waitFor()
    await inward.picture('exported')
    await inward.press('Escape')
    const [bundle = ''] = readdirSync(out)
    const verified = await verifyBundle(path.join(out, bundle), (entries) => verifyChain(entries))
    expect(verified).toMatchObject({ ok: true, problems: [] })
    const report = readFileSync(path.join(out, bundle, 'data', 'report.html'), 'utf8').toLowerCase()
    for (const identity of identities()) expect(report.includes(identity), identity).toBe(false)
  })

  it('let no identity cross to the window, and no error appear', async () => {
    const crossed = (await inward.crossed()).toLowerCase()
    expect(crossed.length).toBeGreaterThan(100_000)
    for (const identity of identities()) expect(crossed.includes(identity), identity).toBe(false)
    expect(inward.errors).toEqual([])
  })

  it('locks and unlocks: a wrong passphrase is a clear answer', async () => {
    const { page } = inward
    await inward.press('Control+l')
    await page.getByLabel('Passphrase', { exact: true }).fill('not the passphrase')
    await page.getByLabel('Operator').fill('ines')
    await inward.press('Enter')
    await page.getByText('do not open this workspace').waitFor()
    await inward.picture('wrong-passphrase')
    await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE)
    await inward.press('Enter')
    await page.getByRole('navigation').waitFor()
  })
})
