/**
 * Policies and their versions; a deleted policy stays, since alerts refer to it. Names, and whatever an administrator typed
 * into a version, lie in the vault: whom it concerns and the content that it prioritises can name somebody.
 */
import { NOBODY, PolicyDefinition, TEMPLATES, type TemplateId } from '../../shared/domain/policy.ts'
import { integer, json, oneOf, text } from './columns.ts'
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

/** Off: nobody is scored any more; open alerts stay for whoever triages them. */
export function switchPolicy(main: Sql, id: number, isOn: boolean): void {
  main.run('UPDATE policy SET status = ? WHERE id = ?', [isOn ? 'on' : 'off', id])
  if (!isOn) forgetEvaluations(main, id)
}

export function deletePolicy(main: Sql, id: number): void {
  main.run("UPDATE policy SET status = 'deleted' WHERE id = ?", [id])
  forgetEvaluations(main, id)
}

function forgetEvaluations(main: Sql, id: number): void {
  main.run('DELETE FROM evaluation WHERE policy_id = ?', [id])
  main.run('DELETE FROM day_score WHERE policy_id = ?', [id])
}

export interface PolicyVersion {
  readonly version: number
  readonly createdMs: number
  readonly operator: string
}

/** Newest first. */
export function listPolicyVersions(main: Sql, id: number): readonly PolicyVersion[] {
  return main
    .all('SELECT version, created_ms, operator FROM policy_version WHERE policy_id = ? ORDER BY version DESC', [id])
    .map((row) => ({
      version: integer(row, 'version'),
      createdMs: integer(row, 'created_ms'),
      operator: text(row, 'operator')
    }))
}

/** Null where the policy has no such version. */
export function readPolicyVersion({ main, vault }: PolicyFiles, id: number, version: number): PolicyDefinition | null {
  const row = main.get('SELECT definition FROM policy_version WHERE policy_id = ? AND version = ?', [id, version])
  return row === undefined ? null : definitionOf(row, vault, id, version)
}

/** Alerts of a policy on which somebody decided since then and did not take it back, and how many went into a case. */
export function countDecided(
  main: Sql,
  id: number,
  sinceMs: number
): { readonly confirmed: number; readonly all: number } {
  const count = (kinds: string): number =>
    main.number(
      'SELECT count(DISTINCT da.alert_id) FROM decision_alert da JOIN decision d ON d.id = da.decision_id JOIN alert a ON a.id = da.alert_id ' +
        `WHERE a.policy_id = ? AND da.undone_ms IS NULL AND d.at_ms >= ? AND d.kind IN (${kinds})`,
      [id, sinceMs]
    )
  return { confirmed: count("'confirm'"), all: count("'confirm', 'dismiss'") }
}

/** What lies in the vault of each version. */
const TypedContent = PolicyDefinition.pick({ people: true, priorityContent: true })

const NOTHING_TYPED: Pick<PolicyDefinition, 'people' | 'priorityContent'> = {
  people: { include: NOBODY, exclude: NOBODY },
  priorityContent: { sites: [], extensions: [], keywords: [], labels: [], sensitiveTypes: [] }
}

function addVersion(
  store: WriterStore,
  id: number,
  version: number,
  change: { definition: PolicyDefinition; operator: string; atMs: number }
): void {
  const { people, priorityContent, ...rest } = change.definition
  // A version whose number was taken before a crash is written over.
  store.vault.run('INSERT OR REPLACE INTO policy_content (policy_id, version, content) VALUES (?, ?, ?)', [
    id,
    version,
    JSON.stringify({ people, priorityContent })
  ])
  store.main.run(
    'INSERT INTO policy_version (policy_id, version, definition, created_ms, operator) VALUES (?, ?, ?, ?, ?)',
    [id, version, JSON.stringify({ ...rest, ...NOTHING_TYPED }), change.atMs, change.operator]
  )
}

function policyOf(row: SqlRow, vault: Sql): StoredPolicy {
  const id = integer(row, 'id')
  const version = integer(row, 'version')
  return {
    id,
    template: oneOf(row, 'template', TEMPLATES),
    status: oneOf(row, 'status', ['on', 'off', 'deleted']),
    version,
    createdMs: integer(row, 'created_ms'),
    definition: definitionOf(row, vault, id, version)
  }
}

function definitionOf(row: SqlRow, vault: Sql, id: number, version: number): PolicyDefinition {
  const content = vault.get('SELECT content FROM policy_content WHERE policy_id = ? AND version = ?', [id, version])
  if (content === undefined) throw new Error('the content of a policy is missing')
  return { ...json(row, 'definition', PolicyDefinition), ...json(content, 'content', TypedContent) }
}
