/** Changes of cases: append-only notes and the resolution, which resolves the case's alerts with it. */
import { alertsOfCase, addNote, caseStatus, closeCase } from '../../store/cases.ts'
import { decide } from '../../store/decisions.ts'
import { type Audited, type Caller, done, refused, type Result } from '../protocol.ts'
import type { WriterDesk } from '../writer-desk.ts'

export const caseChanges = {
  'case.note'(
    desk: WriterDesk,
    args: { id: number; text: string; kind: 'note' | 'export' },
    caller: Caller
  ): Result<Audited<{ noteId: number }>> {
    if (caseStatus(desk.store.main, args.id) === null) return refused('not-found', 'There is no such case.')
    const noteId = addNote(desk.store, {
      caseId: args.id,
      kind: args.kind,
      text: args.text,
      operator: caller.operator,
      atMs: desk.nowMs()
    })
    return done({
      value: { noteId },
      audit: {
        objectType: 'note',
        objectId: String(noteId),
        caseId: args.id,
        details: { characters: args.text.length }
      }
    })
  },

  'case.resolve'(
    desk: WriterDesk,
    args: { id: number; as: 'benign' | 'violation'; text: string },
    caller: Caller
  ): Result<Audited<null>> {
    const status = caseStatus(desk.store.main, args.id)
    if (status === null) return refused('not-found', 'There is no such case.')
    if (status === 'closed') return refused('conflict', 'This case is already closed.')
    const atMs = desk.nowMs()
    const alerts = alertsOfCase(desk.store.main, args.id)
    const decided = decide(desk.store, alerts, {
      kind: 'resolve',
      operator: caller.operator,
      atMs,
      reason: args.as,
      comment: '',
      caseId: args.id,
      openedCase: false
    })
    if (typeof decided === 'string')
      return refused('conflict', 'The alerts of this case changed meanwhile. Reload the case and try again.')
    const outcome = args.as === 'benign' ? 'benign' : 'a confirmed policy violation'
    addNote(desk.store, {
      caseId: args.id,
      kind: 'resolution',
      text: `Resolved as ${outcome}. ${args.text}`,
      operator: caller.operator,
      atMs
    })
    closeCase(desk.store.main, args.id, args.as, caller.operator, atMs)
    return done({
      value: null,
      audit: {
        objectType: 'case',
        objectId: String(args.id),
        caseId: args.id,
        details: { as: args.as, alerts: alerts.length }
      }
    })
  }
}
