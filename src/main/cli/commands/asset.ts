/** Physical assets of priority: doors, rooms and readers as badge records name them. */
import { command, print } from '../command.ts'
import { plural, table } from '../table.ts'
import { FILE, required } from '../value.ts'
import { readTextFile } from '../yaml-file.ts'

export const assetList = command(
  {
    words: ['asset', 'list'],
    does: 'Lists the physical assets of priority.',
    operands: {},
    rest: null,
    options: {}
  },
  async ({ ask }) => {
    const listed = await ask('asset.list', {})
    return listed.ok ? print(listed.value, table([{ head: 'asset', cell: (asset) => asset }], listed.value)) : listed
  }
)

export const assetSet = command(
  {
    words: ['asset', 'set'],
    does: 'Replaces the list of physical assets by the lines of a file.',
    operands: {},
    rest: null,
    options: { file: required(FILE) }
  },
  async ({ ask }, { options }) => {
    const read = readTextFile(options.file, 'list')
    if (!read.ok) return read
    const assets = read.value
      .replace(/^\uFEFF/, '')
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line !== '')
    const changed = await ask('asset.change', { assets })
    return changed.ok
      ? print(changed.value, `${plural(changed.value.length, 'asset has', 'assets have')} priority`)
      : changed
  }
)
