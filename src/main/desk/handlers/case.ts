/** Cases: list, page, notes, resolution. */
import { refused, done } from '../../workers/protocol.ts'
import type { Handlers } from './handler.ts'
import { withWorkspace } from './open.ts'

export const caseHandlers: Pick<Handlers, 'case.list' | 'case.show' | 'case.note' | 'case.resolve'> = {
  'case.list': (desk, request) => withWorkspace(desk, ({ reader }) => reader.read('case.list', request)),
  'case.show': (desk, request) => withWorkspace(desk, ({ reader }) => reader.read('case.show', request)),

  'case.note': (desk, request) =>
    withWorkspace(desk, async ({ reader, writer, caller }) => {
      const changed = await writer.change('case.note', { ...request, kind: 'note' }, caller)
      if (!changed.ok) return changed
      const shown = await reader.read('case.show', { id: request.id })
      if (!shown.ok) return shown
      const note = shown.value.notes.find((each) => each.id === changed.value.noteId)
      return note === undefined ? refused('fault', 'The note was stored but cannot be shown.') : done(note)
    }),

  'case.resolve': (desk, request) =>
    withWorkspace(desk, async ({ reader, writer, caller }) => {
      const changed = await writer.change('case.resolve', request, caller)
      if (!changed.ok) return changed
      const shown = await reader.read('case.show', { id: request.id })
      return shown.ok ? done(shown.value.case) : shown
    })
}
