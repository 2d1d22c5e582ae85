/** The audit log, and the way out: the bundle of a case. */
import { done, refused } from '../../workers/protocol.ts'
import { redeemTicket } from '../desk.ts'
import type { Handlers } from './handler.ts'
import { withWorkspace } from './open.ts'

const NOT_EXPORTED = { bundle: '', files: 0, bytes: 0, sha256: '', redacted: 0, wasCancelled: true }

export const auditHandlers: Pick<Handlers, 'audit.list' | 'audit.verify' | 'audit.checkpoint' | 'export.case'> = {
  'audit.list': (desk, request) => withWorkspace(desk, ({ reader }) => reader.read('audit.list', request)),
  'audit.verify': (desk, request) => withWorkspace(desk, ({ reader }) => reader.read('audit.verify', request)),

  'audit.checkpoint': (desk) =>
    withWorkspace(desk, async ({ reader, writer, caller }) => {
      // Noted first, so that the checkpoint covers its own making.
      const note = { objectType: 'audit', objectId: 'log', caseId: null, details: {} }
      const noted = await writer.run('audit.note', {
        action: 'audit.checkpoint',
        outcome: 'done',
        note,
        caller,
        reason: null
      })
      return noted.ok ? reader.read('audit.checkpoint', null) : noted
    }),

  'export.case': (desk, request) =>
    withWorkspace(desk, async ({ reader, writer, caller, operator }) => {
      const folder =
        request.ticket === null ? await desk.shell.chooseFolder('export') : redeemTicket(desk, request.ticket)?.[0]
      if (folder === null) return done(NOT_EXPORTED)
      if (folder === undefined) return refused('bad-request', 'The chosen folder is no longer known. Choose it again.')
      const shown = await reader.read('case.show', { id: request.caseId })
      if (!shown.ok) return shown
      // The note is written first, so that the bundle itself tells of its making.
      const noted = await writer.change(
        'case.note',
        { id: request.caseId, text: 'The case was exported as an eDiscovery bundle.', kind: 'export' },
        caller
      )
      if (!noted.ok) return noted
      const running = new AbortController()
      desk.running = running
      const exported = await reader.read(
        'export.case',
        { caseId: request.caseId, folder, operator, exportedAtMs: Date.now(), software: desk.shell.software },
        running.signal
      )
      desk.running = null
      const details = exported.ok
        ? { bundle: exported.value.bundle, sha256: exported.value.sha256, files: exported.value.files }
        : { code: exported.code }
      const note = { objectType: 'case', objectId: String(request.caseId), caseId: request.caseId, details }
      const audited = await writer.run('audit.note', {
        action: 'export.case',
        outcome: exported.ok ? 'done' : 'failed',
        note,
        caller,
        reason: null
      })
      if (!audited.ok) return audited
      if (!exported.ok) return exported.code === 'cancelled' ? done(NOT_EXPORTED) : exported
      return done({ ...exported.value, wasCancelled: false })
    })
}
