/**
 * Priority groups: people whose activities weigh more, and whom policies can name as a whole. A deleted group stays, so
 * that a policy which names it is told from one that names nobody; names and descriptions lie in the vault.
 */
import { Pseudonym } from '../../shared/domain/pseudonym.ts'
import { integer, text } from './columns.ts'
import type { WriterStore } from './open.ts'
import type { Sql } from './sql.ts'
import { writeText } from './written.ts'

export interface StoredGroup {
  readonly id: number
  readonly createdMs: number
  /** Members whom the workspace knows; one whom an undo removed counts again when it comes back. */
  readonly members: number
}

const SELECT =
  'SELECT g.id, g.created_ms, (SELECT count(*) FROM priority_member m JOIN person p ON p.id = m.person_id WHERE m.group_id = g.id) AS members ' +
  'FROM priority_group g WHERE g.deleted_ms IS NULL'

export function listGroups(sql: Sql): readonly StoredGroup[] {
  return sql.all(`${SELECT} ORDER BY g.id`).map((row) => ({
    id: integer(row, 'id'),
    createdMs: integer(row, 'created_ms'),
    members: integer(row, 'members')
  }))
}

/** Null where there never was such a group, or it was deleted. */
export function findGroup(sql: Sql, id: number): StoredGroup | null {
  const row = sql.get(`${SELECT} AND g.id = ?`, [id])
  return row === undefined
    ? null
    : { id: integer(row, 'id'), createdMs: integer(row, 'created_ms'), members: integer(row, 'members') }
}

export function addGroup(store: WriterStore, group: { name: string; description: string; atMs: number }): number {
  const id = store.main.number('SELECT coalesce(max(id), 0) + 1 FROM priority_group')
  writeText(store.vault, 'group', id, group.name)
  writeText(store.vault, 'group-description', id, group.description)
  store.main.run('INSERT INTO priority_group (id, created_ms) VALUES (?, ?)', [id, group.atMs])
  return id
}

/** Gives how many were not members before. */
export function addMembers(main: Sql, groupId: number, personIds: Iterable<number>): number {
  let added = 0
  for (const personId of personIds)
    added += main.run('INSERT OR IGNORE INTO priority_member (group_id, person_id) VALUES (?, ?)', [groupId, personId])
  return added
}

/** Gives how many had been members. */
export function removeMembers(main: Sql, groupId: number, personIds: Iterable<number>): number {
  let removed = 0
  for (const personId of personIds)
    removed += main.run('DELETE FROM priority_member WHERE group_id = ? AND person_id = ?', [groupId, personId])
  return removed
}

export function deleteGroup(main: Sql, id: number, atMs: number): void {
  main.run('UPDATE priority_group SET deleted_ms = ? WHERE id = ?', [atMs, id])
}

export function membersOf(sql: Sql, groupId: number): readonly Pseudonym[] {
  return sql
    .all(
      'SELECT p.pseudonym FROM priority_member m JOIN person p ON p.id = m.person_id WHERE m.group_id = ? ORDER BY p.pseudonym',
      [groupId]
    )
    .map((row) => Pseudonym.parse(text(row, 'pseudonym')))
}

/** Groups that were not deleted. */
export function groupsOfPerson(sql: Sql, personId: number): readonly number[] {
  return sql
    .all(
      'SELECT m.group_id FROM priority_member m JOIN priority_group g ON g.id = m.group_id WHERE m.person_id = ? AND g.deleted_ms IS NULL ORDER BY 1',
      [personId]
    )
    .map((row) => integer(row, 'group_id'))
}

/** Members of any of the groups; a deleted group has none. */
export function peopleOfGroups(sql: Sql, groupIds: readonly number[]): ReadonlySet<number> {
  if (groupIds.length === 0) return new Set()
  const rows = sql.all(
    'SELECT DISTINCT m.person_id FROM priority_member m JOIN priority_group g ON g.id = m.group_id ' +
      'WHERE g.deleted_ms IS NULL AND m.group_id IN (SELECT value FROM json_each(?)) ORDER BY 1',
    [JSON.stringify(groupIds)]
  )
  return new Set(rows.map((row) => integer(row, 'person_id')))
}

/** Whether a group of this name is there; on the writer's connections. Names are few, and compared without case. */
export function hasGroupNamed({ main, vault }: WriterStore, name: string): boolean {
  const folded = name.toLowerCase()
  return listGroups(main).some(({ id }) => {
    const row = vault.get("SELECT text FROM written_text WHERE about = 'group' AND id = ?", [id])
    return row !== undefined && text(row, 'text').toLowerCase() === folded
  })
}
