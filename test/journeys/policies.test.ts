/** From anonymous findings to a policy, its back-test and its alerts; an edit that says what differs; settings beside it. */
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectNoViolation } from './axe.ts'
import { type InwardWindow, openInward } from './inward-window.ts'
import { createWorkspace, importSample } from './new-workspace.ts'

const PASSPHRASE = 'window-lantern-orbit-7'
const NEXT = 'Control+Enter'
// A screen that takes longer to walk through is none for the keyboard.
const MOST_STOPS = 40
const INDICATOR = 'Downloading files from SharePoint'

const SCREENS = [
  ['l', 'dashboard', 'Policies'],
  ['d', 'catalogue', 'Catalogue of indicators'],
  ['s', 'settings', 'Settings'],
  ['p', 'people', 'People'],
  ['a', 'alerts', 'Alerts']
] as const

describe('policies in the window', () => {
  let inward: InwardWindow
  beforeAll(async () => {
    inward = await openInward('policies')
    await createWorkspace(inward, PASSPHRASE)
    await importSample(inward)
  })
  afterAll(async () => {
    await inward.close()
  })

  /** Goes on to it as somebody does who has no mouse. */
  async function tabTo(target: Locator): Promise<void> {
    await target.waitFor()
    for (let stop = 0; stop < MOST_STOPS; stop += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return
      await inward.press('Tab')
    }
    throw new Error(`Tab does not lead to ${String(target)}`)
  }
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

  it('edits the policy and shows what differs between its versions, all by keyboard', async () => {
    const { page } = inward
    await inward.press('g', 'l')
    await page.getByRole('row', { name: /General data leaks/ }).waitFor()
    await inward.press('Enter')
    await page.getByRole('region', { name: 'Versions' }).waitFor()
    await inward.press('e')
    await heading('People')
    for (const step of ['Content to prioritise', 'Triggers', 'Indicators', 'Thresholds']) {
      await inward.press(NEXT)
      await heading(step)
    }
    await inward.press('/')
    await page.keyboard.type(INDICATOR)
    await inward.press('Enter')
    await tabTo(page.getByLabel(`${INDICATOR}: numbers`))
    await page.keyboard.type('Own')
    await tabTo(page.getByLabel(`${INDICATOR}: high from`))
    const before = await page.getByLabel(`${INDICATOR}: high from`).inputValue()
    const after = String(Number(before) + 100)
    await inward.press('Control+a')
    await page.keyboard.type(after)
    await inward.picture('edit-threshold')
    await inward.press(NEXT)
    await heading('Sequences and boosters')
    await inward.press(NEXT)
    const changes = page.getByRole('table', { name: 'Changes to version 1' })
    await changes.getByRole('cell', { name: after }).waitFor()
    await expectNoViolation(page)
    await inward.picture('edit-review')
    await inward.press(NEXT)
    await tabTo(page.getByLabel('Earlier version'))
    const diff = page.getByRole('table', { name: 'Differences from version 1 to version 2' })
    await diff.getByRole('cell', { name: after }).waitFor()
    expect(await diff.getByRole('row').count()).toBe(2)
    expect(await page.getByRole('table', { name: 'Versions' }).getByRole('row').count()).toBe(3)
    await expectNoViolation(page)
    await inward.picture('versions')
    // Out of the fields, where letters are typed and lead nowhere.
    await tabTo(
      page
        .getByRole('region', { name: /^Indicators/ })
        .locator('summary')
        .first()
    )
  })

  it('shows settings, the catalogue and people, each without a violation', async () => {
    const { page } = inward
    for (const [key, name, title] of SCREENS) {
      await inward.press('g', key)
      await heading(title)
      await page.waitForTimeout(1000)
      await inward.picture(name)
      await expectNoViolation(page)
    }
  })

  it('is readable in the dark and in a small window', async () => {
    const { page } = inward
    const look = async (name: string) => {
      await page.waitForTimeout(500)
      await expectNoViolation(page)
      await inward.picture(`${name}-dark-small`)
      const isCut = await page
        .getByRole('main')
        .evaluate((main) =>
          [main, ...main.querySelectorAll('[role="grid"]')].some((e) => e.scrollWidth > e.clientWidth)
        )
      expect(isCut, `${name} is wider than its place`).toBe(false)
    }
    await page.emulateMedia({ colorScheme: 'dark' })
    await inward.resize(1024, 700)
    await inward.press('g', 'y')
    await page.getByRole('button', { name: 'Create this policy' }).first().waitFor()
    await look('analytics')
    await page.getByRole('button', { name: 'Create this policy' }).first().focus()
    await inward.press('Enter')
    await heading('Name')
    for (const step of ['People', 'Content to prioritise', 'Triggers', 'Indicators', 'Thresholds']) {
      await inward.press(NEXT)
      await heading(step)
      await look(`wizard-${step.toLowerCase().replaceAll(' ', '-')}`)
    }
    await inward.press('Escape')
    await inward.press('g', 'l')
    await page.getByRole('row', { name: /General data leaks/ }).waitFor()
    await look('policies')
    await inward.press('o')
    await look('policies-preview')
    await inward.press('Escape', 'Enter')
    await page.getByRole('region', { name: 'Versions' }).waitFor()
    await look('policy')
    await tabTo(
      page
        .getByRole('region', { name: /^Indicators/ })
        .locator('summary')
        .first()
    )
    await look('versions')
    await inward.press('b')
    await look('backtest-start')
    await page.getByRole('button', { name: 'Run the back-test' }).click()
    await page.getByRole('table', { name: 'Strongest reasons' }).waitFor({ timeout: 60_000 })
    await look('backtest')
    for (const [key, name, title] of SCREENS) {
      await inward.press('g', key)
      await heading(title)
      await page.waitForTimeout(500)
      await look(name)
    }
    expect(inward.errors).toEqual([])
  })
})
