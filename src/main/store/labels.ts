/** Sensitivity labels and sensitive information types as the sources name them; they lie in the vault. */
import { text } from './columns.ts'
import type { Sql } from './sql.ts'

export function labelText(vault: Sql, schema: '' | 'vault.', labelId: number): string {
  const row = vault.get(`SELECT label FROM ${schema}label WHERE id = ?`, [labelId])
  return row === undefined ? '' : text(row, 'label')
}

export function sensitiveTypesOf(vault: Sql, schema: '' | 'vault.', setId: number): readonly string[] {
  const row = vault.get(`SELECT types FROM ${schema}sensitive_set WHERE id = ?`, [setId])
  return row === undefined ? [] : text(row, 'types').split('\n')
}
