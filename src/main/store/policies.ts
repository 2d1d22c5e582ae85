/**
 * Policies and their versions; a deleted policy stays, since alerts refer to it. Names, and the sites and words of content
 * to prioritise, lie in the vault: an administrator may type somebody's personal site.
 */
import { PolicyDefinition, TEMPLATES, type TemplateId } from '../../shared/domain/policy.ts'
import { integer, json, oneOf } from './columns.ts'
import type { WriterStore } from './open.ts'
import type { Sql, SqlRow } from './sql.ts'
import { writeText } from './written.ts'

export interface StoredPolicy {
  readonly id: number
  readonly template: TemplateId
  readonly status: 'on' | 'off' | 'deleted'
  readonly version: number
  readonly createdMs: number
  readonly definition: PolicyDefinition
}

const SELECT =
  'SELECT p.id, p.template, p.status, p.version, p.created_ms, v.definition FROM policy p JOIN policy_version v ON v.policy_id = p.id AND v.version = p.version'

/** Both files of a workspace; a reader's one connection stands for both. */
export interface PolicyFiles {
  readonly main: Sql
  readonly vault: Sql
}

export function listPolicies({ main, vault }: PolicyFiles): readonly StoredPolicy[] {
  return main.all(`${SELECT} WHERE p.status <> 'deleted' ORDER BY p.id`).map((row) => policyOf(row, vault))
}

export function findPolicy({ main, vault }: PolicyFiles, id: number): StoredPolicy | null {
  const row = main.get(`${SELECT} WHERE p.id = ?`, [id])
  return row === undefined ? null : policyOf(row, vault)
}

export function addPolicy(
  store: WriterStore,
  policy: { name: string; definition: PolicyDefinition; operator: string; atMs: number }
): number {
  const id = store.main.number('SELECT coalesce(max(id), 0) + 1 FROM policy')
  store.main.run("INSERT INTO policy (id, template, status, version, created_ms) VALUES (?, ?, 'on', 1, ?)", [
    id,
    policy.definition.template,
    policy.atMs
  ])
  addVersion(store, id, 1, policy)
  writeText(store.vault, 'policy', id, policy.name)
  return id
}

export function editPolicy(
  store: WriterStore,
  id: number,
  change: { definition: PolicyDefinition; operator: string; atMs: number }
): number {
  const version = store.main.number('SELECT version + 1 FROM policy WHERE id = ?', [id])
  addVersion(store, id, version, change)
  store.main.run('UPDATE policy SET version = ? WHERE id = ?', [version, id])
  return version
}

export function deletePolicy(store: WriterStore, id: number): void {
  store.main.run("UPDATE policy SET status = 'deleted' WHERE id = ?", [id])
  store.main.run('DELETE FROM evaluation WHERE policy_id = ?', [id])
  store.main.run('DELETE FROM day_score WHERE policy_id = ?', [id])
}

const NO_CONTENT: PolicyDefinition['priorityContent'] = { sites: [], extensions: [], keywords: [] }

function addVersion(
  store: WriterStore,
  id: number,
  version: number,
  change: { definition: PolicyDefinition; operator: string; atMs: number }
): void {
  const { priorityContent, ...rest } = change.definition
  // A version whose number was taken before a crash is written over.
  store.vault.run('INSERT OR REPLACE INTO policy_content (policy_id, version, content) VALUES (?, ?, ?)', [
    id,
    version,
    JSON.stringify(priorityContent)
  ])
  store.main.run(
    'INSERT INTO policy_version (policy_id, version, definition, created_ms, operator) VALUES (?, ?, ?, ?, ?)',
    [id, version, JSON.stringify({ ...rest, priorityContent: NO_CONTENT }), change.atMs, change.operator]
  )
}

function policyOf(row: SqlRow, vault: Sql): StoredPolicy {
  const id = integer(row, 'id')
  const content = vault.get('SELECT content FROM policy_content WHERE policy_id = ? AND version = ?', [
    id,
    integer(row, 'version')
  ])
  if (content === undefined) throw new Error('the content of a policy is missing')
  return {
    id,
    template: oneOf(row, 'template', TEMPLATES),
    status: oneOf(row, 'status', ['on', 'off', 'deleted']),
    version: integer(row, 'version'),
    createdMs: integer(row, 'created_ms'),
    definition: {
      ...json(row, 'definition', PolicyDefinition),
      priorityContent: json(content, 'content', PolicyDefinition.shape.priorityContent)
    }
  }
}
