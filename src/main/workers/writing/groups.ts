/**
 * Changes of priority groups. Whom nobody knows is counted and forgotten: neither the store nor the audit log keeps what
 * was typed.
 */
import type { Pseudonym } from '../../../shared/domain/pseudonym.ts'
import { addGroup, addMembers, deleteGroup, findGroup, hasGroupNamed, removeMembers } from '../../store/groups.ts'
import { findPersonId } from '../../store/persons.ts'
import { findNamedPerson } from '../named-person.ts'
import { type Audited, type AuditNote, done, refused, type Result } from '../protocol.ts'
import type { WriterDesk } from '../writer-desk.ts'

/** Whom to add: by pseudonym, or as typed. */
interface Wanted {
  readonly people: readonly Pseudonym[]
  readonly identities: readonly string[]
}

export interface Changed {
  readonly id: number
  readonly added: number
  readonly removed: number
  readonly unknown: number
}

export const groupChanges = {
  'group.create'(desk: WriterDesk, args: Wanted & { name: string; description: string }): Result<Audited<Changed>> {
    if (hasGroupNamed(desk.store, args.name)) return refused('conflict', 'There is already a group of that name.')
    const id = addGroup(desk.store, { name: args.name, description: args.description, atMs: desk.nowMs() })
    return added(desk, id, args)
  },

  'group.add'(desk: WriterDesk, args: Wanted & { id: number }): Result<Audited<Changed>> {
    return findGroup(desk.store.main, args.id) === null ? NO_GROUP : added(desk, args.id, args)
  },

  'group.remove'(desk: WriterDesk, args: { id: number; people: readonly Pseudonym[] }): Result<Audited<Changed>> {
    const { main } = desk.store
    if (findGroup(main, args.id) === null) return NO_GROUP
    const { known, unknown } = peopleOf(desk, { people: args.people, identities: [] })
    const removed = removeMembers(main, args.id, known)
    return done({
      value: { id: args.id, added: 0, removed, unknown },
      audit: noteOf(args.id, { removed, unknown })
    })
  },

  'group.delete'(desk: WriterDesk, args: { id: number }): Result<Audited<{ id: number }>> {
    const { main } = desk.store
    const group = findGroup(main, args.id)
    if (group === null) return NO_GROUP
    deleteGroup(main, args.id, desk.nowMs())
    return done({ value: { id: args.id }, audit: noteOf(args.id, { members: group.members }) })
  }
}

const NO_GROUP = refused('not-found', 'There is no such group.')

/** That identities were looked up is in the audit log, as it is for a search: a small group tells whose pseudonym is whose. */
function added(desk: WriterDesk, id: number, wanted: Wanted): Result<Audited<Changed>> {
  const { known, unknown } = peopleOf(desk, wanted)
  const count = addMembers(desk.store.main, id, known)
  return done({
    value: { id, added: count, removed: 0, unknown },
    audit: noteOf(id, { added: count, unknown, identitiesLookedUp: wanted.identities.length })
  })
}

function peopleOf(desk: WriterDesk, { people, identities }: Wanted): { known: ReadonlySet<number>; unknown: number } {
  const { main, vault } = desk.store
  const found = [
    ...people.map((pseudonym) => findPersonId(main, pseudonym)),
    ...identities.map((identity) => findNamedPerson({ main, vault, schema: '' }, identity))
  ]
  const known = new Set(found.filter((personId) => personId !== null))
  return { known, unknown: found.filter((personId) => personId === null).length }
}

function noteOf(id: number, details: AuditNote['details']): AuditNote {
  return { objectType: 'group', objectId: String(id), caseId: null, details }
}
