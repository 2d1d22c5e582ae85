/** Priority groups: what they are called, who belongs to them by pseudonym, and which policies name them. */
import type { ResponseOf } from '../../../shared/contract/index.ts'
import type { GroupView } from '../../../shared/contract/setting.ts'
import { findGroup, listGroups, membersOf, type StoredGroup } from '../../store/groups.ts'
import { listPolicies } from '../../store/policies.ts'
import { readText } from '../../store/written.ts'
import { done, refused, type Result } from '../protocol.ts'
import type { ReaderDesk } from '../reader-desk.ts'

export const groupReads = {
  'group.list'(desk: ReaderDesk): ResponseOf<'group.list'> {
    const naming = policiesByGroup(desk)
    return listGroups(desk.sql).map((group) => viewOf(desk, group, naming))
  },

  'group.show'(desk: ReaderDesk, args: { id: number }): Result<GroupView> {
    const group = findGroup(desk.sql, args.id)
    return group === null ? NO_GROUP : done(viewOf(desk, group, policiesByGroup(desk)))
  },

  'group.members'(desk: ReaderDesk, args: { id: number }): Result<ResponseOf<'group.members'>> {
    return findGroup(desk.sql, args.id) === null ? NO_GROUP : done([...membersOf(desk.sql, args.id)])
  }
}

const NO_GROUP = refused('not-found', 'There is no such group.')

function viewOf(desk: ReaderDesk, group: StoredGroup, naming: ReadonlyMap<number, readonly number[]>): GroupView {
  return {
    id: group.id,
    name: desk.mask(readText(desk.sql, 'group', group.id)),
    description: desk.mask(readText(desk.sql, 'group-description', group.id)),
    members: group.members,
    createdMs: group.createdMs,
    policies: (naming.get(group.id) ?? []).map((policyId) => desk.mask(readText(desk.sql, 'policy', policyId)))
  }
}

/** Policies that include or exclude a group by naming it; the booster for members names none. */
function policiesByGroup({ sql }: ReaderDesk): ReadonlyMap<number, readonly number[]> {
  const naming = new Map<number, number[]>()
  for (const { id, definition } of listPolicies({ main: sql, vault: sql })) {
    const { include, exclude } = definition.people
    for (const groupId of new Set([...include.groups, ...exclude.groups])) {
      const policies = naming.get(groupId)
      if (policies === undefined) naming.set(groupId, [id])
      else policies.push(id)
    }
  }
  return naming
}
