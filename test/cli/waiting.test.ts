// Two at once: the second writer says that it waits, and goes on when the first is done.
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { openSlot } from '../../src/main/custody/keyring.ts'
import { readKeyring } from '../../src/main/custody/keyring-file.ts'
import { VAULT_FILE } from '../../src/main/store/open.ts'
import { openSql } from '../../src/main/store/sql.ts'
import { deriveInThread } from '../../src/main/workers/key-client.ts'
import { OPERATOR, PASSPHRASE, usePlace } from './inward.ts'

const place = usePlace()
const env = { INWARD_WORKSPACE: place.workspace }

describe('a command that finds another writer', { timeout: 60_000 }, () => {
  test('says that it waits, and is done when the other has ended', async () => {
    expect((await place.inward(['init'], { env })).code).toBe(0)
    const held = openSql(path.join(place.workspace, VAULT_FILE), { hex: await vaultKey() }, { isReader: false })
    held.exec('BEGIN IMMEDIATE')
    const { ended, child } = place.start(['policy', 'delete', '1'], { env })
    const waits = new Promise<string>((resolve) => {
      child.stderr?.on('data', (text: string) => {
        resolve(text)
      })
    })
    expect(await waits).toContain('Another Inward is writing to this workspace')
    expect(child.exitCode).toBeNull()
    held.exec('ROLLBACK')
    held.close()
    expect((await ended).code).toBe(0)
  })
})

async function vaultKey(): Promise<string> {
  const read = await readKeyring(path.join(place.workspace, 'keys.json'))
  if (!read.ok) throw new Error(read.reason)
  const derive = deriveInThread(path.join(import.meta.dirname, '../../dist/key-worker.mjs'))
  const opened = await openSlot(read.keyring, OPERATOR, PASSPHRASE, derive)
  if (!opened.ok) throw new Error('the passphrase of the tests does not open their workspace')
  return Buffer.concat([opened.keys.vaultKey, opened.keys.vaultSalt]).toString('hex')
}
