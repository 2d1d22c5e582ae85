/** People brought into a policy's scope by hand, and taken out of every scope. Both are asked for with a reason. */
import type { Pseudonym } from '../../../shared/domain/pseudonym.ts'
import { findPolicy } from '../../store/policies.ts'
import { findPersonId, isGuest } from '../../store/persons.ts'
import { nowOfData, removeFromScope, startScope } from '../../store/scopes.ts'
import { type Audited, type AuditNote, type Caller, done, refused, type Result } from '../protocol.ts'
import type { WriterDesk } from '../writer-desk.ts'

export const scopeChanges = {
  'person.scope'(
    desk: WriterDesk,
    args: { pseudonyms: readonly Pseudonym[]; policyId: number; days: number; reason: string },
    caller: Caller
  ): Result<Audited<{ people: number }>> {
    const { store } = desk
    const policy = findPolicy(store, args.policyId)
    if (policy === null || policy.status === 'deleted') return refused('not-found', 'There is no such policy.')
    if (policy.status === 'off')
      return refused('conflict', 'This policy is switched off, so it scores nobody. Switch it on first.')
    const people = peopleOf(desk, args.pseudonyms)
    if (!people.ok) return people
    const nowMs = nowOfData(store.main, desk.nowMs())
    const ids = people.value.map((personId) =>
      startScope(store, {
        policyId: args.policyId,
        personId,
        nowMs,
        days: args.days,
        reason: args.reason,
        operator: caller.operator
      })
    )
    const details = {
      policy: args.policyId,
      people: ids.length,
      days: args.days,
      firstScope: ids[0] ?? 0,
      reasonCharacters: args.reason.length
    }
    return done({ value: { people: ids.length }, audit: noteOf(args.pseudonyms, details) })
  },

  'person.unscope'(
    desk: WriterDesk,
    args: { pseudonyms: readonly Pseudonym[]; reason: string },
    caller: Caller
  ): Result<Audited<{ people: number }>> {
    const { main } = desk.store
    const people = peopleOf(desk, args.pseudonyms)
    if (!people.ok) return people
    const nowMs = nowOfData(main, desk.nowMs())
    for (const personId of people.value) removeFromScope(main, personId, nowMs, caller.operator)
    const details = { people: people.value.length, reasonCharacters: args.reason.length }
    return done({
      value: { people: people.value.length },
      audit: noteOf(args.pseudonyms, details),
      reason: args.reason
    })
  }
}

/** All or nothing: a pseudonym that is not there tells that the list is of another workspace, or out of date. */
function peopleOf(desk: WriterDesk, pseudonyms: readonly Pseudonym[]): Result<readonly number[]> {
  const { main } = desk.store
  const found = new Set<number>()
  for (const pseudonym of pseudonyms) {
    const personId = findPersonId(main, pseudonym)
    if (personId === null)
      return refused('not-found', 'There is a pseudonym that nobody in this workspace has. Nothing was changed.')
    if (!isGuest(main, personId)) found.add(personId)
  }
  return found.size === 0
    ? refused('bad-input', 'Guests are never scored, so they cannot be brought into scope or taken out of it.')
    : done([...found])
}

/** One person is named by the pseudonym, several are told by their number. */
function noteOf(pseudonyms: readonly Pseudonym[], details: AuditNote['details']): AuditNote {
  const [only] = pseudonyms
  const objectId = pseudonyms.length === 1 && only !== undefined ? only : 'several'
  return { objectType: 'person', objectId, caseId: null, details }
}
