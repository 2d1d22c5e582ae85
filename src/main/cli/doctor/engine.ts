/** Tries what the engine stands on, on this very machine: an encrypted file, a key from a passphrase, the clock, the disk. */
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statfsSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DEFAULT_COST } from '../../custody/kdf.ts'
import { NotReadable, openSql } from '../../store/sql.ts'
import { deriveInThread } from '../../workers/key-client.ts'

export interface Trial {
  readonly isGood: boolean
  readonly says: string
}

/** Writes an encrypted file, reads it back, and makes sure that neither a wrong key nor a plain reader can. */
export function trySqlCipher(): Trial & { readonly version: string | null } {
  const folder = mkdtempSync(path.join(tmpdir(), 'inward-doctor-'))
  const file = path.join(folder, 'trial.db')
  const key = { hex: randomBytes(48).toString('hex') }
  try {
    const written = openSql(file, key, { isReader: false })
    const version = written.get('PRAGMA cipher_version')
    written.exec('CREATE TABLE trial (word TEXT) STRICT; PRAGMA wal_checkpoint(TRUNCATE)')
    written.run('INSERT INTO trial (word) VALUES (?)', ['inward'])
    written.close()
    const read = openSql(file, key, { isReader: true })
    const isBack = read.get('SELECT word FROM trial')?.['word'] === 'inward'
    read.close()
    const isClosed =
      readFileSync(file).subarray(0, 6).toString('latin1') !== 'SQLite' &&
      !opensWith(file, randomBytes(48).toString('hex'))
    const name = version === undefined ? null : String(Object.values(version)[0])
    if (isBack && isClosed)
      return { isGood: true, version: name, says: `SQLCipher ${name ?? 'of unknown version'} encrypts` }
    return { isGood: false, version: name, says: 'SQLCipher loads but does not encrypt; do not open a workspace here' }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function opensWith(file: string, hex: string): boolean {
  try {
    openSql(file, { hex }, { isReader: true }).close()
    return true
  } catch (error) {
    if (error instanceof NotReadable) return false
    throw error
  }
}

/** Derives one key at the cost that a workspace uses. */
export async function tryArgon2(keyWorkerFile: string): Promise<Trial & { readonly durationMs: number }> {
  const startedMs = performance.now()
  const kdf = { algorithm: 'argon2id', saltHex: randomBytes(16).toString('hex'), ...DEFAULT_COST } as const
  try {
    const key = await deriveInThread(keyWorkerFile)('a passphrase for the trial', kdf)
    const durationMs = Math.round(performance.now() - startedMs)
    return { isGood: key.length === 32, durationMs, says: `Argon2id derives a key in ${durationMs} ms` }
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return { isGood: false, durationMs: 0, says: 'Argon2id does not work here, so no passphrase can open a workspace' }
  }
}

/** A workspace of a million activities needs about half of it; less than this is soon full. */
const ENOUGH_DISK_BYTES = 2 * 1024 ** 3

export function tryDisk(folder: string): Trial & { readonly folder: string; readonly freeBytes: number } {
  const { bavail, bsize } = statfsSync(folder)
  const freeBytes = bavail * bsize
  return {
    isGood: freeBytes >= ENOUGH_DISK_BYTES,
    folder,
    freeBytes,
    says: `${(freeBytes / 1024 ** 3).toFixed(1)} GiB are free where ${folder} lies`
  }
}

/** A clock that stands before the program was built is wrong, and audit entries would carry its error for ever. */
export function tryClock(builtFile: string): Trial & { readonly now: string; readonly timezone: string } {
  const nowMs = Date.now()
  const timezone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const isGood = statSync(builtFile).mtimeMs <= nowMs
  const says = isGood
    ? `the clock says ${new Date(nowMs).toISOString()}, zone ${timezone}`
    : 'the clock stands before the day on which this program was built'
  return { isGood, now: new Date(nowMs).toISOString(), timezone, says }
}
