/** Decisions on alerts: dismiss, confirm into a case, undo. */
import type { DISMISS_REASONS } from '../../../shared/contract/alert.ts'
import { addNote, caseStatus, openCase, touchCase } from '../../store/cases.ts'
import { decide, lastDecisionOf, type Refusal, undoDecision } from '../../store/decisions.ts'
import { type Audited, type Caller, done, refused, type Refused, type Result } from '../protocol.ts'
import type { WriterDesk } from '../writer-desk.ts'

export type ConfirmInto = { readonly caseId: number } | { readonly newCase: string }

export const alertChanges = {
  'alert.dismiss'(
    desk: WriterDesk,
    args: { ids: readonly number[]; reason: (typeof DISMISS_REASONS)[number]; comment: string },
    caller: Caller
  ): Result<Audited<null>> {
    const decided = decide(desk.store, args.ids, {
      kind: 'dismiss',
      operator: caller.operator,
      atMs: desk.nowMs(),
      reason: args.reason,
      comment: args.comment,
      caseId: null,
      openedCase: false
    })
    if (typeof decided === 'string') return sayWhy(decided)
    return done({
      value: null,
      audit: {
        objectType: 'alert',
        objectId: args.ids.join(' ').slice(0, 150),
        caseId: null,
        details: { reason: args.reason, alerts: args.ids.length }
      }
    })
  },

  'alert.confirm'(
    desk: WriterDesk,
    args: { ids: readonly number[]; into: ConfirmInto; comment: string },
    caller: Caller
  ): Result<Audited<{ caseId: number }>> {
    const atMs = desk.nowMs()
    const opened = 'newCase' in args.into
    const caseId =
      'newCase' in args.into ? openCase(desk.store, args.into.newCase, caller.operator, atMs) : args.into.caseId
    const status = caseStatus(desk.store.main, caseId)
    if (status === null) return refused('not-found', 'There is no such case.')
    if (status === 'closed')
      return refused('conflict', 'This case is closed. Confirm into an active case or open a new one.')
    const decided = decide(desk.store, args.ids, {
      kind: 'confirm',
      operator: caller.operator,
      atMs,
      reason: null,
      comment: args.comment,
      caseId,
      openedCase: opened
    })
    if (typeof decided === 'string') return sayWhy(decided)
    const which = args.ids.length === 1 ? `Alert ${String(args.ids[0])}` : `${String(args.ids.length)} alerts`
    const text = `${which} confirmed into this case.${args.comment === '' ? '' : ` ${args.comment}`}`
    addNote(desk.store, { caseId, kind: 'decision', text, operator: caller.operator, atMs })
    return done({
      value: { caseId },
      audit: {
        objectType: 'alert',
        objectId: args.ids.join(' ').slice(0, 150),
        caseId,
        details: { alerts: args.ids.length, openedCase: opened }
      }
    })
  },

  'alert.undo'(desk: WriterDesk, args: { id: number }, caller: Caller): Result<Audited<{ ids: readonly number[] }>> {
    return undoAll(desk, [args.id], caller)
  },

  'alert.undoLast'(
    desk: WriterDesk,
    _args: null,
    caller: Caller
  ): Result<Audited<{ ids: readonly number[]; kind: string }>> {
    const last = lastDecisionOf(desk.store.main, caller.operator)
    if (last === null) return refused('conflict', 'There is no decision of yours to undo.')
    const undone = undoAll(desk, last.alertIds, caller)
    return undone.ok ? done({ ...undone.value, value: { ids: last.alertIds, kind: last.kind } }) : undone
  }
}

function undoAll(
  desk: WriterDesk,
  ids: readonly number[],
  caller: Caller
): Result<Audited<{ ids: readonly number[] }>> {
  const atMs = desk.nowMs()
  let leftCase: number | null = null
  for (const id of ids) {
    const undone = undoDecision(desk.store, id, atMs)
    if (typeof undone === 'string') return sayWhy(undone)
    leftCase = undone.caseId ?? leftCase
  }
  if (leftCase !== null) {
    const which = ids.length === 1 ? `alert ${String(ids[0])}` : `${String(ids.length)} alerts`
    addNote(desk.store, {
      caseId: leftCase,
      kind: 'decision',
      text: `The last decision on ${which} was undone.`,
      operator: caller.operator,
      atMs
    })
    touchCase(desk.store.main, leftCase, caller.operator, atMs)
  }
  return done({
    value: { ids },
    audit: {
      objectType: 'alert',
      objectId: ids.join(' ').slice(0, 150),
      caseId: leftCase,
      details: { alerts: ids.length }
    }
  })
}

function sayWhy(refusal: Refusal): Refused {
  switch (refusal) {
    case 'not-found':
      return refused('not-found', 'There is no such alert.')
    case 'already-triaged':
      return refused(
        'conflict',
        'One of these alerts was already triaged. Reload the queue; undo the earlier decision to change it.'
      )
    case 'newer-alert-open':
      return refused('conflict', 'A newer alert of the same person and policy is open. Triage that one first.')
    case 'nothing-to-undo':
      return refused('conflict', 'There is no decision on this alert to undo.')
  }
}
