/** Column mappings of HR files that the workspace remembers, by signature of the header. */
import { z } from 'zod'
import type { ColumnMapping } from '../../shared/domain/draft.ts'
import { json, text } from './columns.ts'
import type { Sql } from './sql.ts'

export function listMappings(reader: Sql): readonly ColumnMapping[] {
  return reader.all('SELECT signature, columns FROM vault.column_mapping ORDER BY signature').map((row) => ({
    signature: text(row, 'signature'),
    columns: json(row, 'columns', z.record(z.string(), z.string()))
  }))
}

export function rememberMapping(vault: Sql, mapping: ColumnMapping): void {
  vault.run(
    'INSERT INTO column_mapping (signature, columns) VALUES (?, ?) ON CONFLICT (signature) DO UPDATE SET columns = excluded.columns',
    [mapping.signature, JSON.stringify(mapping.columns)]
  )
}
