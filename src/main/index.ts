/** The desktop application: one window, one desk. Composes them and decides nothing itself. */
import { appendFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { app, Menu, powerMonitor, utilityProcess } from 'electron'
import { createDesk, lockDesk } from './desk/desk.ts'
import { dispatch } from './desk/dispatch.ts'
import type { Shell } from './desk/shell.ts'
import { watchDesk } from './desk/watch.ts'
import { readStart } from './window/start.ts'
import { utilityIntake } from './window/utility-intake.ts'
import { type DeskWindow, openWindow, registerScheme } from './window.ts'

const built = path.dirname(fileURLToPath(import.meta.url))
const start = readStart(process.argv, process.env, app.isPackaged)
let shown: DeskWindow | null = null

registerScheme()
if (start.userData !== null) app.setPath('userData', start.userData)

const shell: Shell = {
  storeWorkerFile: path.join(built, 'store-worker.mjs'),
  keyWorkerFile: path.join(built, 'key-worker.mjs'),
  spawnIntake: utilityIntake(utilityProcess, path.join(built, 'intake-process.mjs')),
  sampleFolder: path.join(app.isPackaged ? process.resourcesPath : path.join(built, '..'), 'assets', 'sample'),
  software: { name: 'Inward', version: app.getVersion() },
  chooseFiles: (what) => shown?.chooseFiles(what) ?? Promise.resolve(null),
  chooseFolder: (purpose) => shown?.chooseFolder(purpose) ?? Promise.resolve(null),
  onChanged: (nouns) => shown?.tellChanged(nouns),
  runtime: () => ({
    version: app.getVersion(),
    electron: process.versions.electron,
    isOfficialRuntime: start.isOfficialRuntime,
    sandbox: !process.argv.includes('--no-sandbox') && !app.commandLine.hasSwitch('no-sandbox'),
    notes: start.isOfficialRuntime
      ? []
      : ['This Inward runs on a test runtime, not on an official release of Electron. Do not use it for real cases.']
  }),
  log: (incident, line) => {
    appendFileSync(
      path.join(app.getPath('userData'), 'diagnostics.log'),
      `${new Date().toISOString()} ${incident} ${line}\n`,
      { mode: 0o600 }
    )
  }
}
const desk = createDesk(shell)
desk.chosenFolder = start.workspace
watchDesk(desk)

function open(): void {
  shown = openWindow({
    rendererFolder: path.join(built, 'renderer'),
    preloadFile: path.join(built, 'preload.cjs'),
    devServer: start.devServer,
    size: start.size,
    invoke: (name, request) => dispatch(desk, name, request)
  })
}

async function lock(): Promise<void> {
  if (desk.workspace !== null) await dispatch(desk, 'workspace.lock', {})
}

if (!app.requestSingleInstanceLock()) app.quit()
app.on('second-instance', () => {
  shown?.window.focus()
})
app.on('window-all-closed', () => {
  app.quit()
})
let isClosing = false
app.on('before-quit', (event) => {
  if (isClosing || desk.workspace === null) return
  event.preventDefault()
  isClosing = true
  void lockDesk(desk).finally(() => {
    app.quit()
  })
})
// Waiting for `ready` at the top level would never end: Electron waits for this module first.
void app.whenReady().then(() => {
  // The default menu opens developer tools and pages outside.
  Menu.setApplicationMenu(null)
  powerMonitor.on('suspend', () => void lock())
  powerMonitor.on('lock-screen', () => void lock())
  open()
})
