/**
 * Random keys of a workspace that live in its vault: of pseudonyms, of item names, of the short hashes in masks, and the one
 * that signs checkpoints of the audit log.
 */
import { randomBytes } from 'node:crypto'
import { bytes } from './columns.ts'
import type { Sql } from './sql.ts'

export const SECRETS = ['pseudonym', 'item', 'mask', 'checkpoint'] as const
export type SecretName = (typeof SECRETS)[number]

/** Makes the missing ones; called by the writer when it opens the vault. */
export function ensureSecrets(vault: Sql): void {
  for (const name of SECRETS) {
    vault.run('INSERT OR IGNORE INTO secret (name, bytes) VALUES (?, ?)', [name, new Uint8Array(randomBytes(32))])
  }
}

/** `schema` is `vault.` on a reader's connection and empty on the vault's own. */
export function readSecret(sql: Sql, name: SecretName, schema: '' | 'vault.'): Uint8Array {
  const row = sql.get(`SELECT bytes FROM ${schema}secret WHERE name = ?`, [name])
  if (row === undefined) throw new Error(`the vault lacks its ${name} key`)
  return bytes(row, 'bytes')
}
