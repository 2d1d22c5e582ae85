/** A connection to the store of a test's workspace around the desk, as somebody with a passphrase and other tools has it. */
import path from 'node:path'
import { openSlot } from '../../src/main/custody/keyring.ts'
import { readKeyring } from '../../src/main/custody/keyring-file.ts'
import { MAIN_FILE, VAULT_FILE } from '../../src/main/store/open.ts'
import { openSql, type Sql } from '../../src/main/store/sql.ts'
import { deriveInThread } from '../../src/main/workers/key-client.ts'
import { type DeskPlace, OWNER } from './place.ts'

export interface RawKeys {
  /** Hexadecimal digits of key and salt. */
  readonly main: string
  readonly vault: string
}

export async function rawKeys({ desk, workspace }: DeskPlace): Promise<RawKeys> {
  const read = await readKeyring(path.join(workspace, 'keys.json'))
  if (!read.ok) throw new Error(read.reason)
  const derive = deriveInThread(desk.shell.keyWorkerFile)
  const opened = await openSlot(read.keyring, OWNER.operator, OWNER.passphrase, derive)
  if (!opened.ok) throw new Error('the passphrase of the tests does not open their workspace')
  const { mainKey, mainSalt, vaultKey, vaultSalt } = opened.keys
  const hex = (key: Uint8Array, salt: Uint8Array): string => Buffer.concat([key, salt]).toString('hex')
  return { main: hex(mainKey, mainSalt), vault: hex(vaultKey, vaultSalt) }
}

/** Works on one file of the store and closes it again. */
export function aroundTheDesk<Value>(
  { workspace }: DeskPlace,
  which: 'main' | 'vault',
  keys: RawKeys,
  work: (sql: Sql) => Value
): Value {
  const file = path.join(workspace, which === 'main' ? MAIN_FILE : VAULT_FILE)
  const sql = openSql(file, { hex: keys[which] }, { isReader: false })
  try {
    return work(sql)
  } finally {
    sql.close()
  }
}
