/** The watched folder. The path itself is for the engine; what is shown is masked. */
import { freshFiles, type WatchedFile, watchedFolder } from '../../store/watch.ts'
import type { ReaderDesk } from '../reader-desk.ts'

export const watchReads = {
  'watch.folder'(desk: ReaderDesk): { path: string | null } {
    return { path: watchedFolder(desk.sql) }
  },

  'watch.fresh'(desk: ReaderDesk, args: { files: readonly WatchedFile[] }): readonly WatchedFile[] {
    return freshFiles(desk.sql, args.files)
  }
}
