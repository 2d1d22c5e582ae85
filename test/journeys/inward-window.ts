/** Starts the built app in a real Electron, answers its dialogs, pictures its steps, and keeps what crosses to the window. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import { machineSwitches } from '../../scripts/machine/switches.mjs'

export const ROOT = path.resolve(import.meta.dirname, '../..')
const PICTURES = path.join(ROOT, 'out', 'journeys')

export interface InwardWindow {
  readonly app: ElectronApplication
  readonly page: Page
  /** A folder of this journey's own, removed at its end. */
  readonly folder: string
  /** Where Electron keeps what it keeps. */
  readonly userData: string
  /** Errors that the page's console, its content policy and the page itself reported. */
  readonly errors: readonly string[]
  /** The next file or folder dialog is answered with these paths. */
  answerDialog(paths: readonly string[]): Promise<void>
  picture(name: string): Promise<void>
  resize(width: number, height: number): Promise<void>
  press(...keys: readonly string[]): Promise<void>
  /** JSON of every answer that crossed to the window so far. */
  crossed(): Promise<string>
  close(): Promise<void>
}

export async function openInward(journey: string): Promise<InwardWindow> {
  const folder = mkdtempSync(path.join(tmpdir(), 'inward-journey-'))
  const userData = path.join(folder, 'window')
  mkdirSync(PICTURES, { recursive: true })
  const app = await _electron.launch({
    args: [...machineSwitches(), ROOT, `--user-data-dir=${userData}`],
    // Playwright turns the sandbox off unless it is asked not to; only root has to do without.
    chromiumSandbox: process.getuid?.() !== 0,
    timeout: 60_000
  })
  const page = await app.firstWindow()
  page.setDefaultTimeout(60_000)
  const errors: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  page.on('pageerror', (error) => errors.push(error.message))
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      console.error(`content policy: ${violatedDirective} ${blockedURI}`)
    })
  })
  await app.evaluate(({ ipcMain }) => {
    // Electron keeps its handlers in this map; the wrapper only listens.
    const handlers: unknown = Reflect.get(ipcMain, '_invokeHandlers')
    const original: unknown = handlers instanceof Map ? handlers.get('inward:invoke') : undefined
    if (typeof original !== 'function') throw new Error('the bridge has no handler')
    const crossed: string[] = []
    Object.assign(globalThis, { crossed })
    ipcMain.removeHandler('inward:invoke')
    ipcMain.handle('inward:invoke', async (event, ...args: unknown[]) => {
      const answer: unknown = await Reflect.apply(original, undefined, [event, ...args])
      crossed.push(JSON.stringify(answer))
      return answer
    })
  })
  // Once more, so that what the page says and asks while it starts is heard too.
  await page.getByRole('main').waitFor()
  await page.waitForLoadState('load')
  await page.reload()
  await page.getByRole('main').waitFor()
  let pictures = 0
  return {
    app,
    page,
    folder,
    userData,
    errors,
    answerDialog: (paths) =>
      app.evaluate(({ dialog }, filePaths) => {
        dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [...filePaths] })
      }, paths),
    picture: async (name) => {
      pictures += 1
      await page.screenshot({
        path: path.join(PICTURES, `${journey}-${String(pictures).padStart(2, '0')}-${name}.png`)
      })
    },
    resize: (width, height) =>
      app.evaluate(
        ({ BrowserWindow }, [wide, high]) => BrowserWindow.getAllWindows()[0]?.setContentSize(wide ?? 0, high ?? 0),
        [width, height]
      ),
    press: async (...keys) => {
      for (const key of keys) await page.keyboard.press(key)
    },
    crossed: () =>
      app.evaluate(() => {
        const crossed: unknown = Reflect.get(globalThis, 'crossed')
        return Array.isArray(crossed) ? crossed.join('\n') : ''
      }),
    close: async () => {
      await app.close()
      rmSync(folder, { recursive: true, force: true })
    }
  }
}
