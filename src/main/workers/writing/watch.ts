/** Changes of the watched folder, and what of it was imported. */
import { inTransaction } from '../../store/open.ts'
import { markImported, watchFolder, type WatchedFile } from '../../store/watch.ts'
import { type Audited, done, type Result } from '../protocol.ts'
import type { WriterDesk } from '../writer-desk.ts'

const audit = { objectType: 'setting', objectId: 'watched-folder', caseId: null, details: {} }

export const watchChanges = {
  'watch.choose'(desk: WriterDesk, args: { path: string }): Result<Audited<null>> {
    watchFolder(desk.store.vault, args.path)
    return done({ value: null, audit })
  },

  'watch.stop'(desk: WriterDesk): Result<Audited<null>> {
    watchFolder(desk.store.vault, null)
    return done({ value: null, audit })
  }
}

export const watchProcedures = {
  'watch.imported'(desk: WriterDesk, args: { files: readonly WatchedFile[] }): null {
    inTransaction(desk.store, () => {
      markImported(desk.store.vault, args.files)
    })
    return null
  }
}
