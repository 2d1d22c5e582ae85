import { createServer, type Server } from 'node:http'
import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type InwardWindow, openInward, ROOT } from './inward-window.ts'

const isRoot = process.getuid?.() === 0
let opened: InwardWindow
let outside: Server
/** A server of this test, which the window must never reach. */
let address: string
const asked: string[] = []

beforeAll(async () => {
  outside = createServer((request, response) => {
    asked.push(`${request.method ?? ''} ${request.url ?? ''}`)
    response.setHeader('access-control-allow-origin', '*')
    response.end('<title>outside</title>')
  })
  await new Promise<void>((resolve) => outside.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(outside.address() as AddressInfo).port}`
  opened = await openInward('window-security')
})
afterAll(async () => {
  await opened.close()
  outside.close()
})

/** Whatever was started has had the time to go out. */
async function expectNothingAsked(): Promise<void> {
  await opened.page.waitForTimeout(300)
  expect(asked).toEqual([])
}

describe('the window', () => {
  test('runs the page apart from Node, in a sandbox, without webviews', async () => {
    const preferences = await opened.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      const read: unknown = contents === undefined ? null : Reflect.get(contents, 'getLastWebPreferences')
      return typeof read === 'function' ? (Reflect.apply(read, contents, []) as Record<string, unknown>) : {}
    })
    expect(preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false
    })
    for (const risky of ['nodeIntegrationInSubFrames', 'nodeIntegrationInWorker', 'allowRunningInsecureContent'])
      expect(preferences[risky] ?? false, risky).toBe(false)
    expect(preferences['webSecurity'] ?? true).toBe(true)
  })

  test('cannot be given developer tools', async () => {
    const isOpened = await opened.app.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      return new Promise((resolve) => {
        contents?.once('devtools-opened', () => resolve(true))
        contents?.openDevTools()
        // Where they may be opened, they are within half a second.
        setTimeout(() => resolve(contents?.isDevToolsOpened()), 2000)
      })
    })
    expect(isOpened).toBe(false)
    expect(opened.app.windows()).toHaveLength(1)
  })

  test('offers no menu that leads out of Inward, reloads it or opens developer tools', async () => {
    const harmless =
      'quit undo redo cut copy paste delete selectall resetzoom zoomin zoomout togglefullscreen minimize close'
    const items = await opened.app.evaluate(({ Menu }) =>
      (Menu.getApplicationMenu()?.items ?? [])
        .flatMap(({ submenu }) => submenu?.items ?? [])
        .filter(({ type }) => type !== 'separator')
        .map(({ label, role }) => ({ label, role: String(role) }))
    )
    expect(items.filter(({ role }) => !harmless.split(' ').includes(role))).toEqual([])
  })

  test('keeps nothing of the page on disk', async () => {
    const stored = await opened.app.evaluate(({ BrowserWindow }) => {
      const session = BrowserWindow.getAllWindows()[0]?.webContents.session
      return { isPersistent: session?.isPersistent(), folder: session?.storagePath ?? null }
    })
    expect(stored).toEqual({ isPersistent: false, folder: null })
  })

  test.skipIf(isRoot)('runs in Chromium’s sandbox, and says so', async () => {
    const runtime = await opened.page.evaluate(() => window.inward.invoke('workspace.runtime', {}))
    expect(runtime).toMatchObject({ ok: true, value: { sandbox: true } })
    const pid = await opened.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId()
    )
    if (process.platform === 'linux')
      expect(readFileSync(`/proc/${String(pid)}/status`, 'utf8')).toMatch(/^Seccomp:\s+2$/m)
  })
  test.runIf(isRoot)('says that it runs without Chromium’s sandbox, since root started it', async () => {
    console.info('skipped: Chromium’s sandbox cannot be looked at, because root runs this test')
    const runtime = await opened.page.evaluate(() => window.inward.invoke('workspace.runtime', {}))
    expect(runtime).toMatchObject({ ok: true, value: { sandbox: false } })
  })

  test('gives the page two functions and nothing of Node or Electron', async () => {
    const found = await opened.page.evaluate(() => ({
      bridge: Object.keys(window.inward).sort(),
      isFrozen: Object.isFrozen(window.inward),
      node: ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer', '__dirname'].filter(
        (name) => name in window
      )
    }))
    expect(found).toEqual({ bridge: ['invoke', 'onChanged'], isFrozen: true, node: [] })
  })
})

describe('the page', () => {
  test('is served with a strict content policy and a nonce of its own each time', async () => {
    const load = () =>
      opened.page.evaluate(async () => {
        const response = await fetch('index.html')
        return { headers: Object.fromEntries(response.headers), text: await response.text() }
      })
    const [one, other] = [await load(), await load()]
    const policy = one.headers['content-security-policy'] ?? ''
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? ''
    expect(nonce).toMatch(/^[A-Za-z0-9+/]{22}==$/)
    expect(one.text).toContain(nonce)
    expect(other.text).not.toContain(nonce)
    const directives = Object.fromEntries(
      policy.split('; ').map((directive) => [directive.split(' ')[0], directive.slice(directive.indexOf(' ') + 1)])
    )
    expect(directives).toMatchObject({
      'default-src': "'none'",
      'script-src': "'self'",
      'connect-src': "'self'",
      'object-src': "'none'",
      'base-uri': "'none'",
      'form-action': "'none'",
      'frame-ancestors': "'none'",
      'require-trusted-types-for': "'script'",
      'trusted-types': "'none'"
    })
    expect(policy).not.toMatch(/https?:|unsafe-eval|\*|script-src [^;]*unsafe/)
    expect(one.headers['x-content-type-options']).toBe('nosniff')
    expect(one.headers['cross-origin-opener-policy']).toBe('same-origin')
  })

  test('gets files of its own folder only', async () => {
    const statuses = await opened.page.evaluate(async () => {
      const tried = ['../package.json', '..%2fmain.js', '%2e%2e/main.js', 'x/..%5c..%5cmain.js', 'absent.js', 'assets']
      const from = [...tried.map((name) => `app://inward/${name}`), 'app://other/index.html', 'file:///etc/hostname']
      return Promise.all(
        from.map((url) =>
          fetch(url).then(
            ({ ok }) => ok,
            () => false
          )
        )
      )
    })
    expect(statuses).toEqual(statuses.map(() => false))
    expect(readFileSync(path.join(ROOT, 'dist/main.js')).length, 'there is a file to get').toBeGreaterThan(0)
  })

  test('evaluates no text as code and takes none as markup', async () => {
    // By a timer: what a debugger evaluates itself is let through.
    const tried = await opened.page.evaluate(() => {
      const attempts: Record<string, () => unknown> = {
        eval: () => window.eval('1 + 1'),
        function: () => new Function('return 1')(),
        timer: () => Reflect.apply(window.setTimeout, window, ['window.ranText = true', 0]),
        markup: () => (document.createElement('div').innerHTML = '<img src=x>'),
        script: () => {
          const script = document.createElement('script')
          script.text = 'window.ranText = true'
          document.body.append(script)
        }
      }
      const name = (attempt: () => unknown): string => {
        try {
          attempt()
          return 'done'
        } catch (error) {
          return error instanceof Error ? error.name : 'refused'
        }
      }
      return new Promise<Record<string, string>>((resolve) =>
        setTimeout(() => {
          const results = Object.entries(attempts).map(([what, attempt]): [string, string] => [what, name(attempt)])
          setTimeout(() => resolve({ ...Object.fromEntries(results), ran: String('ranText' in window) }), 50)
        })
      )
    })
    expect(tried).toEqual({
      eval: 'EvalError',
      function: 'EvalError',
      timer: 'TypeError',
      markup: 'TypeError',
      script: 'TypeError',
      ran: 'false'
    })
  })

  test('is granted no permission', async () => {
    const states = await opened.page.evaluate(async () => {
      const refusal = (work: () => Promise<unknown>): Promise<string> =>
        work().then(
          (value) => String(value),
          (error: unknown) => (error instanceof Error ? error.name : 'refused')
        )
      const names = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read', 'persistent-storage']
      const asked = await Promise.all(
        names.map((name) =>
          refusal(async () => (await navigator.permissions.query({ name: name as PermissionName })).state)
        )
      )
      return {
        asked,
        notification: await refusal(() => Notification.requestPermission()),
        media: await refusal(() => navigator.mediaDevices.getUserMedia({ audio: true })),
        screen: await refusal(() => navigator.mediaDevices.getDisplayMedia()),
        clipboard: await refusal(() => navigator.clipboard.readText())
      }
    })
    expect(states.asked).toEqual(states.asked.map(() => 'denied'))
    expect(states.notification).toBe('denied')
    for (const refused of [states.media, states.screen, states.clipboard])
      expect(refused).toMatch(/^(?:NotAllowedError|NotSupportedError|NotFoundError|InvalidStateError)$/)
  })

  test('reaches nothing outside, whatever it tries', async () => {
    await fetch(`${address}/control`)
    expect(asked.splice(0), 'the server can be reached by others').toEqual(['GET /control'])
    const refused = await opened.page.evaluate(async (url) => {
      const failed = (work: Promise<unknown>): Promise<boolean> =>
        work.then(
          () => false,
          () => true
        )
      const loads = (element: HTMLElement): Promise<boolean> =>
        new Promise((resolve) => {
          element.addEventListener('load', () => resolve(false))
          element.addEventListener('error', () => resolve(true))
          setTimeout(() => resolve(true), 1000)
          document.body.append(element)
        })
      const image = Object.assign(document.createElement('img'), { src: `${url}/image` })
      const style = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: `${url}/style` })
      const frame = Object.assign(document.createElement('iframe'), { src: `${url}/frame` })
      const hint = Object.assign(document.createElement('link'), { rel: 'preconnect', href: url })
      document.head.append(hint)
      const form = Object.assign(document.createElement('form'), { action: `${url}/form`, method: 'post' })
      document.body.append(form)
      form.submit()
      const socket = new Promise<boolean>((resolve) => {
        const opening = new WebSocket(url.replace('http', 'ws'))
        opening.onopen = () => resolve(false)
        opening.onerror = () => resolve(true)
      })
      const results = [failed(fetch(`${url}/fetch`)), failed(fetch(`${url}/opaque`, { mode: 'no-cors' })), loads(image)]
      navigator.sendBeacon(`${url}/beacon`, 'x')
      await loads(frame)
      frame.remove()
      return Promise.all([...results, loads(style), socket])
    }, address)
    expect(refused).toEqual([true, true, true, true, true])
    await expectNothingAsked()
  })

  test('reaches nothing outside even without its content policy', async () => {
    const outcome = await opened.app.evaluate(async ({ BrowserWindow }, url) => {
      const session = BrowserWindow.getAllWindows()[0]?.webContents.session
      return session?.fetch(`${url}/session`).then(
        () => 'answered',
        () => 'refused'
      )
    }, address)
    expect(outcome).toBe('refused')
    await expectNothingAsked()
  })

  test('cannot be led away, and opens no second window', async () => {
    const before = opened.page.url()
    await opened.page.evaluate((url) => {
      location.href = `${url}/away`
    }, address)
    const other = await opened.page.evaluate((url) => window.open(`${url}/popup`) === null, address)
    const link = await opened.page.evaluate((url) => {
      const anchor = Object.assign(document.createElement('a'), { href: `${url}/link`, target: '_blank' })
      document.body.append(anchor)
      anchor.click()
      anchor.remove()
      return true
    }, address)
    expect([other, link]).toEqual([true, true])
    await expectNothingAsked()
    expect(opened.page.url()).toBe(before)
    expect(opened.app.windows()).toHaveLength(1)
  })
})

describe('the engine behind the window', () => {
  test('answers its own page', async () => {
    const outcome = await opened.page.evaluate(() => window.inward.invoke('workspace.state', {}))
    expect(outcome).toMatchObject({ ok: true, value: { state: 'none' } })
  })

  test('refuses a page that is not its own, though it has the same bridge', async () => {
    const outcomes = await opened.app.evaluate(
      async ({ BrowserWindow }, preload) => {
        const own = BrowserWindow.getAllWindows()[0]
        const ask = "window.inward.invoke('workspace.state', {}).catch(() => 'nobody answered')"
        const results: unknown[] = []
        for (const session of [undefined, own?.webContents.session]) {
          const foreign = new BrowserWindow({
            show: false,
            webPreferences: { preload, sandbox: true, ...(session === undefined ? {} : { session }) }
          })
          await foreign.loadURL(session === undefined ? 'data:text/html,<p>foreign</p>' : 'app://inward/index.html')
          results.push(await foreign.webContents.executeJavaScript(ask))
          foreign.destroy()
        }
        return results
      },
      path.join(ROOT, 'dist/preload.cjs')
    )
    const refused = {
      ok: false,
      code: 'foreign-sender',
      sentence: 'This request did not come from Inward’s own window.',
      incident: ''
    }
    expect(outcomes).toEqual([refused, refused])
  })

  test('gives a frame inside of its page no bridge', async () => {
    const inside = await opened.page.evaluate(() => {
      const frame = document.createElement('iframe')
      document.body.append(frame)
      const found = frame.contentWindow !== null && 'inward' in frame.contentWindow
      frame.remove()
      return found
    })
    expect(inside).toBe(false)
  })

  test('refuses a name that is no text', async () => {
    const outcomes = await opened.page.evaluate(() =>
      Promise.all([7, null, { toString: 'workspace.state' }].map((name) => window.inward.invoke(name as never, {})))
    )
    expect(outcomes.map((outcome) => (outcome as { ok: boolean }).ok)).toEqual([false, false, false])
  })
})
