/** The watched folder and the files of it that were imported. Paths can hold names, so they lie in the vault. */
import { text } from './columns.ts'
import type { Sql } from './sql.ts'

export interface WatchedFile {
  readonly path: string
  readonly sizeBytes: number
  readonly modifiedMs: number
}

/** On a reader's connection; null while no folder is watched. */
export function watchedFolder(reader: Sql): string | null {
  const row = reader.get('SELECT path FROM vault.watched_folder')
  return row === undefined ? null : text(row, 'path')
}

export function watchFolder(vault: Sql, folder: string | null): void {
  vault.run('DELETE FROM watched_folder')
  if (folder !== null) vault.run('INSERT INTO watched_folder (id, path) VALUES (1, ?)', [folder])
}

/** Files that were not imported as they are now; a file that changed is a new one. */
export function freshFiles(reader: Sql, files: readonly WatchedFile[]): readonly WatchedFile[] {
  return files.filter(
    ({ path, sizeBytes, modifiedMs }) =>
      reader.get('SELECT 1 FROM vault.watched_file WHERE path = ? AND size_bytes = ? AND modified_ms = ?', [
        path,
        sizeBytes,
        modifiedMs
      ]) === undefined
  )
}

export function markImported(vault: Sql, files: readonly WatchedFile[]): void {
  for (const { path, sizeBytes, modifiedMs } of files)
    vault.run('INSERT OR REPLACE INTO watched_file (path, size_bytes, modified_ms) VALUES (?, ?, ?)', [
      path,
      sizeBytes,
      modifiedMs
    ])
}
