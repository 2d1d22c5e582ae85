/** What this machine has for the window, as far as a checkout can tell; an installed package brings its own runtime. */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { intakeEnvironment } from '../../workers/intake-client.ts'

/** The part of `scripts/machine.mjs --json` that is told on. */
const Machine = z.object({
  system: z.string(),
  electron: z.object({ version: z.string(), source: z.string(), isOfficial: z.boolean(), note: z.string() }).nullable(),
  missingLibraries: z.array(z.string()),
  display: z.enum(['desktop', 'virtual', 'none']),
  missingPrograms: z.array(z.string()),
  sharedMemory: z.object({ isWritable: z.boolean(), freeBytes: z.number() }),
  sandbox: z.enum(['namespaces', 'setuid', 'off-as-root', 'unavailable', 'system']),
  canOpenWindow: z.boolean()
})
export type WindowMachine = z.infer<typeof Machine>

/** Null outside of a checkout, or when its script cannot tell. Only looks: nothing is fetched or installed. */
export function describeWindow(built: string): Promise<WindowMachine | null> {
  const checkout = path.resolve(built, '..')
  const script = path.join(checkout, 'scripts/machine.mjs')
  if (!existsSync(script)) return Promise.resolve(null)
  const kept = [
    'DISPLAY',
    'WAYLAND_DISPLAY',
    'HOME',
    'XDG_CACHE_HOME',
    'ELECTRON_OVERRIDE_DIST_PATH',
    'ELECTRON_RUN_AS_NODE'
  ]
  const named = Object.fromEntries(
    kept.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]))
  )
  const env = { ...intakeEnvironment(process.env), ...named }
  return new Promise((resolve) => {
    execFile(process.execPath, [script, '--json'], { cwd: checkout, env, timeout: 30_000 }, (error, stdout) => {
      resolve(error === null ? readMachine(stdout) : null)
    })
  })
}

function readMachine(text: string): WindowMachine | null {
  try {
    return Machine.safeParse(JSON.parse(text)).data ?? null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

const SANDBOX_WORDS: Readonly<Record<WindowMachine['sandbox'], string>> = {
  namespaces: 'on, by user namespaces',
  setuid: 'on, by its setuid program',
  system: 'on, by the operating system',
  'off-as-root': 'off, because root runs it; work as an ordinary user',
  unavailable: 'not available here; allow user namespaces'
}

export function windowLines(
  machine: WindowMachine
): readonly (readonly [name: string, isGood: boolean, says: string])[] {
  const { electron, missingLibraries, display, missingPrograms, sandbox } = machine
  const displays = {
    desktop: 'a desktop',
    virtual: 'none, but xvfb-run can make one',
    none: `none, and ${missingPrograms.join(', ')} missing to make one`
  }
  return [
    ['system', true, machine.system],
    ['electron', electron !== null, electron === null ? 'not fetched yet; npm start fetches it' : electron.note],
    [
      'libraries',
      missingLibraries.length === 0,
      missingLibraries.length === 0 ? 'all there' : `missing: ${missingLibraries.join(', ')}`
    ],
    ['display', display !== 'none', displays[display]],
    ['sandbox', sandbox !== 'unavailable', SANDBOX_WORDS[sandbox]]
  ]
}
