/** Says what this machine has and lacks. It only looks, apart from a trial file that it removes again. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { freeCommand, print } from '../command.ts'
import { tryArgon2, tryClock, tryDisk, trySqlCipher } from '../doctor/engine.ts'
import { describeWindow, windowLines } from '../doctor/window.ts'
import { BUILT, electronVersion, SOFTWARE } from '../shell.ts'
import { plain } from '../table.ts'

export const doctor = freeCommand(
  {
    words: ['doctor'],
    does: 'Says what this machine has and lacks for Inward.',
    operands: {},
    rest: null,
    options: {}
  },
  async (terminal) => {
    const named = terminal.folder()
    const sqlcipher = trySqlCipher()
    const argon2 = await tryArgon2(terminal.desk.shell.keyWorkerFile)
    const disk = tryDisk(existingFolder(named.ok ? named.value : process.cwd()))
    const clock = tryClock(path.join(BUILT, 'cli.mjs'))
    const machine = await describeWindow(BUILT)
    const runtime = {
      node: process.versions.node,
      electron: electronVersion(),
      platform: process.platform,
      architecture: process.arch
    }
    const lines: readonly (readonly [string, boolean, string])[] = [
      ['inward', true, SOFTWARE.version],
      [
        'runtime',
        true,
        `Node ${runtime.node}${runtime.electron === null ? '' : ` in Electron ${runtime.electron}`}, ${runtime.platform} ${runtime.architecture}`
      ],
      ['store', sqlcipher.isGood, sqlcipher.says],
      ['passphrases', argon2.isGood, argon2.says],
      ['disk', disk.isGood, disk.says],
      ['clock', clock.isGood, clock.says],
      ...(machine === null ? [['window', true, 'not looked at: this is no checkout'] as const] : windowLines(machine))
    ]
    const lacking = lines.filter(([, isGood]) => !isGood).map(([name]) => name)
    const document = {
      version: SOFTWARE.version,
      runtime,
      window: machine,
      sqlcipher: { works: sqlcipher.isGood, version: sqlcipher.version },
      argon2: { works: argon2.isGood, durationMs: argon2.durationMs },
      disk: { folder: disk.folder, freeBytes: disk.freeBytes, isEnough: disk.isGood },
      clock: { now: clock.now, timezone: clock.timezone, isPlausible: clock.isGood },
      lacking
    }
    const shown = lines
      .map(([name, isGood, says]) => `${isGood ? 'ok   ' : 'lacks'}  ${name.padEnd(12)}  ${plain(says)}`)
      .join('\n')
    const canWork = sqlcipher.isGood && argon2.isGood
    return canWork
      ? print(document, shown)
      : print(document, shown, 1, 'Inward cannot open a workspace on this machine.')
  }
)

/** A workspace that is still to be made lies where its parent is. */
function existingFolder(folder: string): string {
  let here = folder
  while (!existsSync(here)) here = path.dirname(here)
  return here
}
