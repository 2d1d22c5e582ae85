// @ts-check
// Opens the demo's workspace in a real window and unlocks it as an operator would, with the keyboard. `stay` leaves the
// window to the operator; `leave` walks through the main screens, saves a picture of each and closes.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { _electron } from 'playwright-core'
import { checkout } from '../electron/places.mjs'
import { machineSwitches } from '../machine/switches.mjs'

const [workspace, operator, secret, out, mode] = process.argv.slice(2)
if (!workspace || !operator || !secret || !out || !mode)
  throw new Error('usage: window.mjs WORKSPACE OPERATOR PASSPHRASE-FILE OUT stay|leave')

/** @type {readonly (readonly [string, string])[]} */
const SCREENS = [
  ['o', 'overview'],
  ['p', 'people'],
  ['l', 'policies'],
  ['i', 'imports'],
  ['u', 'audit'],
  ['s', 'settings']
]

const app = await _electron.launch({
  args: [...machineSwitches(), checkout, `--workspace=${workspace}`, `--user-data-dir=${path.join(out, 'window')}`],
  // Playwright turns the sandbox off unless it is asked not to; only root has to do without.
  chromiumSandbox: process.getuid?.() !== 0,
  env: Object.fromEntries(
    Object.entries(process.env)
      .filter(([name, value]) => value !== undefined && !name.startsWith('INWARD_'))
      .map(([name, value]) => [name, String(value)])
  ),
  timeout: 60_000
})
const page = await app.firstWindow()
page.setDefaultTimeout(60_000)

await page.getByLabel('Operator').fill(operator)
await page.getByLabel('Passphrase', { exact: true }).fill(readFileSync(secret, 'utf8'))
await page.keyboard.press('Enter')
await page.getByRole('navigation').waitFor()
await page.keyboard.press('g')
await page.keyboard.press('a')
await page.getByRole('grid').first().waitFor()

if (mode === 'stay') {
  await new Promise((resolve) => app.on('close', () => resolve(undefined)))
} else {
  await walk()
  await app.close()
}

async function walk() {
  await picture('queue')
  await page.emulateMedia({ colorScheme: 'dark' })
  await picture('queue-dark')
  await page.emulateMedia({ colorScheme: 'light' })
  await keys('o')
  await picture('preview')
  await page.getByRole('button', { name: 'Open with all activity' }).click()
  await picture('alert')
  await page.getByRole('tab', { name: 'User activity' }).click()
  await page.mouse.move(700, 600)
  await page.mouse.wheel(0, 2000)
  await picture('timeline')
  // The alert becomes a case, by the keyboard as an analyst would.
  await keys('c')
  await page.getByRole('dialog').waitFor()
  await page.getByLabel('Name of the case').fill('Turbine designs before a departure')
  await page.getByRole('dialog').getByRole('button', { name: 'Confirm' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await keys('g', 'c')
  await picture('cases')
  await page.getByText('Turbine designs before a departure').first().click()
  await keys('Enter')
  await picture('case')
  for (const [key, name] of SCREENS) {
    await keys('g', key)
    await picture(name)
  }
  await keys('g', 'i', ']')
  await picture('coverage')
}

/** @param {...string} pressed */
async function keys(...pressed) {
  for (const key of pressed) await page.keyboard.press(key)
}

/** Waits until nothing is being loaded any more, then saves what the window shows. @param {string} name */
async function picture(name) {
  await page.waitForTimeout(700)
  await page.screenshot({ path: path.join(/** @type {string} */ (out), `${name}.png`) })
}
