/** Runs the built command line as a child process in a folder of its own. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll } from 'vitest'

const CHECKOUT = path.resolve(import.meta.dirname, '../..')
export const CLI = path.join(CHECKOUT, 'dist/cli.mjs')

export const OPERATOR = 'avery'
export const PASSPHRASE = 'nine slow lanterns over the marsh'

export interface Ended {
  readonly code: number | null
  readonly out: string
  readonly says: string
}

export interface Wishes {
  /** Added to an environment that names the operator and the passphrase; null takes one away. */
  readonly env?: Readonly<Record<string, string | null>>
  /** In a process group of its own, so that a Ctrl-C can be sent to all of it. */
  readonly ownGroup?: boolean
}

export interface Place {
  /** A temporary folder, removed at the end. */
  readonly folder: string
  readonly workspace: string
  inward(args: readonly string[], wishes?: Wishes): Promise<Ended>
  start(args: readonly string[], wishes?: Wishes): Started
}

export interface Started {
  readonly child: ChildProcess
  readonly ended: Promise<Ended>
}

/** A folder for the tests of one file. */
export function usePlace(): Place {
  const folder = mkdtempSync(path.join(tmpdir(), 'inward-cli-'))
  const place: Place = {
    folder,
    workspace: path.join(folder, 'workspace'),
    start: (args, wishes = {}) => start(args, folder, wishes),
    inward: (args, wishes = {}) => start(args, folder, wishes).ended
  }
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return place
}

/** The document of a run that must have ended well. */
export function documentOf(ended: Ended): unknown {
  if (ended.code !== 0 && ended.code !== 3) throw new Error(`inward ended with ${ended.code}: ${ended.says}`)
  return JSON.parse(ended.out)
}

function start(args: readonly string[], folder: string, { env = {}, ownGroup = false }: Wishes): Started {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('INWARD_'))
  const named = { ...Object.fromEntries(own), INWARD_OPERATOR: OPERATOR, INWARD_PASSPHRASE: PASSPHRASE, ...env }
  const child = spawn(process.execPath, [CLI, ...args], {
    cwd: folder,
    env: Object.fromEntries(
      Object.entries(named).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
    ),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: ownGroup
  })
  const ended = new Promise<Ended>((resolve, reject) => {
    let out = ''
    let says = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (says += text))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, out, says }))
  })
  return { child, ended }
}
