/** Alerts: one open alert per person and policy, which grows until it is triaged; then it stands as it was. */
import type { z } from 'zod'
import {
  ALERT_STATUSES,
  AlertDetail,
  type AlertRow,
  type AlertStatus,
  CASE_STATUSES
} from '../../shared/contract/alert.ts'
import { Pseudonym } from '../../shared/domain/pseudonym.ts'
import { SEVERITIES, severityOf, type Severity } from '../../shared/domain/severity.ts'
import { integer, integerOrNull, json, oneOf, text, textOrNull } from './columns.ts'
import type { Sql, SqlRow, SqlValue } from './sql.ts'

export const AlertBody = AlertDetail.pick({
  factors: true,
  triggers: true,
  windowFromMs: true,
  windowToMs: true,
  checked: true,
  arithmetic: true
})
export type AlertBody = z.infer<typeof AlertBody>

export interface AlertContent {
  readonly policyId: number
  readonly personId: number
  readonly score: number
  readonly detectedMs: number
  readonly policyVersion: number
  readonly catalogueHash: string
  readonly lastDay: number
  readonly topFactor: string
  readonly body: AlertBody
}

/** Last day that a triaged alert of this person and policy covers; null when none was triaged. */
export function triagedUpTo(sql: Sql, policyId: number, personId: number): number | null {
  const row = sql.get(
    "SELECT max(last_day) AS day FROM alert WHERE policy_id = ? AND person_id = ? AND status <> 'needs-review'",
    [policyId, personId]
  )
  return row === undefined ? null : integerOrNull(row, 'day')
}

/** Raises the open alert or lets it grow; says which, or that nothing changed. */
export function raiseAlert(main: Sql, content: AlertContent, nowMs: number): 'raised' | 'updated' | 'same' {
  const body = JSON.stringify(content.body)
  const open = main.get(
    "SELECT id, score, body FROM alert WHERE policy_id = ? AND person_id = ? AND status = 'needs-review'",
    [content.policyId, content.personId]
  )
  if (open === undefined) {
    main.run(
      'INSERT INTO alert (policy_id, person_id, status, severity, score, detected_ms, updated_ms, policy_version, catalogue_hash, last_day, top_factor, body) ' +
        "VALUES (?, ?, 'needs-review', ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      [
        content.policyId,
        content.personId,
        severityOf(content.score),
        content.score,
        content.detectedMs,
        nowMs,
        content.policyVersion,
        content.catalogueHash,
        content.lastDay,
        content.topFactor,
        body
      ]
    )
    return 'raised'
  }
  if (text(open, 'body') === body && integer(open, 'score') === content.score) return 'same'
  main.run(
    'UPDATE alert SET severity = ?, score = ?, updated_ms = ?, policy_version = ?, catalogue_hash = ?, last_day = ?, top_factor = ?, body = ? WHERE id = ?',
    [
      severityOf(content.score),
      content.score,
      nowMs,
      content.policyVersion,
      content.catalogueHash,
      content.lastDay,
      content.topFactor,
      body,
      integer(open, 'id')
    ]
  )
  return 'updated'
}

/** An open alert whose reasons are gone (an import was undone) goes too. */
export function withdrawAlert(main: Sql, policyId: number, personId: number): void {
  main.run(
    "DELETE FROM alert WHERE policy_id = ? AND person_id = ? AND status = 'needs-review' AND id NOT IN (SELECT alert_id FROM decision_alert)",
    [policyId, personId]
  )
}

export const ALERT_ORDERS = {
  score: 'score',
  detected: 'detected_ms',
  severity: 'severity_rank',
  status: 'status_rank'
} as const
export type AlertOrder = keyof typeof ALERT_ORDERS

export interface AlertFilter {
  readonly status: AlertStatus | null
  readonly severity: Severity | null
  readonly policyId: number | null
  readonly caseId: number | null
  readonly personId: number | null
  /** Part of a pseudonym, a policy's name or the strongest line, in any case. */
  readonly search: string
}

const SELECT =
  "SELECT a.*, p.pseudonym, p.department, c.status AS case_status, coalesce(n.text, '') AS policy_name, cn.text AS case_name FROM alert a JOIN person p ON p.id = a.person_id " +
  "LEFT JOIN case_file c ON c.id = a.case_id LEFT JOIN vault.written_text n ON n.about = 'policy' AND n.id = a.policy_id " +
  "LEFT JOIN vault.written_text cn ON cn.about = 'case' AND cn.id = a.case_id"

/** Highest first in the given order, strictly after `cursor`. Names of policies and cases are not masked yet. */
export function listAlerts(
  reader: Sql,
  filter: AlertFilter,
  order: AlertOrder,
  limit: number,
  cursor: { value: number; id: number } | null
): readonly { row: AlertRow; orderValue: number }[] {
  const { where, params } = conditionOf(filter)
  const column = ALERT_ORDERS[order]
  const page = cursor === null ? '' : ` AND (a.${column}, a.id) < (?, ?)`
  return reader
    .all(`${SELECT} WHERE ${where}${page} ORDER BY a.${column} DESC, a.id DESC LIMIT ?`, [
      ...params,
      ...(cursor === null ? [] : [cursor.value, cursor.id]),
      limit
    ])
    .map((row) => ({ row: alertOf(row), orderValue: integer(row, column) }))
}

export function countAlerts(reader: Sql, filter: AlertFilter): number {
  const { where, params } = conditionOf(filter)
  return reader.number(
    `SELECT count(*) FROM alert a JOIN person p ON p.id = a.person_id LEFT JOIN vault.written_text n ON n.about = 'policy' AND n.id = a.policy_id WHERE ${where}`,
    params
  )
}

export interface StoredAlert {
  readonly row: AlertRow
  readonly personId: number
  readonly policyVersion: number
  readonly catalogueHash: string
  readonly body: AlertBody
}

export function findAlert(reader: Sql, id: number): StoredAlert | null {
  const row = reader.get(`${SELECT} WHERE a.id = ?`, [id])
  if (row === undefined) return null
  return {
    row: alertOf(row),
    personId: integer(row, 'person_id'),
    policyVersion: integer(row, 'policy_version'),
    catalogueHash: text(row, 'catalogue_hash'),
    body: json(row, 'body', AlertBody)
  }
}

export function countByStatus(reader: Sql): Record<AlertStatus, number> {
  const counts = { 'needs-review': 0, confirmed: 0, dismissed: 0, resolved: 0 }
  for (const row of reader.all('SELECT status, count(*) AS n FROM alert GROUP BY status'))
    counts[oneOf(row, 'status', ALERT_STATUSES)] = integer(row, 'n')
  return counts
}

export function countToReviewBySeverity(reader: Sql): Record<Severity, number> {
  const counts = { high: 0, medium: 0, low: 0 }
  for (const row of reader.all(
    "SELECT severity, count(*) AS n FROM alert WHERE status = 'needs-review' GROUP BY severity"
  ))
    counts[oneOf(row, 'severity', SEVERITIES)] = integer(row, 'n')
  return counts
}

function conditionOf(filter: AlertFilter): { where: string; params: SqlValue[] } {
  const parts = ['1 = 1']
  const params: SqlValue[] = []
  const add = (sql: string, value: SqlValue): void => {
    parts.push(sql)
    params.push(value)
  }
  if (filter.status !== null) add('a.status = ?', filter.status)
  if (filter.severity !== null) add('a.severity = ?', filter.severity)
  if (filter.policyId !== null) add('a.policy_id = ?', filter.policyId)
  if (filter.caseId !== null) add('a.case_id = ?', filter.caseId)
  if (filter.personId !== null) add('a.person_id = ?', filter.personId)
  if (filter.search !== '') {
    add("instr(lower(p.pseudonym || ' ' || coalesce(n.text, '') || ' ' || a.top_factor), lower(?)) > 0", filter.search)
  }
  return { where: parts.join(' AND '), params }
}

function alertOf(row: SqlRow): AlertRow {
  return {
    id: integer(row, 'id'),
    pseudonym: Pseudonym.parse(text(row, 'pseudonym')),
    department: textOrNull(row, 'department'),
    policyId: integer(row, 'policy_id'),
    policy: text(row, 'policy_name'),
    severity: oneOf(row, 'severity', SEVERITIES),
    score: integer(row, 'score'),
    status: oneOf(row, 'status', ALERT_STATUSES),
    detectedMs: integer(row, 'detected_ms'),
    updatedMs: integer(row, 'updated_ms'),
    caseId: integerOrNull(row, 'case_id'),
    caseName: textOrNull(row, 'case_name'),
    caseStatus: row['case_status'] === null ? null : oneOf(row, 'case_status', CASE_STATUSES),
    topFactor: text(row, 'top_factor')
  }
}
