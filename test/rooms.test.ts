// The house rule holds over src/, the check reads every file, and it bites: each forbidden import, planted in a copy,
// is found under the name of its rule.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { checkRooms } from '../scripts/rooms.mjs'

const checkout = path.resolve(import.meta.dirname, '..')
const folders: string[] = []

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

describe('the rooms of src', () => {
  it('are all read, and no import breaks the house rule', async () => {
    const { files, imports, problems } = await checkRooms()
    expect(problems).toEqual([])
    expect(files).toHaveLength(countSourceFiles(path.join(checkout, 'src')))
    expect(imports).toBeGreaterThan(0)
  })

  it('hold no file whose name says nothing', () => {
    const vague = /(?:^|[/-])(?:utils?|helpers?|common|manager|service)\.tsx?$/
    const names = readdirSync(path.join(checkout, 'src'), { recursive: true, encoding: 'utf8' })
    expect(names.filter((name) => vague.test(name))).toEqual([])
  })
})

describe('a check that reads nothing', () => {
  it('fails instead of finding no violations', async () => {
    const { problems } = await checkRooms(makeFolder())
    expect(problems).toEqual(['there is no source file under src/'])
  })
})

describe('a forbidden import in a copy of src', () => {
  it.each(forbidden())('$from → $to breaks $rule', async ({ from, to, kind, rule }) => {
    const copy = copySource()
    plant(copy, from, to, kind)
    const { problems } = await checkRooms(copy)
    const found = problems.filter((problem) => problem.startsWith(`src/${from} `) && problem.endsWith(` ${rule}`))
    expect(found, problems.join('\n')).toHaveLength(1)
  })

  it('is found between two files that need each other', async () => {
    const copy = copySource()
    plant(copy, 'shared/planted-one.ts', 'shared/planted-two.ts')
    plant(copy, 'shared/planted-two.ts', 'shared/planted-one.ts')
    expect((await checkRooms(copy)).problems.join('\n')).toContain('breaks no-circle')
  })

  it('is found in a file outside of every room, even one that imports nothing', async () => {
    const copy = copySource()
    write(copy, 'main/attic/planted.ts', 'export const planted = 1\n')
    expect((await checkRooms(copy)).problems.join('\n')).toContain('breaks every-lonely-file-has-a-room')
  })
})

describe('an allowed import in a copy of src', () => {
  it.each([
    { from: 'main/workers/planted.ts', to: 'main/store/planted-target.ts' },
    { from: 'main/desk/planted.ts', to: 'main/workers/planted-target.ts' },
    { from: 'main/desk/planted.ts', to: 'main/policy/planted-target.ts' },
    { from: 'main/cli/planted.ts', to: 'main/desk/planted-target.ts' },
    { from: 'main/intake/planted.ts', to: 'node:fs' },
    { from: 'main/intake/planted.ts', to: 'shared/planted-target.ts' },
    { from: 'renderer/planted.tsx', to: 'shared/planted-target.ts' },
    { from: 'renderer/planted.tsx', to: 'react' },
    { from: 'shared/planted.ts', to: 'zod' }
  ])('$from → $to is no problem', async ({ from, to }) => {
    const copy = copySource()
    plant(copy, from, to)
    expect((await checkRooms(copy)).problems).toEqual([])
  })
})

interface Forbidden {
  readonly from: string
  readonly to: string
  readonly kind?: 'value' | 'type'
  readonly rule: string
}

function forbidden(): readonly Forbidden[] {
  const rooms = ['intake', 'policy', 'identity', 'content', 'custody', 'export', 'store']
  const upward = ['main/workers', 'main/desk', 'main/cli', 'renderer']
  return [
    ...rooms.flatMap((room, index): Forbidden[] => [
      neighbour(room, String(rooms[(index + 1) % rooms.length])),
      ...upward.map((above) => ({
        from: `main/${room}/planted.ts`,
        to: `${above}/planted-target.ts`,
        rule: '1-rooms'
      })),
      { from: `main/${room}/planted.ts`, to: 'electron', rule: 'engine-no-electron' }
    ]),
    { from: 'main/store/planted.ts', to: 'main/policy/planted-target.ts', kind: 'type', rule: '1-rooms' },
    { from: 'main/store/planted.ts', to: '@signalapp/sqlcipher', rule: 'one-binding' },
    { from: 'main/workers/planted.ts', to: 'main/desk/planted-target.ts', rule: '2-workers' },
    { from: 'main/desk/planted.ts', to: 'main/window.ts', rule: '3-desk' },
    { from: 'main/window.ts', to: 'main/desk/planted-target.ts', rule: '3-window' },
    { from: 'main/index.ts', to: 'main/cli/planted-target.ts', rule: '4-index' },
    { from: 'main/cli/planted.ts', to: 'main/window.ts', rule: '4-cli' },
    { from: 'main/cli/planted.ts', to: 'electron', rule: 'engine-no-electron' },
    { from: 'main/preload.ts', to: 'main/store/planted-target.ts', kind: 'type', rule: 'preload' },
    { from: 'main/preload.ts', to: 'shared/planted-target.ts', rule: 'preload-types-only' },
    { from: 'main/preload.ts', to: 'node:fs', rule: 'preload-electron-only' },
    { from: 'renderer/planted.tsx', to: 'main/desk/planted-target.ts', kind: 'type', rule: 'renderer' },
    { from: 'renderer/planted.tsx', to: 'node:fs', rule: 'renderer-no-node' },
    { from: 'renderer/planted.tsx', to: 'electron', kind: 'type', rule: 'renderer-no-electron' },
    { from: 'shared/planted.ts', to: 'main/store/planted-target.ts', rule: '0-shared' },
    { from: 'shared/planted.ts', to: 'luxon', rule: '0-shared-zod-only' },
    { from: 'shared/planted.ts', to: 'node:fs', rule: '0-shared-zod-only' },
    { from: 'main/attic/planted.ts', to: 'shared/planted-target.ts', rule: 'every-file-has-a-room' },
    { from: 'shared/planted.ts', to: './nowhere.ts', rule: 'no-unresolved' }
  ]
}

function neighbour(room: string, other: string): Forbidden {
  return { from: `main/${room}/planted.ts`, to: `main/${other}/planted-target.ts`, rule: '1-rooms' }
}

// Only shared is copied whole: the rule looks at one import at a time, and a small copy is quick to read.
function copySource(): string {
  const folder = makeFolder()
  cpSync(path.join(checkout, 'src/shared'), path.join(folder, 'src/shared'), { recursive: true })
  symlinkSync(path.join(checkout, 'node_modules'), path.join(folder, 'node_modules'))
  return folder
}

function plant(folder: string, from: string, to: string, kind: 'value' | 'type' = 'value'): void {
  const isOwnFile = /^(?:main|renderer|shared)\//.test(to)
  const target = isOwnFile ? path.posix.relative(path.posix.dirname(from), to) : to
  const specifier = isOwnFile && !target.startsWith('.') ? `./${target}` : target
  if (isOwnFile && !existsSync(path.join(folder, 'src', to))) write(folder, to, 'export const target = 1\n')
  const words = kind === 'type' ? 'import type' : 'import'
  write(folder, from, `${words} * as planted from '${specifier}'\nexport const uses = 0 as unknown as typeof planted\n`)
}

function write(folder: string, name: string, text: string): void {
  const file = path.join(folder, 'src', name)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, text)
}

function makeFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'inward-rooms-'))
  folders.push(folder)
  return folder
}

function countSourceFiles(folder: string): number {
  return readdirSync(folder, { withFileTypes: true }).reduce((count, entry) => {
    if (entry.isDirectory()) return count + countSourceFiles(path.join(folder, entry.name))
    return count + (/\.(?:[cm]?[jt]s|[jt]sx)$/.test(entry.name) ? 1 : 0)
  }, 0)
}
