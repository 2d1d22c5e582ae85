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

/** Guests have pseudonyms and are never scored. */
export function isGuest(sql: Sql, personId: number): boolean {
  return sql.number("SELECT count(*) FROM person WHERE id = ? AND kind = 'guest'", [personId]) > 0
}

export function pseudonymOfPerson(sql: Sql, personId: number): Pseudonym {
  const row = sql.get('SELECT pseudonym FROM person WHERE id = ?', [personId])
  if (row === undefined) throw new Error('a person is missing')
  return Pseudonym.parse(text(row, 'pseudonym'))
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
  readonly violations: number
  readonly caseId: number | null
  readonly isInPriorityGroup: boolean
  readonly scoredUntilMs: number | null
  readonly activities: number
}

/** Parts of the list, each one look at its table; `manual` asks for the time up to which scoring by hand is over. */
const PARTS = {
  risk: "SELECT person_id, max(score) AS risk, count(*) AS alerts FROM alert WHERE status IN ('needs-review', 'confirmed') GROUP BY 1",
  scope:
    "SELECT person_id, max(in_scope) AS in_scope, group_concat(policy_id, ' ') AS policies FROM evaluation WHERE in_scope = 1 GROUP BY 1",
  busy: 'SELECT person_id, sum(activities) AS activities FROM fact_block GROUP BY 1',
  violated:
    "SELECT a.person_id, count(DISTINCT c.id) AS violations FROM case_file c JOIN alert a ON a.case_id = c.id WHERE c.resolution = 'violation' GROUP BY 1",
  active:
    "SELECT a.person_id, max(c.id) AS case_id FROM case_file c JOIN alert a ON a.case_id = c.id WHERE c.status = 'active' GROUP BY 1",
  priority:
    'SELECT DISTINCT m.person_id FROM priority_member m JOIN priority_group g ON g.id = m.group_id WHERE g.deleted_ms IS NULL',
  manual:
    'SELECT s.person_id, max(s.until_ms) AS until_ms FROM manual_scope s JOIN policy q ON q.id = s.policy_id LEFT JOIN scope_removal r ON r.person_id = s.person_id ' +
    "WHERE q.status = 'on' AND s.until_ms > ? AND (r.at_ms IS NULL OR s.from_ms > r.at_ms) GROUP BY 1"
} as const

const LIST =
  `WITH ${Object.entries(PARTS)
    .map(([name, query]) => `${name} AS (${query})`)
    .join(', ')} ` +
  'SELECT p.id, p.pseudonym, p.department, coalesce(risk.risk, 0) AS risk, coalesce(risk.alerts, 0) AS alerts, ' +
  "coalesce(scope.in_scope, 0) AS in_scope, coalesce(scope.policies, '') AS policies, coalesce(busy.activities, 0) AS activities, " +
  'coalesce(violated.violations, 0) AS violations, active.case_id, priority.person_id IS NOT NULL AS in_group, manual.until_ms ' +
  `FROM person p ${Object.keys(PARTS)
    .map((name) => `LEFT JOIN ${name} ON ${name}.person_id = p.id`)
    .join(' ')} WHERE p.kind = 'person'`

const ORDER = {
  risk: 'risk DESC, in_scope DESC, activities DESC',
  activity: 'activities DESC'
} as const

/**
 * Risk is that of the person's open and confirmed alerts; a person with triggers only has none. `nowMs` is that of the
 * data: scoring by hand that has ended by then is over.
 */
export function listPeople(
  reader: Sql,
  sort: keyof typeof ORDER,
  limit: number,
  nowMs: number
): readonly PersonSummary[] {
  return reader.all(`${LIST} ORDER BY ${ORDER[sort]}, p.id LIMIT ?`, [nowMs, limit]).map((row) => {
    const policies = text(row, 'policies')
    return {
      personId: integer(row, 'id'),
      pseudonym: Pseudonym.parse(text(row, 'pseudonym')),
      department: textOrNull(row, 'department'),
      riskScore: integer(row, 'risk'),
      inScope: integer(row, 'in_scope') === 1,
      policyIds: policies === '' ? [] : policies.split(' ').map(Number),
      alerts: integer(row, 'alerts'),
      violations: integer(row, 'violations'),
      caseId: integerOrNull(row, 'case_id'),
      isInPriorityGroup: integer(row, 'in_group') === 1,
      scoredUntilMs: integerOrNull(row, 'until_ms'),
      activities: integer(row, 'activities')
    }
  })
}
