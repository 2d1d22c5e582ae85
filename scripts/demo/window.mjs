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
  await page.keyboard.press('o')
  await picture('alert')
  for (const [key, name] of [
    ['c', 'cases'],
    ['p', 'people'],
    ['i', 'imports'],
    ['s', 'settings']
  ]) {
    await page.keyboard.press('Escape')
    await page.keyboard.press('g')
    await page.keyboard.press(/** @type {string} */ (key))
    await picture(/** @type {string} */ (name))
  }
}

/** Waits until nothing is being loaded any more, then saves what the window shows. @param {string} name */
async function picture(name) {
  await page.waitForTimeout(600)
  await page.screenshot({ path: path.join(/** @type {string} */ (out), `${name}.png`) })
}
