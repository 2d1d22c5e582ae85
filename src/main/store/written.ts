/** Texts that operators wrote, kept in the vault because they can hold a name. */
import { text } from './columns.ts'
import type { Sql } from './sql.ts'

export type WrittenAbout =
  | 'case'
  | 'note'
  | 'policy'
  | 'decision'
  | 'reason'
  | 'group'
  | 'group-description'
  | 'scope'
  | 'reveal'
  | 'reveal-answer'

export function writeText(vault: Sql, about: WrittenAbout, id: number, words: string): void {
  vault.run(
    'INSERT INTO written_text (about, id, text) VALUES (?, ?, ?) ON CONFLICT (about, id) DO UPDATE SET text = excluded.text',
    [about, id, words]
  )
}

/** On a reader's connection; empty where nothing was written. */
export function readText(reader: Sql, about: WrittenAbout, id: number): string {
  const row = reader.get('SELECT text FROM vault.written_text WHERE about = ? AND id = ?', [about, id])
  return row === undefined ? '' : text(row, 'text')
}
