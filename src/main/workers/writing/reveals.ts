/**
 * Asking for a name, answering, ending and showing. Every refusal is audited by the writer. The time is never before that of
 * the audit log's last entry: a clock set back lengthens no grant.
 */
import type { Revealed } from '../../../shared/contract/reveal.ts'
import { Pseudonym } from '../../../shared/domain/pseudonym.ts'
import { expiryOf, isSameOperator, revealStatus } from '../../identity/reveal.ts'
import { lastAudit } from '../../store/audit.ts'
import { caseStatus } from '../../store/cases.ts'
import { findOperator } from '../../store/operators.ts'
import { findPersonId } from '../../store/persons.ts'
import {
  addReveal,
  countShown,
  decideReveal,
  findReveal,
  openReveals,
  readIdentity,
  type StoredReveal,
  withdrawReveal
} from '../../store/reveals.ts'
import { type Audited, type AuditNote, type Caller, done, refused, type Result } from '../protocol.ts'
import type { WriterDesk } from '../writer-desk.ts'

export interface RevealDecision {
  readonly id: number
  readonly answer: string | null
  /** Who decides; the caller, or the second operator whose passphrase was just checked. */
  readonly operator: string
}

export const revealChanges = {
  'reveal.request'(
    desk: WriterDesk,
    args: { caseId: number; pseudonym: Pseudonym; reason: string; hours: number },
    caller: Caller
  ): Result<Audited<{ id: number }>> {
    const { main } = desk.store
    const status = caseStatus(main, args.caseId)
    if (status === null) return refused('not-found', 'There is no such case.')
    if (status === 'closed') return refused('conflict', 'This case is closed. A name is revealed in an open case only.')
    const personId = findPersonId(main, args.pseudonym)
    const isOfCase =
      personId !== null &&
      main.number('SELECT count(*) FROM alert WHERE case_id = ? AND person_id = ?', [args.caseId, personId]) > 0
    if (!isOfCase) return refused('not-found', 'This case has no alert about that person.')
    const nowMs = timeOf(desk)
    const others = openReveals(main, args.caseId, personId, caller.operator)
    if (others.some((other) => isOpen(other, nowMs)))
      return refused('conflict', 'You have asked for this name in this case already.')
    const id = addReveal(desk.store, {
      caseId: args.caseId,
      personId,
      hours: args.hours,
      reason: args.reason,
      operator: caller.operator,
      atMs: nowMs
    })
    const details = { pseudonym: args.pseudonym, hours: args.hours, reasonCharacters: args.reason.length }
    return done({ value: { id }, audit: noteOf(id, args.caseId, details) })
  },

  'reveal.approve'(desk: WriterDesk, args: RevealDecision): Result<Audited<{ id: number; expiresAtMs: number }>> {
    const nowMs = timeOf(desk)
    const asked = findAsked(desk, args, nowMs)
    if (!asked.ok) return asked
    const { id, caseId, pseudonym, hours } = asked.value
    const expiresMs = expiryOf(nowMs, hours)
    decideReveal(desk.store, id, {
      status: 'granted',
      operator: args.operator,
      atMs: nowMs,
      expiresMs,
      answer: args.answer
    })
    const details = { pseudonym, hours, approver: args.operator }
    return done({ value: { id, expiresAtMs: expiresMs }, audit: noteOf(id, caseId, details) })
  },

  'reveal.refuse'(desk: WriterDesk, args: RevealDecision): Result<Audited<{ id: number }>> {
    const nowMs = timeOf(desk)
    const asked = findAsked(desk, args, nowMs)
    if (!asked.ok) return asked
    const { id, caseId, pseudonym } = asked.value
    decideReveal(desk.store, id, {
      status: 'refused',
      operator: args.operator,
      atMs: nowMs,
      expiresMs: null,
      answer: args.answer
    })
    return done({ value: { id }, audit: noteOf(id, caseId, { pseudonym, approver: args.operator }) })
  },

  'reveal.withdraw'(desk: WriterDesk, args: { id: number }, caller: Caller): Result<Audited<{ id: number }>> {
    const { main } = desk.store
    const nowMs = timeOf(desk)
    const reveal = findReveal(main, args.id)
    if (reveal === null) return NONE
    if (!isSameOperator(reveal.requestedBy, caller.operator) && !caller.roles.includes('approver'))
      return refused('not-allowed', 'Only whoever asked for this name, or an approver, can end it.')
    if (!isOpen(reveal, nowMs)) return refused('conflict', 'This request has come to its end already.')
    withdrawReveal(main, args.id, caller.operator, nowMs)
    const { pseudonym, shown } = reveal
    return done({ value: { id: args.id }, audit: noteOf(args.id, reveal.caseId, { pseudonym, shown }) })
  },

  'reveal.show'(desk: WriterDesk, args: { id: number }, caller: Caller): Result<Audited<Revealed>> {
    const { main, vault } = desk.store
    const nowMs = timeOf(desk)
    const reveal = findReveal(main, args.id)
    if (reveal === null) return NONE
    const { id, caseId, personId, expiresMs, decidedBy } = reveal
    if (!isSameOperator(reveal.requestedBy, caller.operator))
      return refused('not-allowed', 'A name is shown only to the operator to whom it was granted.')
    const status = revealStatus(reveal, nowMs)
    if (status !== 'granted' || expiresMs === null || decidedBy === null) return refused('not-allowed', WHY_NOT[status])
    if (caseStatus(main, caseId) !== 'active')
      return refused('not-allowed', 'The case is closed, and with it ended every reveal in it.')
    const identity = readIdentity(vault, personId)
    if (identity === null) return refused('not-found', 'The vault holds no identity of this person any more.')
    countShown(main, id, nowMs)
    const pseudonym = Pseudonym.parse(reveal.pseudonym)
    return done({
      value: {
        id,
        caseId,
        pseudonym,
        expiresAtMs: expiresMs,
        grantedBy: decidedBy,
        identity: { ...identity, aliases: [...identity.aliases] }
      },
      audit: noteOf(id, caseId, { pseudonym, times: reveal.shown + 1 })
    })
  }
}

const NONE = refused('not-found', 'There is no such request for a name.')

const WHY_NOT = {
  requested: 'Nobody has granted this request yet. A second operator with the role approver answers it.',
  granted: 'This grant holds no time. Ask again.',
  refused: 'This request was refused.',
  withdrawn: 'This reveal was withdrawn.',
  expired: 'The time of this reveal is over. Ask again if the name is still needed.',
  lapsed: 'Nobody answered this request in time. Ask again.'
} as const

function timeOf(desk: WriterDesk): number {
  return Math.max(desk.nowMs(), lastAudit(desk.store.main)?.atMs ?? 0)
}

function isOpen(reveal: StoredReveal, nowMs: number): boolean {
  const status = revealStatus(reveal, nowMs)
  return status === 'requested' || status === 'granted'
}

/** The request that somebody may decide: open, asked by another operator, decided by an active approver. */
function findAsked(desk: WriterDesk, { id, operator }: RevealDecision, nowMs: number): Result<StoredReveal> {
  const { main } = desk.store
  const reveal = findReveal(main, id)
  if (reveal === null) return NONE
  const decider = findOperator(main, operator)
  if (decider?.status !== 'active' || !decider.roles.includes('approver'))
    return refused('not-allowed', 'Only an operator with the role approver can answer this request.')
  if (isSameOperator(reveal.requestedBy, operator))
    return refused('not-allowed', 'Nobody answers their own request. Another operator has to.')
  const status = revealStatus(reveal, nowMs)
  if (status !== 'requested')
    return refused('conflict', status === 'granted' ? 'This request is granted already.' : WHY_NOT[status])
  if (caseStatus(main, reveal.caseId) !== 'active')
    return refused('conflict', 'The case is closed. A name is revealed in an open case only.')
  return done(reveal)
}

function noteOf(id: number, caseId: number, details: AuditNote['details']): AuditNote {
  return { objectType: 'reveal', objectId: String(id), caseId, details }
}
