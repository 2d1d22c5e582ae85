/** Settings that can hold names: JSON in the vault, by key. What they mean is for the nouns that keep them. */
import { text } from './columns.ts'
import type { Sql } from './sql.ts'

/** Where to read; on a reader's connection the vault is a schema of the same connection. */
export interface VaultView {
  readonly vault: Sql
  readonly schema: '' | 'vault.'
}

export type SettingTextKey = 'scoring' | 'assets'

/** Null where nobody has set it yet. */
export function readSettingText({ vault, schema }: VaultView, key: SettingTextKey): unknown {
  const row = vault.get(`SELECT value FROM ${schema}setting_text WHERE key = ?`, [key])
  return row === undefined ? null : JSON.parse(text(row, 'value'))
}

export function writeSettingText(vault: Sql, key: SettingTextKey, value: unknown): void {
  vault.run(
    'INSERT INTO setting_text (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
    [key, JSON.stringify(value)]
  )
}
