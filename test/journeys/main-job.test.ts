/** The main job in a real window: create, import, triage by keyboard, case, note, export, verify, lock. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyChain } from '../../src/main/custody/audit-chain.ts'
import { verifyBundle } from '../../src/main/export/bundle/verify.ts'
import { namesIn } from '../privacy/names.ts'
import { type InwardWindow, openInward } from './inward-window.ts'
import { expectNoViolation } from './axe.ts'
import { fillNewWorkspace, importSample } from './new-workspace.ts'

const PASSPHRASE = 'window-lantern-orbit-7'
const CASE = 'Designs before a departure'

/** The main screens: second key after `g`, name of the picture, words in the navigation. */
const SCREENS = [
  ['o', 'overview', 'Overview'],
  ['a', 'queue', 'Alerts'],
  ['c', 'cases', 'Cases'],
  ['r', 'reveals', 'Reveals'],
  ['p', 'people', 'People'],
  ['l', 'policies', 'Policies'],
  ['i', 'imports', 'Imports'],
  ['u', 'audit', 'Audit'],
  ['s', 'settings', 'Settings']
] as const

describe('the main job in the window', () => {
  let inward: InwardWindow
  beforeAll(async () => {
    inward = await openInward('main-job')
  })
  afterAll(async () => {
    await inward.close()
  })

  const expectAccessible = (): Promise<void> => expectNoViolation(inward.page)

  it('creates a workspace', async () => {
    const { page } = inward
    await inward.picture('start')
    await fillNewWorkspace(inward, PASSPHRASE)
    await expectAccessible()
    await inward.picture('create')
    await inward.press('Enter')
    await page.getByRole('navigation').waitFor()
    await inward.picture('empty-workspace')
  })

  it('imports files with a receipt that reconciles', async () => {
    await importSample(inward, () => inward.picture('import'))
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
    await expect.poll(() => rows.count(), { timeout: 30_000 }).toBe(before - 1)
    await inward.press('u')
    await expect.poll(() => rows.count(), { timeout: 30_000 }).toBe(before)
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

  it('writes a note that stays', async () => {
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
  })

  it('shows every screen in light and dark, for everybody to read', async () => {
    const { page } = inward
    // Out of the field of the note, which would take the keys for itself.
    await page.getByRole('tab', { name: 'Case overview' }).click()
    for (const scheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: scheme })
      for (const [key, name, words] of SCREENS) {
        await inward.press('g', key)
        await page.locator('[aria-current="page"]', { hasText: words }).waitFor()
        await page.waitForTimeout(500)
        await inward.picture(scheme === 'dark' ? `${name}-dark` : name)
        await expectAccessible()
      }
    }
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
    const report = readFileSync(path.join(out, bundle, 'data', 'report.html'), 'utf8')
    expect(namesIn(report)).toEqual([])
  })

  it('let no identity cross to the window, and no error appear', async () => {
    const crossed = await inward.crossed()
    expect(crossed.length).toBeGreaterThan(100_000)
    expect(crossed).toMatch(/ANON-\w{4}-\w\w/)
    expect(namesIn(crossed)).toEqual([])
    expect(inward.errors).toEqual([])
  })

  it('locks and unlocks: a wrong passphrase is a clear answer', async () => {
    const { page } = inward
    await inward.press('Control+l')
    await page.getByRole('navigation').waitFor({ state: 'detached' })
    expect(await page.content(), 'the page has forgotten what it showed').not.toMatch(/ANON-|larkfield/i)
    await page.getByLabel('Passphrase', { exact: true }).fill('not the passphrase')
    await page.getByLabel('Operator').fill('ines')
    await inward.press('Enter')
    await page.getByText('do not open this workspace').waitFor()
    await inward.picture('wrong-passphrase')
    await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE)
    await inward.press('Enter')
    await page.getByRole('navigation').waitFor()
  })

  it('leaves nothing of it with Electron', () => {
    const kept = readdirSync(inward.userData, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => ({ name: entry.name, text: readFileSync(path.join(entry.parentPath, entry.name), 'latin1') }))
    expect(kept.length).toBeGreaterThan(0)
    const told = kept.filter(({ text }) => /ANON-\w{4}-|larkfield/i.test(text) || text.includes(PASSPHRASE))
    expect(told.map(({ name }) => name)).toEqual([])
  })
})
