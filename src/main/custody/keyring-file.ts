/** The key file on disk: read whole, replaced whole. A half-written file never stands in the old one's place. */
import { constants } from 'node:fs'
import { open, readFile, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { randomBytes } from 'node:crypto'
import { parseKeyring } from './keyring.ts'
import type { Keyring, Refused } from './keyring.ts'

/** A missing file and a damaged one are answers; other trouble with the disk throws. */
export async function readKeyring(file: string): Promise<{ readonly ok: true; readonly keyring: Keyring } | Refused> {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (error) {
    if (!isMissing(error)) throw error
    return { ok: false, reason: 'The key file is missing.' }
  }
  return parseKeyring(text)
}

/** Readable by its owner only; on disk for certain when the promise resolves. */
export async function writeKeyring(file: string, keyring: Keyring): Promise<void> {
  const draft = `${file}.${randomBytes(6).toString('hex')}.new`
  try {
    const handle = await open(draft, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o600)
    try {
      await handle.writeFile(`${JSON.stringify(keyring, null, 2)}\n`)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(draft, file)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
  await syncFolder(path.dirname(file))
}

/** The rename itself lives in the folder. Windows keeps it safe by other means and cannot open folders. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, constants.O_RDONLY)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
