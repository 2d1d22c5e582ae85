/** Starts the built app in a real Electron as a checkout does, and keeps what a journey may not overlook. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import { checkout } from '../../scripts/electron/places.mjs'
import { machineSwitches } from '../../scripts/machine/switches.mjs'

export const isRoot = process.getuid?.() === 0

export interface OpenApp {
  readonly app: ElectronApplication
  readonly page: Page
  /** Temporary folder of this journey. */
  readonly folder: string
  readonly userData: string
  /** Errors of the page, its console and its content policy. */
  readonly complaints: readonly string[]
  close(): Promise<void>
}

export async function openApp(): Promise<OpenApp> {
  const folder = mkdtempSync(path.join(tmpdir(), 'inward-journey-'))
  const userData = path.join(folder, 'window')
  mkdirSync(userData)
  const app = await _electron.launch({
    args: [...machineSwitches(), checkout, `--user-data-dir=${userData}`],
    // Playwright turns the sandbox off unless it is asked not to; only root has to do without.
    chromiumSandbox: !isRoot,
    env: Object.fromEntries(
      Object.entries(process.env).filter(
        (entry): entry is [string, string] => entry[1] !== undefined && !entry[0].startsWith('INWARD_')
      )
    ),
    timeout: 60_000
  })
  const page = await app.firstWindow()
  page.setDefaultTimeout(30_000)
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(`${message.type()}: ${message.text()}`)
  })
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      console.error(`content policy: ${violatedDirective} ${blockedURI}`)
    })
  })
  // Once more, so that what the page says while it starts is heard too.
  await page.reload()
  await page.getByRole('main').waitFor()
  return {
    app,
    page,
    folder,
    userData,
    complaints,
    close: async () => {
      await app.close()
      rmSync(folder, { recursive: true, force: true })
    }
  }
}
