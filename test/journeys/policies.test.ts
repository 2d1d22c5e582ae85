/** From anonymous findings to a policy, its back-test and its alerts; an edit that says what differs; settings beside it. */
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectNoViolation } from './axe.ts'
import { type InwardWindow, openInward, ROOT } from './inward-window.ts'

const PASSPHRASE = 'window-lantern-orbit-7'
const SAMPLE = path.join(ROOT, 'assets', 'sample')
const NEXT = 'Control+Enter'

describe('policies in the window', () => {
  let inward: InwardWindow
  beforeAll(async () => {
    inward = await openInward('policies')
    const { page } = inward
    await inward.answerDialog([path.join(inward.folder, 'case-room')])
    await page.getByRole('button', { name: 'Create a workspace…' }).click()
    await page.getByLabel('Operator').fill('ines')
    await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE)
    await page.getByLabel('The same passphrase again', { exact: true }).fill(PASSPHRASE)
    await inward.press('Enter')
    await page.getByRole('navigation').waitFor()
    await inward.answerDialog([path.join(SAMPLE, 'audit'), path.join(SAMPLE, 'hr')])
    await inward.press('g', 'i')
    await page.getByRole('button', { name: 'Import a folder…' }).first().click()
    await page.getByRole('dialog').waitFor()
    await inward.press('Enter')
    await page.getByRole('status', { name: 'Result of the import' }).waitFor({ timeout: 120_000 })
  })
  afterAll(async () => {
    await inward.close()
  })

  const heading = (name: string): Promise<void> => inward.page.getByRole('heading', { name, exact: true }).waitFor()

  it('leads from an anonymous finding into the wizard, and by keyboard through it', async () => {
    const { page } = inward
    await inward.press('g', 'y')
    await page.getByRole('button', { name: 'Create this policy' }).first().waitFor()
    await expectNoViolation(page)
    await inward.picture('analytics')
    await page.getByRole('button', { name: 'Create this policy' }).first().focus()
    await inward.press('Enter')
    await heading('Name')
    await inward.picture('wizard-name')
    for (const step of [
      'People',
      'Content to prioritise',
      'Triggers',
      'Indicators',
      'Thresholds',
      'Sequences and boosters',
      'Review'
    ]) {
      await inward.press(NEXT)
      await heading(step)
      await inward.picture(`wizard-${step.toLowerCase().replaceAll(' ', '-')}`)
    }
  })

  it('tries the draft over the imported history before it is made, and then raises alerts', async () => {
    const { page } = inward
    await page.getByRole('button', { name: 'Run the back-test' }).click()
    await page.getByRole('table', { name: 'Strongest reasons' }).waitFor({ timeout: 60_000 })
    await inward.picture('backtest')
    await expectNoViolation(page)
    await inward.press(NEXT)
    await page.getByRole('region', { name: 'How it works' }).waitFor({ timeout: 60_000 })
    await inward.picture('policy')
    await expectNoViolation(page)
    await inward.press('g', 'a')
    await expect
      .poll(() => page.getByRole('row', { name: /General data leaks/ }).count(), { timeout: 60_000 })
      .toBeGreaterThan(0)
    await inward.picture('queue')
  })

  it('shows settings, the catalogue and people, each without a violation', async () => {
    const { page } = inward
    for (const [key, name] of [
      ['l', 'dashboard'],
      ['d', 'catalogue'],
      ['s', 'settings'],
      ['p', 'people']
    ] as const) {
      await inward.press('g', key)
      await page.waitForTimeout(1500)
      await inward.picture(name)
      await expectNoViolation(page)
    }
    expect(inward.errors).toEqual([])
  })
})
