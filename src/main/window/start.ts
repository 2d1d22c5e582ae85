/** What the window is started with: switches and the few variables that a checkout's scripts set. Holds no secret. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export interface Start {
  /** Folder of the workspace to unlock, from `--workspace=DIR`. */
  readonly workspace: string | null
  readonly userData: string | null
  readonly devServer: string | null
  readonly size: { readonly width: number; readonly height: number }
  /** Whether this runs on Electron's own release, or on the runtime that a checkout falls back to. */
  readonly isOfficialRuntime: boolean
}

const DEFAULT_SIZE = { width: 1440, height: 900 }

export function readStart(argv: readonly string[], env: NodeJS.ProcessEnv, isPackaged: boolean): Start {
  const workspace = switchValue(argv, 'workspace')
  const [width, height] = (switchValue(argv, 'window-size') ?? '').split('x').map(Number)
  return {
    workspace: workspace === null ? null : path.resolve(workspace),
    userData: switchValue(argv, 'user-data-dir'),
    devServer: isPackaged ? null : (env['INWARD_DEV_URL'] ?? null),
    size:
      Number.isInteger(width) && Number.isInteger(height) && width !== undefined && height !== undefined
        ? { width, height }
        : DEFAULT_SIZE,
    isOfficialRuntime: isOfficialRuntime(isPackaged)
  }
}

function switchValue(argv: readonly string[], name: string): string | null {
  const found = argv.find((argument) => argument.startsWith(`--${name}=`))
  return found === undefined ? null : found.slice(name.length + 3)
}

/** A package says what it was built on; a checkout runs the official release only if Electron has the version it pins. */
function isOfficialRuntime(isPackaged: boolean): boolean {
  const file = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', 'package.json')
  if (!existsSync(file)) return false
  const described: unknown = JSON.parse(readFileSync(file, 'utf8'))
  if (typeof described !== 'object' || described === null) return false
  if (isPackaged) return 'runtime' in described && described.runtime === 'official'
  const pinned =
    'devDependencies' in described &&
    typeof described.devDependencies === 'object' &&
    described.devDependencies !== null
      ? described.devDependencies
      : {}
  return 'electron' in pinned && pinned.electron === process.versions.electron
}
