/** Imports: choosing paths, running the import with progress and cancel, receipts, taking an import back. */
import { isKnownZone } from '../../../shared/domain/day.ts'
import { done, refused } from '../../workers/protocol.ts'
import { runImport } from '../../workers/import-run.ts'
import { mappingFor, previewTicket, ticketAgain } from '../mapping.ts'
import { type Desk, IDLE, issueTicket, redeemTicket, tellChanged } from '../desk.ts'
import type { Handlers } from './handler.ts'
import { withWorkspace } from './open.ts'

type ImportNames =
  | 'import.choose'
  | 'import.start'
  | 'import.progress'
  | 'import.cancel'
  | 'import.preview'
  | 'import.again'
  | 'import.coverage'
  | 'import.list'
  | 'import.show'
  | 'import.rejected'
  | 'import.undo'

/** The window hears of progress at most this often. */
const TELL_EVERY_MS = 250

export const importHandlers: Pick<Handlers, ImportNames> = {
  'import.choose': (desk, { what }) =>
    withWorkspace(desk, async ({ reader }) => {
      const paths = await desk.shell.chooseFiles(what)
      if (paths === null) return done({ ticket: null, files: [] })
      const masked = await reader.read('mask.texts', {
        texts: paths.map((path) => path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1))
      })
      return masked.ok ? done({ ticket: issueTicket(desk, paths), files: [...masked.value] }) : masked
    }),

  'import.start': (desk, request) =>
    withWorkspace(desk, async (workspace) => {
      if (desk.progress.isRunning)
        return refused('busy', 'An import is already running. Wait for its end or cancel it.')
      if (request.timezone !== null && !isKnownZone(request.timezone))
        return refused('bad-input', 'This time zone is unknown. Name it as in Europe/Berlin.')
      if (request.mapping !== null && request.source !== null)
        return refused('bad-input', 'Choose a source or map the fields, not both.')
      const mapping = mappingFor(desk, request.ticket, request.mapping)
      if (!mapping.ok) return mapping
      const paths = redeemTicket(desk, request.ticket)
      if (paths === null) return refused('bad-request', 'The chosen files are no longer known. Choose them again.')
      const running = new AbortController()
      desk.running = running
      desk.progress = { ...IDLE, isRunning: true, phase: 'reading', startedMs: Date.now() }
      try {
        const { reader, writer, caller } = workspace
        const imported = await runImport({
          reader,
          writer,
          caller,
          paths,
          source: request.source,
          timezone: request.timezone,
          label: request.label,
          mapping: mapping.value,
          spawnIntake: desk.shell.spawnIntake,
          signal: running.signal,
          onProgress: progressTeller(desk),
          onFault: (where) => {
            desk.shell.log('intake', where)
          }
        })
        if (!imported.ok) return imported
        desk.progress = { ...desk.progress, phase: 'scoring' }
        tellChanged(desk, ['progress'])
        const scored = await writer.run('score.run', { asOfMs: null })
        if (!scored.ok) return scored
        const receipts = await Promise.all(imported.value.importIds.map((id) => reader.read('import.show', { id })))
        return done({
          imports: receipts.flatMap((receipt) => (receipt.ok ? [receipt.value] : [])),
          alertsRaised: scored.value.alertsRaised,
          alertsUpdated: scored.value.alertsUpdated,
          wasCancelled: imported.value.wasCancelled
        })
      } finally {
        desk.running = null
        desk.progress = IDLE
        tellChanged(desk, ['progress'])
      }
    }),

  'import.progress': (desk) => Promise.resolve(done(desk.progress)),

  'import.cancel': (desk) =>
    withWorkspace(desk, async ({ writer, caller }) => {
      const wasRunning = desk.progress.isRunning && desk.running !== null
      if (!wasRunning) return done({ wasRunning })
      desk.progress = { ...desk.progress, phase: 'stopping' }
      desk.running?.abort()
      const note = { objectType: 'import', objectId: 'run', caseId: null, details: {} }
      const noted = await writer.run('audit.note', {
        action: 'import.cancel',
        outcome: 'done',
        note,
        caller,
        reason: null
      })
      return noted.ok ? done({ wasRunning }) : noted
    }),

  'import.preview': (desk, { ticket }) => withWorkspace(desk, (workspace) => previewTicket(desk, workspace, ticket)),
  'import.again': (desk, { id }) => withWorkspace(desk, (workspace) => ticketAgain(desk, workspace, id)),
  'import.coverage': (desk) => withWorkspace(desk, ({ reader }) => reader.read('import.coverage', null)),
  'import.list': (desk, request) => withWorkspace(desk, ({ reader }) => reader.read('import.list', request)),
  'import.show': (desk, request) => withWorkspace(desk, ({ reader }) => reader.read('import.show', request)),
  'import.rejected': (desk, request) => withWorkspace(desk, ({ reader }) => reader.read('import.rejected', request)),

  'import.undo': (desk, request) =>
    withWorkspace(desk, async ({ writer, caller }) => {
      const changed = await writer.change('import.undo', request, caller)
      if (!changed.ok) return changed
      const swept = await writer.run('import.undone', null)
      if (!swept.ok) return swept
      const scored = await writer.run('score.run', { asOfMs: null })
      return scored.ok ? changed : scored
    })
}

function progressTeller(desk: Desk): (progress: Partial<Desk['progress']>) => void {
  let toldMs = 0
  return (progress) => {
    desk.progress = { ...desk.progress, ...progress, phase: desk.progress.phase }
    const nowMs = Date.now()
    if (nowMs - toldMs < TELL_EVERY_MS) return
    toldMs = nowMs
    tellChanged(desk, ['progress'])
  }
}
