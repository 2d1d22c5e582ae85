/** How layouts are read, as the workspace remembers it: columns of HR files, and logs that an operator mapped. */
import { z } from 'zod'
import type { ColumnMapping } from '../../shared/domain/draft.ts'
import { FieldMapping } from '../../shared/domain/mapping.ts'
import { json, oneOf, text } from './columns.ts'
import type { Sql } from './sql.ts'

const KINDS = ['hr', 'mapped'] as const

export function listMappings(reader: Sql): readonly ColumnMapping[] {
  return reader.all('SELECT signature, kind, columns FROM vault.column_mapping ORDER BY signature').map((row) => {
    const signature = text(row, 'signature')
    const kind = oneOf(row, 'kind', KINDS)
    return kind === 'hr'
      ? { kind, signature, columns: json(row, 'columns', z.record(z.string(), z.string())) }
      : { kind, signature, mapping: json(row, 'columns', FieldMapping) }
  })
}

/** The last word about a layout counts. */
export function rememberMapping(vault: Sql, remembered: ColumnMapping): void {
  const { signature, kind } = remembered
  vault.run(
    'INSERT INTO column_mapping (signature, kind, columns) VALUES (?, ?, ?) ' +
      'ON CONFLICT (signature) DO UPDATE SET kind = excluded.kind, columns = excluded.columns',
    [signature, kind, JSON.stringify(kind === 'hr' ? remembered.columns : remembered.mapping)]
  )
}
