/** Whom a policy is for and what became of it so far, in numbers. */
import type { PeopleScope } from '../../../shared/domain/policy.ts'
import { countInScope } from '../../store/evaluations.ts'
import { findGroup } from '../../store/groups.ts'
import type { StoredPolicy } from '../../store/policies.ts'
import type { ReaderDesk } from '../reader-desk.ts'
import { concernTest, readPeople } from '../scoring/people.ts'
import { perState } from './per-state.ts'
import type { Reach } from './policy-seen.ts'

export function reachOf(desk: ReaderDesk, policy: StoredPolicy): Reach {
  const { sql } = desk
  const evaluated = (where: string): number =>
    sql.number(`SELECT count(*) FROM evaluation WHERE policy_id = ?${where}`, [policy.id])
  const { people } = policy.definition
  return {
    chosen: countChosen(desk, people),
    groups: people.include.groups.filter((id) => (findGroup(sql, id)?.members ?? 0) > 0).length,
    triggered: evaluated(''),
    inScope: countInScope(sql, policy.id),
    scored: evaluated(' AND score > 0'),
    alerts: sql.number('SELECT count(*) FROM alert WHERE policy_id = ?', [policy.id])
  }
}

/** Persons that a scope means: everybody where it includes nothing, without those whom it excludes. */
function countChosen(desk: ReaderDesk, scope: PeopleScope): number {
  const isConcerned = concernTest(desk.sql, scope)
  let chosen = 0
  for (const person of peopleOf(desk).values()) if (isConcerned(person)) chosen += 1
  return chosen
}

const peopleOf = perState(({ sql }) => readPeople(sql))
