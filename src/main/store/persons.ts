/** People as the reader shows them: pseudonym, profile without names, risk; and the identities that masks are made of. */
import { Pseudonym } from '../../shared/domain/pseudonym.ts'
import type { HrFact } from '../../shared/domain/evaluation.ts'
import { hrFactsOf } from './facts.ts'
import { integer, integerOrNull, text, textOrNull } from './columns.ts'
import type { Sql } from './sql.ts'

/** Everything the vault knows to call one person by. Stays in the reader thread. */
export interface KnownIdentity {
  readonly personId: number
  readonly pseudonym: Pseudonym
  readonly identity: string
  readonly displayName: string
  readonly firstName: string
  readonly lastName: string
  readonly aliases: readonly string[]
}

export function* eachIdentity(reader: Sql): Generator<KnownIdentity> {
  let after = 0
  for (;;) {
    const rows = reader.all(
      "SELECT i.*, p.pseudonym, (SELECT coalesce(group_concat(alias, char(10)), '') FROM vault.alias a WHERE a.person_id = i.person_id) AS aliases " +
        'FROM vault.identity i JOIN person p ON p.id = i.person_id WHERE i.person_id > ? ORDER BY i.person_id LIMIT 1000',
      [after]
    )
    for (const row of rows) {
      const aliases = text(row, 'aliases')
      yield {
        personId: integer(row, 'person_id'),
        pseudonym: Pseudonym.parse(text(row, 'pseudonym')),
        identity: text(row, 'identity'),
        displayName: text(row, 'display_name'),
        firstName: text(row, 'first_name'),
        lastName: text(row, 'last_name'),
        aliases: aliases === '' ? [] : aliases.split('\n')
      }
    }
    const last = rows.at(-1)
    if (last === undefined) return
    after = integer(last, 'person_id')
  }
}

export function findPersonId(sql: Sql, pseudonym: Pseudonym): number | null {
  const row = sql.get('SELECT id FROM person WHERE pseudonym = ?', [pseudonym])
  return row === undefined ? null : integer(row, 'id')
}

export function pseudonymOfPerson(sql: Sql, personId: number): Pseudonym {
  const row = sql.get('SELECT pseudonym FROM person WHERE id = ?', [personId])
  if (row === undefined) throw new Error('a person is missing')
  return Pseudonym.parse(text(row, 'pseudonym'))
}

/** By identity or alias in canonical spelling; on a reader's connection. */
export function findByIdentity(reader: Sql, identity: string): Pseudonym | null {
  const row =
    reader.get('SELECT p.pseudonym FROM vault.identity i JOIN person p ON p.id = i.person_id WHERE i.identity = ?', [
      identity
    ]) ??
    reader.get('SELECT p.pseudonym FROM vault.alias a JOIN person p ON p.id = a.person_id WHERE a.alias = ?', [
      identity
    ])
  return row === undefined ? null : Pseudonym.parse(text(row, 'pseudonym'))
}

export interface StoredProfile {
  readonly pseudonym: Pseudonym
  readonly department: string | null
  readonly title: string | null
  readonly country: string | null
  readonly manager: Pseudonym | null
  readonly hiredMs: number | null
  readonly hrEvents: readonly HrFact[]
  readonly earlierAlerts: number
  readonly earlierViolations: number
}

export function readProfile(reader: Sql, personId: number): StoredProfile {
  const row = reader.get(
    'SELECT p.*, m.pseudonym AS manager FROM person p LEFT JOIN person m ON m.id = p.manager_id WHERE p.id = ?',
    [personId]
  )
  if (row === undefined) throw new Error('a person is missing')
  const manager = textOrNull(row, 'manager')
  return {
    pseudonym: Pseudonym.parse(text(row, 'pseudonym')),
    department: textOrNull(row, 'department'),
    title: textOrNull(row, 'title'),
    country: textOrNull(row, 'country'),
    manager: manager === null ? null : Pseudonym.parse(manager),
    hiredMs: integerOrNull(row, 'hired_ms'),
    hrEvents: hrFactsOf(reader, personId),
    earlierAlerts: reader.number("SELECT count(*) FROM alert WHERE person_id = ? AND status <> 'needs-review'", [
      personId
    ]),
    earlierViolations: reader.number(
      "SELECT count(DISTINCT c.id) FROM alert a JOIN case_file c ON c.id = a.case_id WHERE a.person_id = ? AND c.resolution = 'violation'",
      [personId]
    )
  }
}

export interface PersonSummary {
  readonly personId: number
  readonly pseudonym: Pseudonym
  readonly department: string | null
  readonly riskScore: number
  readonly inScope: boolean
  readonly policyIds: readonly number[]
  readonly alerts: number
  readonly activities: number
}

/** Risk is that of the person's open and confirmed alerts; a person with triggers only has none. */
export function listPeople(reader: Sql, sort: 'risk' | 'activity', limit: number): readonly PersonSummary[] {
  const order = sort === 'risk' ? 'risk DESC, in_scope DESC, activities DESC' : 'activities DESC'
  return reader
    .all(
      "WITH risk AS (SELECT person_id, max(score) AS risk, count(*) AS alerts FROM alert WHERE status IN ('needs-review', 'confirmed') GROUP BY 1), " +
        "scope AS (SELECT person_id, max(in_scope) AS in_scope, group_concat(policy_id, ' ') AS policies FROM evaluation WHERE in_scope = 1 GROUP BY 1), " +
        'busy AS (SELECT person_id, count(*) AS activities FROM activity WHERE person_id IS NOT NULL GROUP BY 1) ' +
        'SELECT p.id, p.pseudonym, p.department, coalesce(r.risk, 0) AS risk, coalesce(r.alerts, 0) AS alerts, coalesce(s.in_scope, 0) AS in_scope, ' +
        "coalesce(s.policies, '') AS policies, coalesce(b.activities, 0) AS activities FROM person p LEFT JOIN risk r ON r.person_id = p.id " +
        `LEFT JOIN scope s ON s.person_id = p.id LEFT JOIN busy b ON b.person_id = p.id WHERE p.kind = 'person' ORDER BY ${order}, p.id LIMIT ?`,
      [limit]
    )
    .map((row) => {
      const policies = text(row, 'policies')
      return {
        personId: integer(row, 'id'),
        pseudonym: Pseudonym.parse(text(row, 'pseudonym')),
        department: textOrNull(row, 'department'),
        riskScore: integer(row, 'risk'),
        inScope: integer(row, 'in_scope') === 1,
        policyIds: policies === '' ? [] : policies.split(' ').map(Number),
        alerts: integer(row, 'alerts'),
        activities: integer(row, 'activities')
      }
    })
}
