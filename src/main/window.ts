/**
 * The one window: sandboxed, served from the app's own scheme, without permissions, navigation or network. Checks who
 * sends before anything reaches the desk.
 */
import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import {
  BrowserWindow,
  dialog,
  ipcMain,
  protocol,
  session,
  type Session,
  type WebContents,
  type WebFrameMain
} from 'electron'
import type { Noun } from '../shared/contract/index.ts'

const SCHEME = 'app'
const ORIGIN = `${SCHEME}://inward`

/** Must run before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }
  ])
}

export interface WindowOptions {
  readonly rendererFolder: string
  readonly preloadFile: string
  /** Address of the dev server; null in every build that is run without it. */
  readonly devServer: string | null
  readonly size: { readonly width: number; readonly height: number }
  readonly invoke: (name: string, request: unknown) => Promise<unknown>
}

export interface DeskWindow {
  readonly window: BrowserWindow
  tellChanged(nouns: readonly Noun[]): void
  chooseFiles(what: 'files' | 'folder'): Promise<readonly string[] | null>
  chooseFolder(purpose: 'create' | 'unlock' | 'export' | 'watch'): Promise<string | null>
}

const FOLDER_WORDS = {
  create: { title: 'Folder for the new workspace', buttonLabel: 'Use this folder' },
  unlock: { title: 'Folder of the workspace', buttonLabel: 'Open' },
  export: { title: 'Folder to write the bundle into', buttonLabel: 'Export here' },
  watch: { title: 'Folder to watch for new files', buttonLabel: 'Watch this folder' }
} as const

/** Begins to load the page and does not wait for it: dialogs must work from the first moment. */
export function openWindow(options: WindowOptions): DeskWindow {
  // Without `persist:` nothing of the window is ever written to disk.
  const own = session.fromPartition('inward')
  closeSession(own, options.devServer)
  own.protocol.handle(SCHEME, (request) => serve(options.rendererFolder, request.url))
  const window = new BrowserWindow({
    ...options.size,
    minWidth: 900,
    minHeight: 600,
    show: false,
    title: 'Inward',
    backgroundColor: '#f7f8fa',
    autoHideMenuBar: true,
    webPreferences: {
      preload: options.preloadFile,
      session: own,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      devTools: options.devServer !== null
    }
  })
  const home = options.devServer === null ? ORIGIN : new URL(options.devServer).origin
  closeContents(window.webContents, home)
  ipcMain.removeHandler('inward:invoke')
  ipcMain.handle('inward:invoke', (event, name: unknown, request: unknown) => {
    if (!isOwnFrame(event.senderFrame, window.webContents, home) || typeof name !== 'string') {
      return {
        ok: false,
        code: 'foreign-sender',
        sentence: 'This request did not come from Inward’s own window.',
        incident: ''
      }
    }
    return options.invoke(name, request)
  })
  window.once('ready-to-show', () => {
    window.show()
  })
  // A load that is cut off by a second one rejects; the second one shows the page.
  window.loadURL(options.devServer ?? `${ORIGIN}/index.html`).catch(() => undefined)
  return {
    window,
    tellChanged: (nouns) => {
      if (!window.isDestroyed()) window.webContents.send('inward:changed', { nouns })
    },
    chooseFiles: async (what) => {
      const properties: ('openFile' | 'openDirectory' | 'multiSelections')[] =
        what === 'files' ? ['openFile', 'multiSelections'] : ['openDirectory', 'multiSelections']
      const chosen = await dialog.showOpenDialog(window, {
        title: what === 'files' ? 'Files to import' : 'Folder to import',
        buttonLabel: 'Import',
        properties
      })
      return chosen.canceled || chosen.filePaths.length === 0 ? null : chosen.filePaths
    },
    chooseFolder: async (purpose) => {
      const chosen = await dialog.showOpenDialog(window, {
        ...FOLDER_WORDS[purpose],
        properties: ['openDirectory', 'createDirectory']
      })
      return chosen.canceled ? null : (chosen.filePaths[0] ?? null)
    }
  }
}

/** `new URL('app://…').origin` is the text "null", so origins are compared as the frame tells them. */
function isOwnFrame(frame: WebFrameMain | null, contents: WebContents, home: string): boolean {
  return frame !== null && frame.parent === null && frame === contents.mainFrame && frame.origin === home
}

/** No permissions, and no request to anything but the app's own files. */
function closeSession(own: Session, devServer: string | null): void {
  own.setPermissionRequestHandler((_contents, _permission, answer) => {
    answer(false)
  })
  own.setPermissionCheckHandler(() => false)
  own.setDevicePermissionHandler(() => false)
  const allowed = [
    `${ORIGIN}/`,
    'data:image/',
    'blob:',
    ...(devServer === null ? [] : [devServer, devServer.replace(/^http/, 'ws'), 'devtools:'])
  ]
  own.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !allowed.some((start) => details.url.startsWith(start)) })
  })
}

function closeContents(contents: WebContents, home: string): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  const stay = (event: { preventDefault(): void }, url: string): void => {
    if (!url.startsWith(`${home}/`)) event.preventDefault()
  }
  contents.on('will-navigate', (event) => {
    stay(event, event.url)
  })
  contents.on('will-redirect', (event) => {
    stay(event, event.url)
  })
  contents.on('will-frame-navigate', (event) => {
    stay(event, event.url)
  })
  contents.on('will-attach-webview', (event) => {
    event.preventDefault()
  })
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2'
}

/** Answers with files of the renderer's folder only; the page gets a fresh nonce for its styles each time. */
async function serve(folder: string, url: string): Promise<Response> {
  const { host, pathname } = new URL(url)
  const file = path.normalize(path.join(folder, decodeURIComponent(pathname)))
  if (host !== 'inward' || !file.startsWith(folder + path.sep)) return new Response(null, { status: 404 })
  const type = TYPES[path.extname(file)]
  if (type === undefined) return new Response(null, { status: 404 })
  const headers = {
    'content-type': type,
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin'
  }
  if (path.basename(file) !== 'index.html') return new Response(new Uint8Array(await readFile(file)), { headers })
  const nonce = randomBytes(16).toString('base64')
  const page = (await readFile(file, 'utf8')).replaceAll('__NONCE__', nonce)
  return new Response(page, { headers: { ...headers, 'content-security-policy': contentPolicy(nonce) } })
}

function contentPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    // Charts and virtual lists place their marks by style attributes, which cannot load anything.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'"
  ].join('; ')
}
